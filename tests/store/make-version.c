#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-migration.h"

#include <glib/gstdio.h>

/* Freezes the present version of the schema: make-version FOLDER writes vN.db, small but with every
 * kind and field and a history, and vN.txt, what its records say. Run once, when a version is released;
 * what was frozen is never written again. */

static void
shrink (const char *path,
        const char *target)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA page_size = 512; VACUUM INTO '%s'", target);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *database = g_strdup_printf ("%s/v%u.db", argv[1], bary_migration_get_latest ());
  g_autofree char *text = g_strdup_printf ("%s/v%u.txt", argv[1], bary_migration_get_latest ());
  g_autofree char *dump = NULL;

  fixture_set_up (&fixture, NULL);
  test_fill_richly (fixture.store);
  dump = test_dump (fixture.store);
  copy = fixture_name (&fixture, "copy.db");
  g_assert_true (bary_backup_write (fixture.path, copy, NULL, &error));
  shrink (copy, database);
  g_assert_true (g_file_set_contents (text, dump, -1, &error));
  fixture_tear_down (&fixture, NULL);
  return 0;
}
