#include "bary-obligations.h"

/* What was done, found by the event or cluster it belongs to. */
typedef struct {
  const BaryPlan *plan;
  int            *first_of_event, *first_of_cluster; /* index of done, -1 */
  int            *next;                              /* of the same event or cluster */
} DoneIndex;

static int *
make_links (guint n)
{
  int *links = g_new (int, n + 1);

  for (guint i = 0; i <= n; i++)
    links[i] = -1;
  return links;
}

static void
done_index_init (DoneIndex      *self,
                 const BaryPlan *plan)
{
  self->plan = plan;
  self->first_of_event = make_links (plan->events->len);
  self->first_of_cluster = make_links (plan->clusters->len);
  self->next = make_links (plan->done->len);

  for (guint i = 0; i < plan->done->len; i++)
    {
      const BaryPlanDone *done = bary_plan_done (plan, i);
      int *first = done->event >= 0     ? &self->first_of_event[done->event]
                   : done->cluster >= 0 ? &self->first_of_cluster[done->cluster]
                                        : NULL;

      if (first == NULL)
        continue;
      self->next[i] = *first;
      *first = i;
    }
}

static void
done_index_clear (DoneIndex *self)
{
  g_free (self->first_of_event);
  g_free (self->first_of_cluster);
  g_free (self->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoneIndex, done_index_clear)

gboolean
bary_duty_tells_day (BaryDuty duty)
{
  return duty <= BARY_DUTY_EVE || duty == BARY_DUTY_CORRECTION;
}

/* A letter of correction announces too. */
static gboolean
is_of_duty (const BaryPlanDone *done,
            BaryDuty            duty)
{
  return done->duty == (int) duty || (duty == BARY_DUTY_ANNOUNCEMENT && done->duty == BARY_DUTY_CORRECTION);
}

/* @first: the event's first day: what an announcement must have told. */
static gboolean
fulfils (const BaryPlanDone   *done,
         const BaryObligation *obligation,
         const BaryDutyRule   *rule,
         BaryDay               first)
{
  return is_of_duty (done, rule->duty) && done->occurrence == obligation->occurrence &&
         (!bary_duty_tells_day (rule->duty) || done->told == BARY_NO_DAY || done->told == first);
}

/* The latest that was recorded. */
static int
find_done (const DoneIndex      *index,
           const BaryObligation *obligation,
           const BaryDutyRule   *rule,
           BaryDay               first)
{
  int i = obligation->event >= 0 ? index->first_of_event[obligation->event] : index->first_of_cluster[obligation->cluster];

  for (; i >= 0; i = index->next[i])
    if (fulfils (bary_plan_done (index->plan, i), obligation, rule, first))
      return i;
  return -1;
}

static gboolean
is_of_event (const BaryDutyRule *rule)
{
  return rule->anchor == BARY_ANCHOR_START || rule->anchor == BARY_ANCHOR_END;
}

/* Meetings are the members' own, and stages of a contest are no events that one goes to. */
static gboolean
is_public (const BaryPlanEvent *event)
{
  return g_strcmp0 (event->kind, "meeting") != 0 && g_strcmp0 (event->kind, "contest_stage") != 0;
}

static gboolean
applies_to (const BaryDutyRule *rule,
            const BaryPlanEvent *event)
{
  return is_of_event (rule) && (rule->event_kind == NULL ? is_public (event) : g_strcmp0 (rule->event_kind, event->kind) == 0);
}

/* A deadline («до 15 мая») is one day: its beginning is its end. */
static BaryDay
find_anchor (const BaryPeriod   *period,
             const BaryDutyRule *rule)
{
  BaryDay anchor = bary_period_get_anchor (period);

  return anchor == BARY_NO_DAY || rule->anchor == BARY_ANCHOR_START ? anchor : period->latest;
}

static void
add_event (GArray                   *obligations,
           const DoneIndex          *index,
           const BarySchoolCalendar *calendar,
           const BaryDutyRule       *rules,
           guint                     n_rules,
           guint                     i,
           const BaryPlanEvent      *event)
{
  if (!bary_plan_event_stands (event))
    return;

  for (guint j = 0; j < n_rules; j++)
    {
      BaryObligation obligation = { j, i, event->cluster, rules[j].ordinal, find_anchor (&event->period, &rules[j]) };

      if (!applies_to (&rules[j], event))
        continue;
      bary_obligation_find_days (&obligation, &rules[j], calendar);
      obligation.done = find_done (index, &obligation, &rules[j], bary_period_get_anchor (&event->period));
      if (event->state != BARY_PLAN_HELD || rules[j].from > 0 || obligation.done >= 0)
        g_array_append_val (obligations, obligation);
    }
}

/* The day a rule of a cluster counts from. @occurrence: from 1. */
static BaryDay
find_cluster_anchor (const BarySchoolTerms *terms,
                     BaryAnchor             anchor,
                     guint                  occurrence)
{
  return anchor == BARY_ANCHOR_QUARTER ? terms->quarters[occurrence - 1].first : terms->quarters[2 * occurrence - 1].last;
}

static void
add_cluster (GArray                   *obligations,
             const DoneIndex          *index,
             const BarySchoolCalendar *calendar,
             const BaryDutyRule       *rules,
             guint                     n_rules,
             guint                     cluster)
{
  const BarySchoolTerms *terms = bary_school_calendar_get_terms (calendar);

  for (guint j = 0; j < n_rules; j++)
    {
      guint times = rules[j].anchor == BARY_ANCHOR_QUARTER ? BARY_N_QUARTERS : BARY_N_QUARTERS / 2;

      if (is_of_event (&rules[j]))
        continue;
      for (guint n = 1; n <= times; n++)
        {
          BaryObligation obligation = { j, -1, cluster, n, find_cluster_anchor (terms, rules[j].anchor, n) };

          bary_obligation_find_days (&obligation, &rules[j], calendar);
          obligation.done = find_done (index, &obligation, &rules[j], BARY_NO_DAY);
          g_array_append_val (obligations, obligation);
        }
    }
}

static int
compare_obligations (gconstpointer a,
                     gconstpointer b)
{
  const BaryObligation *first = a, *second = b;

  if (first->due != second->due)
    return first->due - 1 < second->due - 1 ? -1 : 1; /* BARY_NO_DAY comes last */
  if (first->event != second->event)
    return first->event < second->event ? -1 : 1;
  if (first->cluster != second->cluster)
    return first->cluster < second->cluster ? -1 : 1;
  if (first->rule != second->rule)
    return first->rule < second->rule ? -1 : 1;
  return (int) first->occurrence - (int) second->occurrence;
}

GArray *
bary_obligations_compute (const BaryPlan           *plan,
                          const BarySchoolCalendar *calendar,
                          const BaryDutyRule       *rules,
                          guint                     n_rules)
{
  GArray *obligations = g_array_new (FALSE, FALSE, sizeof (BaryObligation));
  g_auto (DoneIndex) index = { 0 };

  done_index_init (&index, plan);
  for (guint i = 0; i < plan->events->len; i++)
    add_event (obligations, &index, calendar, rules, n_rules, i, bary_plan_event (plan, i));
  for (guint i = 0; i < plan->clusters->len; i++)
    add_cluster (obligations, &index, calendar, rules, n_rules, i);

  g_array_sort (obligations, compare_obligations);
  return obligations;
}

GArray *
bary_obligations_of_changed (const BaryPlan           *plan,
                             const BarySchoolCalendar *calendar,
                             const BaryDutyRule       *rules,
                             guint                     n_rules,
                             guint                     event,
                             const BaryPlanEvent      *changed)
{
  GArray *obligations = g_array_new (FALSE, FALSE, sizeof (BaryObligation));
  g_auto (DoneIndex) index = { 0 };

  g_return_val_if_fail (event < plan->events->len, obligations);

  done_index_init (&index, plan);
  add_event (obligations, &index, calendar, rules, n_rules, event, changed);
  return obligations;
}

GArray *
bary_obligations_of_event (const BaryPlan           *plan,
                           const BarySchoolCalendar *calendar,
                           const BaryDutyRule       *rules,
                           guint                     n_rules,
                           guint                     event)
{
  g_return_val_if_fail (event < plan->events->len, NULL);

  return bary_obligations_of_changed (plan, calendar, rules, n_rules, event, bary_plan_event (plan, event));
}

static int
compare_by_day (gconstpointer a,
                gconstpointer b,
                gpointer      plan)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  BaryDay day_i = bary_plan_event (((BaryPlan *) plan), i)->period.earliest;
  BaryDay day_j = bary_plan_event (((BaryPlan *) plan), j)->period.earliest;

  if (day_i != day_j)
    return day_i < day_j ? -1 : 1;
  return i < j ? -1 : i > j;
}

GArray *
bary_obligations_get_agenda (const BaryPlan *plan,
                             int             cluster,
                             BaryDay         day,
                             guint           horizon)
{
  GArray *agenda = g_array_new (FALSE, FALSE, sizeof (guint));
  BaryDaySpan days = { day + 1, day + horizon };

  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);
      const BaryPeriod *period = &event->period;
      BaryDay anchor = bary_period_get_anchor (period);
      gboolean ahead = anchor != BARY_NO_DAY
                       ? bary_day_span_covers (days, anchor)
                       : bary_day_span_overlaps (days, (BaryDaySpan) { period->earliest, period->latest });

      if (event->cluster == cluster && ahead && bary_plan_event_stands (event) && event->state != BARY_PLAN_HELD)
        g_array_append_val (agenda, i);
    }

  g_array_sort_with_data (agenda, compare_by_day, (gpointer) plan);
  return agenda;
}
