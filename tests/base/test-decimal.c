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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/words", test_words);
  return g_test_run ();
}
