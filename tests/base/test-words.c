#include "bary-words.h"

#include <string.h>

static void
test_whole_range (void)
{
  static const guint8 zeros[8];
  static const guint8 ones[8] = { 255, 255, 255, 255, 255, 255, 255, 255 };
  static const guint8 order[] = { 0x00, 0x00, 0x10, 0x08 }; /* 0, 1, 2 in ten bits each */
  g_autofree char *first = bary_words_from_bytes (zeros, sizeof zeros, 2);
  g_autofree char *last = bary_words_from_bytes (ones, sizeof ones, 6);
  g_autofree char *three = bary_words_from_bytes (order, sizeof order, 3);

  g_assert_cmpstr (first, ==, "абажур абажур");
  g_assert_cmpstr (last, ==, "ящерица ящерица ящерица ящерица ящерица ящерица");
  g_assert_cmpstr (three, ==, "абажур абзац август");
}

/* Different numbers are different words, each without a space. */
static void
test_distinct (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1024; i++)
    {
      guint8 bytes[2] = { (guint8) (i >> 2), (guint8) (i << 6) };
      char *word = bary_words_from_bytes (bytes, sizeof bytes, 1);

      g_assert_null (strchr (word, ' '));
      g_assert_cmpint (g_utf8_strlen (word, -1), >=, 4);
      g_assert_true (g_hash_table_add (seen, word));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/whole-range", test_whole_range);
  g_test_add_func ("/words/distinct", test_distinct);

  return g_test_run ();
}
