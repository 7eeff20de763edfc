#include "bary-backup.h"

#include "bary-config.h"
#include "bary-copy.h"
#include "bary-date.h"
#include "bary-file.h"
#include "bary-migration.h"
#include "bary-replica-renew.h"
#include "bary-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

void
bary_backup_free (BaryBackup *backup)
{
  g_free (backup->date);
  g_free (backup->path);
  g_free (backup);
}

static gboolean
refuse_target (const char  *path,
               GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS,
               _("%s: this file is in use or holds something else: give the backup another name"), path);
  return FALSE;
}

/* Of the same format, but no older state of this one; a damaged one can no longer say. */
static gboolean
is_another (BaryDatabase *source,
            BaryDatabase *present)
{
  g_autofree char *replica = bary_database_dup_meta (source, BARY_META_REPLICA);
  g_autofree char *former = bary_database_dup_meta (source, BARY_META_FORMER_REPLICA); /* before it was restored */
  g_autofree char *other = bary_database_dup_meta (present, BARY_META_REPLICA);

  return replica != NULL && other != NULL && !g_str_equal (replica, other) && g_strcmp0 (former, other) != 0;
}

/* Only an older backup may be written over. */
static gboolean
check_target (BaryDatabase  *source,
              const char    *path,
              GError       **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (BaryDatabase) present = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return !bary_file_has_journal (path) || refuse_target (path, error);
  if (bary_file_is_same (bary_database_get_path (source), path) || g_file_test (journal, G_FILE_TEST_EXISTS))
    return refuse_target (path, error);

  present = bary_database_open (path, BARY_DATABASE_READ_ONLY, NULL);
  return (present != NULL && !is_another (source, present)) || refuse_target (path, error);
}

gboolean
bary_backup_write (const char    *database_path,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (BaryDatabase) source = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (database_path != NULL && path != NULL, FALSE);

  source = bary_database_open (database_path, BARY_DATABASE_READ_ONLY, error);
  if (source == NULL || !bary_migration_check (source, error) || !check_target (source, path, error))
    return FALSE;

  temporary = bary_copy_make (source, path, cancellable, error);
  if (temporary == NULL)
    return FALSE;
  if (bary_file_publish (temporary, path, TRUE, error))
    return TRUE;

  bary_file_discard (temporary);
  return FALSE;
}

/* One a day */

char *
bary_backup_get_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, "backups", NULL);
}

/* "centre.db" -> "centre" */
static char *
get_stem (const char *database_path)
{
  g_autofree char *base = g_path_get_basename (database_path);

  if (g_str_has_suffix (base, ".db"))
    base[strlen (base) - strlen (".db")] = '\0';
  return g_steal_pointer (&base);
}

static char *
compose_path (const char *database_path,
              const char *day)
{
  g_autofree char *folder = bary_backup_get_folder (database_path);
  g_autofree char *stem = get_stem (database_path);
  g_autofree char *name = g_strdup_printf ("%s-%s.db", stem, day);

  return g_build_filename (folder, name, NULL);
}

/* Returns: (transfer full) (nullable): the day in the name of a daily backup. */
static char *
read_day (const char *name,
          const char *stem)
{
  g_autofree char *day = NULL;

  if (!g_str_has_prefix (name, stem) || strlen (name) != strlen (stem) + strlen ("-2025-11-23.db") ||
      name[strlen (stem)] != '-' || !g_str_has_suffix (name, ".db"))
    return NULL;

  day = g_strndup (name + strlen (stem) + 1, strlen ("2025-11-23"));
  return bary_date_is_valid (day) ? g_steal_pointer (&day) : NULL;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const BaryBackup *const *first = a;
  const BaryBackup *const *second = b;

  return -g_strcmp0 ((*first)->date, (*second)->date);
}

GPtrArray *
bary_backup_list (const char *database_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_backup_free);
  g_autofree char *folder = bary_backup_get_folder (database_path);
  g_autofree char *stem = get_stem (database_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *day = read_day (name, stem);
      BaryBackup *backup;
      GStatBuf info;

      if (day == NULL)
        continue;
      backup = g_new0 (BaryBackup, 1);
      backup->date = day;
      backup->path = g_build_filename (folder, name, NULL);
      backup->size = g_stat (backup->path, &info) == 0 ? info.st_size : 0;
      g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_days);
  return backups;
}

static void
forget_old (const char *database_path)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (database_path);

  for (guint i = BARY_BACKUPS_KEPT; i < backups->len; i++)
    g_unlink (((BaryBackup *) backups->pdata[i])->path);
}

gboolean
bary_backup_keep_daily (const char    *database_path,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *folder = bary_backup_get_folder (database_path);
  g_autofree char *today = bary_date_today ();
  g_autofree char *path = compose_path (database_path, today);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY,
                   _("%s: the folder of the backups cannot be made: ask for the right to write beside the database"), folder);
      return FALSE;
    }
  if (!bary_backup_write (database_path, path, cancellable, error))
    return FALSE;

  forget_old (database_path);
  return TRUE;
}

static void
keep_daily_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      database_path,
                      GCancellable *cancellable)
{
  GError *error = NULL;

  if (bary_backup_keep_daily (database_path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bary_backup_keep_daily_async (const char          *database_path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, bary_backup_keep_daily_async);
  g_task_set_task_data (task, g_strdup (database_path), g_free);
  g_task_run_in_thread (task, keep_daily_in_thread);
}

gboolean
bary_backup_keep_daily_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
