#include "bary-period-private.h"

#include "bary-text.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A date is a short phrase; what is longer is a text pasted into the wrong place. */
#define LONGEST 400

G_DEFINE_QUARK (bary-period-error-quark, bary_period_error)

static BaryPeriodKind
kind_of_point (const BaryPoint *point)
{
  switch (point->kind)
    {
    case BARY_POINT_DAY:
    case BARY_POINT_WEEKDAY:
      return BARY_PERIOD_DAY;
    case BARY_POINT_MONTH:
      return BARY_PERIOD_MONTH;
    case BARY_POINT_TRIMESTER:
    case BARY_POINT_YEAR:
      return BARY_PERIOD_MONTHS;
    case BARY_POINT_SCHOOL_YEAR:
      return BARY_PERIOD_WHOLE;
    case BARY_POINT_QUARTER:
    case BARY_POINT_QUARTER_PART:
    case BARY_POINT_QUARTER_WEEK:
    case BARY_POINT_SEMESTER:
    case BARY_POINT_VACATION:
      return BARY_PERIOD_TERM;
    default:
      return BARY_PERIOD_APPROXIMATE;
    }
}

static BaryPeriodKind
kind_of_item (const BaryItem *item)
{
  BaryPeriodKind kind = kind_of_point (&item->from);

  if (item->about)
    return BARY_PERIOD_APPROXIMATE;
  if (item->kind == BARY_ITEM_UNTIL)
    return BARY_PERIOD_UNTIL;
  if (item->kind == BARY_ITEM_SINCE)
    return BARY_PERIOD_SINCE;
  if (item->kind == BARY_ITEM_SINGLE)
    return kind;
  if (kind == BARY_PERIOD_TERM)
    return BARY_PERIOD_TERM;
  return item->precision == BARY_PRECISION_DAY ? BARY_PERIOD_RANGE
         : item->precision == BARY_PRECISION_PART ? BARY_PERIOD_APPROXIMATE
                                                   : BARY_PERIOD_MONTHS;
}

static BaryPeriodKind
kind_of_items (GArray *items)
{
  const BaryItem *first = &g_array_index (items, BaryItem, 0);
  BaryPeriodKind kind = kind_of_item (first);
  gboolean alternatives = FALSE, approximate = FALSE;

  for (guint i = 1; i < items->len; i++)
    {
      const BaryItem *item = &g_array_index (items, BaryItem, i);
      BaryPeriodKind other = kind_of_item (item);

      alternatives |= item->alternative;
      approximate |= other == BARY_PERIOD_APPROXIMATE;
      kind = MAX (kind, other);
    }

  if (items->len == 1)
    return kind;
  if (alternatives)
    return BARY_PERIOD_ALTERNATIVES;
  if (approximate)
    return BARY_PERIOD_APPROXIMATE;
  return kind <= BARY_PERIOD_RANGE ? BARY_PERIOD_DAYS : MAX (kind, BARY_PERIOD_MONTHS);
}

static void
set_spans (BaryPeriod *self,
           GArray     *items)
{
  self->spans = g_new (BaryDaySpan, items->len);
  self->n_spans = items->len;
  self->precision = BARY_PRECISION_DAY;
  self->earliest = G_MAXUINT32;
  for (guint i = 0; i < items->len; i++)
    {
      const BaryItem *item = &g_array_index (items, BaryItem, i);

      self->spans[i] = item->span;
      self->precision = MAX (self->precision, item->precision);
      self->earliest = MIN (self->earliest, item->span.first);
      self->latest = MAX (self->latest, item->span.last);
    }
}

static char *
write_phrase (BaryPeriodKind kind)
{
  return g_strdup (kind == BARY_PERIOD_WHOLE ? "весь период" : "дата уточняется");
}

static void
init_phrase (BaryPeriod     *self,
             BaryPeriodKind  kind)
{
  BaryItem item = { .span = bary_school_year_span (self->school_year), .precision = BARY_PRECISION_YEAR };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BaryItem));

  g_array_append_val (items, item);
  self->kind = kind;
  set_spans (self, items);
  self->normal = write_phrase (kind);
}

static void
begin (BaryPeriod *self,
       const char *words,
       int         school_year)
{
  memset (self, 0, sizeof *self);
  self->words = g_strdup (words);
  self->school_year = school_year;
  self->start_minute = self->end_minute = -1;
}

void
bary_period_init_unset (BaryPeriod *self,
                        const char *words,
                        int         school_year)
{
  begin (self, words, school_year);
  init_phrase (self, BARY_PERIOD_UNSET);
}

static gboolean
init_items (BaryPeriod             *self,
            const char             *folded,
            const BarySchoolTerms  *terms,
            GError                **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BaryItem));
  BaryPhrase phrase = { items, -1, -1 };

  if (!bary_period_read (folded, &phrase, error) || !bary_period_settle (&phrase, self->school_year, terms, error))
    return FALSE;

  self->kind = kind_of_items (items);
  self->start_minute = phrase.start_minute;
  self->end_minute = phrase.end_minute;
  set_spans (self, items);
  if (items->len == 1 && self->kind == BARY_PERIOD_WHOLE && bary_day_get_school_year (self->earliest) == self->school_year)
    self->normal = write_phrase (BARY_PERIOD_WHOLE);
  else
    self->normal = bary_period_write_items (items, self->school_year, phrase.start_minute, phrase.end_minute);
  return TRUE;
}

