#include "bary-event-conflicts.h"

#include <stdlib.h>

/* Minutes of the day, -1 for none. */
static int
read_clock (const char *time)
{
  return time != NULL ? atoi (time) * 60 + atoi (time + 3) : -1;
}

static int
find_name (const GArray *names,
           const char   *id)
{
  for (guint i = 0; id != NULL && i < names->len; i++)
    if (g_str_equal (g_array_index (names, BaryPlanName, i).id, id))
      return (int) i;
  return -1;
}

static int
find_cluster (const BaryPlan *plan,
              const char     *id)
{
  for (guint i = 0; id != NULL && i < plan->clusters->len; i++)
    if (g_str_equal (bary_plan_cluster (plan, i)->id, id))
      return (int) i;
  return -1;
}

/* It borrows its lists and texts. @nobody: empty */
static BaryPlanEvent
imagine (const BaryPlan   *plan,
         int               number,
         BaryEvent        *typed,
         const char       *cluster,
         const BaryPeriod *period,
         GArray           *nobody)
{
  BaryPlanEvent event = { .cluster = find_cluster (plan, cluster), .must = nobody, .may = nobody };

  if (number >= 0)
    event = *bary_plan_event (plan, number);
  else if (event.cluster >= 0)
    event.must = bary_plan_cluster (plan, event.cluster)->members;
  event.id = (char *) bary_record_get_id (BARY_RECORD (typed));
  event.state = g_strcmp0 (typed->state, "cancelled") == 0 ? BARY_PLAN_CANCELLED : BARY_PLAN_PLANNED;
  event.period = *period;
  event.place = typed->place;
  event.start_minute = read_clock (typed->start_time);
  event.end_minute = read_clock (typed->end_time);
  event.host = find_name (plan->organisations, typed->host);
  event.responsible = find_name (plan->people, typed->responsible);
  return event;
}

GArray *
bary_event_find_conflicts (const BaryConflictIndex *index,
                           BaryEvent               *typed,
                           const char              *cluster)
{
  BaryPlan *plan = bary_conflict_index_get_plan (index);
  const BarySchoolTerms *terms = bary_school_calendar_get_terms (bary_conflict_index_get_calendar (index));
  int number = bary_plan_find_event (plan, bary_record_get_id (BARY_RECORD (typed)));
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (BaryPeriod) period = { 0 };
  BaryPlanEvent event;
  GArray *conflicts;

  if (typed->dates == NULL || !bary_period_parse_in_terms (typed->dates, plan->school_year, terms, &period, NULL))
    return g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  event = imagine (plan, number, typed, cluster, &period, nobody);
  conflicts = bary_conflict_index_check (index, &event, number);
  for (guint i = conflicts->len; i > 0; i--)
    if (g_array_index (conflicts, BaryConflict, i - 1).accepted)
      g_array_remove_index (conflicts, i - 1);
  return conflicts;
}

char *
bary_event_name_conflicts (const BaryConflictIndex *index,
                           BaryEvent               *event,
                           const char              *cluster)
{
  g_autoptr (GArray) conflicts = bary_event_find_conflicts (index, event, cluster);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *words = bary_conflict_to_words (&g_array_index (conflicts, BaryConflict, i), bary_conflict_index_get_plan (index),
                                                       bary_conflict_index_get_calendar (index));

      g_string_append_printf (lines, "%s⚠ %s", lines->len > 0 ? "\n" : "", words);
    }
  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}
