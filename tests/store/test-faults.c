#include "bary-test-fault.h"
#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-import.h"
#include "bary-store-source.h"

#include <glib/gstdio.h>
#include <string.h>

/* Six things that are done with a database, each with every read, write, wait for the disk and piece of memory failing
 * once, in turn: it is refused with an error that a person can act on and has changed nothing, or it stands whole;
 * done again it succeeds. */

#define MOST_POINTS 120 /* of one scenario, a third for each fault; the long mode takes every point */

typedef struct {
  const char *name;
  const char *version; /* (nullable): a file of a released version instead of a present one */
  gboolean    opened;  /* before something fails */
  gboolean    (*run) (Fixture *fixture, GError **error);
} Scenario;

static char *rich;  /* a database to import from, and to work on */
static char *plain;

/* Scenarios */

static gboolean
run_edit (Fixture  *fixture,
          GError  **error)
{
  g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *note = g_strnfill (3000, 'x');

  bary_record_set_all (school, "name", "№ 1", "kind", "school", "note", note, NULL);
  bary_changes_add (changes, school);
  return bary_store_commit (fixture->store, "Add", NULL, changes, error);
}

static gboolean
run_undo (Fixture  *fixture,
          GError  **error)
{
  return bary_store_undo (fixture->store, error);
}

static gboolean
run_import (Fixture  *fixture,
            GError  **error)
{
  g_autoptr (BaryStore) other = bary_store_open (rich, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryRecordSource) source = other != NULL ? bary_store_source_new (other) : NULL;
  g_auto (BaryImportReport) report = { 0 };

  return source != NULL &&
         bary_store_import (fixture->store, "Import", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, error);
}

/* A file that was made and could not be opened is whole. */
static gboolean
run_create (Fixture  *fixture,
            GError  **error)
{
  gboolean made = g_file_test (fixture->path, G_FILE_TEST_EXISTS);

  fixture->store = bary_store_open (fixture->path, made ? BARY_DATABASE_READ_WRITE : BARY_DATABASE_CREATE, error);
  return fixture->store != NULL;
}

static gboolean
run_open (Fixture  *fixture,
          GError  **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (GPtrArray) schools = NULL;

  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, error);
  if (fixture->store != NULL)
    schools = bary_store_select (fixture->store, query, error);
  return schools != NULL;
}

static gboolean
run_back_up (Fixture  *fixture,
             GError  **error)
{
  g_autofree char *copy = fixture_name (fixture, "copy.db");

  return bary_backup_write (fixture->path, copy, NULL, error);
}

static const Scenario scenarios[] = {
  { "edit", NULL, TRUE, run_edit },
  { "undo", NULL, TRUE, run_undo },
  { "import", NULL, TRUE, run_import },
  { "create", NULL, FALSE, run_create },
  { "migrate", "v2.db", FALSE, run_open },
  { "back-up", NULL, FALSE, run_back_up },
};

/* Points */

static void
start_anew (Fixture        *fixture,
            const Scenario *scenario)
{
  static const char *const names[] = { "centre.db", "centre.db-wal", "centre.db-shm", "copy.db" };
  g_autofree char *frozen = NULL;

  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_name (fixture, names[i]);

      g_unlink (path);
    }
  if (scenario->version != NULL)
    frozen = g_test_build_filename (G_TEST_DIST, "store", "versions", scenario->version, NULL);
  if (scenario->run != run_create)
    test_copy_file (frozen != NULL ? frozen : scenario->run == run_import ? plain : rich, fixture->path);
  if (scenario->opened)
    fixture_reopen (fixture);
}

/* "FILE: what is wrong: what to do" */
static void
assert_says_all (const GError *error,
                 TestFault     fault)
{
  const char *wrong;

  g_assert_cmpstr (g_quark_to_string (error->domain), ==, g_quark_to_string (BARY_STORE_ERROR));
  if (fault == TEST_FAULT_FULL)
    g_assert_cmpint (error->code, ==, BARY_STORE_ERROR_NO_SPACE);
  else
    g_assert_cmpint (error->code, !=, BARY_STORE_ERROR_NOT_A_DATABASE);
  wrong = strstr (error->message, ": ");
  g_assert_nonnull (wrong);
  g_assert_nonnull (strchr (wrong + 2, ':'));
}

/* Nothing half made is left behind. */
static void
assert_no_remains (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "centre.db") && !g_str_equal (name, "copy.db"))
      g_error ("%s is left behind", name);
}

static void
assert_refused (Fixture        *fixture,
                const Scenario *scenario,
                TestFault       fault,
                gint64          before,
                const GError   *refusal)
{
  g_autoptr (GError) error = NULL;

  assert_says_all (refusal, fault);
  if (scenario->opened)
    g_assert_cmpint (test_get_last_action (fixture->store), ==, before);
  else
    g_clear_object (&fixture->store);
  assert_no_remains (fixture);

  scenario->run (fixture, &error);
  g_assert_no_error (error);
}

/* @point: G_MAXINT: nothing fails. Returns: how many points there are, or were up to the one that failed. */
static guint
strike_at (Fixture        *fixture,
           const Scenario *scenario,
           TestFault       fault,
           int             point)
{
  g_autoptr (GError) error = NULL;
  gint64 before = 0;
  guint n_points;

  start_anew (fixture, scenario);
  if (scenario->opened)
    before = test_get_last_action (fixture->store);

  test_fault_arm (fault, point);
  scenario->run (fixture, &error);
  n_points = test_fault_disarm ();
  if (error != NULL)
    assert_refused (fixture, scenario, fault, before, error);
  return n_points;
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  guint number = GPOINTER_TO_UINT (data);
  const Scenario *scenario = &scenarios[number / TEST_N_FAULTS];
  TestFault fault = number % TEST_N_FAULTS;
  guint n_points = strike_at (fixture, scenario, fault, G_MAXINT);
  guint stride = g_getenv ("BARYCENTER_LONG") != NULL ? 1 : 1 + n_points * TEST_N_FAULTS / MOST_POINTS;
  guint n_taken = 0;

  for (guint point = g_test_rand_int_range (0, stride); point < n_points; point += stride)
    {
      strike_at (fixture, scenario, fault, point);
      if (n_taken++ % 50 == 0)
        {
          fixture_reopen (fixture);
          test_assert_sound (fixture->store);
        }
    }
  g_test_message ("%u of %u points", n_taken, n_points);
  g_assert_cmpuint (n_points, >, 5);
}

static char *
make_database (const char *folder,
               const char *name,
               gboolean    fill)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  if (fill)
    test_fill_richly (store);
  return path;
}

int
main (int   argc,
      char *argv[])
{
  static const char *const faults[] = { "disk", "full", "memory" };
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  test_fault_install ();
  folder = g_dir_make_tmp ("bary-faults-XXXXXX", NULL);
  rich = make_database (folder, "rich.db", TRUE);
  plain = make_database (folder, "plain.db", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (scenarios) * TEST_N_FAULTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("/faults/%s/%s", scenarios[i / TEST_N_FAULTS].name, faults[i % TEST_N_FAULTS]);

      g_test_add (name, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_points, fixture_tear_down);
    }
  status = g_test_run ();

  test_remove_folder (folder);
  g_free (rich);
  g_free (plain);
  return status;
}
