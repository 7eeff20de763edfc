#include "bary-period-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

int
bary_point_get_month (const BaryPoint *point)
{
  static const int seasons[] = { 9, 12, 3, 6 };

  switch (point->kind)
    {
    case BARY_POINT_TRIMESTER:
      return point->n * 3 - 2;
    case BARY_POINT_SEASON:
      return seasons[point->n];
    default:
      return point->month;
    }
}

BaryPrecision
bary_point_get_precision (const BaryPoint *point)
{
  switch (point->kind)
    {
    case BARY_POINT_DAY:
    case BARY_POINT_WEEKDAY:
      return BARY_PRECISION_DAY;
    case BARY_POINT_PART:
      return point->month != 0 ? BARY_PRECISION_PART : BARY_PRECISION_MONTH;
    case BARY_POINT_WEEK:
    case BARY_POINT_DECADE:
    case BARY_POINT_HALF:
    case BARY_POINT_QUARTER_PART:
    case BARY_POINT_QUARTER_WEEK:
    case BARY_POINT_VACATION:
      return BARY_PRECISION_PART;
    case BARY_POINT_MONTH:
      return BARY_PRECISION_MONTH;
    case BARY_POINT_YEAR:
    case BARY_POINT_SCHOOL_YEAR:
      return BARY_PRECISION_YEAR;
    default:
      return BARY_PRECISION_TERM;
    }
}

static gboolean
settle_day (const BaryPoint  *point,
            BaryDaySpan      *span,
            GError          **error)
{
  span->first = span->last = bary_day_new (point->year, point->month, point->n);
  if (span->first == BARY_NO_DAY)
    {
      /* Translators: 1: a day, 2: a month as a number, 3: a year */
      g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NO_SUCH_DAY, _("There is no day %1$d.%2$02d.%3$d"), point->n,
                   point->month, point->year);
      return FALSE;
    }
  if (point->weekday == 0 || point->weekday == bary_day_get_weekday (span->first))
    return TRUE;

  g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_WRONG_WEEKDAY, _("%1$d.%2$02d.%3$d is another day of the week"),
               point->n, point->month, point->year);
  return FALSE;
}

/* The n-th of several equal parts of a month, the last of them taking what remains. @length: days of a part. */
static gboolean
cut_month (const BaryPoint *point,
           int              length,
           int              parts,
           BaryDaySpan     *span)
{
  BaryDay first = bary_day_new (point->year, point->month, 1);
  BaryDay last = first + bary_month_get_length (point->year, point->month) - 1;

  if (point->n == BARY_LAST && length == 7)
    *span = (BaryDaySpan) { last - 6, last };
  else
    {
      int n = point->n == BARY_LAST ? parts : point->n;

      span->first = first + length * (n - 1);
      span->last = n == parts ? last : span->first + length - 1;
      return n >= 1 && n <= parts && span->first <= last;
    }
  return TRUE;
}

static BaryDaySpan
months (int year,
        int month,
        int n_months)
{
  int last = month - 1 + n_months - 1;

  return (BaryDaySpan) {
    bary_day_new (year, month, 1),
    bary_day_new (year + last / 12, last % 12 + 1, bary_month_get_length (year + last / 12, last % 12 + 1)),
  };
}

/* The beginning of a school year is September, its middle December and January, its end May and June. */
static BaryDaySpan
part_of_school_year (int year,
                     int part)
{
  switch (part)
    {
    case BARY_PART_BEGINNING:
      return months (year, 9, 1);
    case BARY_PART_MIDDLE:
      return months (year, 12, 2);
    case BARY_PART_END:
    default:
      return months (year + 1, 5, 2);
    }
}

/* Terms are known of the school year that is read in. */
static gboolean
is_of_other_year (const BaryPoint *point,
                  int              school_year)
{
  return (point->kind == BARY_POINT_QUARTER || point->kind == BARY_POINT_SEMESTER) && point->year != 0 && point->year != school_year;
}

static gboolean
settle_quarter (const BaryPoint       *point,
                const BarySchoolTerms *terms,
                BaryDaySpan           *span)
{
  int third;

  if (point->n < 1 || point->n > BARY_N_QUARTERS)
    return FALSE;
  *span = terms->quarters[point->n - 1];
  if (point->kind == BARY_POINT_QUARTER)
    return TRUE;

  if (point->kind == BARY_POINT_QUARTER_WEEK)
    {
      int week = point->part;

      if (week == BARY_LAST)
        week = bary_school_terms_get_week (terms, span->last);
      return bary_school_terms_find_week (terms, point->n, week, span);
    }

  third = (span->last - span->first + 1) / 3;
  span->first += point->part == BARY_PART_BEGINNING ? 0 : point->part == BARY_PART_MIDDLE ? third : 2 * third;
  if (point->part != BARY_PART_END)
    span->last = span->first + third - 1;
  return TRUE;
}

static gboolean
settle_vague (const BaryPoint       *point,
              int                    school_year,
              const BarySchoolTerms *terms,
              BaryDaySpan           *span)
{
  int year = point->year != 0 ? point->year : school_year;

  switch (point->kind)
    {
    case BARY_POINT_WEEKDAY:
      span->first = span->last = bary_day_nth_weekday (point->year, point->month, point->weekday, point->n);
      return span->first != BARY_NO_DAY;
    case BARY_POINT_MONTH:
      *span = months (point->year, point->month, 1);
      return TRUE;
    case BARY_POINT_PART:
      if (point->month != 0)
        return cut_month (point, 10, 3, span);
      *span = part_of_school_year (year, point->n);
      return TRUE;
    case BARY_POINT_WEEK:
      return cut_month (point, 7, 5, span);
    case BARY_POINT_DECADE:
      return cut_month (point, 10, 3, span);
    case BARY_POINT_HALF:
      return cut_month (point, 15, 2, span);
    case BARY_POINT_SEMESTER:
      *span = (BaryDaySpan) { terms->quarters[point->n == 1 ? 0 : 2].first, terms->quarters[point->n == 1 ? 1 : 3].last };
      return point->n == 1 || point->n == 2;
    case BARY_POINT_TRIMESTER:
    case BARY_POINT_SEASON:
      *span = months (point->year, bary_point_get_month (point), 3);
      return TRUE;
    case BARY_POINT_VACATION:
      *span = terms->vacations[point->n];
      return TRUE;
    case BARY_POINT_YEAR:
      *span = months (point->year, 1, 12);
      return TRUE;
    case BARY_POINT_SCHOOL_YEAR:
      *span = bary_school_year_span (year);
      return TRUE;
    default:
      return settle_quarter (point, terms, span);
    }
}

gboolean
bary_point_settle (const BaryPoint        *point,
                   int                     school_year,
                   const BarySchoolTerms  *terms,
                   BaryDaySpan            *span,
                   GError                **error)
{
  if (point->kind == BARY_POINT_DAY)
    return settle_day (point, span, error);

  if ((point->kind != BARY_POINT_TRIMESTER || (point->n >= 1 && point->n <= 4)) && !is_of_other_year (point, school_year) &&
      settle_vague (point, school_year, terms, span))
    return TRUE;
  g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NO_SUCH_DAY, _("There is no such week, quarter or half"));
  return FALSE;
}
