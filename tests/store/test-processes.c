#include "bary-test-store.h"

#include "bary-chain.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a writing process tells once an action is committed. */
typedef struct {
  gint64 action;
  char   record[40];
} Acknowledgement;

static void
acknowledge (BaryStore  *store,
             int         pipe_end,
             const char *record)
{
  Acknowledgement told = { test_get_last_action (store) };

  g_strlcpy (told.record, record, sizeof told.record);
  g_assert_cmpint (write (pipe_end, &told, sizeof told), ==, sizeof told);
}

static gboolean
write_one (BaryStore   *store,
           GPtrArray   *schools,
           GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  int what = g_random_int_range (0, 10);
  BaryRecord *school;

  if (schools->len == 0 || what < 4)
    {
      school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
      bary_record_set_all (school, "name", "№ 1", "kind", "school", NULL);
      g_ptr_array_add (schools, school);
      bary_changes_add (changes, school);
      return bary_store_commit (store, "Add", NULL, changes, error);
    }

  school = schools->pdata[g_random_int_range (0, schools->len)];
  if (what < 8)
    {
      g_autofree char *name = g_strdup_printf ("№ %u", g_random_int ());

      bary_changes_set (changes, school, "name", name);
      return bary_store_commit (store, "Change", NULL, changes, error);
    }
  return what == 8 ? bary_store_undo (store, error) : bary_store_redo (store, error);
}

/* Until it is killed. What was undone may be gone, so a refusal is no fault. */
static void
write_without_end (const char *path,
                   int         pipe_end)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &failure);

  g_assert_no_error (failure);
  for (;;)
    {
      g_autoptr (GError) error = NULL;

      if (write_one (store, schools, &error))
        acknowledge (store, pipe_end, "");
      else
        g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
    }
}

static pid_t
start_writer (const char *path,
              void      (*function) (const char *path, int pipe_end),
              int        *read_end)
{
  int ends[2];
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      /* Ids come out of it: a twin of this process would make the same. */
      g_random_set_seed (getpid ());
      close (ends[0]);
      function (path, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  *read_end = ends[0];
  return pid;
}

static gint64
read_last_acknowledged (int read_end)
{
  Acknowledgement told;
  gint64 last = 0;

  while (read (read_end, &told, sizeof told) == sizeof told)
    {
      g_assert_cmpint (told.action, >, last);
      last = told.action;
    }
  close (read_end);
  return last;
}

static void
assert_sound_pages (BaryDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, "PRAGMA quick_check (1)", &error);

  g_assert_no_error (error);
  g_assert_cmpint (bary_statement_step (statement, &error), ==, BARY_STEP_ROW);
  g_assert_cmpstr (bary_statement_get_text (statement, 0), ==, "ok");
}

/* One process, or two at once, killed without warning. */
static void
crash_once (const char *path,
            guint       n_writers,
            gint64     *highest)
{
  pid_t pids[2];
  int ends[2];
  gint64 acknowledged = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;

  for (guint i = 0; i < n_writers; i++)
    pids[i] = start_writer (path, write_without_end, &ends[i]);
  g_usleep (g_test_rand_int_range (1000, 40000));
  for (guint i = 0; i < n_writers; i++)
    kill (pids[i], SIGKILL);
  for (guint i = 0; i < n_writers; i++)
    {
      gint64 last;

      waitpid (pids[i], NULL, 0);
      last = read_last_acknowledged (ends[i]);
      acknowledged = MAX (acknowledged, last);
    }

  store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_get_last_action (store), >=, acknowledged);
  g_assert_cmpint (test_get_last_action (store), <=, MAX (acknowledged, *highest) + n_writers);
  g_assert_cmpint (test_get_last_action (store), >=, *highest);
  *highest = test_get_last_action (store);
  assert_sound_pages (bary_store_get_database (store));
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? 2000 : 200;
  gint64 highest = 0;

  g_clear_object (&fixture->store);
  for (guint round = 0; round < rounds; round++)
    {
      crash_once (fixture->path, round % 4 == 3 ? 2 : 1, &highest);
      if (round % 40 == 39)
        {
          fixture_reopen (fixture);
          test_assert_sound (fixture->store);
          g_clear_object (&fixture->store);
        }
    }
  g_test_message ("%u rounds, %" G_GINT64_FORMAT " actions", rounds, highest);
  g_assert_cmpint (highest, >, rounds);
}

#define N_SHARED 60

static void
write_some (const char *path,
            int         pipe_end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;

  raise (SIGSTOP);
  store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_SHARED; i++)
    {
      g_autoptr (BaryRecord) school = test_add_school (store, "№ 1");

      acknowledge (store, pipe_end, bary_record_get_id (school));
    }
}

