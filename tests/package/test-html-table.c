#include "bary-html-table.h"

#include "bary-csv.h"

static char *
read_table (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return bary_html_table_to_text (bytes);
}

static void
check (const char *html,
       const char *expected)
{
  g_autofree char *text = read_table (html);

  g_assert_cmpstr (text, ==, expected);
}

/* As Writer and Word put a selected table on the clipboard. */
static void
test_word_processor (void)
{
  check ("<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/></head><body>"
         "<table width=\"100%\"><colgroup><col/><col/></colgroup><thead><tr><th><p>№</p></th><th><p>Наименование<br/>\n"
         "мероприятия</p></th><th><p>Сроки</p></th></tr></thead><tbody><tr><td><p>1.</p></td>"
         "<td><p>Семинар&nbsp;«Чтение»</p>\n<p>для педагогов</p></td><td><p>Март –\n май</p></td></tr></tbody></table></body></html>",
         "№\tНаименование мероприятия\tСроки\n1.\tСеминар «Чтение» для педагогов\tМарт – май\n");
}

static void
test_spans (void)
{
  check ("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>",
         "a\tb\t\n\tc\td\ne\tf\tg\n");
}

/* A span beyond all measure takes no memory. */
static void
test_endless_span (void)
{
  g_autofree char *text = read_table ("<table><tr><td colspan=2000000000 rowspan=2000000000>a</table>");

  g_assert_cmpuint (strlen (text), <=, 200);
}

static void
test_quotation (void)
{
  g_autofree char *text = read_table ("<table><tr><td>ГБОУ \"Школа\"<td>2</table>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bary_csv_parse (text, '\t', &error);
  BaryCsvRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->cells->pdata[0], ==, "ГБОУ \"Школа\"");
}

static void
test_largest_counts (void)
{
  check ("<table><tr><td>menu</table><p>text</p><table><tr><td>1<td>2<tr><td>3<td><table><tr><td>4</table></table>",
         "1\t2\n3\t4\n");
}

static void
test_no_table (void)
{
  check ("<p>Семинар – март</p>", NULL);
  check ("", NULL);
  check ("<table></table>", NULL);
}

/* Whatever the bytes, there is an answer. */
static void
test_broken (void)
{
  const char alphabet[] = "<>/tabledr \"='x&;\xd0\x90\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_tables = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) html = g_string_new (i % 2 ? "<table><tr><td>" : NULL);
      guint length = g_rand_int_range (rand, 0, 60);
      g_autofree char *text = NULL;

      for (guint j = 0; j < length; j++)
        g_string_append_c (html, alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)]);
      text = read_table (html->str);
      if (text != NULL)
        {
          g_assert_true (g_utf8_validate (text, -1, NULL));
          n_tables++;
        }
    }
  g_assert_cmpuint (n_tables, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-table/word-processor", test_word_processor);
  g_test_add_func ("/html-table/spans", test_spans);
  g_test_add_func ("/html-table/endless-span", test_endless_span);
  g_test_add_func ("/html-table/quotation", test_quotation);
  g_test_add_func ("/html-table/largest-counts", test_largest_counts);
  g_test_add_func ("/html-table/no-table", test_no_table);
  g_test_add_func ("/html-table/broken", test_broken);

  return g_test_run ();
}
