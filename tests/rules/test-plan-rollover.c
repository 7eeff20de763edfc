#include "bary-plan-rollover.h"

#include "bary-test-plan.h"

static void
test_positions (void)
{
  static const struct { const char *from, *to; BaryRollover how; } cases[] = {
    { "11 сентября", "10 сентября", BARY_ROLLED_BY_WEEKDAY },   /* the second Thursday */
    { "второй четверг сентября", "10 сентября", BARY_ROLLED_BY_WORDS },
    { "29 сентября", "28 сентября", BARY_ROLLED_BY_WEEKDAY },   /* the fifth Monday, the last */
    { "11–12 сентября", "10–11 сентября", BARY_ROLLED_BY_WEEKDAY },
    { "11, 18 сентября", "10, 17 сентября", BARY_ROLLED_BY_WEEKDAY },
    { "11 сентября / 18 сентября", "10 / 17 сентября", BARY_ROLLED_BY_WEEKDAY },
    { "11 сентября в 15.30", "10 сентября в 15.30", BARY_ROLLED_BY_WEEKDAY },
    { "27 января", "27 января", BARY_ROLLED_BY_DATE },
    { "9 мая", "9 мая", BARY_ROLLED_BY_DATE },
    { "1 сентября 2025 года", "1 сентября", BARY_ROLLED_BY_DATE },
    { "ноябрь", "ноябрь", BARY_ROLLED_BY_WORDS },
    { "до 15 апреля 2026 года", "до 15 апреля", BARY_ROLLED_BY_WORDS },
    { "до 15.04.2026", "до 15 апреля", BARY_ROLLED_BY_WORDS },
    { "Сентябрь 2025 – октябрь 2026", "сентябрь 2026 года – октябрь 2027 года", BARY_ROLLED_BY_WORDS },
    { "весь период", "весь период", BARY_ROLLED_BY_WORDS },
    { "2025/26 учебный год", "весь период", BARY_ROLLED_BY_WORDS },
    { "2025-26 учебный год", "весь период", BARY_ROLLED_BY_WORDS },
    { "до 2026-04-15", "до 15 апреля", BARY_ROLLED_BY_WORDS },
    { "2025–2026 учебный год", "весь период", BARY_ROLLED_BY_WORDS },
    { "первая неделя октября", "1-я неделя октября", BARY_ROLLED_BY_WORDS },
    { "3-я неделя II четверти", "3-я неделя II четверти", BARY_ROLLED_BY_WORDS },
    { "31 октября", "30 октября", BARY_ROLLED_BY_WEEKDAY },     /* in the autumn vacation both */
  };
  g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (TEST_YEAR + 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BaryPeriod) from = { 0 };
      g_auto (BaryPeriod) to = { 0 };

      g_test_message ("%s", cases[i].from);
      g_assert_true (bary_period_parse (cases[i].from, TEST_YEAR, &from, NULL));
      g_assert_cmpint (bary_period_roll_over (&from, from_calendar, to_calendar, FALSE, &to, NULL), ==, cases[i].how);
      g_assert_cmpstr (to.normal, ==, cases[i].to);
      g_assert_cmpint (to.school_year, ==, TEST_YEAR + 1);
    }
}

/* Thursday of the third week of the second quarter, which begins on 3 November 2025 and on 9 November 2026. */
static void
test_by_quarter (void)
{
  g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (TEST_YEAR + 1);
  g_auto (BaryPeriod) from = { 0 };
  g_auto (BaryPeriod) to = { 0 };

  g_assert_true (bary_period_parse ("20 ноября", TEST_YEAR, &from, NULL));
  g_assert_cmpint (bary_period_roll_over (&from, from_calendar, to_calendar, TRUE, &to, NULL), ==, BARY_ROLLED_BY_QUARTER);
  g_assert_cmpstr (to.normal, ==, "26 ноября");
}

