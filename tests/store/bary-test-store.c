#include "bary-test-store.h"

#include <glib/gstdio.h>

void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bary-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "centre.db", NULL);
  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_name (Fixture    *fixture,
              const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
commit (BaryStore   *store,
        BaryChanges *changes)
{
  g_autoptr (GError) error = NULL;

  bary_store_commit (store, "Change", NULL, changes, &error);
  g_assert_no_error (error);
}

BaryRecord *
test_add (BaryStore *store,
          BaryKind   kind,
          ...)
{
  g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const char *name;
  va_list args;

  va_start (args, kind);
  while ((name = va_arg (args, const char *)) != NULL)
    bary_record_set_all (record, name, va_arg (args, const char *), NULL);
  va_end (args);

  bary_changes_add (changes, record);
  commit (store, changes);
  return g_steal_pointer (&record);
}

BaryRecord *
test_add_school (BaryStore  *store,
                 const char *name)
{
  return test_add (store, BARY_KIND_ORGANISATION, "name", name, "kind", "school", NULL);
}

gboolean
test_set (BaryStore   *store,
          BaryRecord  *record,
          const char  *field,
          const char  *value,
          GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_changes_set (changes, record, field, value);
  return bary_store_commit (store, "Change %s", bary_record_get_name (record), changes, error);
}

gint64
test_count (BaryStore *store,
            BaryKind   kind)
{
  g_autoptr (GError) error = NULL;
  gint64 count;

  bary_store_count (store, kind, &count, &error);
  g_assert_no_error (error);
  return count;
}
