#include "bary-clock.h"

#define COUNTER_BITS 16

BaryStamp
bary_stamp_next (BaryStamp last,
                 gint64    now_ms)
{
  return MAX (now_ms << COUNTER_BITS, last + 1);
}

gint64
bary_stamp_get_ms (BaryStamp stamp)
{
  return stamp >> COUNTER_BITS;
}

char *
bary_stamp_to_string (BaryStamp stamp)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (bary_stamp_get_ms (stamp) / 1000);
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup ("");

  local = g_date_time_to_local (utc);
  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
}

gint64
bary_stamp_get_lag (BaryStamp last,
                    gint64    now_ms)
{
  return MAX (0, bary_stamp_get_ms (last) - now_ms);
}
