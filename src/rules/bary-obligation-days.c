#include "bary-obligations.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static gboolean
counts_back (const BaryDutyRule *rule)
{
  return rule->from < 0;
}

static BaryDay
roll (const BarySchoolCalendar *calendar,
      BaryDay                   day,
      gboolean                  back)
{
  return back ? bary_school_calendar_roll_back (calendar, day) : bary_school_calendar_roll_forward (calendar, day);
}

void
bary_obligation_find_days (BaryObligation           *obligation,
                           const BaryDutyRule       *rule,
                           const BarySchoolCalendar *calendar)
{
  gboolean back = counts_back (rule);

  obligation->strict = obligation->opens = obligation->due = obligation->prepare = BARY_NO_DAY;
  if (obligation->anchor == BARY_NO_DAY)
    return;

  obligation->strict = obligation->anchor + rule->to;
  obligation->opens = roll (calendar, obligation->anchor + rule->from, back);
  obligation->due = roll (calendar, obligation->strict, back);
  obligation->prepare = bary_school_calendar_add_working (calendar, obligation->due, -rule->lead);
  if (!back)
    obligation->prepare = MAX (obligation->prepare, obligation->opens);
}

BaryDueState
bary_obligation_get_state (const BaryObligation *obligation,
                           BaryDay               today)
{
  if (obligation->done >= 0)
    return BARY_DUE_DONE;
  if (obligation->due == BARY_NO_DAY)
    return BARY_DUE_UNSET;
  if (today > obligation->due)
    return BARY_DUE_OVERDUE;
  if (today == obligation->due)
    return BARY_DUE_TODAY;
  return today >= MIN (obligation->opens, obligation->prepare) ? BARY_DUE_OPEN : BARY_DUE_AHEAD;
}

gboolean
bary_obligation_is_debt (const BaryObligation *obligation,
                         const BaryDutyRule   *rule,
                         BaryDay               today)
{
  return !rule->desirable && bary_obligation_get_state (obligation, today) == BARY_DUE_OVERDUE;
}

/* Why days are off: the name of a holiday before that of a day moved there. */
static const char *
find_reason (const BarySchoolCalendar *calendar,
             BaryDaySpan               days)
{
  const char *reason = NULL;

  for (BaryDay day = days.first; day <= days.last; day++)
    {
      const BarySpecialDay *special = bary_school_calendar_get_day (calendar, day);

      if (special != NULL && special->kind == BARY_DAY_HOLIDAY && bary_day_get_weekday (day) < 6)
        return special->name;
      if (special != NULL && special->kind == BARY_DAY_OFF)
        reason = special->name;
    }
  return reason;
}

GArray *
bary_obligation_explain (const BaryObligation     *obligation,
                         const BaryDutyRule       *rule,
                         const BarySchoolCalendar *calendar)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (BaryDueStep));
  BaryDueStep counted = { BARY_DUE_COUNTED, rule->to, obligation->anchor, obligation->strict };
  BaryDueStep rolled = { BARY_DUE_ROLLED, 0, obligation->strict, obligation->due };
  BaryDueStep lead = { BARY_DUE_LEAD, rule->lead, obligation->due, obligation->prepare };

  if (obligation->anchor == BARY_NO_DAY)
    return steps;

  g_array_append_val (steps, counted);
  if (obligation->due != obligation->strict)
    {
      BaryDaySpan days = { MIN (obligation->due + 1, obligation->strict), MAX (obligation->due - 1, obligation->strict) };
      BaryDueStep off = { BARY_DUE_OFF, days.last - days.first + 1, days.first, days.last, find_reason (calendar, days) };

      g_array_append_val (steps, off);
      g_array_append_val (steps, rolled);
    }
  if (obligation->prepare != obligation->due)
    g_array_append_val (steps, lead);
  return steps;
}

static char *
write_day (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  /* Translators: a day of a year that is known: 1: day, 2: month as a number: "19.05" */
  return g_strdup_printf (_("%1$02d.%2$02d"), dom, month);
}

static void
write_counted (GString           *words,
               const BaryDueStep *step)
{
  g_autofree char *from = write_day (step->from);
  g_autofree char *to = write_day (step->to);
  int n = abs (step->n);

  if (n == 0)
    g_string_append (words, to);
  else if (step->n < 0)
    /* Translators: 1: number of days, 2 and 3: days: "14 days before 19.05 = 05.05" */
    g_string_append_printf (words, ngettext ("%1$d day before %2$s = %3$s", "%1$d days before %2$s = %3$s", n), n, from, to);
  else
    /* Translators: 1: number of days, 2 and 3: days: "2 days after 19.05 = 21.05" */
    g_string_append_printf (words, ngettext ("%1$d day after %2$s = %3$s", "%1$d days after %2$s = %3$s", n), n, from, to);
}

static void
write_step (GString           *words,
            const BaryDueStep *step)
{
  g_autofree char *to = write_day (step->to);

  switch (step->kind)
    {
    case BARY_DUE_COUNTED:
      write_counted (words, step);
      break;
    case BARY_DUE_OFF:
      g_string_append_printf (words, " → %s", step->reason != NULL ? _("holidays") : _("weekend"));
      break;
    case BARY_DUE_ROLLED:
      g_string_append_printf (words, " → %s", to);
      break;
    case BARY_DUE_LEAD:
    default:
      g_string_append (words, "; ");
      /* Translators: %s: the day by which the one who prepares an announcement hands it to the curator */
      g_string_append_printf (words, _("to the curator by %s"), to);
    }
}

char *
bary_due_steps_to_words (GArray *steps)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    write_step (words, &g_array_index (steps, BaryDueStep, i));
  return g_string_free (words, FALSE);
}
