#include "bary-date.h"

static void
test_parse (void)
{
  static const struct { const char *text, *iso; } cases[] = {
    { "2025-09-01", "2025-09-01" },
    { " 01.09.2025 ", "2025-09-01" },
    { "1.9.25", "2025-09-01" },
    { "29.02.2024", "2024-02-29" },
    { "29.02.2025", NULL },
    { "32.01.2025", NULL },
    { "2025-13-01", NULL },
    { "2025-9-1", NULL },
    { "1.9.2025 г.", NULL },
    { "1..2025", NULL },
    { "-1.9.2025", NULL },
    { "+1.+9.2025", NULL },
    { "1.9.+202", NULL },
    { "1.9.202", NULL },
    { "1.9.2025.", NULL },
    { "0000-01-01", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = bary_date_parse (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_time (void)
{
  static const struct { const char *text, *time; } cases[] = {
    { "9:30", "09:30" },
    { " 09.30 ", "09:30" },
    { "14-00", "14:00" },
    { "0:00", "00:00" },
    { "23:59", "23:59" },
    { "24:00", NULL },
    { "9:60", NULL },
    { "9:3", NULL },
    { "9", NULL },
    { "9:30:00", NULL },
    { "утром", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *time = bary_time_parse (cases[i].text);

      g_assert_cmpstr (time, ==, cases[i].time);
    }
}

/* In order: all before the one behind it, and none before itself. */
static void
test_moments (void)
{
  static const char *const moments[] = { "2026-11-19", "2026-11-20 09:00", "2026-11-20 15:00", "2026-11-20", "2026-11-21 08:00", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    for (guint j = 0; j < G_N_ELEMENTS (moments); j++)
      {
        int order = bary_moment_compare (moments[i], moments[j]);

        g_assert_cmpint (order > 0, ==, i > j);
        g_assert_cmpint (order < 0, ==, i < j);
      }
}

static void
test_arithmetic (void)
{
  g_autofree char *leap = bary_date_add_days ("2024-02-28", 1);
  g_autofree char *back = bary_date_add_days ("2025-01-01", -1);

  g_assert_cmpstr (leap, ==, "2024-02-29");
  g_assert_cmpstr (back, ==, "2024-12-31");
  g_assert_cmpint (bary_date_days_between ("2024-09-01", "2025-08-31"), ==, 364);
}

static void
test_school_year (void)
{
  g_autofree char *start = bary_school_year_start (2025);
  g_autofree char *end = bary_school_year_end (2025);
  g_autofree char *words = bary_school_year_to_string (2099);

  g_assert_cmpint (bary_school_year_of ("2025-08-31"), ==, 2024);
  g_assert_cmpint (bary_school_year_of ("2025-09-01"), ==, 2025);
  g_assert_cmpint (bary_school_year_of (start), ==, 2025);
  g_assert_cmpint (bary_school_year_of (end), ==, 2025);
  g_assert_cmpstr (words, ==, "2099/00");
}

static void
test_ranges (void)
{
  static const struct { const char *from_a, *to_a, *from_b, *to_b; gboolean overlaps; } cases[] = {
    { NULL, NULL, NULL, NULL, TRUE },
    { "2025-01-01", "2025-01-31", "2025-01-31", NULL, TRUE },
    { "2025-01-01", "2025-01-31", "2025-02-01", NULL, FALSE },
    { NULL, "2025-01-31", "2025-02-01", "2025-03-01", FALSE },
    { "2025-02-01", NULL, NULL, "2025-01-31", FALSE },
    { "2025-01-10", "2025-01-20", "2025-01-01", "2025-01-31", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (bary_range_overlaps (cases[i].from_a, cases[i].to_a, cases[i].from_b, cases[i].to_b), ==, cases[i].overlaps);
      g_assert_cmpint (bary_range_overlaps (cases[i].from_b, cases[i].to_b, cases[i].from_a, cases[i].to_a), ==, cases[i].overlaps);
    }

  g_assert_true (bary_range_covers ("2025-01-01", "2025-01-31", "2025-01-31"));
  g_assert_true (bary_range_covers ("2025-01-01", "2025-01-31", "2025-01-01"));
  g_assert_false (bary_range_covers ("2025-01-01", "2025-01-31", "2025-02-01"));
  g_assert_false (bary_range_covers ("2025-01-01", NULL, "2024-12-31"));
  g_assert_false (bary_range_is_valid ("2025-01-02", "2025-01-01"));
  g_assert_true (bary_range_is_valid ("2025-01-01", "2025-01-01"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/time", test_time);
  g_test_add_func ("/date/moments", test_moments);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/school-year", test_school_year);
  g_test_add_func ("/date/ranges", test_ranges);

  return g_test_run ();
}