static void
changed_cb (GPtrArray *seen,
            GPtrArray *touches)
{
  for (guint i = 0; i < touches->len; i++)
    g_ptr_array_add (seen, g_strdup (((BaryTrace *) touches->pdata[i])->id));
}

/* Both write at once, nothing is lost, and each sees what the other did as soon as it looks. */
static void
test_two_writers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Acknowledgement told;
  int read_end, status;
  pid_t pid;

  g_clear_object (&fixture->store);
  pid = start_writer (fixture->path, write_some, &read_end);
  fixture_reopen (fixture);
  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (changed_cb), seen);

  /* What is written before somebody looks is not news to him: the writer waits. */
  g_assert_cmpint (waitpid (pid, &status, WUNTRACED), ==, pid);
  g_assert_true (WIFSTOPPED (status));
  g_assert_cmpint (kill (pid, SIGCONT), ==, 0);

  while (read (read_end, &told, sizeof told) == sizeof told)
    {
      g_autoptr (BaryRecord) school = NULL;

      g_assert_true (bary_store_poll (fixture->store, &error));
      g_assert_true (g_ptr_array_find_with_equal_func (seen, told.record, g_str_equal, NULL));
      school = test_add_school (fixture->store, "№ 2");
    }
  close (read_end);
  waitpid (pid, &status, 0);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 2 * N_SHARED);
  g_assert_cmpuint (seen->len, ==, 2 * N_SHARED);
  test_assert_sound (fixture->store);
}

/* A computer whose clock was set back: time in the log runs on, and the lag is told. */
static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 day_ms = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
  gint64 future_ms = g_get_real_time () / 1000 + 365 * day_ms + day_ms / 2;
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER action_is_final; UPDATE action SET stamp = %" G_GINT64_FORMAT
                                          " WHERE id = (SELECT max (id) FROM action); DROP TRIGGER link_is_final; "
                                          "UPDATE action SET link = NULL", future_ms << 16);
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
  g_autoptr (GPtrArray) actions = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_store_dup_clock_warning (fixture->store));
  bary_database_execute (bary_store_get_database (fixture->store), sql, &error);
  bary_chain_complete (bary_store_get_database (fixture->store), &error);
  g_assert_no_error (error);
  warning = bary_store_dup_clock_warning (fixture->store);
  g_assert_nonnull (strstr (warning, "365 days behind"));

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("№ 1%u", i);

      g_assert_true (test_set (fixture->store, school, "name", name, &error));
    }
  g_assert_true (bary_store_undo (fixture->store, &error));
  actions = bary_store_list_actions (fixture->store, NULL, 0, &error);
  g_assert_cmpuint (actions->len, ==, 12);
  for (guint i = 1; i < actions->len; i++)
    g_assert_cmpint (((BaryAction *) actions->pdata[i - 1])->stamp, >, ((BaryAction *) actions->pdata[i])->stamp);
  test_assert_sound (fixture->store);
}

/* What another program does: opens the file, commits, closes it. */
static int
add_school (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  g_autoptr (BaryRecord) school = NULL;

  g_assert_no_error (error);
  school = test_add_school (store, "№ 1");
  return 0;
}

static void
run_add_school (const char *path)
{
  const char *command[] = { "/proc/self/exe", "--add-school", path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* A file that was opened twice here and closed once is still in use: another process leaves its journal in place, and
 * both go on seeing what the other commits. */
static void
test_closing_one_of_two (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (BaryRecord) own = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (BaryStore) second = bary_store_open (fixture->path, BARY_DATABASE_READ_ONLY, &error);

      g_assert_no_error (error);
      g_clear_object (&second);
      run_add_school (fixture->path);
      g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
      g_assert_true (bary_store_poll (fixture->store, &error));
      g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, i + 1);
    }

  own = test_add_school (fixture->store, "№ 2");
  fixture_reopen (fixture);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 4);
  test_assert_sound (fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--add-school"))
    return add_school (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/processes/closing-one-of-two", Fixture, NULL, fixture_set_up, test_closing_one_of_two, fixture_tear_down);
  g_test_add ("/processes/two-writers", Fixture, NULL, fixture_set_up, test_two_writers, fixture_tear_down);
  g_test_add ("/processes/killed", Fixture, NULL, fixture_set_up, test_killed, fixture_tear_down);
  g_test_add ("/processes/clock-set-back", Fixture, NULL, fixture_set_up, test_clock_set_back, fixture_tear_down);

  return g_test_run ();
}
