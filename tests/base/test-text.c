#include "bary-text.h"

#include <string.h>

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

/* The quick way and the thorough one say the same: a letter outside Russian forces the second. */
static void
test_fold_ways (void)
{
  for (gunichar c = 0x20; c < 0x2200; c++)
    {
      char letter[7] = "";
      g_autofree char *text = NULL;
      g_autofree char *forced = NULL;
      g_autofree char *folded = NULL;
      g_autofree char *thorough = NULL;

      if (!g_unichar_validate (c) || g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        continue;
      g_unichar_to_utf8 (c, letter);
      text = g_strconcat ("Аb ", letter, " Ё", NULL);
      forced = g_strconcat (text, "ɐ", NULL);
      folded = bary_text_fold (text);
      thorough = bary_text_fold (forced);
      g_assert_true (g_str_has_prefix (thorough, folded));
      g_assert_cmpstr (thorough + strlen (folded), ==, "ɐ");
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

static void
test_to_file_name (void)
{
  static const struct { const char *text, *name; } cases[] = {
    { "Сеть «Барицентр» на 2026/27", "Сеть «Барицентр» на 2026-27" },
    { "\"Лицей\"", "Лицей" },
    { "C:\\temp", "C--temp" },
    { "Кто?\nЧто*", "Кто  Что" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bary_text_to_file_name (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-ways", test_fold_ways);
  g_test_add_func ("/text/sort-key", test_sort_key);
  g_test_add_func ("/text/fill", test_fill);
  g_test_add_func ("/text/to-file-name", test_to_file_name);

  return g_test_run ();
}
