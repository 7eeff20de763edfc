#include "bary-test-store.h"

#include <string.h>

/* Every binder and getter, NULL included: what goes in comes out. */
static void
test_bind (Fixture       *fixture,
           gconstpointer  data)
{
  static const gint64 numbers[] = { 0, -1, G_MAXINT64, G_MININT64 };
  static const char *const texts[] = { "", "№ 352 «Ё»", "it's \"quoted\" %s \\", NULL };
  BaryDatabase *database = bary_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, "SELECT ?, ?, ?, typeof (?1), typeof (?2), typeof (?3)", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *passing = g_strdup (texts[i]);

      bary_statement_bind_integer (statement, 0, numbers[i]);
      bary_statement_bind_text (statement, 1, texts[i]);
      bary_statement_bind_copy (statement, 2, passing);
      if (passing != NULL)
        memset (passing, '!', strlen (passing));

      g_assert_cmpint (bary_statement_step (statement, &error), ==, BARY_STEP_ROW);
      g_assert_cmpint (bary_statement_get_integer (statement, 0), ==, numbers[i]);
      g_assert_cmpstr (bary_statement_get_text (statement, 1), ==, texts[i]);
      g_assert_cmpstr (bary_statement_get_text (statement, 2), ==, texts[i]);
      g_assert_cmpstr (bary_statement_get_text (statement, 3), ==, "integer");
      g_assert_cmpstr (bary_statement_get_text (statement, 4), ==, texts[i] != NULL ? "text" : "null");
      g_assert_cmpstr (bary_statement_get_text (statement, 5), ==, texts[i] != NULL ? "text" : "null");
      g_assert_true (bary_statement_run (statement, &error));
    }
}

/* A statement comes back from the cache without its old values, also when it is wanted twice at once. */
static void
test_cache (Fixture       *fixture,
            gconstpointer  data)
{
  BaryDatabase *database = bary_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  BaryStatement *first = bary_database_prepare (database, "SELECT ?", &error);
  BaryStatement *second = bary_database_prepare (database, "SELECT ?", &error);
  BaryStatement *third;

  g_assert_true (first != second);
  bary_statement_bind_text (first, 0, "a");
  bary_statement_bind_text (second, 0, "b");
  g_assert_cmpint (bary_statement_step (first, &error), ==, BARY_STEP_ROW);
  g_assert_cmpint (bary_statement_step (second, &error), ==, BARY_STEP_ROW);
  g_assert_cmpstr (bary_statement_get_text (first, 0), ==, "a");
  g_assert_cmpstr (bary_statement_get_text (second, 0), ==, "b");
  bary_statement_release (first);
  bary_statement_release (second);

  third = bary_database_prepare (database, "SELECT ?", &error);
  g_assert_true (third == first);
  g_assert_cmpint (bary_statement_step (third, &error), ==, BARY_STEP_ROW);
  g_assert_cmpstr (bary_statement_get_text (third, 0), ==, NULL);
  bary_statement_release (third);
  g_assert_no_error (error);
}

