#include "bary-text.h"

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Озёрный  ЦЕНТР", "озерный центр" },
    { " Й ", "й" },
    { "е\xcc\x88ж", "еж" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = bary_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_sort_key (void)
{
  static const char *const sorted[] = { "№ 7", "№54", "№  200", "ГБОУ СОШ № 7", "ГБОУ СОШ «№ 54»", "Ёлка", "Жук" };

  for (guint i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *before = bary_text_sort_key (sorted[i - 1]);
      g_autofree char *after = bary_text_sort_key (sorted[i]);

      g_assert_cmpstr (before, <, after);
    }
}

static void
test_fill (void)
{
  g_autofree char *filled = bary_text_fill ("Move “%s”", "100 % %s");
  g_autofree char *plain = bary_text_fill ("Import", "x");
  g_autofree char *empty = bary_text_fill ("Add %s", NULL);

  g_assert_cmpstr (filled, ==, "Move “100 % %s”");
  g_assert_cmpstr (plain, ==, "Import");
  g_assert_cmpstr (empty, ==, "Add ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/sort-key", test_sort_key);
  g_test_add_func ("/text/fill", test_fill);

  return g_test_run ();
}
