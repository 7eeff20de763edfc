#include "bary-test-store.h"

#include "bary-check.h"
#include "bary-migration.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SCRIPT "/org/barycenter/Barycenter/store/migrations/%03u.sql"
#define NEXT "CREATE TABLE extra (n INTEGER) STRICT; ALTER TABLE centre ADD COLUMN motto TEXT; INSERT INTO extra VALUES (1);"
#define SLOW "CREATE TABLE extra (n INTEGER) STRICT; INSERT INTO extra WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL " \
             "SELECT n + 1 FROM c WHERE n < 100000) SELECT n FROM c; ALTER TABLE centre ADD COLUMN motto TEXT;"
#define BROKEN "CREATE TABLE extra (n INTEGER) STRICT; ALTER TABLE centre ADD COLUMN motto TEXT; INSERT INTO nowhere VALUES (1);"

/* Returns: (transfer full): the real scripts up to a version, and then @next, unless it is NULL. */
static char **
get_scripts (guint       version,
             const char *next)
{
  GPtrArray *scripts = g_ptr_array_new ();

  for (guint number = 1; number <= version; number++)
    {
      g_autofree char *name = g_strdup_printf (SCRIPT, number);
      g_autoptr (GBytes) sql = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_ptr_array_add (scripts, g_strdup (g_bytes_get_data (sql, NULL)));
    }
  g_ptr_array_add (scripts, g_strdup (next));
  g_ptr_array_add (scripts, NULL);
  return (char **) g_ptr_array_free (scripts, FALSE);
}

/* To a version that is yet to come. */
static gboolean
migrate (const char  *path,
         const char  *next,
         GError     **error)
{
  g_auto (GStrv) scripts = get_scripts (bary_migration_get_latest (), next);
  g_autoptr (BaryDatabase) database = bary_database_open (path, BARY_DATABASE_READ_WRITE, error);

  return database != NULL && bary_migrate_by (database, (const char *const *) scripts, error);
}

static gint64
ask (const char *path,
     const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return answer;
}