static void
assert_pragma (BaryDatabase *database,
               const char   *sql,
               gint64        expected)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (bary_database_query_integer (database, sql, &number, &error));
  g_assert_no_error (error);
  g_assert_cmpint (number, ==, expected);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  BaryDatabase *database = bary_store_get_database (fixture->store);

  assert_pragma (database, "PRAGMA foreign_keys", 1);
  assert_pragma (database, "PRAGMA synchronous", 2);
  assert_pragma (database, "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1);
  assert_pragma (database, "PRAGMA application_id", 0x42617279);
  assert_pragma (database, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' "
                           "AND name NOT LIKE 'search%' AND sql NOT LIKE '%STRICT%'", 0);
  assert_pragma (database, "SELECT 1 WHERE 0", 0);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  BaryDatabase *database = bary_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_null (bary_database_prepare (database, "SELEKT", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (bary_database_execute (database, "INSERT INTO person (id) VALUES ('x')", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (bary_database_query_integer (database, "SELECT * FROM nowhere", &number, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  g_clear_error (&error);
  bary_database_rollback (database);
  g_assert_true (bary_database_begin (database, &error));
  g_assert_false (bary_database_begin (database, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  bary_database_rollback (database);
}

/* Objects that are asked for by the wrong kind, gone, or changed behind the store's back. */
static void
test_live (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
  const char *id = bary_record_get_id (school);
  g_autoptr (BaryRecord) person = bary_record_new (BARY_KIND_PERSON, NULL);
  g_autoptr (BaryRecord) live = bary_store_get (fixture->store, BARY_KIND_ORGANISATION, id, &error);
  g_autoptr (BaryRecord) again = bary_store_get (fixture->store, BARY_KIND_ORGANISATION, id, &error);
  g_autoptr (BaryStore) other = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_autoptr (BaryChanges) removal = bary_changes_new ();

  g_assert_true (live == again);
  g_assert_null (bary_store_get (fixture->store, BARY_KIND_PERSON, id, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bary_store_get (fixture->store, BARY_KIND_ORGANISATION, id, NULL) == live);
  g_object_unref (live);

  /* somebody else removes it, and we have not looked yet */
  bary_changes_remove (removal, school);
  g_assert_true (bary_store_commit (other, "Remove", NULL, removal, &error));
  g_assert_false (test_set (fixture->store, live, "name", "№ 2", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bary_store_commit (fixture->store, "Remove", NULL, removal, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bary_store_poll (fixture->store, &error));
  g_assert_null (bary_store_get (fixture->store, BARY_KIND_ORGANISATION, id, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (test_set (fixture->store, person, "name", "x", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
}

static void
test_doubled (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryChanges) nothing = bary_changes_new ();

  bary_changes_add (changes, school);
  g_assert_false (bary_store_commit (fixture->store, "Add", NULL, changes, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, bary_record_get_id (school)));
  g_clear_error (&error);
  g_assert_true (bary_store_commit (fixture->store, "Nothing", NULL, nothing, &error));
  g_assert_true (test_set (fixture->store, school, "name", "№ 1", &error));
  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_false (bary_store_undo (fixture->store, &error));
  test_assert_sound (fixture->store);
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Actions that are held reach others together, and what fails among them takes back nothing but itself. */
static void
test_hold (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) other = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) nobody = bary_record_new (BARY_KIND_PERSON, NULL);
  g_autoptr (BaryRecord) first = NULL;
  g_autoptr (BaryRecord) second = NULL;
  guint told = 0;

  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (count_up), &told);
  bary_record_set_all (nobody, "name", "Никто", "organisation", bary_record_get_id (nobody), NULL);
  bary_changes_add (changes, nobody);

  bary_store_hold (fixture->store);
  g_assert_false (bary_store_commit (fixture->store, "Nobody", NULL, changes, NULL));
  first = test_add_school (fixture->store, "№ 1");
  g_assert_false (bary_store_commit (fixture->store, "Nobody", NULL, changes, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  second = test_add_school (fixture->store, "№ 2");
  g_assert_cmpint (test_count (other, BARY_KIND_ORGANISATION), ==, 0);
  g_assert_cmpuint (told, ==, 0);

  g_assert_true (bary_store_release (fixture->store, &error));
  g_assert_cmpint (test_count (other, BARY_KIND_ORGANISATION), ==, 2);
  g_assert_cmpint (test_count (other, BARY_KIND_PERSON), ==, 0);
  g_assert_cmpuint (told, ==, 1);
  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_cmpint (test_count (other, BARY_KIND_ORGANISATION), ==, 1);
  test_assert_sound (fixture->store);
}

/* A fault of the disk ends the transaction of itself: nothing of it counts, and nothing is written after it as if it did. */
static void
test_hold_lost (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) first = NULL;
  g_autoptr (BaryRecord) second = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (BaryRecord) third = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_record_set_all (second, "name", "№ 2", "kind", "school", NULL);
  bary_changes_add (changes, second);

  bary_store_hold (fixture->store);
  first = test_add_school (fixture->store, "№ 1");
  sqlite3_exec (bary_database_get_handle (bary_store_get_database (fixture->store)), "ROLLBACK", NULL, NULL, NULL);
  g_assert_false (bary_store_commit (fixture->store, "Second", NULL, changes, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (bary_store_release (fixture->store, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 0);

  third = test_add_school (fixture->store, "№ 3");
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 1);
  test_assert_sound (fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/database/bind", Fixture, NULL, fixture_set_up, test_bind, fixture_tear_down);
  g_test_add ("/database/cache", Fixture, NULL, fixture_set_up, test_cache, fixture_tear_down);
  g_test_add ("/database/settings", Fixture, NULL, fixture_set_up, test_settings, fixture_tear_down);
  g_test_add ("/database/errors", Fixture, NULL, fixture_set_up, test_errors, fixture_tear_down);
  g_test_add ("/database/live", Fixture, NULL, fixture_set_up, test_live, fixture_tear_down);
  g_test_add ("/database/doubled", Fixture, NULL, fixture_set_up, test_doubled, fixture_tear_down);
  g_test_add ("/database/hold", Fixture, NULL, fixture_set_up, test_hold, fixture_tear_down);
  g_test_add ("/database/hold-lost", Fixture, NULL, fixture_set_up, test_hold_lost, fixture_tear_down);

  return g_test_run ();
}
