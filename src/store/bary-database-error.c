#include "bary-database-private.h"

#include "bary-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bary-store-error-quark, bary_store_error)

static void
set_no_space (BaryDatabase  *self,
              GError       **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE,
               _("%s: no space is left on the disk: free some and repeat; nothing was written"), self->path);
}

/* What the system said when a file could last not be written. */
static int
get_last_errno (sqlite3 *handle,
                int      which)
{
  sqlite3_file *file = NULL;
  int number = 0;

  if (handle != NULL && sqlite3_file_control (handle, "main", which, &file) == SQLITE_OK &&
      file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

static gboolean
means_no_space (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/* A quota and a limit on the size of files arrive as faults of the disk. */
static void
set_disk_error (BaryDatabase  *self,
                int            code,
                GError       **error)
{
  if (code == SQLITE_IOERR_WRITE && (means_no_space (get_last_errno (self->handle, SQLITE_FCNTL_JOURNAL_POINTER)) ||
                                     means_no_space (get_last_errno (self->handle, SQLITE_FCNTL_FILE_POINTER))))
    set_no_space (self, error);
  else
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED,
                 _("%s: the disk cannot be read or written: check it, then restore the last backup"), self->path);
}

static void
set_other_error (BaryDatabase  *self,
                 int            code,
                 GError       **error)
{
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                 /* Translators: 1: a file, 2: what SQLite says */
                 _("%1$s: the change breaks a rule of the database: %2$s"), self->path, sqlite3_errmsg (self->handle));
  else
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED,
                 /* Translators: 1: a file, 2: what SQLite says */
                 _("%1$s: the database answers “%2$s”: repeat; if that does not help, check the file and restore the last backup"),
                 self->path, self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
}

void
bary_database_set_error (BaryDatabase  *self,
                         int            code,
                         GError       **error)
{
  const char *path = self->path;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_A_DATABASE,
                   _("%s: this is not a database of Barycenter: choose another file"), path);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED,
                   _("%s: the file is damaged: restore the last backup; the damaged file is kept"), path);
      break;
    case SQLITE_FULL:
      set_no_space (self, error);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY,
                   _("%s: the file or its folder cannot be written to: ask for the right to write, or take a copy"), path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_BUSY,
                   _("%s: another program is writing: repeat in a moment; nothing was written"), path);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING,
                   _("%s: the file cannot be opened: check the name and the rights"), path);
      break;
    case SQLITE_IOERR:
      set_disk_error (self, code, error);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped: nothing was written"));
      break;
    default:
      set_other_error (self, code, error);
    }
}
