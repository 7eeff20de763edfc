#include "bary-plan-ics.h"

#include <string.h>

static BaryIcsStatus
find_status (const BaryPlanEvent *event)
{
  if (event->state == BARY_PLAN_CANCELLED)
    return BARY_ICS_CANCELLED;
  if (event->state == BARY_PLAN_HELD)
    return BARY_ICS_CONFIRMED;
  return event->state == BARY_PLAN_PLANNED || !bary_period_is_fixed (&event->period) ? BARY_ICS_TENTATIVE : BARY_ICS_CONFIRMED;
}

static char *
write_clock (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static void
set_dates (BaryIcsEvent        *self,
           const BaryPlanEvent *event)
{
  const BaryPeriod *period = &event->period;

  self->first = bary_day_to_iso (period->earliest);
  self->last = bary_day_to_iso (period->latest);
  if (period->kind != BARY_PERIOD_DAY)
    self->words = g_strdup (period->words);
  if (period->kind != BARY_PERIOD_DAY || event->start_minute < 0)
    return;
  self->start = write_clock (event->start_minute);
  if (event->end_minute > event->start_minute)
    self->end = write_clock (event->end_minute);
}

static void
append_label (GString    *text,
              const char *label,
              const char *value)
{
  if (value == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s: %s", label, value);
}

/* In the words of the plan's form, see bary-plan-report.h. */
static char *
describe (const BaryPlanEvent *event)
{
  GString *text = g_string_new (NULL);

  if (event->period.kind != BARY_PERIOD_DAY)
    append_label (text, "Сроки проведения", event->period.words);
  append_label (text, "Цель", event->goal);
  append_label (text, "Целевая аудитория", event->audience);
  append_label (text, "Планируемый результат", event->result);
  append_label (text, "Раздел", event->section);
  return g_string_free (text, FALSE);
}

static void
add_alarms (BaryIcsEvent             *self,
            const BaryPlan           *plan,
            guint                     event,
            const BarySchoolCalendar *calendar,
            const BaryDutyRule       *rules,
            guint                     n_rules)
{
  g_autoptr (GArray) obligations = bary_obligations_of_event (plan, calendar, rules, n_rules, event);

  for (guint i = 0; i < obligations->len; i++)
    {
      const BaryObligation *obligation = &g_array_index (obligations, BaryObligation, i);
      g_autofree char *day = bary_day_to_iso (obligation->due);
      g_autofree char *text = g_strdup_printf ("%s: %s", bary_duty_rule_get_name (&rules[obligation->rule]), self->summary);

      if (day != NULL && obligation->done < 0)
        bary_ics_event_add_alarm (self, day, text);
    }
}

BaryIcsEvent *
bary_plan_event_to_ics (const BaryPlan           *plan,
                        guint                     event,
                        const BarySchoolCalendar *calendar,
                        const BaryDutyRule       *rules,
                        guint                     n_rules)
{
  const BaryPlanEvent *planned = bary_plan_event (plan, event);
  BaryIcsEvent *self = bary_ics_event_new ();

  self->uid = g_strdup (planned->id);
  self->sequence = planned->n_changes;
  self->stamp = planned->changed;
  self->status = find_status (planned);
  self->summary = g_strdup (planned->name);
  self->description = describe (planned);
  self->location = g_strdup (planned->place);
  if (self->location == NULL && planned->host >= 0)
    self->location = g_strdup (bary_plan_organisation (plan, planned->host)->name);
  if (planned->cluster >= 0)
    self->category = g_strdup (bary_plan_cluster (plan, planned->cluster)->name);
  self->link = g_strdup (planned->link);
  set_dates (self, planned);
  add_alarms (self, plan, event, calendar, rules, n_rules);
  return self;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BaryIcsEvent *x = *(BaryIcsEvent *const *) a, *y = *(BaryIcsEvent *const *) b;
  int order = strcmp (x->first, y->first);

  return order != 0 ? order : strcmp (x->uid, y->uid);
}

BaryIcs *
bary_plan_to_ics (const BaryPlan           *plan,
                  const BarySchoolCalendar *calendar,
                  const BaryDutyRule       *rules,
                  guint                     n_rules,
                  const char               *name,
                  const char               *zone)
{
  BaryIcs *ics = bary_ics_new (name, zone);

  for (guint i = 0; i < plan->events->len; i++)
    g_ptr_array_add (ics->events, bary_plan_event_to_ics (plan, i, calendar, rules, n_rules));
  g_ptr_array_sort (ics->events, compare_events);
  return ics;
}
