#include "bary-copy.h"

#include "bary-config.h"
#include "bary-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define PAGES_PER_STEP 4096

/* @target: (nullable) */
static gboolean
is_full (sqlite3 *target,
         int      code)
{
  int number = target != NULL ? sqlite3_system_errno (target) : 0;

  return (code & 0xff) == SQLITE_FULL ||
         ((code & 0xff) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG));
}

static gboolean
set_copy_error (BaryDatabase  *source,
                sqlite3       *target,
                int            code,
                GError       **error)
{
  if (is_full (target, code))
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE,
                 _("%s: the copy does not fit on the disk: free some space and repeat; nothing was written"),
                 bary_database_get_path (source));
  else
    bary_database_set_error (source, code, error);
  return FALSE;
}

static gboolean
copy_pages (BaryDatabase  *source,
            sqlite3       *target,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", bary_database_get_handle (source), "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return set_copy_error (source, target, sqlite3_errcode (target), error);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);
  sqlite3_backup_finish (backup);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return code == SQLITE_DONE || set_copy_error (source, target, code, error);
}

/* A copy is one file: no journal that would have to travel with it. */
static gboolean
finish_copy (BaryDatabase  *source,
             sqlite3       *target,
             GError       **error)
{
  int code = sqlite3_exec (target, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;", NULL, NULL, NULL);

  return code == SQLITE_OK || set_copy_error (source, target, code, error);
}

static gboolean
check_copy (BaryDatabase  *source,
            sqlite3       *target,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (target, "PRAGMA integrity_check (1)", -1, &statement, NULL);
  gboolean sound;

  if (cancellable != NULL)
    sqlite3_progress_handler (target, 20000, (int (*) (void *)) g_cancellable_is_cancelled, cancellable);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sound = code == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);

  return sound || set_copy_error (source, target, code == SQLITE_ROW ? SQLITE_CORRUPT : code, error);
}

static gboolean
refuse_unfinished (BaryDatabase  *source,
                   GError       **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE,
               _("%s: the copy could not be finished: free some space or check the disk, and repeat; nothing was written"),
               bary_database_get_path (source));
  return FALSE;
}

static gboolean
fill_copy (BaryDatabase  *source,
           const char    *temporary,
           GCancellable  *cancellable,
           GError       **error)
{
  sqlite3 *target = NULL;
  int code = sqlite3_open_v2 (temporary, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean done;

  if (target == NULL)
    return set_copy_error (source, NULL, code, error);

  sqlite3_extended_result_codes (target, 1);
  done = (code == SQLITE_OK || set_copy_error (source, target, code, error)) &&
         copy_pages (source, target, cancellable, error) &&
         finish_copy (source, target, error) &&
         check_copy (source, target, cancellable, error);
  sqlite3_close_v2 (target);

  /* A journal that could not be put away: the copy may be nothing without it. */
  return done && (!bary_file_has_journal (temporary) || refuse_unfinished (source, error));
}

char *
bary_copy_make (BaryDatabase  *source,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *temporary = bary_file_make_temporary (path, error);
  gboolean inside = !sqlite3_get_autocommit (bary_database_get_handle (source));
  gint64 tables;
  gboolean done;

  if (temporary == NULL)
    return NULL;

  /* Reading holds the moment: what others write meanwhile is not in the copy. */
  done = (inside || bary_database_execute (source, "BEGIN", error)) &&
         bary_database_query_integer (source, "SELECT count (*) FROM sqlite_schema", &tables, error) &&
         fill_copy (source, temporary, cancellable, error);
  if (!inside)
    bary_database_rollback (source);
  if (done)
    return g_steal_pointer (&temporary);

  bary_file_discard (temporary);
  return NULL;
}
