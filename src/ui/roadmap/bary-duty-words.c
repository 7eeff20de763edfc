#include "bary-duty-words.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

static BaryPlan *
get_plan (BaryRoadmapYear *year)
{
  return bary_roadmap_year_get_plan (year);
}

static const BaryDutyRule *
rule_of (BaryRoadmapYear      *year,
         const BaryObligation *obligation)
{
  return &g_array_index (year->rules->rules, BaryDutyRule, obligation->rule);
}

const char *
bary_duty_get_person (BaryRoadmapYear      *year,
                      const BaryObligation *obligation)
{
  BaryPlan *plan = get_plan (year);
  int person = obligation->event >= 0 ? bary_plan_event (plan, obligation->event)->responsible : -1;

  if (person < 0)
    person = bary_plan_cluster (plan, obligation->cluster)->curator;
  return person >= 0 ? bary_plan_person (plan, person)->name : NULL;
}

static char *
day_to_words (BaryDay day)
{
  g_autofree char *iso = bary_day_to_iso (day);

  return bary_date_to_words (iso);
}

char *
bary_duty_get_title (BaryRoadmapYear      *year,
                     const BaryObligation *obligation)
{
  const char *duty = bary_duty_rule_get_name (rule_of (year, obligation));

  if (obligation->event >= 0)
    /* Translators: what is due: 1: a press release, an announcement …, 2: an event */
    return g_strdup_printf (_("%1$s: %2$s"), duty, bary_plan_event (get_plan (year), obligation->event)->name);
  return g_strdup_printf (_("%1$s: %2$s"), duty, bary_plan_cluster (get_plan (year), obligation->cluster)->name);
}

char *
bary_duty_get_subtitle (BaryRoadmapYear      *year,
                        const BaryObligation *obligation,
                        gboolean              overdue)
{
  const BaryPlanEvent *event = obligation->event >= 0 ? bary_plan_event (get_plan (year), obligation->event) : NULL;
  g_autofree char *due = day_to_words (obligation->due);
  g_autofree char *wait = NULL;
  g_autofree char *held = NULL;
  char *parts[5] = { NULL };
  guint n = 0;

  if (overdue)
    /* Translators: something is overdue; %s: a day */
    wait = g_strdup_printf (_("awaited since %s"), due);
  else
    /* Translators: something is due; %s: a day */
    wait = g_strdup_printf (_("by %s"), due);
  if (event != NULL)
    /* Translators: %s: the dates of an event in the words of the plan */
    held = g_strdup_printf (_("event: %s"), event->period.words);
  parts[n++] = wait;
  if (held != NULL)
    {
      parts[n++] = held;
      parts[n++] = bary_plan_cluster (get_plan (year), obligation->cluster)->name;
    }
  parts[n] = (char *) bary_duty_get_person (year, obligation);
  return g_strjoinv (" · ", parts);
}

char *
bary_duty_explain (BaryRoadmapYear      *year,
                   const BaryObligation *obligation)
{
  g_autoptr (GArray) steps = bary_obligation_explain (obligation, rule_of (year, obligation), year->calendar);

  return bary_due_steps_to_words (steps);
}
