#include "bary-plan-move.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define NO_RULE G_MAXUINT

static BaryPlanMove *
move_new (void)
{
  BaryPlanMove *self = g_new0 (BaryPlanMove, 1);

  self->shifts = g_array_new (FALSE, FALSE, sizeof (BaryDutyShift));
  self->wrong = g_array_new (FALSE, FALSE, sizeof (guint));
  self->made = g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  self->solved = g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  return self;
}

void
bary_plan_move_free (BaryPlanMove *self)
{
  g_array_unref (self->shifts);
  g_array_unref (self->wrong);
  g_array_unref (self->made);
  g_array_unref (self->solved);
  g_free (self);
}

static gboolean
has_day (const BaryPeriod *period)
{
  return bary_period_get_anchor (period) != BARY_NO_DAY;
}

/* The first day that it may be. */
static BaryDay
first_day (const BaryPeriod *period)
{
  return has_day (period) ? bary_period_get_anchor (period) : period->earliest;
}

static gboolean
settles (const BaryPeriod *from,
         const BaryPeriod *to)
{
  return !has_day (from) && has_day (to) && from->earliest <= first_day (to) && to->latest <= from->latest;
}

static BaryConsent
find_consent (const BaryPlan      *plan,
              const BaryPlanEvent *event,
              const BaryPeriod    *to)
{
  BaryDaySpan year = bary_school_year_span (plan->school_year);
  BaryConsent consent = 0;

  if (first_day (to) < first_day (&event->period))
    consent |= BARY_CONSENT_EARLIER;
  if (first_day (to) < year.first || to->latest > year.last)
    consent |= BARY_CONSENT_OTHER_YEAR;
  if (event->n_moves >= 2)
    consent |= BARY_CONSENT_THIRD_MOVE;
  return consent;
}

static void
find_terms (const BarySchoolTerms *terms,
            const BaryPeriod      *period,
            int                   *quarter,
            int                   *report)
{
  BaryDay day = bary_period_get_anchor (period);

  *quarter = day != BARY_NO_DAY ? bary_school_terms_get_quarter (terms, day) : 0;
  *report = day == BARY_NO_DAY ? 0 : day <= terms->quarters[1].last ? 1 : 2;
}

static gboolean
same_days (const BaryObligation *a,
           const BaryObligation *b)
{
  return a->due == b->due && a->opens == b->opens && a->prepare == b->prepare && a->done == b->done;
}

static BaryObligation
find_of_rule (GArray *obligations,
              guint   rule)
{
  for (guint i = 0; i < obligations->len; i++)
    if (g_array_index (obligations, BaryObligation, i).rule == rule)
      return g_array_index (obligations, BaryObligation, i);
  return (BaryObligation) { .rule = NO_RULE, .event = -1, .cluster = -1, .done = -1 };
}

static void
compare_obligations (BaryPlanMove *self,
                     GArray       *was,
                     GArray       *now,
                     guint         n_rules)
{
  for (guint rule = 0; rule < n_rules; rule++)
    {
      BaryDutyShift shift = { find_of_rule (was, rule), find_of_rule (now, rule) };

      if (shift.was.rule != shift.now.rule || !same_days (&shift.was, &shift.now))
        g_array_append_val (self->shifts, shift);
    }
}

static gboolean
has_conflict (GArray             *conflicts,
              const BaryConflict *conflict)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const BaryConflict *it = &g_array_index (conflicts, BaryConflict, i);

      if (it->kind == conflict->kind && it->other == conflict->other)
        return TRUE;
    }
  return FALSE;
}

/* Adds those of `conflicts` that are not among `others`. */
static void
add_new_conflicts (GArray *target,
                   GArray *conflicts,
                   GArray *others)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      BaryConflict *it = &g_array_index (conflicts, BaryConflict, i);

      if (!it->accepted && !has_conflict (others, it))
        g_array_append_val (target, *it);
    }
}

