#include "bary-word-diff.h"

#include <string.h>

/* The runs between brackets. */
static char *
mark (const char *text,
      const char *other)
{
  g_autoptr (GArray) runs = bary_word_diff (text, other);
  GString *marked = g_string_new (NULL);
  guint place = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BaryWordRun *run = &g_array_index (runs, BaryWordRun, i);

      g_string_append_printf (marked, "%.*s[%.*s]", (int) (run->start - place), text + place, (int) (run->end - run->start),
                              text + run->start);
      place = run->end;
    }
  g_string_append (marked, text + place);
  return g_string_free (marked, FALSE);
}

static void
test_table (void)
{
  static const struct { const char *text, *other, *marked; } cases[] = {
    { "", "", "" },
    { "", "слово", "" },
    { "слово", "", "[слово]" },
    { "одно и то же", "одно и то же", "одно и то же" },
    { "+7 812 730-01-02", "+7 812 730-01-03", "+7 812 [730-01-02]" },
    { "День открытых дверей в школе", "День открытых уроков в школе", "День открытых [дверей] в школе" },
    { "а б в г д", "б г", "[а] б [в] г [д]" },
    { "новое в  начале то же", "то же", "[новое в  начале] то же" },
    { "то же", "новое в начале то же", "то же" },
    { "первая\nвторая строка", "первая\nтретья строка", "первая\n[вторая] строка" },
    { "x x x", "x x", "x x [x]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].text, cases[i].other);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static char *
make_long (guint       n,
           const char *middle)
{
  GString *text = g_string_new ("начало");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s%u", middle, i);
  g_string_append (text, " конец");
  return g_string_free (text, FALSE);
}

/* Too much to compare word by word: its beginning and end are common all the same. */
static void
test_long (void)
{
  g_autofree char *text = make_long (5000, "а");
  g_autofree char *other = make_long (5000, "б");
  g_autoptr (GArray) runs = bary_word_diff (text, other);

  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpuint (g_array_index (runs, BaryWordRun, 0).start, ==, strlen ("начало "));
  g_assert_cmpuint (g_array_index (runs, BaryWordRun, 0).end, ==, strlen (text) - strlen (" конец"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-diff/table", test_table);
  g_test_add_func ("/word-diff/long", test_long);

  return g_test_run ();
}
