#include "bary-school-calendar.h"

#include "bary-period.h"

#include <string.h>

/* Working days of each month and the hours of the year at 40 a week, by the production calendars («производственный календарь»)
 * as they were published for each year; that of 2020 is the one before the non-working days of spring. */
static const struct {
  int   year;
  guint months[12];
  guint days, hours;
} official[] = {
  { 2013, { 17, 20, 20, 22, 18, 19, 23, 22, 21, 23, 20, 22 }, 247, 1970 },
  { 2014, { 17, 20, 20, 22, 19, 19, 23, 21, 22, 23, 18, 23 }, 247, 1970 },
  { 2015, { 15, 19, 21, 22, 18, 21, 23, 21, 22, 22, 20, 23 }, 247, 1971 },
  { 2016, { 15, 20, 21, 21, 19, 21, 21, 23, 22, 21, 21, 22 }, 247, 1974 },
  { 2017, { 17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21 }, 247, 1973 },
  { 2018, { 17, 19, 20, 21, 20, 20, 22, 23, 20, 23, 21, 21 }, 247, 1970 },
  { 2019, { 17, 20, 20, 22, 18, 19, 23, 22, 21, 23, 20, 22 }, 247, 1970 },
  { 2020, { 17, 19, 21, 22, 17, 21, 23, 21, 22, 22, 20, 23 }, 248, 1979 },
  { 2021, { 15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22 }, 247, 1972 },
  { 2022, { 16, 19, 22, 21, 18, 21, 21, 23, 22, 21, 21, 22 }, 247, 1973 },
  { 2023, { 17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21 }, 247, 1973 },
  { 2024, { 17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21 }, 248, 1979 },
  { 2025, { 17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22 }, 247, 1972 },
  { 2026, { 15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22 }, 247, 1972 },
};

static BaryDaySpan
month_of (int year,
          int month)
{
  return (BaryDaySpan) { bary_day_new (year, month, 1), bary_day_new (year, month, bary_month_get_length (year, month)) };
}

static void
check_year (const BarySchoolCalendar *calendar,
            guint                     index)
{
  int year = official[index].year;
  guint days = 0, hours = 0;

  for (int month = 1; month <= 12; month++)
    {
      BaryDaySpan span = month_of (year, month);
      guint working = bary_school_calendar_count_working (calendar, span);

      g_test_message ("%d-%02d: %u", year, month, working);
      g_assert_cmpuint (working, ==, official[index].months[month - 1]);
      days += working;
      hours += 8 * working;
      for (BaryDay day = span.first; day <= span.last; day++)
        hours -= bary_school_calendar_is_shortened (calendar, day);
    }
  g_assert_cmpuint (days, ==, official[index].days);
  g_assert_cmpuint (hours, ==, official[index].hours);
}

/* Each calendar year as the first and as the second of a school year. */
static void
test_official (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (official); i++)
    for (int before = 0; before < 2; before++)
      {
        g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (official[i].year - before);

        check_year (calendar, i);
      }
}

/* Every day of those calendars that is not as its weekday says: weekdays that are off, weekdays and worked weekends that are an
 * hour shorter, worked weekends. The non-working days that decrees of the President added in 2020 and 2021 are left
 * out: they changed no production calendar in force. */
