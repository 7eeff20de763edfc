#include "bary-plan-conflicts.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static char *
write_schools (const BaryConflict *conflict,
               const BaryPlan     *plan,
               const char         *other)
{
  const char *school = bary_plan_organisation (plan, conflict->subject)->name;
  guint more = conflict->n_schools - 1;

  if (more == 0)
    /* Translators: 1: a school, 2: an event */
    return g_strdup_printf (_("%1$s must also be at “%2$s”"), school, other);
  /* Translators: 1: a school, 2: how many more schools, 3: an event */
  return g_strdup_printf (ngettext ("%1$s and %2$u more must also be at “%3$s”", "%1$s and %2$u more must also be at “%3$s”",
                                    more), school, more, other);
}

static char *
write_day_off (const BarySchoolCalendar *calendar,
               BaryDay                   day)
{
  const BarySpecialDay *special = bary_school_calendar_get_day (calendar, day);

  return g_strdup (special != NULL && special->name != NULL ? special->name : _("a weekend"));
}

static char *
write_stretch (const BarySchoolCalendar *calendar,
               BaryDay                   day)
{
  const BaryCalendarStretch *stretch = bary_school_calendar_get_stretch (calendar, day);

  return g_strdup (stretch != NULL ? stretch->name : "");
}

static char *
write_what (const BaryConflict       *conflict,
            const BaryPlan           *plan,
            const BarySchoolCalendar *calendar)
{
  const char *other = conflict->other >= 0 ? bary_plan_event (plan, conflict->other)->name : NULL;

  switch (conflict->kind)
    {
    case BARY_CONFLICT_SCHOOL:
      return write_schools (conflict, plan, other);
    case BARY_CONFLICT_PLACE:
      /* Translators: %s: an event */
      return g_strdup_printf (_("“%s” is at the same place"), other);
    case BARY_CONFLICT_PERSON:
      /* Translators: 1: a person, 2: an event */
      return g_strdup_printf (_("%1$s is also responsible for “%2$s”"), bary_plan_person (plan, conflict->subject)->name, other);
    case BARY_CONFLICT_SAME_DAY:
      /* Translators: %s: an event */
      return g_strdup_printf (_("“%s” is on the same day"), other);
    case BARY_CONFLICT_DAY_OFF:
      return write_day_off (calendar, conflict->day);
    case BARY_CONFLICT_VACATION:
    case BARY_CONFLICT_EXAMS:
    default:
      return write_stretch (calendar, conflict->day);
    }
}

char *
bary_conflict_to_words (const BaryConflict       *conflict,
                        const BaryPlan           *plan,
                        const BarySchoolCalendar *calendar)
{
  g_autofree char *what = write_what (conflict, plan, calendar);
  int year, month, dom;

  bary_day_split (conflict->day, &year, &month, &dom);
  /* Translators: 1: day, 2: month as a number, 3: what is wrong with it: "19.05: school 352 must also be at “Festival”" */
  return g_strdup_printf (_("%1$02d.%2$02d: %3$s"), dom, month, what);
}