gboolean
bary_period_parse_in_terms (const char             *words,
                            int                     school_year,
                            const BarySchoolTerms  *terms,
                            BaryPeriod             *period,
                            GError                **error)
{
  g_autofree char *folded = NULL;
  BaryPeriodKind kind;

  if (strlen (words) > LONGEST || !g_utf8_validate (words, -1, NULL))
    {
      g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("This is not a date"));
      return FALSE;
    }
  folded = bary_text_fold (words);
  if (*g_strchomp (folded) == '\0')
    {
      g_set_error_literal (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_EMPTY, _("The date is not filled in"));
      return FALSE;
    }

  begin (period, words, school_year);
  if (bary_period_find_phrase (folded, &kind))
    init_phrase (period, kind);
  else if (!init_items (period, folded, terms, error))
    {
      bary_period_clear (period);
      return FALSE;
    }
  return TRUE;
}

gboolean
bary_period_parse (const char  *words,
                   int          school_year,
                   BaryPeriod  *period,
                   GError     **error)
{
  BarySchoolTerms terms;

  bary_school_terms_init_usual (&terms, school_year);
  return bary_period_parse_in_terms (words, school_year, &terms, period, error);
}

static BaryPeriodKind
kind_of_spans (const BaryDaySpan *spans,
               guint              n_spans,
               gboolean           alternatives)
{
  if (n_spans > 1)
    return alternatives ? BARY_PERIOD_ALTERNATIVES : BARY_PERIOD_DAYS;
  return spans[0].first == spans[0].last ? BARY_PERIOD_DAY : BARY_PERIOD_RANGE;
}

void
bary_period_init_spans (BaryPeriod        *self,
                        const BaryDaySpan *spans,
                        guint              n_spans,
                        gboolean           alternatives,
                        int                start_minute,
                        int                end_minute,
                        int                school_year)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BaryItem));

  g_return_if_fail (n_spans > 0 && spans[0].first != BARY_NO_DAY && spans[0].first <= spans[0].last);

  for (guint i = 0; i < n_spans; i++)
    {
      BaryItem item = {
        spans[i].first == spans[i].last ? BARY_ITEM_SINGLE : BARY_ITEM_RANGE,
        .alternative = i > 0 && alternatives,
        .span = spans[i],
      };

      g_array_append_val (items, item);
    }

  memset (self, 0, sizeof *self);
  self->kind = kind_of_spans (spans, n_spans, alternatives);
  self->school_year = school_year;
  self->start_minute = start_minute;
  self->end_minute = end_minute;
  set_spans (self, items);
  self->normal = bary_period_write_items (items, school_year, start_minute, end_minute);
  self->words = g_strdup (self->normal);
}

void
bary_period_init_days (BaryPeriod *self,
                       BaryDay     first,
                       BaryDay     last,
                       int         school_year)
{
  BaryDaySpan span = { first, last };

  bary_period_init_spans (self, &span, 1, FALSE, -1, -1, school_year);
}

void
bary_period_copy (const BaryPeriod *self,
                  BaryPeriod       *copy)
{
  *copy = *self;
  copy->words = g_strdup (self->words);
  copy->normal = g_strdup (self->normal);
  copy->spans = g_memdup2 (self->spans, self->n_spans * sizeof (BaryDaySpan));
}

void
bary_period_clear (BaryPeriod *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->normal, g_free);
  g_clear_pointer (&self->spans, g_free);
  self->n_spans = 0;
}

gboolean
bary_period_equal (const BaryPeriod *a,
                   const BaryPeriod *b)
{
  return a->kind == b->kind && a->precision == b->precision && a->n_spans == b->n_spans && a->start_minute == b->start_minute &&
         a->end_minute == b->end_minute && memcmp (a->spans, b->spans, a->n_spans * sizeof (BaryDaySpan)) == 0;
}

gboolean
bary_period_is_fixed (const BaryPeriod *self)
{
  return self->kind <= BARY_PERIOD_RANGE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  BaryDay day_a = *(const BaryDay *) a, day_b = *(const BaryDay *) b;

  return day_a < day_b ? -1 : day_a > day_b;
}

GArray *
bary_period_get_days (const BaryPeriod *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (BaryDay));
  guint n = 0;

  if (!bary_period_is_fixed (self) && (self->kind != BARY_PERIOD_ALTERNATIVES || self->precision != BARY_PRECISION_DAY))
    return days;

  for (guint i = 0; i < self->n_spans; i++)
    for (BaryDay day = self->spans[i].first; day <= self->spans[i].last; day++)
      g_array_append_val (days, day);

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (n == 0 || g_array_index (days, BaryDay, n - 1) != g_array_index (days, BaryDay, i))
      g_array_index (days, BaryDay, n++) = g_array_index (days, BaryDay, i);
  g_array_set_size (days, n);
  return days;
}

BaryDay
bary_period_get_anchor (const BaryPeriod *self)
{
  if (bary_period_is_fixed (self))
    return self->earliest;
  return self->kind == BARY_PERIOD_UNTIL ? self->latest : BARY_NO_DAY;
}
