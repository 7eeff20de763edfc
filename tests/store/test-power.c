#include "bary-test-disk.h"
#include "bary-test-store.h"

#include "bary-migration.h"

#include <glib/gstdio.h>

/* Power cuts. A history of actions is recorded step by step; cut off at any step it gives a file that is sound, that has
 * every action that was told of, and of the one under way all or nothing. */

#define N_ACTIONS 60
#define CUTS_PER_HISTORY 500
#define SHORT 5000
#define LONG 1000000
#define CUTS_BETWEEN_CHECKS 250
#define NEXT "CREATE TABLE extra (n INTEGER) STRICT; ALTER TABLE centre ADD COLUMN motto TEXT; INSERT INTO extra VALUES (1);"

/* All of a state that an action may change, in one line; two states of a history never have the same. */
#define STATE \
  "SELECT (SELECT count (*) || ' ' || max (id) FROM action) || char (10) || " \
  "(SELECT count (*) || ' ' || sum (length (coalesce (was, '')) + length (coalesce (became, ''))) FROM change) || char (10) || " \
  "(SELECT coalesce (group_concat (id || name), '') FROM (SELECT * FROM organisation ORDER BY id)) || char (10) || " \
  "(SELECT coalesce (group_concat (action || redoable), '') FROM (SELECT * FROM undone ORDER BY action)) || char (10) || " \
  "(SELECT coalesce (group_concat (record || title), '') FROM (SELECT * FROM entry ORDER BY id)) || char (10) || " \
  "(SELECT user_version FROM pragma_user_version)"

typedef struct {
  Fixture   *fixture;
  TestDisk  *disk;
  GPtrArray *states;       /* (element-type utf8) */
  gboolean   careless;     /* synchronous = OFF: the control */
  char      *cut;          /* path of what is left */
  guint      n_cuts;
  guint      n_lost;       /* actions that were told of are gone */
  guint      n_broken;     /* the file cannot be read, or is no state that ever was */
} Power;

/* Returns: (transfer full) (nullable): NULL where it cannot be read or is not sound. */
static char *
read_state (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *check = NULL;
  sqlite3_stmt *state = NULL;
  char *answer = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
      sqlite3_exec (handle, "PRAGMA synchronous = OFF", NULL, NULL, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (handle, "PRAGMA integrity_check (1)", -1, &check, NULL) == SQLITE_OK &&
      sqlite3_step (check) == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0 &&
      sqlite3_prepare_v2 (handle, STATE, -1, &state, NULL) == SQLITE_OK && sqlite3_step (state) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (state, 0));

  sqlite3_finalize (check);
  sqlite3_finalize (state);
  sqlite3_close (handle);
  return answer;
}

/* Recording */

static void
note_state (Power        *power,
            BaryDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, STATE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (bary_statement_step (statement, &error), ==, BARY_STEP_ROW);
  g_ptr_array_add (power->states, g_strdup (bary_statement_get_text (statement, 0)));
  test_disk_acknowledge (power->disk, power->states->len - 1);
}

/* The journal is brought into the file often, so that many cuts fall into that. */
static void
prepare (Power        *power,
         BaryDatabase *database)
{
  g_autoptr (GError) error = NULL;

  bary_database_execute (database, "PRAGMA wal_autocheckpoint = 40", &error);
  if (power->careless)
    bary_database_execute (database, "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
}

static void
add_many (BaryStore *store)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);

      bary_record_set_all (school, "name", "Школа", "kind", "school", NULL);
      bary_changes_add (changes, school);
    }
  bary_store_commit (store, "Import", NULL, changes, &error);
  g_assert_no_error (error);
}

/* What was undone may be gone: then the action is refused and changes nothing. */
static void
act (BaryStore  *store,
     BaryRecord *school)
{
  g_autofree char *name = g_strdup_printf ("№ %d", g_test_rand_int ());
  g_autoptr (BaryRecord) added = NULL;
  int what = g_test_rand_int_range (0, 12);

  if (what < 4)
    added = test_add_school (store, name);
  else if (what < 8)
    test_set (store, school, "name", name, NULL);
  else if (what == 8)
    add_many (store);
  else if (what < 11)
    bary_store_undo (store, NULL);
  else
    bary_store_redo (store, NULL);
}

