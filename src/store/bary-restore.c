#include "bary-backup.h"

#include "bary-config.h"
#include "bary-copy.h"
#include "bary-file.h"
#include "bary-location.h"
#include "bary-migration.h"
#include "bary-replica-renew.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Since the backup was made its database may have gone on, and others know of it. One of an older version is brought up to
 * date for that; the backup itself stays as it is, so that the copy which a migration keeps is not wanted. */
static gboolean
renew (const char  *path,
       GError     **error)
{
  g_autofree char *kept = g_strdup_printf ("%s.before-%u", path, bary_migration_get_latest ());
  g_autoptr (BaryDatabase) database = bary_database_open (path, BARY_DATABASE_READ_WRITE, error);
  gboolean done = database != NULL && bary_migrate (database, error) && bary_replica_renew (database, error) &&
                  bary_database_execute (database, "PRAGMA journal_mode = DELETE", error);

  bary_file_discard (kept);
  return done;
}

/* Programs look at the file now and then; only one that keeps it open is in the way. */
#define PATIENCE_MS 1000

/* Returns: (transfer full) (nullable): a checked copy of the backup beside the database. */
static char *
prepare_copy (const char  *database_path,
              const char  *backup_path,
              GError     **error)
{
  g_autoptr (BaryDatabase) backup = NULL;

  if (bary_file_is_same (database_path, backup_path))
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS,
                   _("%s: this is the database itself: choose a backup of it"), backup_path);
      return NULL;
    }

  backup = bary_database_open (backup_path, BARY_DATABASE_READ_ONLY, error);
  if (backup == NULL || !bary_migration_check (backup, error))
    return NULL;

  return bary_copy_make (backup, database_path, NULL, error);
}

static gboolean
refuse_in_use (const char  *path,
               GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY,
               _("%s: the database is open in a window or another program: close it and repeat; nothing was changed"), path);
  return FALSE;
}

/* Leaving the journal mode puts everything into the one file, and works only for whoever is alone.
 * A file too damaged for that is kept as it is, with its journal. */
static gboolean
take_alone (const char  *path,
            sqlite3    **handle,
            GError     **error)
{
  int code = sqlite3_open_v2 (path, handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (*handle, PATIENCE_MS);
      code = sqlite3_exec (*handle, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;", NULL, NULL, NULL);
    }

  if (code != SQLITE_OK)
    g_clear_pointer (handle, sqlite3_close_v2);
  return (code != SQLITE_BUSY && code != SQLITE_LOCKED) || refuse_in_use (path, error);
}

/* A folder, a pipe or a device is no place for a database. */
static gboolean
check_place (const char  *path,
             GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_A_DATABASE,
               _("%s: this is not a database of Barycenter: choose another file"), path);
  return FALSE;
}

static char *
compose_kept_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char *name = g_strdup_printf ("%s.before-restore-%s", path, time);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%s-%u", path, time, i);
    }
  return name;
}

static gboolean
keep_present (const char  *path,
              const char  *kept,
              GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_journal = g_strconcat (kept, "-wal", NULL);
  g_autofree char *memory = g_strconcat (path, "-shm", NULL);

  if (!bary_file_keep (path, kept, error) ||
      (bary_file_has_journal (path) && !bary_file_keep (journal, kept_journal, error)))
    return FALSE;

  /* A journal of the old file must never meet the new one. */
  g_unlink (journal);
  g_unlink (memory);
  return TRUE;
}

static gboolean
swap (const char  *path,
      const char  *temporary,
      char       **kept,
      GError     **error)
{
  g_autofree char *name = compose_kept_name (path);
  sqlite3 *handle = NULL;
  gboolean done;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return keep_present (path, name, error) && bary_file_publish (temporary, path, FALSE, error);

  done = take_alone (path, &handle, error) && keep_present (path, name, error) &&
         bary_file_publish (temporary, path, TRUE, error);
  sqlite3_close_v2 (handle);
  if (done && kept != NULL)
    *kept = g_steal_pointer (&name);
  return done;
}

gboolean
bary_backup_restore (const char  *database_path,
                     const char  *backup_path,
                     char       **kept,
                     GError     **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (database_path != NULL && backup_path != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  path = bary_file_resolve (database_path);
  if (!check_place (path, error) || !bary_location_check_writable (path, error))
    return FALSE;

  temporary = prepare_copy (path, backup_path, error);
  if (temporary == NULL)
    return FALSE;
  if (renew (temporary, error) && swap (path, temporary, kept, error))
    return TRUE;

  bary_file_discard (temporary);
  return FALSE;
}
