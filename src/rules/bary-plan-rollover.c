#include "bary-plan-rollover.h"

#include <stdlib.h>
#include <string.h>

/* A year in whole weeks: the guess where nothing better is known. */
#define DAYS_OF_WEEKS 364

/* Whether the words name the day by its place in the month: «второй четверг сентября». */
static gboolean
is_position (const BaryPeriod *period)
{
  return period->words[strcspn (period->words, "0123456789")] == '\0';
}

/* The end of a school year in two digits is a year too: «2025/26»; the month of 2025-12-01 is none. */
static gboolean
is_end_of_school_year (const char *words,
                       const char *p,
                       gsize       digits)
{
  return digits == 2 && p - words >= 5 && (p[-1] == '/' || p[-1] == '-') && strspn (p - 5, "0123456789") == 4 && p[2] != '-' &&
         atoi (p) == (atoi (p - 5) + 1) % 100;
}

/* The words with every year that they name, 1900 to 2199, later by so many. */
static char *
shift_years (const char *words,
             int         years)
{
  GString *shifted = g_string_new (NULL);

  for (const char *p = words; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");
      int number = atoi (p);

      if (digits == 4 && number >= 1900 && number <= 2199)
        g_string_append_printf (shifted, "%04d", number + years);
      else if (is_end_of_school_year (words, p, digits))
        g_string_append_printf (shifted, "%02d", (number + years) % 100);
      else
        g_string_append_len (shifted, p, MAX (digits, 1));
      p += MAX (digits, 1);
    }
  return g_string_free (shifted, FALSE);
}

static gboolean
roll_by_words (const BaryPeriod         *from,
               const BarySchoolCalendar *to_calendar,
               BaryPeriod               *to)
{
  int school_year = bary_school_calendar_get_school_year (to_calendar);
  g_autofree char *words = shift_years (from->words, school_year - from->school_year);

  return bary_period_parse_in_terms (words, school_year, bary_school_calendar_get_terms (to_calendar), to, NULL);
}

static BaryDay
same_date (BaryDay day,
           int     years)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return bary_day_new (year + years, month, dom);
}

static BaryDay
same_weekday (BaryDay day,
              int     years)
{
  int year, month, dom;
  int nth;

  bary_day_split (day, &year, &month, &dom);
  nth = (dom - 1) / 7 + 1;
  return bary_day_nth_weekday (year + years, month, bary_day_get_weekday (day), nth == 5 ? -1 : nth);
}

/* Returns: BARY_NO_DAY if the day lies in a vacation, or the quarter has no such day. */
static BaryDay
same_week_of_quarter (BaryDay                day,
                      const BarySchoolTerms *from,
                      const BarySchoolTerms *to)
{
  int quarter = bary_school_terms_get_quarter (from, day);
  BaryDaySpan week;

  if (quarter == 0 || !bary_school_terms_find_week (to, quarter, bary_school_terms_get_week (from, day), &week))
    return BARY_NO_DAY;

  for (BaryDay it = week.first; it <= week.last; it++)
    if (bary_day_get_weekday (it) == bary_day_get_weekday (day))
      return it;
  return BARY_NO_DAY;
}

static gboolean
is_vacation (const BarySchoolCalendar *calendar,
             BaryDay                   day)
{
  const BaryCalendarStretch *stretch = bary_school_calendar_get_stretch (calendar, day);

  return stretch != NULL && stretch->kind == BARY_STRETCH_VACATION;
}

/* A day that was worked should be again, one in a vacation may be anything. */
static gboolean
is_as_good (const BarySchoolCalendar *from_calendar,
            BaryDay                   from,
            const BarySchoolCalendar *to_calendar,
            BaryDay                   to)
{
  if (to == BARY_NO_DAY)
    return FALSE;
  return (bary_school_calendar_is_working (to_calendar, to) || !bary_school_calendar_is_working (from_calendar, from)) &&
         (!is_vacation (to_calendar, to) || is_vacation (from_calendar, from));
}

