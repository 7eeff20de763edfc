#include "bary-store-plan.h"

#include "bary-kinds.h"

#include <stdlib.h>

static const char *const act_states[] = { "law", "draft", "forecast" };

/* Returns: the number of a word, or 0. */
static guint
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return 0;
}

static GPtrArray *
select_all (BaryStore   *store,
            BaryKind     kind,
            const char  *sort,
            int          school_year,
            GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  g_autofree char *year = g_strdup_printf ("%d", school_year);

  if (school_year > 0)
    bary_query_where (query, "school_year", year);
  bary_query_sort (query, sort, FALSE);
  return bary_store_select (store, query, error);
}

/* Days */

/* A calendar knows the two years that its school year touches. */
static gboolean
is_known (const BarySchoolCalendar *calendar,
          BaryDay                   day)
{
  int year = bary_day_get_year (day), first = bary_school_calendar_get_school_year (calendar);

  return year == first || year == first + 1;
}

static void
set_day (BarySchoolCalendar *calendar,
         BaryCalendarDay    *record)
{
  static const char *const kinds[] = { "day_off", "shortened", "working" };
  static const BaryDayKind meant[] = { BARY_DAY_OFF, BARY_DAY_SHORTENED, BARY_DAY_WORKED };
  BarySpecialDay day = {
    .day = bary_day_from_iso (record->day), .kind = meant[find_word (kinds, G_N_ELEMENTS (kinds), record->kind)],
    .name = record->name, .source = record->source,
    .state = (BaryActState) find_word (act_states, G_N_ELEMENTS (act_states), record->state),
  };

  day.shortened = day.kind == BARY_DAY_SHORTENED;
  if (is_known (calendar, day.day))
    bary_school_calendar_set_day (calendar, &day);
}

/* Terms */

static BaryDaySpan
get_span (BaryCalendarTerm *term)
{
  return (BaryDaySpan) { bary_day_from_iso (term->from), bary_day_from_iso (term->to) };
}

/* Vacations are numbered as BaryVacation, from 1. */
static void
set_term (BarySchoolTerms  *terms,
          BaryCalendarTerm *term)
{
  guint number = term->number != NULL ? (guint) atoi (term->number) : 0;

  if (g_strcmp0 (term->kind, "quarter") == 0 && number >= 1 && number <= BARY_N_QUARTERS)
    terms->quarters[number - 1] = get_span (term);
  if (g_strcmp0 (term->kind, "vacation") == 0 && number >= 1 && number <= BARY_N_VACATIONS)
    terms->vacations[number - 1] = get_span (term);
}

static void
set_terms (BarySchoolCalendar *calendar,
           GPtrArray          *records)
{
  BarySchoolTerms terms = *bary_school_calendar_get_terms (calendar);

  for (guint i = 0; i < records->len; i++)
    set_term (&terms, records->pdata[i]);
  bary_school_calendar_set_terms (calendar, &terms);
  for (guint i = 0; i < records->len; i++)
    {
      BaryCalendarTerm *term = records->pdata[i];

      if (g_strcmp0 (term->kind, "exam") == 0)
        bary_school_calendar_add_exams (calendar, get_span (term), term->name != NULL ? term->name : "",
                                        (BaryActState) find_word (act_states, G_N_ELEMENTS (act_states), term->state));
    }
}

BarySchoolCalendar *
bary_store_read_calendar (BaryStore   *store,
                          int          school_year,
                          GError     **error)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (school_year);
  g_autoptr (GPtrArray) days = select_all (store, BARY_KIND_CALENDAR_DAY, "day", 0, error);
  g_autoptr (GPtrArray) terms = days != NULL ? select_all (store, BARY_KIND_CALENDAR_TERM, "from", school_year, error) : NULL;

  if (terms == NULL)
    return NULL;

  for (guint i = 0; i < days->len; i++)
    set_day (calendar, days->pdata[i]);
  set_terms (calendar, terms);
  return g_steal_pointer (&calendar);
}

/* Rules */

void
bary_duty_rules_free (BaryDutyRules *self)
{
  g_array_unref (self->rules);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
is_stage_beside (BaryObligationRule *record,
                 BaryObligationRule *other)
{
  return other != record && g_strcmp0 (record->duty, "stage") == 0 && g_strcmp0 (other->duty, "stage") == 0 &&
         g_strcmp0 (other->event_kind, record->event_kind) == 0;
}

/* Stages of one contest are told apart by their order in time, those that are switched off counted, too; a single one has none. */
static guint
find_ordinal (GPtrArray          *records,
              BaryObligationRule *record)
{
  guint n_beside = 0, n_before = 0;

  for (guint i = 0; i < records->len; i++)
    {
      BaryObligationRule *other = records->pdata[i];
      double order = g_ascii_strtod (other->first_day, NULL) - g_ascii_strtod (record->first_day, NULL);

      if (!is_stage_beside (record, other))
        continue;
      if (order == 0)
        order = g_ascii_strtod (other->last_day, NULL) - g_ascii_strtod (record->last_day, NULL);
      if (order == 0)
        order = g_strcmp0 (bary_record_get_id (BARY_RECORD (other)), bary_record_get_id (BARY_RECORD (record)));
      n_beside++;
      n_before += order < 0;
    }
  return n_beside > 0 ? n_before + 1 : 0;
}

static void
add_rule (BaryDutyRules      *self,
          GPtrArray          *records,
          BaryObligationRule *record)
{
  static const char *const duties[] = { "announcement", "reminder", "eve", "press_release", "correction", "meeting", "report", "stage" };
  static const char *const bases[] = { "start", "end", "quarter", "half_year" };
  BaryDutyRule rule = {
    .name = g_string_chunk_insert (self->texts, record->name),
    .duty = (BaryDuty) find_word (duties, G_N_ELEMENTS (duties), record->duty),
    .ordinal = find_ordinal (records, record),
    .anchor = (BaryAnchor) find_word (bases, G_N_ELEMENTS (bases), record->base),
    .from = (int) g_ascii_strtod (record->first_day, NULL),
    .to = (int) g_ascii_strtod (record->last_day, NULL),
    .lead = record->lead != NULL ? atoi (record->lead) : 0,
    .event_kind = record->event_kind != NULL ? g_string_chunk_insert (self->texts, record->event_kind) : NULL,
  };

  /* «желательно повторить за 3-4 дня до мероприятия и накануне», says the programme. */
  rule.desirable = rule.duty == BARY_DUTY_REMINDER || rule.duty == BARY_DUTY_EVE;
  g_array_append_val (self->rules, rule);
}

BaryDutyRules *
bary_store_read_duty_rules (BaryStore  *store,
                            GError    **error)
{
  g_autoptr (GPtrArray) records = select_all (store, BARY_KIND_OBLIGATION_RULE, "name", 0, error);
  BaryDutyRules *self;
  guint n_default;
  const BaryDutyRule *built_in = bary_duty_rules_get_default (&n_default);

  if (records == NULL)
    return NULL;

  self = g_new (BaryDutyRules, 1);
  self->rules = g_array_new (FALSE, FALSE, sizeof (BaryDutyRule));
  self->texts = g_string_chunk_new (256);
  if (records->len == 0)
    g_array_append_vals (self->rules, built_in, n_default);
  for (guint i = 0; i < records->len; i++)
    if (BARY_OBLIGATION_RULE (records->pdata[i])->off == NULL)
      add_rule (self, records, records->pdata[i]);
  return self;
}