static const struct {
  int         year;
  const char *off, *shortened, *worked;
} special[] = {
  { 2013, "01.01 02.01 03.01 04.01 07.01 08.01 08.03 01.05 02.05 03.05 09.05 10.05 12.06 04.11",
    "22.02 07.03 30.04 08.05 11.06 31.12", NULL },
  { 2014, "01.01 02.01 03.01 06.01 07.01 08.01 10.03 01.05 02.05 09.05 12.06 13.06 03.11 04.11",
    "24.02 07.03 30.04 08.05 11.06 31.12", NULL },
  { 2015, "01.01 02.01 05.01 06.01 07.01 08.01 09.01 23.02 09.03 01.05 04.05 11.05 12.06 04.11",
    "30.04 08.05 11.06 03.11 31.12", NULL },
  { 2016, "01.01 04.01 05.01 06.01 07.01 08.01 22.02 23.02 07.03 08.03 02.05 03.05 09.05 13.06 04.11",
    "20.02 03.11", "20.02" },
  { 2017, "02.01 03.01 04.01 05.01 06.01 23.02 24.02 08.03 01.05 08.05 09.05 12.06 06.11",
    "22.02 07.03 03.11", NULL },
  { 2018, "01.01 02.01 03.01 04.01 05.01 08.01 23.02 08.03 09.03 30.04 01.05 02.05 09.05 11.06 12.06 05.11 31.12",
    "22.02 07.03 28.04 08.05 09.06 29.12", "28.04 09.06 29.12" },
  { 2019, "01.01 02.01 03.01 04.01 07.01 08.01 08.03 01.05 02.05 03.05 09.05 10.05 12.06 04.11",
    "22.02 07.03 30.04 08.05 11.06 31.12", NULL },
  { 2020, "01.01 02.01 03.01 06.01 07.01 08.01 24.02 09.03 01.05 04.05 05.05 11.05 12.06 04.11",
    "30.04 08.05 11.06 03.11 31.12", NULL },
  { 2021, "01.01 04.01 05.01 06.01 07.01 08.01 22.02 23.02 08.03 03.05 10.05 14.06 04.11 05.11 31.12",
    "20.02 30.04 11.06 03.11", "20.02" },
  { 2022, "03.01 04.01 05.01 06.01 07.01 23.02 07.03 08.03 02.05 03.05 09.05 10.05 13.06 04.11",
    "22.02 05.03 03.11", "05.03" },
  { 2023, "02.01 03.01 04.01 05.01 06.01 23.02 24.02 08.03 01.05 08.05 09.05 12.06 06.11",
    "22.02 07.03 03.11", NULL },
  { 2024, "01.01 02.01 03.01 04.01 05.01 08.01 23.02 08.03 29.04 30.04 01.05 09.05 10.05 12.06 04.11 30.12 31.12",
    "22.02 07.03 08.05 11.06 02.11", "27.04 02.11 28.12" },
  { 2025, "01.01 02.01 03.01 06.01 07.01 08.01 01.05 02.05 08.05 09.05 12.06 13.06 03.11 04.11 31.12",
    "07.03 30.04 11.06 01.11", "01.11" },
  { 2026, "01.01 02.01 05.01 06.01 07.01 08.01 09.01 23.02 09.03 01.05 11.05 12.06 04.11 31.12",
    "30.04 08.05 11.06 03.11", NULL },
};

static gboolean
lists (const char *days,
       int         month,
       int         dom)
{
  g_autofree char *day = g_strdup_printf ("%02d.%02d", dom, month);

  return days != NULL && strstr (days, day) != NULL;
}

/* 14 years day by day. */
static void
test_every_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    {
      g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (special[i].year);
      BaryDay last = bary_day_new (special[i].year, 12, 31);

      for (BaryDay day = bary_day_new (special[i].year, 1, 1); day <= last; day++)
        {
          gboolean weekend = bary_day_get_weekday (day) >= 6;
          int year, month, dom;

          bary_day_split (day, &year, &month, &dom);
          g_test_message ("%02d.%02d.%d", dom, month, year);
          g_assert_true (bary_school_calendar_is_working (calendar, day) ==
                         (weekend ? lists (special[i].worked, month, dom) : !lists (special[i].off, month, dom)));
          g_assert_true (bary_school_calendar_is_shortened (calendar, day) == lists (special[i].shortened, month, dom));
        }
    }
}

