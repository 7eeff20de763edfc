#include "bary-gate.h"
#include "bary-reader.h"
#include "bary-test-package.h"

#include <string.h>

typedef struct {
  const char       *name;
  BaryPackageError  code;
  guint             line; /* 0 where a compressed file has none */
} Bad;

static const Bad bad[] = {
  { "bad-choice.xml", BARY_PACKAGE_ERROR_INVALID, 13 },
  { "bad-date.xml", BARY_PACKAGE_ERROR_INVALID, 14 },
  { "bad-email.xml", BARY_PACKAGE_ERROR_INVALID, 7 },
  { "bad-id.xml", BARY_PACKAGE_ERROR_INVALID, 11 },
  { "bad-reference.xml", BARY_PACKAGE_ERROR_INVALID, 10 },
  { "bare-ampersand.xml", BARY_PACKAGE_ERROR_MALFORMED, 12 },
  { "broken-utf-8.xml", BARY_PACKAGE_ERROR_ENCODING, 12 },
  { "cdata.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 8 },
  { "comment.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 6 },
  { "control-character.xml", BARY_PACKAGE_ERROR_MALFORMED, 12 },
  { "cut-in-half.xml", BARY_PACKAGE_ERROR_INCOMPLETE, 10 },
  { "cut-in-tag.xml", BARY_PACKAGE_ERROR_INCOMPLETE, 15 },
  { "dates-wrong-way.xml", BARY_PACKAGE_ERROR_INVALID, 11 },
  { "deep.xml", BARY_PACKAGE_ERROR_TOO_LARGE, 7 },
  { "empty-field.xml", BARY_PACKAGE_ERROR_INVALID, 10 },
  { "empty.xml", BARY_PACKAGE_ERROR_INCOMPLETE, 1 },
  { "entity-bomb.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 2 },
  { "entity-undeclared.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 8 },
  { "external-entity.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 2 },
  { "field-twice.xml", BARY_PACKAGE_ERROR_INVALID, 11 },
  { "flipped.xml.gz", BARY_PACKAGE_ERROR_MALFORMED, 0 },
  { "foreign-namespace.xml", BARY_PACKAGE_ERROR_INVALID, 9 },
  { "html.xml", BARY_PACKAGE_ERROR_NOT_A_PACKAGE, 1 },
  { "id-twice.xml", BARY_PACKAGE_ERROR_DUPLICATE, 15 },
  { "kinds-out-of-order.xml", BARY_PACKAGE_ERROR_INVALID, 11 },
  { "long-tag.xml", BARY_PACKAGE_ERROR_TOO_LARGE, 3 },
  { "long-text.xml", BARY_PACKAGE_ERROR_INVALID, 10 },
  { "many-attributes.xml", BARY_PACKAGE_ERROR_TOO_LARGE, 3 },
  { "mismatched-tags.xml", BARY_PACKAGE_ERROR_MALFORMED, 9 },
  { "missing-field.xml", BARY_PACKAGE_ERROR_INVALID, 13 },
  { "nested-field.xml", BARY_PACKAGE_ERROR_INVALID, 8 },
  { "newer-version.xml", BARY_PACKAGE_ERROR_NEWER_VERSION, 2 },
  { "no-records.xml", BARY_PACKAGE_ERROR_INVALID, 6 },
  { "no-sender.xml", BARY_PACKAGE_ERROR_INVALID, 4 },
  { "not-xml.xml", BARY_PACKAGE_ERROR_NOT_A_PACKAGE, 1 },
  { "second-instruction.xml", BARY_PACKAGE_ERROR_FORBIDDEN, 6 },
  { "size-no-number.xml", BARY_PACKAGE_ERROR_INVALID, 16 },
  { "size-twice.xml", BARY_PACKAGE_ERROR_INVALID, 17 },
  { "stray-text.xml", BARY_PACKAGE_ERROR_INVALID, 12 },
  { "swelling.xml.gz", BARY_PACKAGE_ERROR_TOO_LARGE, 0 },
  { "truncated.xml.gz", BARY_PACKAGE_ERROR_INCOMPLETE, 0 },
  { "two-roots.xml", BARY_PACKAGE_ERROR_MALFORMED, 17 },
  { "unknown-attribute.xml", BARY_PACKAGE_ERROR_INVALID, 12 },
  { "unknown-field.xml", BARY_PACKAGE_ERROR_INVALID, 10 },
  { "unknown-kind.xml", BARY_PACKAGE_ERROR_INVALID, 11 },
  { "utf-16-unmarked.xml", BARY_PACKAGE_ERROR_ENCODING, 1 },
  { "utf-16.xml", BARY_PACKAGE_ERROR_ENCODING, 1 },
  { "windows-1251.xml", BARY_PACKAGE_ERROR_ENCODING, 1 },
  { "wrong-order.xml", BARY_PACKAGE_ERROR_INVALID, 8 },
  { "wrong-size.xml", BARY_PACKAGE_ERROR_TAMPERED, 18 },
  { "zero-byte.xml", BARY_PACKAGE_ERROR_ENCODING, 12 },
};

static char *
bad_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "package", "bad", name, NULL);
}

/* "FILE, line N, <element>: what is wrong: what to do" */
static void
assert_says_all (const char *message,
                 const char *path,
                 guint       line)
{
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s, line %u", path, line) : g_strdup_printf ("%s: ", path);
  const char *wrong;

  g_assert_true (g_str_has_prefix (message, place));
  wrong = strstr (message + strlen (path), ": ");
  g_assert_nonnull (wrong);
  g_assert_true (strchr (wrong + 2, ':') != NULL || strchr (wrong + 2, ';') != NULL);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const Bad *file = data;
  g_autofree char *path = bad_path (file->name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GPtrArray) records = test_full_records ();
  g_autoptr (BaryRecordSource) full = test_source_new (records);
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_package_validate (path, NULL, &error));
  g_assert_error (error, BARY_PACKAGE_ERROR, file->code);
  assert_says_all (error->message, path, file->line);
  g_clear_error (&error);

  bary_store_import (fixture->store, "Import", NULL, full, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  bary_import_report_clear (&report);
  before = test_digest (fixture->store);

  g_assert_false (test_import (fixture->store, path, &report, &error));
  g_assert_nonnull (error);
  assert_says_all (error->message, path, file->line);
  after = test_digest (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_dangling (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = bad_path ("dangling-reference.xml");
  g_autofree char *before = test_digest (fixture->store);
  g_autofree char *after = NULL;
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  /* Its target may be in the database that imports it, so only the import can tell. */
  g_assert_true (bary_package_validate (path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (test_import (fixture->store, path, &report, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  assert_says_all (error->message, path, 11);
  g_assert_cmpuint (report.refused, ==, 1);
  after = test_digest (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_package_open ("no-such-file.xml", &error));
  g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (bary_package_open (g_get_tmp_dir (), &error));
  g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO);
}

/* The gate */

static gboolean
feed_in_pieces (const char  *bytes,
                gsize        length,
                gsize        piece,
                guint       *line,
                GError     **error)
{
  g_autoptr (BaryGate) gate = bary_gate_new ();
  gboolean passed = TRUE;

  for (gsize i = 0; passed && i < length; i += piece)
    passed = bary_gate_feed (gate, bytes + i, MIN (piece, length - i), error);
  passed = passed && bary_gate_finish (gate, error);
  *line = bary_gate_get_line (gate);
  return passed;
}

/* However the bytes are cut, the gate says the same in the same line. */
static void
test_gate_pieces (void)
{
  static const gsize pieces[] = { 1, 2, 3, 5, 7, 64, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = bad_path (bad[i].name);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) whole_error = NULL;
      gsize length;
      guint line;
      gboolean passed;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      passed = feed_in_pieces (bytes, length, length + 1, &line, &whole_error);
      for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
        {
          g_autoptr (GError) error = NULL;
          guint piece_line;

          g_assert_cmpint (feed_in_pieces (bytes, length, pieces[k], &piece_line, &error), ==, passed);
          g_assert_cmpuint (piece_line, ==, line);
          g_assert_cmpint (error != NULL ? error->code : -1, ==, whole_error != NULL ? whole_error->code : -1);
        }
    }
}

static void
test_gate_takes (void)
{
  static const char *const good[] = {
    "<a/>",
    "<?xml version='1.0'?><a b='>' c=\"/>\">текст</a>\n",
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding='utf-8' standalone='yes'?>\n<a>€𝄞</a>",
    "\n  <a><b/><c></c></a>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    for (gsize piece = 1; piece < 5; piece++)
      {
        g_autoptr (GError) error = NULL;
        guint line;

        feed_in_pieces (good[i], strlen (good[i]), piece, &line, &error);
        g_assert_no_error (error);
      }
}

/* Sequences of five and six bytes were UTF-8 once. */
static void
test_gate_refuses_long_sequences (void)
{
  static const char *const sequences[] = { "<a>\xf8\x88\x80\x80\x80</a>", "<a>\xfc\x84\x80\x80\x80\x80</a>", "<a>\xf4\x90\x80\x80</a>" };

  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++)
    for (gsize piece = 1; piece <= strlen (sequences[i]); piece++)
      {
        g_autoptr (GError) error = NULL;
        guint line;

        g_assert_false (feed_in_pieces (sequences[i], strlen (sequences[i]), piece, &line, &error));
        g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_ENCODING);
      }
}

/* The beginning of a character and zero bytes behind: no character, however long one waits. */
static void
test_gate_refuses_zeros (void)
{
  static const char bytes[] = "<a>\xd0\0\0\xb5\xc2\xbb\xc2\xbb</a>";

  for (gsize piece = 1; piece <= sizeof bytes; piece++)
    {
      g_autoptr (GError) error = NULL;
      guint line;

      g_assert_false (feed_in_pieces (bytes, sizeof bytes, piece, &line, &error));
      g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_ENCODING);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *name = g_strconcat ("/bad/", bad[i].name, NULL);

      g_test_add (name, Fixture, &bad[i], test_set_up, test_refused, test_tear_down);
    }
  g_test_add ("/bad/dangling-reference.xml", Fixture, NULL, test_set_up, test_dangling, test_tear_down);
  g_test_add_func ("/bad/missing", test_missing);
  g_test_add_func ("/gate/pieces", test_gate_pieces);
  g_test_add_func ("/gate/takes", test_gate_takes);
  g_test_add_func ("/gate/long-sequences", test_gate_refuses_long_sequences);
  g_test_add_func ("/gate/zeros", test_gate_refuses_zeros);

  return g_test_run ();
}