static BaryRollover
roll_day (BaryDay                   from,
          const BarySchoolCalendar *from_calendar,
          const BarySchoolCalendar *to_calendar,
          gboolean                  by_quarter,
          BaryDay                  *to)
{
  int years = bary_school_calendar_get_school_year (to_calendar) - bary_school_calendar_get_school_year (from_calendar);
  BaryDay by_weekday = same_weekday (from, years);
  BaryDay in_quarter = same_week_of_quarter (from, bary_school_calendar_get_terms (from_calendar),
                                             bary_school_calendar_get_terms (to_calendar));
  gboolean weekday_good = is_as_good (from_calendar, from, to_calendar, by_weekday);
  gboolean quarter_good = is_as_good (from_calendar, from, to_calendar, in_quarter);

  *to = by_weekday;
  if (quarter_good && (by_quarter || !weekday_good))
    {
      *to = in_quarter;
      return BARY_ROLLED_BY_QUARTER;
    }
  return weekday_good ? BARY_ROLLED_BY_WEEKDAY : BARY_ROLLED_UNSOLVED;
}

/* The same days, all moved by as many as the first. */
static void
move_spans (const BaryPeriod *from,
            BaryDay           first,
            int               school_year,
            BaryPeriod       *to)
{
  g_autofree BaryDaySpan *spans = g_memdup2 (from->spans, from->n_spans * sizeof (BaryDaySpan));

  for (guint i = 0; i < from->n_spans; i++)
    {
      spans[i].first += first - from->earliest;
      spans[i].last += first - from->earliest;
    }
  bary_period_init_spans (to, spans, from->n_spans, from->kind == BARY_PERIOD_ALTERNATIVES, from->start_minute, from->end_minute,
                          school_year);
}

BaryRollover
bary_period_roll_over (const BaryPeriod         *from,
                       const BarySchoolCalendar *from_calendar,
                       const BarySchoolCalendar *to_calendar,
                       gboolean                  by_quarter,
                       BaryPeriod               *to,
                       const char              **memorial)
{
  int school_year = bary_school_calendar_get_school_year (to_calendar);
  gboolean to_the_day = bary_period_is_fixed (from) ||
                        (from->kind == BARY_PERIOD_ALTERNATIVES && from->precision == BARY_PRECISION_DAY);
  const char *name = from->kind == BARY_PERIOD_DAY ? bary_day_find_memorial (from->earliest) : NULL;
  BaryRollover how = BARY_ROLLED_UNSOLVED;
  BaryDay first = from->earliest + DAYS_OF_WEEKS;

  if (memorial != NULL)
    *memorial = name;
  if ((!to_the_day || (from->kind == BARY_PERIOD_DAY && is_position (from))) && roll_by_words (from, to_calendar, to))
    return BARY_ROLLED_BY_WORDS;

  if (name != NULL)
    {
      first = same_date (from->earliest, school_year - from->school_year);
      how = BARY_ROLLED_BY_DATE;
    }
  else if (to_the_day)
    how = roll_day (from->earliest, from_calendar, to_calendar, by_quarter, &first);
  move_spans (from, first, school_year, to);
  return how;
}

static void
clear_rolled (gpointer data)
{
  BaryRolledEvent *rolled = data;

  bary_period_clear (&rolled->period);
}

GArray *
bary_plan_roll_over (const BaryPlan           *plan,
                     const BarySchoolCalendar *from_calendar,
                     const BarySchoolCalendar *to_calendar,
                     gboolean                  by_quarter)
{
  GArray *rolled = g_array_new (FALSE, TRUE, sizeof (BaryRolledEvent));

  g_array_set_clear_func (rolled, clear_rolled);
  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);
      BaryRolledEvent it = { i };

      if (!bary_plan_event_stands (event))
        continue;
      it.how = bary_period_roll_over (&event->period, from_calendar, to_calendar, by_quarter, &it.period, &it.memorial);
      g_array_append_val (rolled, it);
    }
  return rolled;
}
