#include "bary-database.h"

#include "bary-config.h"
#include "bary-database-private.h"
#include "bary-location.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* "Bary" in ASCII: file(1) and this program know the file by it. */
#define APPLICATION_ID 0x42617279
#define BUSY_TIMEOUT_MS 5000
#define STEPS_BETWEEN_LOOKS 20000

/* Statements differ early; comparing them whole is left to where the hash agrees. */
static guint
hash_sql (gconstpointer key)
{
  guint64 words[5] = { 0 };
  guint64 hash = 0;

  memccpy (words, key, '\0', sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (hash >> 32);
}

static gboolean
configure_connection (BaryDatabase  *self,
                      GError       **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  return bary_database_execute (self, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;", error) &&
         (self->read_only ||
          bary_database_execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error));
}

/* A new file gets our mark; a foreign one is left untouched. */
static gboolean
check_application (BaryDatabase      *self,
                   BaryDatabaseMode   mode,
                   GError           **error)
{
  gint64 application = 0;

  if (mode == BARY_DATABASE_CREATE)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", APPLICATION_ID);

      return bary_database_execute (self, sql, error);
    }

  if (!bary_database_query_integer (self, "PRAGMA application_id", &application, error))
    return FALSE;

  if (application == APPLICATION_ID)
    return TRUE;

  bary_database_set_error (self, SQLITE_NOTADB, error);
  return FALSE;
}

gint64
bary_database_read_length (const guchar *header)
{
  gint64 page_size = header[16] << 8 | header[17];
  gint64 pages = (gint64) header[28] << 24 | header[29] << 16 | header[30] << 8 | header[31];

  return (page_size == 1 ? 65536 : page_size) * pages;
}

/* The first bytes tell a foreign, an empty or a cut file. A journal that lies beside may hold newer pages than the file
 * itself; then only SQLite knows. They are read through SQLite: a descriptor of our own would, when it is closed, take the
 * locks of every connection of this process with it (fcntl), and another process would throw away a journal in use. */
static gboolean
check_header (BaryDatabase  *self,
              gboolean       journal,
              GError       **error)
{
  static const char magic[16] = "SQLite format 3";
  guchar header[BARY_DATABASE_HEADER] = { 0 };
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int code;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (journal || file == NULL || file->pMethods == NULL)
    return TRUE;
  code = file->pMethods->xFileSize (file, &size);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, sizeof header, 0);
  if (code == SQLITE_IOERR_SHORT_READ || (code == SQLITE_OK && memcmp (header, magic, sizeof magic) != 0))
    code = SQLITE_NOTADB;
  if (code != SQLITE_OK)
    {
      bary_database_set_error (self, code, error);
      return FALSE;
    }

  if (size >= bary_database_read_length (header))
    return TRUE;

  bary_database_set_error (self, SQLITE_CORRUPT, error);
  return FALSE;
}

static gboolean
check_present (BaryDatabase      *self,
               BaryDatabaseMode   mode,
               GError           **error)
{
  GStatBuf info;
  gboolean present = g_stat (self->path, &info) == 0;

  if (mode == BARY_DATABASE_CREATE && present && (!S_ISREG (info.st_mode) || info.st_size > 0))
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS,
                   _("%s: the file is there already: choose another name, or open it"), self->path);
      return FALSE;
    }
  if (mode == BARY_DATABASE_CREATE)
    return TRUE;
  if (!present)
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING,
                   _("%s: there is no such file: check the name, or create a database"), self->path);
      return FALSE;
    }
  if (S_ISREG (info.st_mode))
    return TRUE;

  bary_database_set_error (self, SQLITE_NOTADB, error);
  return FALSE;
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (journal, &info) == 0 && info.st_size > 0;
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK) == 0;
}

/* SQLite wants to make files beside the one it reads. Where it cannot, or where another computer would
 * have to share memory with us, the file is read as one that nobody changes. */
static int
open_handle (BaryDatabase      *self,
             BaryDatabaseMode   mode,
             gboolean           alone)
{
  g_autofree char *absolute = g_canonicalize_filename (self->path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
  int flags = SQLITE_OPEN_NOMUTEX;

  if (mode == BARY_DATABASE_CREATE)
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  else
    flags |= self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  return alone ? sqlite3_open_v2 (immutable, &self->handle, flags | SQLITE_OPEN_URI, NULL)
               : sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
}

static gboolean
connect_file (BaryDatabase      *self,
              BaryDatabaseMode   mode,
              gboolean           journal,
              gboolean           alone,
              GError           **error)
{
  int code = open_handle (self, mode, alone);

  if (code != SQLITE_OK)
    {
      bary_database_set_error (self, code, error);
      return FALSE;
    }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  return (mode == BARY_DATABASE_CREATE || check_header (self, journal, error)) &&
         check_application (self, mode, error) && configure_connection (self, error) &&
         bary_database_check_place (self, error);
}

/* Nobody asks SQLite how much memory it holds; counting would lock at every allocation. */
static void
set_up_sqlite (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

static BaryDatabase *
make_closed (const char *path)
{
  BaryDatabase *self = g_new0 (BaryDatabase, 1);

  set_up_sqlite ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, NULL, (GDestroyNotify) bary_statement_free);
  return self;
}

BaryDatabase *
bary_database_open_nameless (GError **error)
{
  g_autoptr (BaryDatabase) self = make_closed (g_get_tmp_dir ());
  int code = sqlite3_open_v2 ("", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    return bary_database_execute (self, "PRAGMA journal_mode = OFF", error) ? g_steal_pointer (&self) : NULL;

  bary_database_set_error (self, code, error);
  return NULL;
}

BaryDatabase *
bary_database_open (const char        *path,
                    BaryDatabaseMode   mode,
                    GError           **error)
{
  g_autoptr (BaryDatabase) self = make_closed (path);
  gboolean journal = has_journal (path);
  gboolean alone;

  self->read_only = mode == BARY_DATABASE_READ_ONLY || (mode == BARY_DATABASE_READ_WRITE && !is_writable (path));

  if (!check_present (self, mode, error) ||
      (mode != BARY_DATABASE_READ_ONLY && !bary_location_check_writable (path, error)))
    return NULL;

  alone = self->read_only && !journal && (!is_writable (path) || bary_location_is_network (path));
  return connect_file (self, mode, journal, alone, error) ? g_steal_pointer (&self) : NULL;
}

void
bary_database_close (BaryDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

const char *
bary_database_get_path (BaryDatabase *self)
{
  return self->path;
}

sqlite3 *
bary_database_get_handle (BaryDatabase *self)
{
  return self->handle;
}

gboolean
bary_database_is_read_only (BaryDatabase *self)
{
  return self->read_only;
}

gboolean
bary_database_check_place (BaryDatabase  *self,
                           GError       **error)
{
  int moved = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING,
               _("%s: the file was moved, replaced or deleted while it was open: open the database again"), self->path);
  return FALSE;
}

void
bary_database_set_cancellable (BaryDatabase *self,
                               GCancellable *cancellable)
{
  sqlite3_progress_handler (self->handle, cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0,
                            (int (*) (void *)) g_cancellable_is_cancelled, cancellable);
}

gboolean
bary_database_execute (BaryDatabase  *self,
                       const char    *sql,
                       GError       **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  bary_database_set_error (self, code, error);
  return FALSE;
}

gboolean
bary_database_query_integer (BaryDatabase  *self,
                             const char    *sql,
                             gint64        *result,
                             GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  step = bary_statement_step (statement, error);
  *result = step == BARY_STEP_ROW ? bary_statement_get_integer (statement, 0) : 0;
  return step != BARY_STEP_ERROR;
}
