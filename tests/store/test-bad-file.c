#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-check.h"
#include "bary-database.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

/* The child starts without connections: they do not survive a fork. */
static void
run_in_child (Fixture *fixture,
              void   (*function) (Fixture *fixture))
{
  int status;
  pid_t pid;

  g_clear_object (&fixture->store);
  pid = fork ();
  if (pid == 0)
    {
      function (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* The administrator may write anywhere. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
}

static void
assert_only_read (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (GPtrArray) records = NULL;

  become_nobody ();
  store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (bary_store_is_read_only (store));
  records = bary_store_select (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);

  g_assert_false (test_set (store, records->pdata[0], "name", "№ 2", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bary_store_undo (store, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (bary_store_poll (store, &error));
  problems = bary_check_file (bary_store_get_path (store), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_read_only_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");

  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  run_in_child (fixture, assert_only_read);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");

  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  run_in_child (fixture, assert_only_read);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
assert_nothing_made (Fixture *fixture)
{
  g_autofree char *path = fixture_name (fixture, "new.db");
  g_autoptr (GError) error = NULL;

  become_nobody ();
  g_assert_null (bary_store_open (path, BARY_DATABASE_CREATE, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bary_backup_keep_daily (fixture->path, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bary_backup_write (fixture->path, path, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY);
}

static void
test_create_without_right (Fixture       *fixture,
                           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  run_in_child (fixture, assert_nothing_made);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
assert_unreadable (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  become_nobody ();
  g_assert_null (bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  run_in_child (fixture, assert_unreadable);
}

/* What lies there is refused in both modes, and is left as it was. */
static void
assert_refused (const char     *path,
                BaryStoreError  code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  gsize length = 0, length_after = 0;

  g_file_get_contents (path, &before, &length, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bary_store_open (path, i == 0 ? BARY_DATABASE_READ_ONLY : BARY_DATABASE_READ_WRITE, &error));
      g_assert_error (error, BARY_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, path));
    }
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = fixture_name (fixture, "letter.txt");
  g_autofree char *empty = fixture_name (fixture, "empty.db");
  g_autofree char *other = fixture_name (fixture, "other.db");
  g_autofree char *missing = fixture_name (fixture, "missing.db");
  sqlite3 *handle = NULL;

  g_assert_true (g_file_set_contents (text, "Уважаемые коллеги! Приглашаем вас на совещание, которое состоится завтра, "
                                            "в три часа дня, в актовом зале.", -1, NULL));
  assert_refused (text, BARY_STORE_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  assert_refused (empty, BARY_STORE_ERROR_NOT_A_DATABASE);
  assert_refused (fixture->folder, BARY_STORE_ERROR_NOT_A_DATABASE);
  assert_refused (missing, BARY_STORE_ERROR_MISSING);

  g_assert_cmpint (sqlite3_open (other, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE t (a); INSERT INTO t VALUES (1)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_refused (other, BARY_STORE_ERROR_NOT_A_DATABASE);
}

static void
test_existing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_store_open (fixture->path, BARY_DATABASE_CREATE, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS);
  test_assert_sound (fixture->store);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bary_database_execute (bary_store_get_database (fixture->store), "PRAGMA user_version = 4711", &error));
  g_clear_object (&fixture->store);
  assert_refused (fixture->path, BARY_STORE_ERROR_NEWER);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  GStatBuf info;

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size - 4096), ==, 0);
  assert_refused (fixture->path, BARY_STORE_ERROR_DAMAGED);
  g_assert_cmpint (truncate (fixture->path, 50), ==, 0);
  assert_refused (fixture->path, BARY_STORE_ERROR_NOT_A_DATABASE);
}

/* Whatever byte is spoilt, nothing crashes and the check comes to an answer. */
static void
flip (const char *path,
      const char *contents,
      gsize       length,
      gsize       place)
{
  g_autofree char *spoilt = g_memdup2 (contents, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  spoilt[place] ^= 1 << (place % 8);
  g_assert_true (g_file_set_contents_full (path, spoilt, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  problems = bary_check_file (path, NULL, &error);
  g_assert_true (problems != NULL || error != NULL);
}

static void
test_flipped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *contents = NULL;
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autofree char *spoilt = fixture_name (fixture, "spoilt.db");
  gsize length;

  test_fill_richly (fixture->store);
  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, NULL));
  g_assert_true (g_file_get_contents (backup, &contents, &length, NULL));
  for (guint i = 0; i < 150; i++)
    flip (spoilt, contents, length, (gsize) g_test_rand_int_range (0, length));
}

static void
test_flipped_is_found (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gsize length;

  test_fill_richly (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize page = 2 * 4096; page < length; page += 4096)
    contents[page] ^= 0x40;
  g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));

  problems = bary_check_file (fixture->path, NULL, &error);
  if (error != NULL)
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED);
  else
    g_assert_cmpuint (problems->len, >, 0);
}

/* No space */

static guint
add_until_full (BaryStore *store)
{
  g_autofree char *note = g_strnfill (20000, 'x');

  for (guint done = 0; done < 1000; done++)
    {
      g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
      g_autoptr (BaryChanges) changes = bary_changes_new ();
      g_autoptr (GError) error = NULL;

      bary_record_set_all (school, "name", "№ 1", "kind", "school", "note", note, NULL);
      bary_changes_add (changes, school);
      if (bary_store_commit (store, "Add", NULL, changes, &error))
        continue;
      g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE);
      return done;
    }
  g_assert_not_reached ();
}

/* Everything acknowledged is there, nothing else, and work goes on once there is space. */
static void
assert_survived (BaryStore *store,
                 gint64     expected)
{
  g_autoptr (BaryRecord) another = NULL;

  g_assert_cmpint (test_count (store, BARY_KIND_ORGANISATION), ==, expected);
  another = test_add_school (store, "№ 2");
  test_assert_sound (store);
}

static void
assert_survives_limit (Fixture *fixture)
{
  struct rlimit small = { 1000000, RLIM_INFINITY }, before;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  guint done;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  done = add_until_full (store);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_survived (store, done);
}

static void
test_file_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  run_in_child (fixture, assert_survives_limit);
}

static void
test_page_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  BaryDatabase *database = bary_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  guint done;

  g_assert_true (bary_database_execute (database, "PRAGMA max_page_count = 400", &error));
  done = add_until_full (fixture->store);
  g_assert_cmpuint (done, >, 0);
  g_assert_true (bary_database_execute (database, "PRAGMA max_page_count = 4000000", &error));
  assert_survived (fixture->store, done);
}

/* A real disk that is full; only the administrator can make one, and some machines do not let even him. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *disk = fixture_name (fixture, "disk");
  g_autofree char *path = g_build_filename (disk, "centre.db", NULL);
  g_autofree char *backup = g_build_filename (disk, "copy.db", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autofree char *filling = g_strnfill (700000, 'x');
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint done;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=4m") != 0)
    return;

  store = bary_store_open (path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents_full (filler, filling, 700000, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  done = add_until_full (store);
  g_assert_cmpuint (done, >, 0);
  g_assert_false (bary_backup_write (bary_store_get_path (store), backup, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_unlink (filler);
  assert_survived (store, done);
  g_clear_object (&store);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
  g_autoptr (BaryDatabase) other = bary_database_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);

  sqlite3_busy_timeout (bary_database_get_handle (bary_store_get_database (fixture->store)), 50);
  g_assert_true (bary_database_begin (other, &error));
  g_assert_false (test_set (fixture->store, school, "name", "№ 2", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (bary_store_undo (fixture->store, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY);
  g_clear_error (&error);
  bary_database_rollback (other);
  g_assert_true (test_set (fixture->store, school, "name", "№ 2", &error));
}

/* Work on a file that is no longer there would be lost. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *elsewhere = fixture_name (fixture, "elsewhere.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_false (bary_store_poll (fixture->store, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (test_set (fixture->store, school, "name", "№ 2", &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_true (test_set (fixture->store, school, "name", "№ 2", &error));
}

static void
hold_open (Fixture *fixture)
{
  g_autoptr (BaryStore) store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, NULL);
  g_autofree char *mark = fixture_name (fixture, "held");

  g_assert_nonnull (store);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  pause ();
}

/* Nothing is put in the place of a database that another process has open. */
static void
test_restore_in_use (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autofree char *mark = fixture_name (fixture, "held");
  g_autoptr (GError) error = NULL;
  pid_t pid;

  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error));
  g_clear_object (&fixture->store);
  pid = fork ();
  if (pid == 0)
    {
      hold_open (fixture);
      _exit (0);
    }
  while (!g_file_test (mark, G_FILE_TEST_EXISTS))
    g_usleep (1000);

  g_assert_false (bary_backup_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY);
  g_clear_error (&error);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  bary_backup_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/bad-file/read-only-file", test_read_only_file },
    { "/bad-file/read-only-folder", test_read_only_folder },
    { "/bad-file/create-without-right", test_create_without_right },
    { "/bad-file/unreadable", test_unreadable },
    { "/bad-file/not-ours", test_not_ours },
    { "/bad-file/existing", test_existing },
    { "/bad-file/newer", test_newer },
    { "/bad-file/truncated", test_truncated },
    { "/bad-file/flipped", test_flipped },
    { "/bad-file/flipped-is-found", test_flipped_is_found },
    { "/bad-file/file-limit", test_file_limit },
    { "/bad-file/page-limit", test_page_limit },
    { "/bad-file/full-disk", test_full_disk },
    { "/bad-file/busy", test_busy },
    { "/bad-file/moved", test_moved },
    { "/bad-file/restore-in-use", test_restore_in_use },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].function, fixture_tear_down);

  return g_test_run ();
}
