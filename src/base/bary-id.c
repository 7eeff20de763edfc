#include "bary-id.h"

#include <string.h>

static GMutex lock;
static guint64 last_time;
static guint16 last_sequence;

/* A sequence that runs over borrows a millisecond from the future, so that order holds. */
static void
next_time_and_sequence (guint64 *time,
                        guint16 *sequence)
{
  guint64 now = (guint64) (g_get_real_time () / 1000);

  g_mutex_lock (&lock);
  if (now > last_time)
    {
      last_time = now;
      last_sequence = g_random_int () & 0x3ff;
    }
  else if (++last_sequence > 0xfff)
    {
      last_time++;
      last_sequence = 0;
    }
  *time = last_time;
  *sequence = last_sequence;
  g_mutex_unlock (&lock);
}

char *
bary_id_new (void)
{
  guint64 time;
  guint16 sequence;
  guint32 high = g_random_int ();
  guint32 low = g_random_int ();

  next_time_and_sequence (&time, &sequence);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x",
                          (guint32) (time >> 16), (guint) (time & 0xffff), sequence,
                          0x8000 | (high >> 18), high & 0xffff, low);
}

gboolean
bary_id_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != BARY_ID_LENGTH)
    return FALSE;

  for (guint i = 0; i < BARY_ID_LENGTH; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (text[i] != '-')
            return FALSE;
        }
      else if (!g_ascii_isdigit (text[i]) && !(text[i] >= 'a' && text[i] <= 'f'))
        return FALSE;
    }

  return TRUE;
}
