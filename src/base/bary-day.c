#include "bary-day.h"

#include "bary-date.h"

#include <stdlib.h>

BaryDay
bary_day_new (int year,
              int month,
              int dom)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || dom < 1 || dom > 31 || !g_date_valid_dmy (dom, month, year))
    return BARY_NO_DAY;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, dom, month, year);
  return g_date_get_julian (&date);
}

void
bary_day_split (BaryDay  day,
                int     *year,
                int     *month,
                int     *dom)
{
  GDate date;

  g_return_if_fail (day != BARY_NO_DAY);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *dom = g_date_get_day (&date);
}

BaryDay
bary_day_from_iso (const char *iso)
{
  return bary_date_is_valid (iso) ? bary_day_new (atoi (iso), atoi (iso + 5), atoi (iso + 8)) : BARY_NO_DAY;
}

char *
bary_day_to_iso (BaryDay day)
{
  int year, month, dom;

  if (day == BARY_NO_DAY)
    return NULL;

  bary_day_split (day, &year, &month, &dom);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
}

int
bary_day_get_weekday (BaryDay day)
{
  return (day - 1) % 7 + 1;
}

BaryDay
bary_day_get_monday (BaryDay day)
{
  return day + 1 - bary_day_get_weekday (day);
}

int
bary_day_get_year (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return year;
}

int
bary_month_get_length (int year,
                       int month)
{
  return g_date_get_days_in_month (month, year);
}

BaryDay
bary_day_nth_weekday (int year,
                      int month,
                      int weekday,
                      int nth)
{
  int length = bary_month_get_length (year, month);
  BaryDay first = bary_day_new (year, month, 1);
  BaryDay last = first + length - 1;
  BaryDay day;

  if (nth < 0)
    return last - (bary_day_get_weekday (last) - weekday + 7) % 7;

  day = first + (weekday - bary_day_get_weekday (first) + 7) % 7 + 7 * (nth - 1);
  return nth >= 1 && day <= last ? day : BARY_NO_DAY;
}

int
bary_day_get_school_year (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return year - (month < G_DATE_SEPTEMBER ? 1 : 0);
}

BaryDaySpan
bary_school_year_span (int school_year)
{
  return (BaryDaySpan) { bary_day_new (school_year, 9, 1), bary_day_new (school_year + 1, 8, 31) };
}

int
bary_school_year_of_month (int school_year,
                           int month)
{
  return school_year + (month < G_DATE_SEPTEMBER ? 1 : 0);
}

gboolean
bary_day_span_covers (BaryDaySpan span,
                      BaryDay     day)
{
  return span.first <= day && day <= span.last;
}

gboolean
bary_day_span_overlaps (BaryDaySpan a,
                        BaryDaySpan b)
{
  return a.first <= b.last && b.first <= a.last;
}
