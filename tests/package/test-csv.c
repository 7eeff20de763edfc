#include "bary-csv-row.h"
#include "bary-kinds.h"
#include "bary-table.h"

#include <string.h>

static const char russian[] =
  "Наименование;Вид организации;Телефон;Чужой столбец\r\n"
  "\"ГБОУ «Школа; № 1»\";SCHOOL;+7 812 111-22-33;x\r\n"
  "\r\n"
  "Сад № 2;Kindergarten;нет;y\r\n"
  ";school;;\r\n";

static GBytes *
encode (const char *text,
        const char *charset)
{
  gsize length;
  char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);

  g_assert_nonnull (bytes);
  return g_bytes_new_take (bytes, length);
}

/* Every encoding is recognised, with a mark and without, and gives the same text back. */
static void
test_encodings (void)
{
  static const struct {
    const char   *charset;
    BaryEncoding  encoding;
  } cases[] = {
    { "UTF-8", BARY_ENCODING_UTF8 },
    { "UTF-16", BARY_ENCODING_UTF16 },
    { "UTF-16LE", BARY_ENCODING_UTF16 },
    { "UTF-16BE", BARY_ENCODING_UTF16 },
    { "WINDOWS-1251", BARY_ENCODING_WINDOWS_1251 },
  };
  const char *text = "имя;№\r\nШкола;1\rСад;2\n";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = encode (text, cases[i].charset);
      g_autoptr (GError) error = NULL;
      g_autofree char *guessed = NULL;
      g_autofree char *chosen = NULL;

      g_assert_cmpint (bary_encoding_guess (bytes), ==, cases[i].encoding);
      guessed = bary_encoding_decode (bytes, BARY_ENCODING_AUTOMATIC, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (guessed, ==, "имя;№\nШкола;1\nСад;2\n");
      chosen = bary_encoding_decode (bytes, cases[i].encoding, &error);
      g_assert_cmpstr (chosen, ==, guessed);
    }
}

static void
test_mark_is_dropped (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xef\xbb\xbfname\n", 8);
  g_autofree char *text = bary_encoding_decode (bytes, BARY_ENCODING_AUTOMATIC, NULL);

  g_assert_cmpstr (text, ==, "name\n");
}

static void
test_wrong_encoding (void)
{
  g_autoptr (GBytes) bytes = encode ("Школа", "WINDOWS-1251");
  g_autoptr (GBytes) zero = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_encoding_decode (bytes, BARY_ENCODING_UTF8, &error));
  g_assert_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_clear_error (&error);

  g_assert_null (bary_encoding_decode (zero, BARY_ENCODING_UTF8, &error));
  g_assert_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_ENCODING);
}

static void
test_delimiters (void)
{
  g_assert_cmpint (bary_csv_guess_delimiter ("a;b;c\n1,2,3,4,5"), ==, ';');
  g_assert_cmpint (bary_csv_guess_delimiter ("a\tb, c\td"), ==, '\t');
  g_assert_cmpint (bary_csv_guess_delimiter ("\n\"x;y;z\",b"), ==, ',');
  g_assert_cmpint (bary_csv_guess_delimiter ("name"), ==, ',');
  g_assert_cmpint (bary_csv_guess_delimiter (""), ==, ',');
}

static const char *
cell (GPtrArray *rows,
      guint      row,
      guint      column)
{
  const BaryCsvRow *found = rows->pdata[row];

  return found->cells->pdata[column];
}

static void
test_rows_and_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bary_csv_parse ("a,b\n\n , \n\"x\ny\",\"say \"\"so\"\"\"\n  1  ,2,3\nlast", ',', &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpuint (((BaryCsvRow *) rows->pdata[1])->line, ==, 4);
  g_assert_cmpstr (cell (rows, 1, 0), ==, "x\ny");
  g_assert_cmpstr (cell (rows, 1, 1), ==, "say \"so\"");
  g_assert_cmpuint (((BaryCsvRow *) rows->pdata[2])->line, ==, 6);
  g_assert_cmpstr (cell (rows, 2, 0), ==, "1");
  g_assert_cmpuint (((BaryCsvRow *) rows->pdata[2])->cells->len, ==, 3);
  g_assert_cmpuint (((BaryCsvRow *) rows->pdata[3])->line, ==, 7);
  g_assert_cmpstr (cell (rows, 3, 0), ==, "last");
}

