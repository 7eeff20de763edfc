#include "bary-decimal.h"

/* The locale of the tests has a point. */
static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "0", "0" }, { "18.5", "18.5" }, { "-1", "−1" }, { "-0.25", "−0.25" }, { "1e-05", "1e-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = bary_decimal_to_words (cases[i][0]);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_figures (void)
{
  g_autofree char *shortest = bary_decimal_figure_to_words (-2.5, "%g");
  g_autofree char *rounded = bary_decimal_figure_to_words (-0.1299, "%.3f");
  g_autofree char *nothing = bary_decimal_figure_to_words (-0.0001, "%.3f");

  g_assert_cmpstr (shortest, ==, "−2.5");
  g_assert_cmpstr (rounded, ==, "−0.130");
  g_assert_cmpstr (nothing, ==, "0.000");
}

static void
test_minus (void)
{
  static const struct { const char *text, *behind; } cases[] = {
    { "-1", "1" }, { "−2,5", "2,5" }, { "3", NULL }, { "+4", NULL }, { "", NULL }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;

      g_assert_true (bary_decimal_take_minus (&text) == (cases[i].behind != NULL));
      g_assert_cmpstr (text, ==, cases[i].behind != NULL ? cases[i].behind : cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/words", test_words);
  g_test_add_func ("/decimal/figures", test_figures);
  g_test_add_func ("/decimal/minus", test_minus);
  return g_test_run ();
}