static void
act_and_note (Power      *power,
              BaryRecord *school)
{
  BaryStore *store = power->fixture->store;
  gint64 before = test_get_last_action (store);

  act (store, school);
  if (test_get_last_action (store) != before)
    note_state (power, bary_store_get_database (store));
}

static void
migrate (Power *power)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryDatabase) database = bary_database_open (power->fixture->path, BARY_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  prepare (power, database);
  for (guint i = 0; i < bary_migration_get_latest (); i++)
    g_ptr_array_add (scripts, (gpointer) "");
  g_ptr_array_add (scripts, (gpointer) NEXT);
  g_ptr_array_add (scripts, NULL);
  bary_migrate_by (database, (const char *const *) scripts->pdata, &error);
  g_assert_no_error (error);
  note_state (power, database);
}

static void
record (Power *power)
{
  Fixture *fixture = power->fixture;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  power->disk = test_disk_record (fixture->path);
  fixture_reopen (fixture);
  prepare (power, bary_store_get_database (fixture->store));
  note_state (power, bary_store_get_database (fixture->store));
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      act_and_note (power, school);
      if (g_test_rand_int_range (0, 20) == 0)
        {
          fixture_reopen (fixture);
          prepare (power, bary_store_get_database (fixture->store));
        }
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  migrate (power);
  test_disk_stop (power->disk);
}

/* Cutting */

static gint64
find_state (Power      *power,
            const char *state)
{
  for (guint i = 0; i < power->states->len; i++)
    if (g_strcmp0 (power->states->pdata[i], state) == 0)
      return i;

  return -1;
}

static void
cut_at (Power *power,
        GRand *random,
        guint  step)
{
  guint told = test_disk_play (power->disk, step);
  g_autofree char *left = NULL;
  gint64 state;

  test_disk_cut (power->disk, random, power->cut);
  left = read_state (power->cut);
  state = left != NULL ? find_state (power, left) : -1;
  power->n_cuts++;
  power->n_broken += state < 0 || state > told + 1;
  power->n_lost += state >= 0 && state < told;
}

/* The program itself opens what is left and finds nothing wrong with it. */
static void
check_by_program (Power *power)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (power->cut, BARY_DATABASE_READ_WRITE, &error);

  if (g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NEWER))
    return;
  g_assert_no_error (error);
  test_assert_sound (store);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
cut_all (Power *power,
         GRand *random,
         guint  n_cuts)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_cuts; i++)
    {
      int step = g_rand_int_range (random, 1, test_disk_get_length (power->disk) + 1);

      g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < n_cuts; i++)
    {
      cut_at (power, random, g_array_index (steps, int, i));
      if (!power->careless && i % CUTS_BETWEEN_CHECKS == CUTS_BETWEEN_CHECKS - 1)
        check_by_program (power);
    }
}

static void
run_history (Power *power,
             GRand *random,
             guint  n_cuts)
{
  Fixture fixture;

  fixture_set_up (&fixture, NULL);
  power->fixture = &fixture;
  power->states = g_ptr_array_new_with_free_func (g_free);
  power->cut = fixture_name (&fixture, "cut.db");
  record (power);
  cut_all (power, random, n_cuts);
  g_clear_pointer (&power->disk, test_disk_free);
  g_clear_pointer (&power->states, g_ptr_array_unref);
  g_clear_pointer (&power->cut, g_free);
  fixture_tear_down (&fixture, NULL);
}

static void
run (Power *power,
     guint  n_cuts)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  while (power->n_cuts < n_cuts)
    run_history (power, random, CUTS_PER_HISTORY);
  g_test_message ("%u cuts: %u lost what was told, %u broken", power->n_cuts, power->n_lost, power->n_broken);
}

static void
test_cut (void)
{
  Power power = { 0 };

  run (&power, g_getenv ("BARYCENTER_LONG") != NULL ? LONG : SHORT);
  g_assert_cmpuint (power.n_lost, ==, 0);
  g_assert_cmpuint (power.n_broken, ==, 0);
}

/* Without waiting for the disk much must be lost: otherwise the test above would see nothing. */
static void
test_careless (void)
{
  Power power = { .careless = TRUE };

  run (&power, CUTS_PER_HISTORY);
  g_assert_cmpuint (power.n_lost, >, CUTS_PER_HISTORY / 8);
  g_assert_cmpuint (power.n_broken, >, CUTS_PER_HISTORY / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power/cut", test_cut);
  g_test_add_func ("/power/careless", test_careless);
  return g_test_run ();
}
