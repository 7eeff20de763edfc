#include "bary-plan-load.h"

#include "bary-plan-conflicts.h"

/* An event of several days counts once a week. */
static void
add_event (BaryLoadMap         *self,
           const BaryPlanEvent *event)
{
  g_autoptr (GArray) days = bary_plan_event_get_sittings (event);
  BaryDaySpan year = { self->first, self->first + 7 * self->n_weeks - 1 };
  int last_week = -1;

  for (guint i = 0; i < days->len; i++)
    {
      BaryDay day = g_array_index (days, BaryDay, i);
      int week = bary_day_span_covers (year, day) ? (int) (day - self->first) / 7 : last_week;

      for (guint j = 0; week != last_week && j < event->must->len; j++)
        self->counts[g_array_index (event->must, guint, j) * self->n_weeks + week]++;
      last_week = week;
    }
}

BaryLoadMap *
bary_load_map_new (const BaryPlan *plan)
{
  BaryLoadMap *self = g_new0 (BaryLoadMap, 1);
  BaryDaySpan year = bary_school_year_span (plan->school_year);

  self->first = bary_day_get_monday (year.first);
  self->n_weeks = (bary_day_get_monday (year.last) - self->first) / 7 + 1;
  self->n_organisations = plan->organisations->len;
  self->counts = g_new0 (guint, self->n_weeks * self->n_organisations + 1);
  for (guint i = 0; i < plan->events->len; i++)
    add_event (self, bary_plan_event (plan, i));
  return self;
}

void
bary_load_map_free (BaryLoadMap *self)
{
  g_free (self->counts);
  g_free (self);
}

guint
bary_load_map_get (const BaryLoadMap *self,
                   guint              organisation,
                   guint              week)
{
  g_return_val_if_fail (organisation < self->n_organisations && week < self->n_weeks, 0);

  return self->counts[organisation * self->n_weeks + week];
}

static gboolean
must_take_part (const BaryPlanEvent *event,
                guint                organisation)
{
  for (guint i = 0; i < event->must->len; i++)
    if (g_array_index (event->must, guint, i) == organisation)
      return TRUE;
  return FALSE;
}

static gboolean
sits_in (const BaryPlanEvent *event,
         BaryDaySpan          days)
{
  g_autoptr (GArray) sittings = bary_plan_event_get_sittings (event);

  for (guint i = 0; i < sittings->len; i++)
    if (bary_day_span_covers (days, g_array_index (sittings, BaryDay, i)))
      return TRUE;
  return FALSE;
}

GArray *
bary_load_map_list (const BaryLoadMap *self,
                    const BaryPlan    *plan,
                    guint              organisation,
                    guint              week)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint));
  BaryDaySpan days = { self->first + 7 * week, self->first + 7 * week + 6 };

  for (guint i = 0; i < plan->events->len; i++)
    if (must_take_part (bary_plan_event (plan, i), organisation) && sits_in (bary_plan_event (plan, i), days))
      g_array_append_val (events, i);
  return events;
}
