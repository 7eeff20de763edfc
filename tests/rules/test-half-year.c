#include "bary-half-year.h"

static void
test_audiences (void)
{
  static const struct { const char *words; BaryAudience audience; } cases[] = {
    { "Обучающиеся 8–11 классов", BARY_WITH_PUPILS },
    { "Классные руководители", BARY_WITH_TEACHERS },
    { "Заместители директоров по воспитательной работе, педагоги-психологи и социальные педагоги", BARY_WITH_TEACHERS },
    { "Представители ОУ – участников кластера", BARY_WITH_TEACHERS },
    { "Педагоги дополнительного образования", BARY_WITH_TEACHERS },
    { "Родители (законные представители) обучающихся", BARY_WITH_PARENTS },
    { "Обучающиеся 1–4 классов, родители (законные представители) обучающихся", BARY_WITH_ALL },
    { "Обучающиеся, педагоги, родители", BARY_WITH_ALL },
    { "Все ОУ", BARY_WITH_ALL },
    { NULL, BARY_WITH_ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (bary_audience_of (cases[i].words), ==, cases[i].audience);
    }
}

/* Every day of a school year is in one half, and the first ends with the second quarter. */
static void
test_halves (void)
{
  for (int year = 2013; year < 2030; year++)
    {
      BarySchoolTerms terms;
      BaryDaySpan whole = bary_school_year_span (year), first, second;

      bary_school_terms_init_usual (&terms, year);
      first = bary_half_year_get_days (year, 1, &terms);
      second = bary_half_year_get_days (year, 2, &terms);
      g_assert_cmpuint (first.first, ==, whole.first);
      g_assert_cmpuint (first.last + 1, ==, second.first);
      g_assert_cmpuint (second.last, ==, whole.last);
      g_assert_cmpint (bary_school_terms_get_quarter (&terms, first.last), ==, 2);
    }
}

static void
add (BaryHalfYear  *half_year,
     BaryPlanState  state,
     gboolean       moved,
     guint          attended)
{
  BaryHalfYearEvent *event = bary_half_year_add_event (half_year);

  event->state = state;
  event->moved = moved;
  event->attended = attended;
}

static void
test_figures (void)
{
  BarySchoolTerms terms;
  g_autoptr (BaryHalfYear) half_year = NULL;
  BaryHalfYearFigures figures;
  BaryHalfYearAward award = { g_strdup ("Слёт"), g_strdup ("№ 203"), 1 };

  bary_school_terms_init_usual (&terms, 2025);
  half_year = bary_half_year_new (2025, 1, &terms);
  add (half_year, BARY_PLAN_HELD, TRUE, 40);
  add (half_year, BARY_PLAN_HELD, FALSE, 25);
  add (half_year, BARY_PLAN_CANCELLED, TRUE, 0); /* what came to nothing is not moved, too */
  add (half_year, BARY_PLAN_PLANNED, FALSE, 0);
  g_array_append_val (half_year->awards, award);
  g_ptr_array_add (half_year->schools, g_strdup ("№ 203"));
  bary_half_year_count (half_year, &figures);
  g_assert_cmpuint (figures.n_planned, ==, 4);
  g_assert_cmpuint (figures.n_held, ==, 2);
  g_assert_cmpuint (figures.n_moved, ==, 1);
  g_assert_cmpuint (figures.n_cancelled, ==, 1);
  g_assert_cmpuint (figures.n_attended, ==, 65);
  g_assert_cmpuint (figures.n_schools, ==, 1);
  g_assert_cmpuint (figures.n_awards[1], ==, 1);
  g_assert_cmpuint (bary_half_year_share (1, 3), ==, 33);
  g_assert_cmpuint (bary_half_year_share (24, 47), ==, 51);
  g_assert_cmpuint (bary_half_year_share (0, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/half-year/audiences", test_audiences);
  g_test_add_func ("/half-year/halves", test_halves);
  g_test_add_func ("/half-year/figures", test_figures);
  return g_test_run ();
}
