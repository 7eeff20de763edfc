#include "bary-period-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static gboolean
lend_to_bare (BaryPoint       *point,
              const BaryPoint *lender)
{
  BaryPoint lent = *lender;

  lent.n = point->n;
  switch (lender->kind)
    {
    case BARY_POINT_DAY:
      lent.weekday = 0;
      if (point->part != 0)
        return FALSE;
      break;
    case BARY_POINT_YEAR:
      lent.year = point->n;
      if (point->part != 0 || point->n < BARY_FIRST_YEAR || point->n > BARY_LAST_YEAR)
        return FALSE;
      break;
    case BARY_POINT_WEEKDAY:
    case BARY_POINT_WEEK:
    case BARY_POINT_DECADE:
    case BARY_POINT_HALF:
    case BARY_POINT_QUARTER:
    case BARY_POINT_SEMESTER:
    case BARY_POINT_TRIMESTER:
      break;
    default:
      return FALSE;
    }

  *point = lent;
  return TRUE;
}

/* What a point lacks it has of the one that follows: «12, 19 мая», «май – июнь 2022». */
static gboolean
lend (BaryPoint       *point,
      const BaryPoint *lender)
{
  if (point->kind == BARY_POINT_BARE)
    return lender != NULL && lend_to_bare (point, lender);

  if (lender != NULL && point->year == 0 && lender->year != 0 && lender->kind != BARY_POINT_YEAR && bary_point_get_month (point) != 0 &&
      bary_point_get_month (lender) != 0)
    point->year = lender->year - (bary_point_get_month (point) > bary_point_get_month (lender) ? 1 : 0);
  return TRUE;
}

static gboolean
lend_all (GArray *items)
{
  const BaryPoint *lender = NULL;

  for (guint i = items->len; i-- > 0;)
    {
      BaryItem *item = &g_array_index (items, BaryItem, i);

      if (!lend (&item->to, lender))
        return FALSE;
      if (item->kind != BARY_ITEM_RANGE)
        item->from = item->to;
      else if (!lend (&item->from, &item->to))
        return FALSE;
      lender = &item->from;
    }
  return TRUE;
}

static void
set_year (BaryPoint *point,
          int        school_year)
{
  if (point->year == 0 && bary_point_get_month (point) != 0)
    point->year = bary_school_year_of_month (school_year, bary_point_get_month (point));
}

/* The end is the first such day after the beginning. */
static void
set_year_after (BaryPoint       *point,
                const BaryPoint *from)
{
  if (point->year == 0 && bary_point_get_month (point) != 0 && bary_point_get_month (from) != 0)
    point->year = from->year + (bary_point_get_month (point) < bary_point_get_month (from) ? 1 : 0);
}

static BaryDaySpan
open_span (const BaryItem *item,
           BaryDaySpan     from,
           BaryDaySpan     to)
{
  BaryDay day = item->kind == BARY_ITEM_SINCE ? from.first : to.last;
  BaryDaySpan year;

  if (item->kind == BARY_ITEM_UNTIL && !item->inclusive && (item->to.kind == BARY_POINT_MONTH || item->to.kind == BARY_POINT_YEAR))
    day = to.first - 1;
  year = bary_school_year_span (bary_day_get_school_year (day));
  return item->kind == BARY_ITEM_SINCE ? (BaryDaySpan) { day, year.last } : (BaryDaySpan) { year.first, day };
}

static gboolean
settle_item (BaryItem               *item,
             int                     school_year,
             const BarySchoolTerms  *terms,
             GError                **error)
{
  BaryDaySpan from, to;

  set_year (&item->from, school_year);
  set_year_after (&item->to, &item->from);
  set_year (&item->to, school_year);
  if (!bary_point_settle (&item->from, school_year, terms, &from, error) ||
      !bary_point_settle (&item->to, school_year, terms, &to, error))
    return FALSE;

  item->span = (BaryDaySpan) { from.first, to.last };
  item->precision = MAX (bary_point_get_precision (&item->from), bary_point_get_precision (&item->to));
  if (item->kind == BARY_ITEM_UNTIL || item->kind == BARY_ITEM_SINCE)
    {
      item->span = open_span (item, from, to);
      item->precision = BARY_PRECISION_DAY;
    }
  if (item->span.first <= item->span.last && (item->kind != BARY_ITEM_RANGE || from.last <= to.last))
    return TRUE;

  g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_BACKWARDS, _("The end of the range is before its beginning"));
  return FALSE;
}

gboolean
bary_period_settle (BaryPhrase             *phrase,
                    int                     school_year,
                    const BarySchoolTerms  *terms,
                    GError                **error)
{
  const BaryItem *last = &g_array_index (phrase->items, BaryItem, phrase->items->len - 1);

  if (!lend_all (phrase->items))
    {
      g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("A number stands without its month"));
      return FALSE;
    }

  for (guint i = 0; i < phrase->items->len; i++)
    if (!settle_item (&g_array_index (phrase->items, BaryItem, i), school_year, terms, error))
      return FALSE;

  if (phrase->start_minute < 0 || last->precision == BARY_PRECISION_DAY)
    return TRUE;
  g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("An hour is named, but not the day"));
  return FALSE;
}