/* Single days as the calendars print them: off, worked weekends, shortened ones. */
static void
test_known_days (void)
{
  static const struct { int year, month, dom; BaryDayKind kind; gboolean shortened; } cases[] = {
    { 2013, 2, 25, BARY_DAY_ORDINARY, FALSE },
    { 2013, 5, 10, BARY_DAY_OFF, FALSE },
    { 2014, 2, 24, BARY_DAY_SHORTENED, TRUE },
    { 2014, 3, 10, BARY_DAY_OFF, FALSE },
    { 2014, 11, 3, BARY_DAY_OFF, FALSE },
    { 2016, 2, 20, BARY_DAY_WORKED, TRUE },
    { 2018, 4, 28, BARY_DAY_WORKED, TRUE },
    { 2018, 6, 9, BARY_DAY_WORKED, TRUE },
    { 2019, 2, 23, BARY_DAY_HOLIDAY, FALSE },
    { 2019, 2, 25, BARY_DAY_ORDINARY, FALSE },
    { 2021, 12, 31, BARY_DAY_OFF, FALSE },
    { 2022, 3, 5, BARY_DAY_WORKED, TRUE },
    { 2024, 4, 27, BARY_DAY_WORKED, FALSE },
    { 2024, 11, 2, BARY_DAY_WORKED, TRUE },
    { 2024, 12, 28, BARY_DAY_WORKED, FALSE },
    { 2025, 2, 24, BARY_DAY_ORDINARY, FALSE },
    { 2025, 3, 10, BARY_DAY_ORDINARY, FALSE },
    { 2025, 5, 8, BARY_DAY_OFF, FALSE },
    { 2025, 11, 1, BARY_DAY_WORKED, TRUE },
    { 2026, 1, 9, BARY_DAY_OFF, FALSE },
    { 2026, 3, 9, BARY_DAY_OFF, FALSE },
    { 2026, 12, 31, BARY_DAY_OFF, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (cases[i].year);
      BaryDay number = bary_day_new (cases[i].year, cases[i].month, cases[i].dom);
      const BarySpecialDay *day = bary_school_calendar_get_day (calendar, number);

      g_test_message ("%d-%02d-%02d", cases[i].year, cases[i].month, cases[i].dom);
      g_assert_cmpint (day != NULL ? day->kind : BARY_DAY_ORDINARY, ==, cases[i].kind);
      g_assert_cmpint (day != NULL && day->shortened, ==, cases[i].shortened);
    }
}

static void
test_states (void)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2026);
  const BarySpecialDay *known = bary_school_calendar_get_day (calendar, bary_day_new (2026, 12, 31));
  const BarySpecialDay *fixed = bary_school_calendar_get_day (calendar, bary_day_new (2027, 6, 12));
  const BarySpecialDay *moved = bary_school_calendar_get_day (calendar, bary_day_new (2027, 6, 14));

  g_assert_cmpstr (known->source, ==, "Постановление Правительства РФ от 24.09.2025 № 1466");
  g_assert_cmpint (known->state, ==, BARY_ACT_LAW);
  g_assert_cmpstr (fixed->name, ==, "День России");
  g_assert_cmpint (fixed->state, ==, BARY_ACT_LAW);
  g_assert_cmpint (moved->state, ==, BARY_ACT_FORECAST);
}

static void
test_new_resolution (void)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2026);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) transfers = bary_transfers_parse ("Перенести в 2027 году следующие выходные дни:\n"
                                                       "с субботы 2 января на пятницу 5 ноября,\n"
                                                       "с воскресенья 3 января на пятницу 31 декабря.", 2027, &error);
  const BarySpecialDay *day;

  g_assert_no_error (error);
  g_assert_cmpuint (transfers->len, ==, 2);
  bary_school_calendar_set_transfers (calendar, 2027, (BaryTransfer *) transfers->data, transfers->len, "Проект", BARY_ACT_DRAFT);
  day = bary_school_calendar_get_day (calendar, bary_day_new (2027, 11, 5));
  g_assert_cmpint (day->kind, ==, BARY_DAY_OFF);
  g_assert_cmpint (day->state, ==, BARY_ACT_DRAFT);
  g_assert_cmpstr (day->source, ==, "Проект");
  g_assert_false (bary_school_calendar_is_working (calendar, bary_day_new (2027, 12, 31)));
}

static void
test_transfers_refused (void)
{
  static const char *const texts[] = {
    "", ";", "с пятницы 3 января на пятницу 9 января", "с субботы 3 января", "3 января на 9 января",
    "с субботы 3 января на пятницу 39 января", "с января на февраль", "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bary_transfers_parse (texts[i], 2026, &error));
      g_assert_true (error != NULL && error->domain == BARY_PERIOD_ERROR);
    }
}

