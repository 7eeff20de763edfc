#include "bary-date.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static gboolean
read_date (const char *day,
           GDate      *date)
{
  guint year, month, dom;

  if (day == NULL || strlen (day) != 10 || day[4] != '-' || day[7] != '-')
    return FALSE;

  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (day[i]))
      return FALSE;

  year = atoi (day);
  month = atoi (day + 5);
  dom = atoi (day + 8);
  if (year < 1 || !g_date_valid_dmy (dom, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, dom, month, year);
  return TRUE;
}

static char *
write_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date),
                          g_date_get_month (date), g_date_get_day (date));
}

gboolean
bary_date_is_valid (const char *day)
{
  GDate date;

  return read_date (day, &date);
}

static gboolean
is_number (const char *text,
           gsize       fewest,
           gsize       most)
{
  gsize digits = strspn (text, "0123456789");

  return text[digits] == '\0' && digits >= fewest && digits <= most;
}

char *
bary_date_parse (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_auto (GStrv) parts = NULL;
  g_autofree char *iso = NULL;

  if (bary_date_is_valid (stripped))
    return g_steal_pointer (&stripped);

  parts = g_strsplit (stripped, ".", 4);
  if (g_strv_length (parts) != 3 || !is_number (parts[0], 1, 2) || !is_number (parts[1], 1, 2) ||
      !(is_number (parts[2], 2, 2) || is_number (parts[2], 4, 4)))
    return NULL;

  iso = g_strdup_printf ("%04d-%02d-%02d", atoi (parts[2]) + (strlen (parts[2]) == 2 ? 2000 : 0),
                         atoi (parts[1]), atoi (parts[0]));
  return bary_date_is_valid (iso) ? g_steal_pointer (&iso) : NULL;
}

int
bary_moment_compare (const char *a,
                     const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (!g_str_equal (a, b) && (g_str_has_prefix (a, b) || g_str_has_prefix (b, a)))
    return strlen (a) < strlen (b) ? 1 : -1;
  return strcmp (a, b);
}

char *
bary_time_parse (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_auto (GStrv) parts = g_strsplit_set (stripped, ":.-", 3);

  if (g_strv_length (parts) != 2 || !is_number (parts[0], 1, 2) || !is_number (parts[1], 2, 2) ||
      atoi (parts[0]) > 23 || atoi (parts[1]) > 59)
    return NULL;

  return g_strdup_printf ("%02d:%02d", atoi (parts[0]), atoi (parts[1]));
}

char *
bary_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

char *
bary_date_add_days (const char *day,
                    int         days)
{
  GDate date;

  g_return_val_if_fail (read_date (day, &date), NULL);

  if (days >= 0)
    g_date_add_days (&date, days);
  else
    g_date_subtract_days (&date, -days);

  return write_date (&date);
}

int
bary_date_days_between (const char *from,
                        const char *to)
{
  GDate a, b;

  g_return_val_if_fail (read_date (from, &a) && read_date (to, &b), 0);

  return g_date_days_between (&a, &b);
}

int
bary_school_year_of (const char *day)
{
  GDate date;

  g_return_val_if_fail (read_date (day, &date), 0);

  return g_date_get_year (&date) - (g_date_get_month (&date) < G_DATE_SEPTEMBER ? 1 : 0);
}

char *
bary_school_year_start (int year)
{
  return g_strdup_printf ("%04d-09-01", year);
}

char *
bary_school_year_end (int year)
{
  return g_strdup_printf ("%04d-08-31", year + 1);
}

char *
bary_school_year_to_string (int year)
{
  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

char *
bary_date_to_words (const char *day)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  if (!read_date (day, &date))
    return g_strdup (day);

  time = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
  /* Translators: a day with its year, as strftime writes it: "12 May 2025" */
  return g_date_time_format (time, _("%-e %B %Y"));
}

gboolean
bary_range_is_valid (const char *from,
                     const char *to)
{
  return from == NULL || to == NULL || strcmp (from, to) <= 0;
}

gboolean
bary_range_covers (const char *from,
                   const char *to,
                   const char *day)
{
  return (from == NULL || strcmp (from, day) <= 0) && (to == NULL || strcmp (day, to) <= 0);
}

gboolean
bary_range_overlaps (const char *from_a,
                     const char *to_a,
                     const char *from_b,
                     const char *to_b)
{
  return (from_a == NULL || to_b == NULL || strcmp (from_a, to_b) <= 0) &&
         (from_b == NULL || to_a == NULL || strcmp (from_b, to_a) <= 0);
}

char *
bary_moment_to_words (gint64 milliseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autoptr (GDateTime) moment = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : NULL;
  g_autofree char *words = day != NULL ? bary_date_to_words (day) : NULL;
  g_autofree char *time = moment != NULL ? g_date_time_format (moment, "%H:%M") : NULL;

  if (words == NULL)
    return g_strdup ("");

  /* Translators: 1: a day, 2: a time of it: “12 May 2025, 14:03”. */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), words, time);
}
