#include "bary-day.h"

#include "bary-date.h"
#include "bary-school-terms.h"

static void
test_numbers (void)
{
  BaryDay day = bary_day_new (2024, 2, 29);
  int year, month, dom;
  g_autofree char *iso = bary_day_to_iso (day + 1);

  bary_day_split (day, &year, &month, &dom);
  g_assert_cmpint (year * 10000 + month * 100 + dom, ==, 20240229);
  g_assert_cmpstr (iso, ==, "2024-03-01");
  g_assert_cmpuint (bary_day_from_iso ("2024-02-29"), ==, day);
  g_assert_cmpuint (bary_day_from_iso ("2023-02-29"), ==, BARY_NO_DAY);
  g_assert_cmpuint (bary_day_from_iso (NULL), ==, BARY_NO_DAY);
  g_assert_cmpuint (bary_day_new (2023, 2, 29), ==, BARY_NO_DAY);
  g_assert_cmpuint (bary_day_new (2023, 13, 1), ==, BARY_NO_DAY);
  g_assert_null (bary_day_to_iso (BARY_NO_DAY));
}

/* A day counted on agrees with the text's arithmetic and with the school year of the text. */
static void
test_agrees_with_text (void)
{
  BaryDay start = bary_day_new (2023, 12, 1);

  for (int i = -400; i < 400; i += 7)
    {
      g_autofree char *text = bary_date_add_days ("2023-12-01", i);
      g_autofree char *iso = bary_day_to_iso (start + i);

      g_assert_cmpstr (iso, ==, text);
      g_assert_cmpint (bary_day_get_school_year (start + i), ==, bary_school_year_of (text));
    }
}

static void
test_weekdays (void)
{
  g_assert_cmpint (bary_day_get_weekday (bary_day_new (2025, 9, 1)), ==, 1);
  g_assert_cmpint (bary_day_get_weekday (bary_day_new (2026, 8, 30)), ==, 7);
  g_assert_cmpuint (bary_day_nth_weekday (2025, 9, 4, 2), ==, bary_day_new (2025, 9, 11));
  g_assert_cmpuint (bary_day_nth_weekday (2025, 9, 1, 1), ==, bary_day_new (2025, 9, 1));
  g_assert_cmpuint (bary_day_nth_weekday (2025, 9, 1, 5), ==, bary_day_new (2025, 9, 29));
  g_assert_cmpuint (bary_day_nth_weekday (2025, 9, 4, 5), ==, BARY_NO_DAY);
  g_assert_cmpuint (bary_day_nth_weekday (2025, 11, 5, -1), ==, bary_day_new (2025, 11, 28));
  g_assert_cmpuint (bary_day_nth_weekday (2025, 11, 7, -1), ==, bary_day_new (2025, 11, 30));
}

/* The days that the Ministry of Education recommended for 2025/26. */
static void
test_usual_terms (void)
{
  BarySchoolTerms terms;

  bary_school_terms_init_usual (&terms, 2025);
  g_assert_cmpuint (terms.vacations[BARY_VACATION_AUTUMN].first, ==, bary_day_new (2025, 10, 25));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_AUTUMN].last, ==, bary_day_new (2025, 11, 2));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_WINTER].first, ==, bary_day_new (2025, 12, 31));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_WINTER].last, ==, bary_day_new (2026, 1, 11));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_FIRST_GRADE].first, ==, bary_day_new (2026, 2, 16));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_FIRST_GRADE].last, ==, bary_day_new (2026, 2, 22));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_SPRING].first, ==, bary_day_new (2026, 3, 28));
  g_assert_cmpuint (terms.vacations[BARY_VACATION_SPRING].last, ==, bary_day_new (2026, 4, 5));
}

/* Each day of ten school years is in one quarter or one vacation (that of the first grade aside), and a week of a quarter
 * contains the days that are said to be in it. */
static void
test_terms_cover_the_year (void)
{
  for (int year = 2020; year < 2030; year++)
    {
      BarySchoolTerms terms;
      BaryDaySpan whole = bary_school_year_span (year), week;

      bary_school_terms_init_usual (&terms, year);
      for (BaryDay day = whole.first; day <= whole.last; day++)
        {
          int quarter = bary_school_terms_get_quarter (&terms, day);
          int n = quarter > 0;

          for (int i = 0; i < BARY_VACATION_FIRST_GRADE; i++)
            n += bary_day_span_covers (terms.vacations[i], day);
          g_assert_cmpint (n, ==, 1);
          if (quarter > 0)
            {
              g_assert_true (bary_school_terms_find_week (&terms, quarter, bary_school_terms_get_week (&terms, day), &week));
              g_assert_true (bary_day_span_covers (week, day));
            }
        }
      g_assert_false (bary_school_terms_find_week (&terms, 1, 12, &week));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/numbers", test_numbers);
  g_test_add_func ("/day/agrees-with-text", test_agrees_with_text);
  g_test_add_func ("/day/weekdays", test_weekdays);
  g_test_add_func ("/school-terms/usual", test_usual_terms);
  g_test_add_func ("/school-terms/cover-the-year", test_terms_cover_the_year);

  return g_test_run ();
}