static void
test_own_days (void)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2025);
  BaryDay day = bary_day_new (2026, 5, 27);
  BarySpecialDay own = { day, BARY_DAY_OFF, .name = (char *) "Курбан-байрам", .source = (char *) "Указ", .state = BARY_ACT_LAW };
  BarySpecialDay none = { day };

  g_assert_true (bary_school_calendar_is_working (calendar, day));
  own.day = bary_day_new (2030, 5, 27);
  bary_school_calendar_set_day (calendar, &own);
  g_assert_null (bary_school_calendar_get_day (calendar, own.day));
  own.day = day;
  bary_school_calendar_set_day (calendar, &own);
  g_assert_false (bary_school_calendar_is_working (calendar, day));
  g_assert_cmpstr (bary_school_calendar_get_day (calendar, day)->name, ==, "Курбан-байрам");
  bary_school_calendar_set_day (calendar, &none);
  g_assert_null (bary_school_calendar_get_day (calendar, day));
}

static void
test_stretches (void)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2025);
  BaryDay may = bary_day_new (2026, 6, 1);
  BarySchoolTerms terms = *bary_school_calendar_get_terms (calendar);

  g_assert_cmpstr (bary_school_calendar_get_stretch (calendar, bary_day_new (2025, 10, 27))->name, ==, "Осенние каникулы");
  g_assert_cmpint (bary_school_calendar_get_stretch (calendar, bary_day_new (2026, 2, 17))->kind, ==, BARY_STRETCH_FIRST_GRADE);
  g_assert_cmpint (bary_school_calendar_get_stretch (calendar, may)->kind, ==, BARY_STRETCH_EXAMS);
  g_assert_null (bary_school_calendar_get_stretch (calendar, bary_day_new (2025, 12, 1)));

  bary_school_calendar_add_exams (calendar, (BaryDaySpan) { may + 7, may + 9 }, "ОГЭ", BARY_ACT_LAW);
  bary_school_calendar_add_exams (calendar, (BaryDaySpan) { may + 14, may + 16 }, "ЕГЭ", BARY_ACT_LAW);
  g_assert_cmpint (bary_school_calendar_get_stretch (calendar, may)->kind, ==, BARY_STRETCH_VACATION);
  g_assert_cmpstr (bary_school_calendar_get_stretch (calendar, may + 8)->name, ==, "ОГЭ");
  g_assert_cmpstr (bary_school_calendar_get_stretch (calendar, may + 14)->name, ==, "ЕГЭ");

  terms.vacations[BARY_VACATION_AUTUMN].last += 7;
  bary_school_calendar_set_terms (calendar, &terms);
  g_assert_cmpuint (bary_school_calendar_get_stretches (calendar)->len, ==, BARY_N_VACATIONS + 2);
  g_assert_cmpint (bary_school_calendar_get_stretch (calendar, bary_day_new (2025, 11, 9))->kind, ==, BARY_STRETCH_VACATION);
}

/* n working days on and n back come home to a working day; beyond what is known there are still weeks. */
static void
test_arithmetic (void)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2024);

  for (BaryDay day = bary_day_new (2024, 1, 1); day < bary_day_new (2026, 1, 1); day++)
    for (int n = 1; n < 30; n += 7)
      {
        BaryDay on = bary_school_calendar_add_working (calendar, day, n);

        g_assert_true (bary_school_calendar_is_working (calendar, on));
        g_assert_cmpuint (bary_school_calendar_count_working (calendar, (BaryDaySpan) { day + 1, on }), ==, n);
        if (bary_school_calendar_is_working (calendar, day))
          g_assert_cmpuint (bary_school_calendar_add_working (calendar, on, -n), ==, day);
      }
  g_assert_cmpuint (bary_school_calendar_add_working (calendar, bary_day_new (2030, 1, 4), 1), ==, bary_day_new (2030, 1, 7));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/school-calendar/official", test_official);
  g_test_add_func ("/school-calendar/every-day", test_every_day);
  g_test_add_func ("/school-calendar/known-days", test_known_days);
  g_test_add_func ("/school-calendar/states", test_states);
  g_test_add_func ("/school-calendar/new-resolution", test_new_resolution);
  g_test_add_func ("/school-calendar/transfers-refused", test_transfers_refused);
  g_test_add_func ("/school-calendar/own-days", test_own_days);
  g_test_add_func ("/school-calendar/stretches", test_stretches);
  g_test_add_func ("/school-calendar/arithmetic", test_arithmetic);

  return g_test_run ();
}
