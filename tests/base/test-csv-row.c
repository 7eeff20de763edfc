#include "bary-csv-row.h"

static char *
make_row (const char *first,
          const char *second,
          char        delimiter)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  g_ptr_array_add (cells, (char *) first);
  g_ptr_array_add (cells, (char *) second);
  bary_csv_append_row (text, cells, delimiter);
  return g_string_free (text, FALSE);
}

static void
test_quotes (void)
{
  static const struct { const char *cell, *written; } cases[] = {
    { "№ 352", "№ 352;\n" },
    { "12 мая; 19 мая", "\"12 мая; 19 мая\";\n" },
    { "«Диалог»", "«Диалог»;\n" },
    { "the \"Dialogue\"", "\"the \"\"Dialogue\"\"\";\n" },
    { "two\nlines", "\"two\nlines\";\n" },
    { " edge", "\" edge\";\n" },
    { NULL, ";\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = make_row (cases[i].cell, NULL, ';');

      g_assert_cmpstr (row, ==, cases[i].written);
    }
}

/* The list of OWASP's “CSV Injection”. */
static void
test_guard (void)
{
  static const struct { const char *cell, *guarded; } cases[] = {
    { "=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"http://evil\")" },
    { "+7 812 730-01-02", "'+7 812 730-01-02" },
    { "-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\r=1", "'\r=1" },
    { "– тире", "– тире" },
    { "1=1", "1=1" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = bary_csv_guard (cases[i].cell);

      g_assert_cmpstr (guarded, ==, cases[i].guarded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-row/quotes", test_quotes);
  g_test_add_func ("/csv-row/guard", test_guard);
  return g_test_run ();
}