#define VERSION "PRAGMA user_version"
#define HAS_EXTRA "SELECT count (*) FROM sqlite_schema WHERE name = 'extra'"
#define HAS_MOTTO "SELECT count (*) FROM pragma_table_info ('centre') WHERE name = 'motto'"
#define N_SCHOOLS "SELECT count (*) FROM organisation"

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  guint latest = bary_migration_get_latest ();
  g_autofree char *name = g_strdup_printf ("centre.db.before-%u", latest + 1);
  g_autofree char *copy = fixture_name (fixture, name);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  /* from an attempt long ago */
  g_assert_true (g_file_set_contents (copy, "stale", -1, NULL));

  migrate (fixture->path, NEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture->path, VERSION), ==, latest + 1);
  g_assert_cmpint (ask (fixture->path, HAS_EXTRA), ==, 1);
  g_assert_cmpint (ask (copy, VERSION), ==, latest);
  g_assert_cmpint (ask (copy, HAS_EXTRA), ==, 0);
  g_assert_cmpint (ask (copy, N_SCHOOLS), ==, ask (fixture->path, N_SCHOOLS));
  problems = bary_check_file (copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  /* twice is once */
  g_assert_true (migrate (fixture->path, NEXT, &error));
  g_assert_null (bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NEWER);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_false (migrate (fixture->path, BROKEN, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
  g_assert_cmpint (ask (fixture->path, VERSION), ==, bary_migration_get_latest ());
  g_assert_cmpint (ask (fixture->path, HAS_EXTRA), ==, 0);
  g_assert_cmpint (ask (fixture->path, HAS_MOTTO), ==, 0);
  fixture_reopen (fixture);
  test_assert_sound (fixture->store);
}

/* All of it or nothing, whenever the process dies. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_old = 0;

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  for (guint round = 0; round < 40 && ask (fixture->path, VERSION) == bary_migration_get_latest (); round++)
    {
      pid_t pid = fork ();

      if (pid == 0)
        _exit (migrate (fixture->path, SLOW, NULL) ? 0 : 1);
      g_usleep (g_test_rand_int_range (0, 2000 * (round + 1)));
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      if (ask (fixture->path, VERSION) > bary_migration_get_latest ())
        break;
      g_assert_cmpint (ask (fixture->path, HAS_EXTRA), ==, 0);
      g_assert_cmpint (ask (fixture->path, HAS_MOTTO), ==, 0);
      n_old++;
    }
  g_assert_cmpuint (n_old, >, 0);
  g_assert_true (migrate (fixture->path, SLOW, NULL));
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM extra"), ==, 100000);
  g_assert_cmpint (ask (fixture->path, HAS_MOTTO), ==, 1);
}

/* Two programs that start at once. */
static void
test_race (Fixture       *fixture,
           gconstpointer  data)
{
  pid_t pids[3];

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      pids[i] = fork ();
      if (pids[i] == 0)
        _exit (migrate (fixture->path, NEXT, NULL) ? 0 : 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      int status;

      waitpid (pids[i], &status, 0);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpint (ask (fixture->path, VERSION), ==, bary_migration_get_latest () + 1);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM extra"), ==, 1);
}

/* Every line that the old version said, the new one says. */
static void
assert_says (BaryStore  *store,
             const char *text)
{
  g_autofree char *expected = NULL;
  g_autofree char *dump = test_dump (store);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (text, &expected, NULL, NULL));
  lines = g_strsplit (expected, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 100);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (dump, lines[i]) == NULL)
      g_test_message ("missing: %s", lines[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (dump, lines[i]));
}

/* The oldest files hold an appendix that was made up, digest and all. */
static void
assert_sound_but_contents (BaryStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = bary_check_file (bary_store_get_path (store), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, <=, 1);
  if (problems->len == 1)
    g_assert_nonnull (strstr (problems->pdata[0], "The contents of the appendix"));
}

/* A file of each released version opens, is sound, says what it said, and can be worked on. */
static void
test_old_version (Fixture       *fixture,
                  gconstpointer  data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("v%u.db", version);
  g_autofree char *text_name = g_strdup_printf ("v%u.txt", version);
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
  g_autofree char *text = g_test_build_filename (G_TEST_DIST, "store", "versions", text_name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_clear_object (&fixture->store);
  g_unlink (fixture->path);
  test_copy_file (frozen, fixture->path);
  g_assert_cmpint (ask (fixture->path, VERSION), ==, version);

  fixture_reopen (fixture);
  assert_sound_but_contents (fixture->store);
  assert_says (fixture->store, text);
  hits = bary_store_search (fixture->store, "352", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  while (bary_store_undo (fixture->store, &error))
    ;
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 0);
  test_assert_sound (fixture->store);
}

#define SCHEMA "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)"

/* What was frozen stays as it was: changes to the schema are further migrations. */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("v%u.db", version);
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
  g_autofree char *copy = fixture_name (fixture, "frozen.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryDatabase) old = NULL;
  g_autoptr (BaryDatabase) made = NULL;
  g_autoptr (BaryStatement) of_old = NULL;
  g_autoptr (BaryStatement) of_made = NULL;
  g_auto (GStrv) scripts = get_scripts (version, NULL);
  g_autofree char *path = fixture_name (fixture, "made.db");

  test_copy_file (frozen, copy);
  old = bary_database_open (copy, BARY_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  made = bary_database_open (path, BARY_DATABASE_CREATE, &error);
  g_assert_true (bary_migrate_by (made, (const char *const *) scripts, &error));
  of_old = bary_database_prepare (old, SCHEMA, &error);
  of_made = bary_database_prepare (made, SCHEMA, &error);
  g_assert_cmpint (bary_statement_step (of_old, &error), ==, BARY_STEP_ROW);
  g_assert_cmpint (bary_statement_step (of_made, &error), ==, BARY_STEP_ROW);
  g_assert_cmpstr (bary_statement_get_text (of_old, 0), ==, bary_statement_get_text (of_made, 0));
  g_clear_pointer (&of_old, bary_statement_release);
  g_clear_pointer (&of_made, bary_statement_release);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/migration/step", Fixture, NULL, fixture_set_up, test_step, fixture_tear_down);
  g_test_add ("/migration/failure", Fixture, NULL, fixture_set_up, test_failure, fixture_tear_down);
  g_test_add ("/migration/killed", Fixture, NULL, fixture_set_up, test_killed, fixture_tear_down);
  g_test_add ("/migration/race", Fixture, NULL, fixture_set_up, test_race, fixture_tear_down);
  for (guint version = 1; version <= bary_migration_get_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/migration/old-version/%u", version);
      g_autofree char *frozen = g_strdup_printf ("/migration/frozen/%u", version);

      g_test_add (name, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_old_version, fixture_tear_down);
      g_test_add (frozen, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_frozen, fixture_tear_down);
    }

  return g_test_run ();
}
