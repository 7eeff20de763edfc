#include "bary-school-terms.h"

#define SATURDAY 6
#define THURSDAY 4

static BaryDaySpan
nine_days_from_last_saturday (int year,
                              int month)
{
  BaryDay first = bary_day_nth_weekday (year, month, SATURDAY, -1);

  return (BaryDaySpan) { first, first + 8 };
}

static BaryDay
winter_vacation_end (int year)
{
  BaryDay eighth = bary_day_new (year, 1, 8);
  int weekday = bary_day_get_weekday (eighth);

  return weekday >= THURSDAY ? eighth + 7 - weekday : eighth;
}

void
bary_school_terms_init_usual (BarySchoolTerms *self,
                              int              school_year)
{
  BaryDaySpan year = bary_school_year_span (school_year);
  BaryDaySpan autumn = nine_days_from_last_saturday (school_year, 10);
  BaryDaySpan winter = { bary_day_new (school_year, 12, 31), winter_vacation_end (school_year + 1) };
  BaryDaySpan spring = nine_days_from_last_saturday (school_year + 1, 3);
  BaryDay last = bary_day_new (school_year + 1, 5, 26);
  BaryDay february = bary_day_nth_weekday (school_year + 1, 2, 1, 3);

  self->vacations[BARY_VACATION_AUTUMN] = autumn;
  self->vacations[BARY_VACATION_WINTER] = winter;
  self->vacations[BARY_VACATION_SPRING] = spring;
  self->vacations[BARY_VACATION_SUMMER] = (BaryDaySpan) { last + 1, year.last };
  self->vacations[BARY_VACATION_FIRST_GRADE] = (BaryDaySpan) { february, february + 6 };
  self->quarters[0] = (BaryDaySpan) { year.first, autumn.first - 1 };
  self->quarters[1] = (BaryDaySpan) { autumn.last + 1, winter.first - 1 };
  self->quarters[2] = (BaryDaySpan) { winter.last + 1, spring.first - 1 };
  self->quarters[3] = (BaryDaySpan) { spring.last + 1, last };
}

int
bary_school_terms_get_quarter (const BarySchoolTerms *self,
                               BaryDay                day)
{
  for (int i = 0; i < BARY_N_QUARTERS; i++)
    if (bary_day_span_covers (self->quarters[i], day))
      return i + 1;
  return 0;
}

int
bary_school_terms_get_week (const BarySchoolTerms *self,
                            BaryDay                day)
{
  int quarter = bary_school_terms_get_quarter (self, day);

  return quarter > 0 ? (int) (day - bary_day_get_monday (self->quarters[quarter - 1].first)) / 7 + 1 : 0;
}

gboolean
bary_school_terms_find_week (const BarySchoolTerms *self,
                             int                    quarter,
                             int                    week,
                             BaryDaySpan           *days)
{
  BaryDaySpan whole;
  BaryDay monday;

  if (quarter < 1 || quarter > BARY_N_QUARTERS || week < 1 || week > 53)
    return FALSE;

  whole = self->quarters[quarter - 1];
  monday = bary_day_get_monday (whole.first) + 7 * (week - 1);
  *days = (BaryDaySpan) { MAX (monday, whole.first), MIN (monday + 6, whole.last) };
  return days->first <= whole.last;
}
