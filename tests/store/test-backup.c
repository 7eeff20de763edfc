#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-date.h"
#include "bary-replica-renew.h"
#include "bary-store-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_no_temporary_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) first = test_add_school (fixture->store, "№ 1");
  g_autoptr (BaryRecord) second = NULL;
  g_autoptr (BaryStore) old = NULL;

  bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error);
  g_assert_no_error (error);
  second = test_add_school (fixture->store, "№ 2");
  g_clear_object (&fixture->store);

  bary_backup_restore (fixture->path, backup, &kept, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  assert_no_temporary_files (fixture);

  fixture_reopen (fixture);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 1);
  g_assert_true (test_set (fixture->store, first, "name", "№ 10", &error));
  g_assert_true (bary_store_undo (fixture->store, &error));

  old = bary_store_open (kept, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (old, BARY_KIND_ORGANISATION), ==, 2);
}

/* What is not yet in the main file when the process dies is in the kept one. */
static void
test_keeps_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autofree char *twin = fixture_name (fixture, "twin.db");
  g_autofree char *twin_journal = fixture_name (fixture, "twin.db-wal");
  g_autofree char *journal = fixture_name (fixture, "centre.db-wal");
  g_autofree char *kept = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
  g_autoptr (BaryRecord) renamed = NULL;
  g_autoptr (BaryStore) old = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error));
  g_assert_true (test_set (fixture->store, school, "name", "№ 2", &error));

  /* as a killed process leaves it */
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (twin, contents, length, NULL));
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (journal, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (twin_journal, contents, length, NULL));

  bary_backup_restore (twin, backup, &kept, &error);
  g_assert_no_error (error);
  old = bary_store_open (kept, BARY_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  renamed = bary_store_get (old, BARY_KIND_ORGANISATION, bary_record_get_id (school), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bary_record_get_name (renamed), ==, "№ 2");
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autofree char *text = fixture_name (fixture, "letter.txt");
  g_autofree char *folder = fixture_name (fixture, "missing/copy.db");
  g_autofree char *link = fixture_name (fixture, "link.db");
  g_autofree char *foreign = fixture_name (fixture, "another.db");
  g_autoptr (BaryStore) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error));
  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error));

  g_assert_false (bary_backup_write (bary_store_get_path (fixture->store), fixture->path, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (text, "a letter", -1, NULL));
  g_assert_false (bary_backup_write (bary_store_get_path (fixture->store), text, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  other = bary_store_open (foreign, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_clear_object (&other);
  g_assert_false (bary_backup_write (bary_store_get_path (fixture->store), foreign, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_false (bary_backup_write (bary_store_get_path (fixture->store), folder, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING);
  g_clear_error (&error);

  /* open here */
  g_assert_false (bary_backup_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY);
  g_clear_error (&error);

  g_clear_object (&fixture->store);
  g_assert_false (bary_backup_restore (fixture->path, text, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_A_DATABASE);
  g_clear_error (&error);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_false (bary_backup_restore (fixture->path, link, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  assert_no_temporary_files (fixture);
  fixture_reopen (fixture);
}

static void
spoil (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 4096; i < length; i += 4096)
    memset (contents + i, 0xa5, 64);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

/* A spoilt backup does not replace anything; a spoilt database is kept as it is. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *good = fixture_name (fixture, "good.db");
  g_autofree char *bad = fixture_name (fixture, "bad.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");

  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), good, NULL, &error));
  g_assert_true (bary_backup_write (bary_store_get_path (fixture->store), bad, NULL, &error));
  spoil (bad);
  g_clear_object (&fixture->store);
  g_assert_false (bary_backup_restore (fixture->path, bad, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  fixture_reopen (fixture);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 1);
  g_clear_object (&fixture->store);

  spoil (fixture->path);
  g_assert_false (bary_backup_write (fixture->path, bad, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  bary_backup_restore (fixture->path, good, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  fixture_reopen (fixture);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, 1);
  assert_no_temporary_files (fixture);
}

/* Whatever version made the backup: the database goes on as another replica. */
static void
test_older (Fixture       *fixture,
            gconstpointer  data)
{
  const char *version = data;
  g_autofree char *name = g_strconcat (version, ".db", NULL);
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
  g_autofree char *former = NULL;
  g_autofree char *present = NULL;
  g_autofree char *remembered = NULL;
  g_autoptr (BaryDatabase) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_assert_true (bary_backup_restore (fixture->path, frozen, NULL, &error));
  g_assert_no_error (error);
  assert_no_temporary_files (fixture);
  backup = bary_database_open (frozen, BARY_DATABASE_READ_ONLY, &error);
  former = bary_database_dup_meta (backup, BARY_META_REPLICA);
  fixture_reopen (fixture);
  present = bary_store_dup_meta (fixture->store, BARY_META_REPLICA);
  remembered = bary_store_dup_meta (fixture->store, BARY_META_FORMER_REPLICA);
  g_assert_cmpstr (remembered, ==, former);
  g_assert_cmpstr (present, !=, former);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), >, 0);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *finished = user_data;

  g_assert_true (bary_backup_keep_daily_finish (result, &error));
  g_assert_no_error (error);
  *finished = TRUE;
}

static void
test_daily (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = bary_backup_get_folder (fixture->path);
  g_autofree char *today = bary_date_today ();
  g_autofree char *foreign = g_build_filename (folder, "centre-notes.db", NULL);
  g_autoptr (GPtrArray) none = bary_backup_list (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  const BaryBackup *newest, *oldest;
  gboolean finished = FALSE;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  for (int i = 1; i <= 20; i++)
    {
      g_autofree char *day = bary_date_add_days (today, -i);
      g_autofree char *path = g_strdup_printf ("%s/centre-%s.db", folder, day);

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }

  bary_backup_keep_daily_async (fixture->path, NULL, finished_cb, &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);

  backups = bary_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, BARY_BACKUPS_KEPT);
  newest = backups->pdata[0];
  oldest = backups->pdata[backups->len - 1];
  g_assert_cmpstr (newest->date, ==, today);
  g_assert_cmpint (newest->size, >, 4096);
  g_assert_cmpint (bary_date_days_between (oldest->date, today), ==, BARY_BACKUPS_KEPT - 1);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* The second of a day changes nothing. */
static void
test_daily_once (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (BaryRecord) school = NULL;
  g_autoptr (BaryStore) copy = NULL;

  g_assert_true (bary_backup_keep_daily (fixture->path, NULL, &error));
  school = test_add_school (fixture->store, "№ 1");
  g_assert_true (bary_backup_keep_daily (fixture->path, NULL, &error));
  backups = bary_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  copy = bary_store_open (((BaryBackup *) backups->pdata[0])->path, BARY_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (copy, BARY_KIND_ORGANISATION), ==, 0);
}

static gpointer
write_without_end (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("№ %u", i);
      g_autoptr (BaryRecord) school = test_add_school (store, name);
    }
  return NULL;
}

static void
test_while_writing (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autoptr (GError) error = NULL;
  GThread *writer = g_thread_new ("writer", write_without_end, fixture);
  gint64 last = 0;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (BaryStore) copy = NULL;
      gint64 count, actions;

      bary_backup_write (bary_store_get_path (fixture->store), backup, NULL, &error);
      g_assert_no_error (error);
      copy = bary_store_open (backup, BARY_DATABASE_READ_ONLY, &error);
      g_assert_no_error (error);
      count = test_count (copy, BARY_KIND_ORGANISATION);
      bary_database_query_integer (bary_store_get_database (copy), "SELECT count (*) FROM action", &actions, &error);
      g_assert_cmpint (count, ==, actions);
      g_assert_cmpint (count, >=, last);
      last = count;
    }
  g_thread_join (writer);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *backup = fixture_name (fixture, "copy.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (bary_backup_write (bary_store_get_path (fixture->store), backup, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  assert_no_temporary_files (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/backup/round", Fixture, NULL, fixture_set_up, test_round, fixture_tear_down);
  g_test_add ("/backup/keeps-journal", Fixture, NULL, fixture_set_up, test_keeps_journal, fixture_tear_down);
  g_test_add ("/backup/refusals", Fixture, NULL, fixture_set_up, test_refusals, fixture_tear_down);
  g_test_add ("/backup/damaged", Fixture, NULL, fixture_set_up, test_damaged, fixture_tear_down);
  g_test_add ("/backup/older/7", Fixture, "v7", fixture_set_up, test_older, fixture_tear_down);
  g_test_add ("/backup/older/8", Fixture, "v8", fixture_set_up, test_older, fixture_tear_down);
  g_test_add ("/backup/daily", Fixture, NULL, fixture_set_up, test_daily, fixture_tear_down);
  g_test_add ("/backup/daily-once", Fixture, NULL, fixture_set_up, test_daily_once, fixture_tear_down);
  g_test_add ("/backup/while-writing", Fixture, NULL, fixture_set_up, test_while_writing, fixture_tear_down);
  g_test_add ("/backup/cancelled", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);

  return g_test_run ();
}
