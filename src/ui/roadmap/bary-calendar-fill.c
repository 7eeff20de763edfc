#include "bary-calendar-fill.h"

#include "bary-kinds.h"

#include <stdlib.h>

static const char *const states[] = { [BARY_ACT_LAW] = "law", [BARY_ACT_DRAFT] = "draft", [BARY_ACT_FORECAST] = "forecast" };

/* Days */

static gboolean
has_day (GPtrArray  *days,
         const char *iso)
{
  for (guint i = 0; i < days->len; i++)
    if (g_strcmp0 (BARY_CALENDAR_DAY (days->pdata[i])->day, iso) == 0)
      return TRUE;
  return FALSE;
}

static void
add_day (BaryChanges          *changes,
         GPtrArray            *days,
         const BarySpecialDay *day)
{
  static const char *const kinds[] = {
    [BARY_DAY_HOLIDAY] = "day_off", [BARY_DAY_OFF] = "day_off", [BARY_DAY_SHORTENED] = "shortened", [BARY_DAY_WORKED] = "working",
  };
  g_autofree char *iso = bary_day_to_iso (day->day);
  g_autoptr (BaryRecord) record = NULL;

  if (has_day (days, iso))
    return;
  record = bary_record_new (BARY_KIND_CALENDAR_DAY, NULL);
  bary_record_set_all (record, "day", iso, "kind", kinds[day->kind], "name", day->name, "source", day->source,
                       "state", states[day->state], NULL);
  bary_changes_add (changes, record);
}

/* Terms */

static gboolean
has_term (GPtrArray  *terms,
          const char *kind,
          guint       number)
{
  for (guint i = 0; i < terms->len; i++)
    {
      BaryCalendarTerm *term = terms->pdata[i];

      if (g_strcmp0 (term->kind, kind) == 0 && (number == 0 || (term->number != NULL && (guint) atoi (term->number) == number)))
        return TRUE;
    }
  return FALSE;
}

/* @number: 0 for none; @name: (nullable) */
static void
add_term (BaryChanges  *changes,
          GPtrArray    *terms,
          int           school_year,
          const char   *kind,
          guint         number,
          const char   *name,
          BaryDaySpan   days,
          BaryActState  state)
{
  g_autofree char *year = g_strdup_printf ("%d", school_year);
  g_autofree char *digits = number > 0 ? g_strdup_printf ("%u", number) : NULL;
  g_autofree char *from = bary_day_to_iso (days.first);
  g_autofree char *to = bary_day_to_iso (days.last);
  g_autoptr (BaryRecord) record = NULL;

  if (has_term (terms, kind, number))
    return;
  record = bary_record_new (BARY_KIND_CALENDAR_TERM, NULL);
  bary_record_set_all (record, "school_year", year, "kind", kind, "number", digits, "name", name, "from", from, "to", to,
                       "state", states[state], NULL);
  bary_changes_add (changes, record);
}

/* Vacations stand in the order of BaryVacation. */
static void
add_stretches (BaryChanges        *changes,
               GPtrArray          *terms,
               BarySchoolCalendar *calendar)
{
  int school_year = bary_school_calendar_get_school_year (calendar);
  GArray *stretches = bary_school_calendar_get_stretches (calendar);
  guint n_vacations = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const BaryCalendarStretch *it = &g_array_index (stretches, BaryCalendarStretch, i);

      if (it->kind == BARY_STRETCH_EXAMS)
        add_term (changes, terms, school_year, "exam", 0, it->name, it->days, it->state);
      else
        add_term (changes, terms, school_year, "vacation", ++n_vacations, it->name, it->days, it->state);
    }
}

void
bary_calendar_fill (int          school_year,
                    GPtrArray   *terms,
                    GPtrArray   *days,
                    BaryChanges *changes)
{
  static const char *const names[BARY_N_QUARTERS] = { "I четверть", "II четверть", "III четверть", "IV четверть" };
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (school_year);
  g_autoptr (GPtrArray) special = bary_school_calendar_get_days (calendar);
  BaryDaySpan year = bary_school_year_span (school_year);

  for (guint i = 0; i < BARY_N_QUARTERS; i++)
    add_term (changes, terms, school_year, "quarter", i + 1, names[i], bary_school_calendar_get_terms (calendar)->quarters[i],
              BARY_ACT_FORECAST);
  add_stretches (changes, terms, calendar);
  for (guint i = 0; i < special->len; i++)
    if (bary_day_span_covers (year, ((BarySpecialDay *) special->pdata[i])->day))
      add_day (changes, days, special->pdata[i]);
}
