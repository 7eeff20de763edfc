#include "bary-home.h"
#include "bary-replica-renew.h"
#include "bary-test-store.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* All of them have one account, whose data folder is the program's own; each has a replica of its own. */

static BaryHome
look (BaryStore  *store,
      char      **twin)
{
  g_autoptr (GError) error = NULL;
  BaryHome home = BARY_HOME_OTHER;

  bary_home_look (store, &home, twin, &error);
  g_assert_no_error (error);
  return home;
}

static void
settle (BaryStore *store,
        gboolean   copy)
{
  g_autoptr (GError) error = NULL;

  bary_home_settle (store, copy, &error);
  g_assert_no_error (error);
}

static BaryStore *
open_store (const char       *path,
            BaryDatabaseMode  mode)
{
  g_autoptr (GError) error = NULL;
  BaryStore *store = bary_store_open (path, mode, &error);

  g_assert_no_error (error);
  return store;
}

/* Byte for byte, as people copy files. Returns: (transfer full): a path */
static char *
copy_by_hand (Fixture    *fixture,
              const char *name)
{
  char *path = fixture_name (fixture, name);
  g_autoptr (GFile) from = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  return path;
}

static void
assert_replica (BaryStore  *store,
                const char *expected,
                gboolean    same)
{
  g_autofree char *replica = bary_store_dup_meta (store, BARY_META_REPLICA);

  g_assert_true (g_str_equal (replica, expected) == same);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  g_assert_cmpint (look (fixture->store, NULL), ==, BARY_HOME_HERE);
}

static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_reopen (fixture);
  g_assert_cmpint (look (fixture->store, NULL), ==, BARY_HOME_HERE);
}

/* On this computer it is enough that it is not at the old place any more. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *elsewhere = fixture_name (fixture, "elsewhere.db");
  g_autofree char *first = copy_by_hand (fixture, "first.db");
  g_autoptr (BaryStore) moved = NULL;
  g_autoptr (BaryStore) restored = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  moved = open_store (elsewhere, BARY_DATABASE_READ_WRITE);
  g_assert_cmpint (look (moved, NULL), ==, BARY_HOME_HERE);

  /* The new place counts from now on. */
  restored = open_store (first, BARY_DATABASE_READ_WRITE);
  g_assert_cmpint (look (restored, NULL), ==, BARY_HOME_TWIN);
}

static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *replica = bary_store_dup_meta (fixture->store, BARY_META_REPLICA);
  g_autofree char *path = copy_by_hand (fixture, "copy.db");
  g_autoptr (BaryStore) copy = open_store (path, BARY_DATABASE_READ_WRITE);
  g_autofree char *twin = NULL;

  g_assert_cmpint (look (copy, &twin), ==, BARY_HOME_TWIN);
  g_assert_cmpstr (twin, ==, fixture->path);
  g_assert_cmpint (look (copy, NULL), ==, BARY_HOME_TWIN);
  g_assert_cmpint (look (fixture->store, NULL), ==, BARY_HOME_HERE);

  settle (copy, TRUE);
  assert_replica (copy, replica, FALSE);
  assert_replica (fixture->store, replica, TRUE);
  g_assert_cmpint (look (copy, NULL), ==, BARY_HOME_HERE);
  g_assert_cmpint (look (fixture->store, NULL), ==, BARY_HOME_HERE);
  test_assert_sound (copy);
}

/* Two names of one file are one database. */
static void
test_two_names (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *link_path = fixture_name (fixture, "link.db");
  g_autofree char *name_path = fixture_name (fixture, "name.db");
  g_autoptr (BaryStore) by_link = NULL;
  g_autoptr (BaryStore) by_name = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  by_link = open_store (link_path, BARY_DATABASE_READ_WRITE);
  g_assert_cmpint (look (by_link, NULL), ==, BARY_HOME_HERE);
  g_clear_object (&by_link);
  g_assert_cmpint (link (fixture->path, name_path), ==, 0);
  by_name = open_store (name_path, BARY_DATABASE_READ_WRITE);
  g_assert_cmpint (look (by_name, NULL), ==, BARY_HOME_HERE);
}

static void
assert_settled_as_moved (BaryStore *store)
{
  g_autofree char *replica = bary_store_dup_meta (store, BARY_META_REPLICA);

  g_assert_cmpint (look (store, NULL), ==, BARY_HOME_OTHER);
  g_assert_cmpint (look (store, NULL), ==, BARY_HOME_OTHER);
  settle (store, FALSE);
  g_assert_cmpint (look (store, NULL), ==, BARY_HOME_HERE);
  assert_replica (store, replica, TRUE);
}

static void
test_other_computer (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *noted = bary_store_dup_meta (fixture->store, BARY_META_HOME);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (noted);
  bary_store_set_meta (fixture->store, BARY_META_HOME, "another computer", &error);
  g_assert_no_error (error);
  assert_settled_as_moved (fixture->store);
}

/* The note of the place is in the account's own folder. */
static void
test_other_account (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *homes = g_build_filename (g_get_user_data_dir (), "barycenter", "homes", NULL);

  test_remove_folder (homes);
  assert_settled_as_moved (fixture->store);
}

/* A note that says nothing is no note. */
static void
test_broken_note (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *replica = bary_store_dup_meta (fixture->store, BARY_META_REPLICA);
  g_autofree char *name = g_strconcat (replica, ".home", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "barycenter", "homes", name, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (path, "[home]\npath", -1, NULL));
  assert_settled_as_moved (fixture->store);
}

/* Who only looks asks nothing, and leaves no trace. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = copy_by_hand (fixture, "copy.db");
  g_autoptr (BaryStore) copy = open_store (path, BARY_DATABASE_READ_ONLY);
  g_autofree char *twin = NULL;

  g_assert_cmpint (look (copy, &twin), ==, BARY_HOME_HERE);
  g_assert_null (twin);
  g_assert_cmpint (look (fixture->store, NULL), ==, BARY_HOME_HERE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bary-home-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("/home/stays", test_stays);
  ADD ("/home/moved", test_moved);
  ADD ("/home/copied", test_copied);
  ADD ("/home/two-names", test_two_names);
  ADD ("/home/other-computer", test_other_computer);
  ADD ("/home/other-account", test_other_account);
  ADD ("/home/broken-note", test_broken_note);
  ADD ("/home/read-only", test_read_only);
#undef ADD
  failed = g_test_run ();
  test_remove_folder (folder);
  return failed;
}