static void
test_delimiter_line (void)
{
  g_autoptr (GPtrArray) rows = bary_csv_parse ("sep=;\na;b\n1;2\n", ';', NULL);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (cell (rows, 0, 1), ==, "b");
  g_assert_cmpuint (((BaryCsvRow *) rows->pdata[1])->line, ==, 3);
}

static void
test_unclosed_quote (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_csv_parse ("a,b\n1,2\n3,\"four\n5,6\n", ',', &error));
  g_assert_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_UNCLOSED);
  g_assert_nonnull (strstr (error->message, "Line 3"));
}

/* What is written is read back, whatever it holds. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "", "plain", "a,b", "a;b", "tab\there", "line\nbreak", "\"quoted\"", " edge ", "Школа «№ 5»", "=1+1", "\"",
  };
  static const char delimiters[] = ",;\t";

  for (guint d = 0; delimiters[d] != '\0'; d++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_ptr_array_add (cells, (char *) texts[i]);
      g_ptr_array_add (cells, NULL);
      bary_csv_append_row (text, cells, delimiters[d]);
      bary_csv_append_row (text, cells, delimiters[d]);

      rows = bary_csv_parse (text->str, delimiters[d], NULL);
      g_assert_cmpuint (rows->len, ==, 2);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (cell (rows, 1, i), ==, texts[i]);
      g_assert_cmpstr (cell (rows, 1, cells->len - 1), ==, "");
    }
}

static const char *
column_name (BaryTable *table,
             guint      column)
{
  int number = bary_table_get_column (table, column);

  return number < 0 ? NULL : bary_kind_get_info (bary_table_get_kind (table))->fields[number].name;
}

static void
test_headings (void)
{
  g_autoptr (BaryTable) table = bary_table_new (BARY_KIND_ORGANISATION, russian, 0, NULL);
  g_autoptr (BaryTable) english = bary_table_new (BARY_KIND_PERSON, "ID,Name,full_name,name,Организация\n", 0, NULL);

  g_assert_cmpint (bary_table_get_delimiter (table), ==, ';');
  g_assert_cmpstr (column_name (table, 0), ==, "name");
  g_assert_cmpstr (column_name (table, 1), ==, "kind");
  g_assert_cmpstr (column_name (table, 2), ==, "phone");
  g_assert_cmpint (bary_table_get_column (table, 3), ==, BARY_TABLE_IGNORED);
  g_assert_cmpstr (bary_table_get_heading (table, 3), ==, "Чужой столбец");

  g_assert_cmpint (bary_table_get_column (english, 0), ==, BARY_TABLE_ID);
  g_assert_cmpstr (column_name (english, 1), ==, "name");
  g_assert_cmpstr (column_name (english, 2), ==, "full_name");
  g_assert_cmpint (bary_table_get_column (english, 3), ==, BARY_TABLE_IGNORED);
  g_assert_cmpstr (column_name (english, 4), ==, "organisation");
}

/* A fault stays with its cell; the others of the row and the other rows are as they were. */
static void
test_cells_and_records (void)
{
  g_autoptr (BaryTable) table = bary_table_new (BARY_KIND_ORGANISATION, russian, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) first = bary_table_get_record (table, 0, &error);
  g_autoptr (BaryRecord) again = bary_table_get_record (table, 0, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (bary_record_get_text (first, "name"), ==, "ГБОУ «Школа; № 1»");
  g_assert_cmpstr (bary_record_get_text (first, "phone"), ==, "+7 812 111-22-33");
  g_assert_cmpstr (bary_record_get_id (first), ==, bary_record_get_id (again));

  g_assert_cmpuint (bary_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (bary_table_get_line (table, 1), ==, 4);
  g_assert_true (bary_table_check_cell (table, 1, 0, NULL));
  g_assert_true (bary_table_check_cell (table, 1, 1, NULL));
  g_assert_false (bary_table_check_cell (table, 1, 2, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
  g_assert_cmpstr (bary_table_get_cell (table, 1, 2), ==, "нет");
  g_clear_error (&error);
  g_assert_null (bary_table_get_record (table, 1, NULL));

  bary_table_set_column (table, 2, BARY_TABLE_IGNORED);
  g_assert_cmpuint (bary_table_count_faults (table), ==, 1);
  g_assert_null (bary_table_get_record (table, 2, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED);
}

static void
test_defaults_and_columns (void)
{
  g_autoptr (BaryTable) table = bary_table_new (BARY_KIND_ORGANISATION, "a\tb\n1\tn\n", 0, NULL);
  g_autoptr (BaryRecord) record = NULL;

  g_assert_null (bary_table_get_record (table, 0, NULL));
  bary_table_set_column (table, 0, 0);
  bary_table_set_column (table, 1, 0);
  g_assert_cmpint (bary_table_get_column (table, 0), ==, BARY_TABLE_IGNORED);
  bary_table_set_default (table, "kind", "school");

  record = bary_table_get_record (table, 0, NULL);
  g_assert_cmpstr (bary_record_get_text (record, "name"), ==, "n");
  g_assert_cmpstr (bary_record_get_text (record, "kind"), ==, "school");
}

static char *
resolve (const BaryField *field,
         const char      *text,
         gpointer         user_data)
{
  return g_str_equal (text, "ИМЦ") ? g_strdup (user_data) : NULL;
}

static BaryRecord *
find (BaryRecord *read,
      gpointer    user_data)
{
  BaryRecord *present;

  if (g_strcmp0 (bary_record_get_name (read), "Школа № 5") != 0)
    return NULL;

  present = bary_record_new (BARY_KIND_ORGANISATION, user_data);
  bary_record_set_all (present, "name", "Школа № 5", "kind", "college", "address", "дом 5", NULL);
  return present;
}

/* Names stand for records, and a row about a present one changes only what it fills. */
static void
test_lookup (void)
{
  static char id[] = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
  g_autoptr (BaryTable) table = bary_table_new (BARY_KIND_ORGANISATION,
                                                "name,kind,centre,address\nШкола № 5,school,ИМЦ,\nСад,kindergarten,Чужой,\n", 0, NULL);
  g_autoptr (BaryRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_table_check_cell (table, 0, 2, NULL));
  bary_table_set_lookup (table, resolve, find, id);
  g_assert_true (bary_table_check_cell (table, 0, 2, NULL));
  g_assert_false (bary_table_check_cell (table, 1, 2, &error));
  g_assert_nonnull (strstr (error->message, "Чужой"));

  record = bary_table_get_record (table, 0, NULL);
  g_assert_cmpstr (bary_record_get_id (record), ==, id);
  g_assert_cmpstr (bary_record_get_text (record, "kind"), ==, "school");
  g_assert_cmpstr (bary_record_get_text (record, "address"), ==, "дом 5");
  g_assert_cmpstr (bary_record_get_text (record, "centre"), ==, id);
}

static gboolean
collect (BaryRecord  *record,
         guint        line,
         gpointer     user_data,
         GError     **error)
{
  g_string_append_printf (user_data, "%u %s|", line, bary_record_get_name (record));
  return TRUE;
}

static void
test_source (void)
{
  g_autoptr (BaryTable) table = bary_table_new (BARY_KIND_ORGANISATION, russian, 0, NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_record_source_foreach (BARY_RECORD_SOURCE (table), collect, seen, NULL, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "Line 4: "));
  g_clear_error (&error);

  g_string_truncate (seen, 0);
  bary_table_set_lenient (table, TRUE);
  g_assert_true (bary_record_source_foreach (BARY_RECORD_SOURCE (table), collect, seen, NULL, NULL));
  g_assert_cmpstr (seen->str, ==, "2 ГБОУ «Школа; № 1»|");

  g_cancellable_cancel (cancelled);
  g_assert_false (bary_record_source_foreach (BARY_RECORD_SOURCE (table), collect, seen, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_table_new (BARY_KIND_PERSON, " \n\n", 0, &error));
  g_assert_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_EMPTY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/mark-is-dropped", test_mark_is_dropped);
  g_test_add_func ("/csv/wrong-encoding", test_wrong_encoding);
  g_test_add_func ("/csv/delimiters", test_delimiters);
  g_test_add_func ("/csv/rows-and-lines", test_rows_and_lines);
  g_test_add_func ("/csv/delimiter-line", test_delimiter_line);
  g_test_add_func ("/csv/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/table/headings", test_headings);
  g_test_add_func ("/table/cells-and-records", test_cells_and_records);
  g_test_add_func ("/table/defaults-and-columns", test_defaults_and_columns);
  g_test_add_func ("/table/lookup", test_lookup);
  g_test_add_func ("/table/source", test_source);
  g_test_add_func ("/table/empty", test_empty);

  return g_test_run ();
}
