#include "bary-school-calendar-private.h"

#include "bary-period.h"
#include "bary-text.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The government's resolutions «О переносе выходных дней», as they move days. */
static const struct {
  int         year;
  const char *source;
  const char *text;
} resolutions[] = {
  { 2013, "Постановление Правительства РФ от 15.10.2012 № 1048",
    "с субботы 5 января на четверг 2 мая; с воскресенья 6 января на пятницу 3 мая; "
    "с понедельника 25 февраля на пятницу 10 мая" },
  { 2014, "Постановление Правительства РФ от 28.05.2013 № 444",
    "с субботы 4 января на пятницу 2 мая; с воскресенья 5 января на пятницу 13 июня; "
    "с понедельника 24 февраля на понедельник 3 ноября" },
  { 2015, "Постановление Правительства РФ от 27.08.2014 № 860",
    "с субботы 3 января на пятницу 9 января; с воскресенья 4 января на понедельник 4 мая" },
  { 2016, "Постановление Правительства РФ от 24.09.2015 № 1017",
    "с субботы 2 января на вторник 3 мая; с воскресенья 3 января на понедельник 7 марта; "
    "с субботы 20 февраля на понедельник 22 февраля" },
  { 2017, "Постановление Правительства РФ от 04.08.2016 № 756",
    "с воскресенья 1 января на пятницу 24 февраля; с субботы 7 января на понедельник 8 мая" },
  { 2018, "Постановление Правительства РФ от 14.10.2017 № 1250",
    "с субботы 6 января на пятницу 9 марта; с воскресенья 7 января на среду 2 мая; "
    "с субботы 28 апреля на понедельник 30 апреля; с субботы 9 июня на понедельник 11 июня; "
    "с субботы 29 декабря на понедельник 31 декабря" },
  { 2019, "Постановление Правительства РФ от 01.10.2018 № 1163",
    "с субботы 5 января на четверг 2 мая; с воскресенья 6 января на пятницу 3 мая; "
    "с субботы 23 февраля на пятницу 10 мая" },
  { 2020, "Постановление Правительства РФ от 10.07.2019 № 875",
    "с субботы 4 января на понедельник 4 мая; с воскресенья 5 января на вторник 5 мая" },
  { 2021, "Постановление Правительства РФ от 10.10.2020 № 1648",
    "с субботы 2 января на пятницу 5 ноября; с воскресенья 3 января на пятницу 31 декабря; "
    "с субботы 20 февраля на понедельник 22 февраля" },
  { 2022, "Постановление Правительства РФ от 16.09.2021 № 1564",
    "с субботы 1 января на вторник 3 мая; с воскресенья 2 января на вторник 10 мая; "
    "с субботы 5 марта на понедельник 7 марта" },
  { 2023, "Постановление Правительства РФ от 29.08.2022 № 1505",
    "с воскресенья 1 января на пятницу 24 февраля; с воскресенья 8 января на понедельник 8 мая" },
  { 2024, "Постановление Правительства РФ от 10.08.2023 № 1314",
    "с субботы 6 января на пятницу 10 мая; с воскресенья 7 января на вторник 31 декабря; "
    "с субботы 27 апреля на понедельник 29 апреля; с субботы 2 ноября на вторник 30 апреля; "
    "с субботы 28 декабря на понедельник 30 декабря" },
  { 2025, "Постановление Правительства РФ от 04.10.2024 № 1335",
    "с субботы 4 января на пятницу 2 мая; с воскресенья 5 января на среду 31 декабря; "
    "с воскресенья 23 февраля на четверг 8 мая; с субботы 8 марта на пятницу 13 июня; "
    "с субботы 1 ноября на понедельник 3 ноября" },
  { 2026, "Постановление Правительства РФ от 24.09.2025 № 1466",
    "с субботы 3 января на пятницу 9 января; с воскресенья 4 января на четверг 31 декабря" },
};

gboolean
bary_resolution_find (int           year,
                      const char  **source,
                      const char  **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    if (resolutions[i].year == year)
      {
        *source = resolutions[i].source;
        *text = resolutions[i].text;
        return TRUE;
      }
  return FALSE;
}

/* A school year reads a day as one of its own: a calendar year is in two of them. */
static gboolean
read_day (const char  *words,
          int          year,
          BaryDay     *day,
          GError     **error)
{
  for (int school_year = year - 1; school_year <= year; school_year++)
    {
      g_auto (BaryPeriod) period = { 0 };

      if (bary_period_parse (words, school_year, &period, NULL) && period.kind == BARY_PERIOD_DAY &&
          bary_day_get_year (period.earliest) == year)
        {
          *day = period.earliest;
          return TRUE;
        }
    }

  /* Translators: 1: words, 2: a year; also if the day of the week is another in that year */
  g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("“%1$s” is not a day of %2$d"), words, year);
  return FALSE;
}

/* «с субботы 3 января на пятницу 9 января» */
static gboolean
read_transfer (const char    *text,
               int            year,
               BaryTransfer  *transfer,
               GError       **error)
{
  const char *from = g_str_has_prefix (text, "с ") || g_str_has_prefix (text, "со ") ? strchr (text, ' ') + 1 : NULL;
  const char *to = from != NULL ? strstr (from, " на ") : NULL;
  g_autofree char *from_words = NULL;

  if (to == NULL)
    {
      /* Translators: %s: the words that were found instead */
      g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE,
                   _("“%s”: a transfer reads “с субботы 3 января на пятницу 9 января”"), text);
      return FALSE;
    }

  from_words = g_strndup (from, to - from);
  return read_day (from_words, year, &transfer->from, error) && read_day (to + strlen (" на "), year, &transfer->to, error);
}

/* What stands before a colon introduces the transfers. */
static char *
strip_part (const char *part)
{
  const char *colon = strchr (part, ':');
  char *folded = bary_text_fold (colon != NULL ? colon + 1 : part);

  g_strstrip (folded);
  while (*folded != '\0' && strchr (",.", folded[strlen (folded) - 1]) != NULL)
    folded[strlen (folded) - 1] = '\0';
  return folded;
}

GArray *
bary_transfers_parse (const char  *text,
                      int          year,
                      GError     **error)
{
  g_autoptr (GArray) transfers = g_array_new (FALSE, FALSE, sizeof (BaryTransfer));
  g_auto (GStrv) parts = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("This is not a date"));
      return NULL;
    }

  parts = g_strsplit_set (text, ";\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = strip_part (parts[i]);
      BaryTransfer transfer;

      if (*part == '\0')
        continue;
      if (!read_transfer (part, year, &transfer, error))
        return NULL;
      g_array_append_val (transfers, transfer);
    }

  if (transfers->len > 0)
    return g_steal_pointer (&transfers);
  g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_EMPTY, _("No transfer is written here"));
  return NULL;
}