static void
find_wrong (BaryPlanMove   *self,
            const BaryPlan *plan,
            guint           event,
            BaryDay         now)
{
  for (guint i = 0; i < plan->done->len; i++)
    {
      const BaryPlanDone *done = bary_plan_done (plan, i);

      if (done->event == (int) event && bary_duty_tells_day (done->duty) && done->told != BARY_NO_DAY && done->told != now)
        g_array_append_val (self->wrong, i);
    }
}

/* @changed: the event as it would be. */
static BaryPlanMove *
consider (const BaryConflictIndex *index,
          const BaryDutyRule      *rules,
          guint                    n_rules,
          guint                    event,
          const BaryPlanEvent     *changed)
{
  const BaryPlan *plan = bary_conflict_index_get_plan (index);
  const BarySchoolCalendar *calendar = bary_conflict_index_get_calendar (index);
  const BarySchoolTerms *terms = bary_school_calendar_get_terms (calendar);
  const BaryPlanEvent *now = bary_plan_event (plan, event);
  BaryPlanMove *self = move_new ();
  g_autoptr (GArray) duties_before = bary_obligations_of_event (plan, calendar, rules, n_rules, event);
  g_autoptr (GArray) duties_after = bary_obligations_of_changed (plan, calendar, rules, n_rules, event, changed);
  g_autoptr (GArray) before = bary_conflict_index_check (index, now, event);
  g_autoptr (GArray) after = bary_conflict_index_check (index, changed, event);

  compare_obligations (self, duties_before, duties_after, n_rules);
  add_new_conflicts (self->made, after, before);
  add_new_conflicts (self->solved, before, after);
  find_wrong (self, plan, event, bary_plan_event_stands (changed) ? bary_period_get_anchor (&changed->period) : BARY_NO_DAY);
  find_terms (terms, &now->period, &self->quarter_was, &self->report_was);
  if (bary_plan_event_stands (changed))
    find_terms (terms, &changed->period, &self->quarter_now, &self->report_now);
  return self;
}

BaryPlanMove *
bary_plan_move_new (const BaryConflictIndex *index,
                    const BaryDutyRule      *rules,
                    guint                    n_rules,
                    guint                    event,
                    const BaryPeriod        *to)
{
  const BaryPlan *plan = bary_conflict_index_get_plan (index);
  const BaryPlanEvent *now;
  BaryPlanEvent changed;
  BaryPlanMove *self;

  g_return_val_if_fail (event < plan->events->len, NULL);

  now = bary_plan_event (plan, event);
  changed = *now;
  changed.period = *to;
  if (to->start_minute >= 0)
    {
      changed.start_minute = to->start_minute;
      changed.end_minute = to->end_minute;
    }
  if (changed.state == BARY_PLAN_CANCELLED)
    changed.state = BARY_PLAN_MOVED;

  self = consider (index, rules, n_rules, event, &changed);
  self->settles = settles (&now->period, to);
  self->consent = self->settles ? 0 : find_consent (plan, now, to);
  return self;
}

BaryPlanMove *
bary_plan_move_new_cancel (const BaryConflictIndex *index,
                           const BaryDutyRule      *rules,
                           guint                    n_rules,
                           guint                    event)
{
  const BaryPlan *plan = bary_conflict_index_get_plan (index);
  BaryPlanEvent changed;
  BaryPlanMove *self;

  g_return_val_if_fail (event < plan->events->len, NULL);

  changed = *bary_plan_event (plan, event);
  changed.state = BARY_PLAN_CANCELLED;
  self = consider (index, rules, n_rules, event, &changed);
  self->consent = BARY_CONSENT_CANCELLING;
  return self;
}

GStrv
bary_consent_to_words (BaryConsent consent)
{
  static const struct { BaryConsent consent; const char *words; } reasons[] = {
    { BARY_CONSENT_EARLIER, N_("The event is moved to an earlier day") },
    { BARY_CONSENT_OTHER_YEAR, N_("The event is moved out of the school year") },
    { BARY_CONSENT_THIRD_MOVE, N_("The event has been moved twice already") },
    { BARY_CONSENT_CANCELLING, N_("The event is cancelled") },
  };
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (consent & reasons[i].consent)
      g_ptr_array_add (words, g_strdup (_(reasons[i].words)));
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (words, FALSE);
}