/* A day off where there was none: another position is tried, then a person decides. */
static void
test_unsolved (void)
{
  g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (TEST_YEAR + 1);
  BarySpecialDay off = { bary_day_new (2026, 11, 19), BARY_DAY_OFF };
  g_auto (BaryPeriod) from = { 0 };
  g_auto (BaryPeriod) to = { 0 };
  g_auto (BaryPeriod) nowhere = { 0 };

  g_assert_true (bary_period_parse ("20 ноября", TEST_YEAR, &from, NULL));
  bary_school_calendar_set_day (to_calendar, &off);
  g_assert_cmpint (bary_period_roll_over (&from, from_calendar, to_calendar, FALSE, &to, NULL), ==, BARY_ROLLED_BY_QUARTER);
  g_assert_cmpstr (to.normal, ==, "26 ноября");

  off.day = to.earliest;
  bary_school_calendar_set_day (to_calendar, &off);
  g_assert_cmpint (bary_period_roll_over (&from, from_calendar, to_calendar, FALSE, &nowhere, NULL), ==, BARY_ROLLED_UNSOLVED);
  g_assert_cmpstr (nowhere.normal, ==, "19 ноября");
}

/* 29 February is no deadline of the next year. */
static void
test_impossible_words (void)
{
  g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (2023);
  g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (2024);
  g_auto (BaryPeriod) from = { 0 };
  g_auto (BaryPeriod) to = { 0 };

  g_assert_true (bary_period_parse ("до 29 февраля", 2023, &from, NULL));
  g_assert_cmpint (bary_period_roll_over (&from, from_calendar, to_calendar, FALSE, &to, NULL), ==, BARY_ROLLED_UNSOLVED);
}

static void
test_plan (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("11 сентября");
  g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (TEST_YEAR + 1);
  g_autoptr (GArray) rolled = NULL;

  test_plan_add (plan, "Отменённое", 0, "20 ноября")->state = BARY_PLAN_CANCELLED;
  test_plan_add (plan, "Митинг", 0, "27 января");
  rolled = bary_plan_roll_over (plan, from_calendar, to_calendar, FALSE);
  g_assert_cmpuint (rolled->len, ==, 2);
  g_assert_null (g_array_index (rolled, BaryRolledEvent, 0).memorial);
  g_assert_cmpuint (g_array_index (rolled, BaryRolledEvent, 1).event, ==, 2);
  g_assert_cmpstr (g_array_index (rolled, BaryRolledEvent, 1).memorial, ==,
                   "День полного освобождения Ленинграда от фашистской блокады");
}

static void
check_rolled (const BarySchoolCalendar *from_calendar,
              const BarySchoolCalendar *to_calendar,
              BaryDay                   day)
{
  int year = bary_school_calendar_get_school_year (from_calendar);
  g_auto (BaryPeriod) from = { 0 };
  g_auto (BaryPeriod) to = { 0 };
  BaryRollover how;

  bary_period_init_days (&from, day, day, year);
  how = bary_period_roll_over (&from, from_calendar, to_calendar, FALSE, &to, NULL);
  g_assert_cmpint (how == BARY_ROLLED_BY_DATE, ==, bary_day_find_memorial (day) != NULL);
  g_assert_cmpint (bary_day_get_school_year (to.earliest), ==, year + 1);
  if (how != BARY_ROLLED_BY_DATE)
    g_assert_cmpint (bary_day_get_weekday (to.earliest), ==, bary_day_get_weekday (day));
  if (how == BARY_ROLLED_BY_WEEKDAY || how == BARY_ROLLED_BY_QUARTER)
    g_assert_true (bary_school_calendar_is_working (to_calendar, to.earliest) ||
                   !bary_school_calendar_is_working (from_calendar, day));
}

/* Every day of a year keeps its weekday or its date, stays in the next year, and is never a day off unless it was one. */
static void
test_every_day (void)
{
  for (int year = 2013; year < 2026; year++)
    {
      g_autoptr (BarySchoolCalendar) from_calendar = bary_school_calendar_new (year);
      g_autoptr (BarySchoolCalendar) to_calendar = bary_school_calendar_new (year + 1);
      BaryDaySpan days = bary_school_year_span (year);

      for (BaryDay day = days.first; day <= days.last; day++)
        check_rolled (from_calendar, to_calendar, day);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-rollover/positions", test_positions);
  g_test_add_func ("/plan-rollover/by-quarter", test_by_quarter);
  g_test_add_func ("/plan-rollover/unsolved", test_unsolved);
  g_test_add_func ("/plan-rollover/impossible-words", test_impossible_words);
  g_test_add_func ("/plan-rollover/plan", test_plan);
  g_test_add_func ("/plan-rollover/every-day", test_every_day);

  return g_test_run ();
}
