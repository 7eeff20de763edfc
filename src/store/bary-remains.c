#include "bary-remains-private.h"

#include "bary-config.h"
#include "bary-database-private.h"
#include "bary-file.h"
#include "bary-id.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_PROBES 50000 /* that fail, of one table: where an upper page is damaged, no further ones help */

static void
logged_free (gpointer data)
{
  BaryLogged *logged = data;

  g_clear_object (&logged->record);
  g_free (logged);
}

static void
logged_action_free (gpointer data)
{
  BaryLoggedAction *logged = data;

  bary_action_free (logged->action);
  g_ptr_array_unref (logged->changes);
  g_free (logged);
}

void
bary_remains_free (BaryRemains *self)
{
  g_ptr_array_unref (self->actions);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->logged);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/* Around damaged pages */

/* Returns: (nullable) */
const char *
bary_remains_get_text (sqlite3_stmt *row,
                       int           i)
{
  const char *text = (const char *) sqlite3_column_text (row, i);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* Rows until the first that cannot be read. Returns: whether all of them could; @next: the row to go on with */
static gboolean
read_until_fault (BaryRemainsReader *self,
                  sqlite3_stmt      *rows,
                  gint64             from,
                  gint64             to,
                  BaryRemainsFunc    take,
                  gint64            *next)
{
  int code;

  *next = from;
  sqlite3_bind_int64 (rows, 1, from);
  sqlite3_bind_int64 (rows, 2, to);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      *next = sqlite3_column_int64 (rows, 0) + 1;
      take (self, rows);
    }
  sqlite3_reset (rows);
  return code == SQLITE_DONE;
}

/* Halves what cannot be read until single rows are left. */
static void
read_range (BaryRemainsReader *self,
            sqlite3_stmt      *rows,
            gint64             from,
            gint64             to,
            BaryRemainsFunc    take)
{
  gint64 next;
  gint64 middle;

  if (from > to || self->n_probes > MOST_PROBES || g_cancellable_is_cancelled (self->cancellable) ||
      read_until_fault (self, rows, from, to, take, &next))
    return;

  self->n_probes++;
  if (next > from)
    {
      read_range (self, rows, next, to, take);
      return;
    }
  if (from == to)
    return;
  middle = from + (to - from) / 2;
  read_range (self, rows, from, middle, take);
  read_range (self, rows, middle + 1, to, take);
}

gint64
bary_remains_ask_number (BaryRemainsReader *self,
                         const char        *sql,
                         gint64             otherwise)
{
  sqlite3_stmt *statement = NULL;
  gint64 number = otherwise;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

void
bary_remains_read_table (BaryRemainsReader *self,
                         const char        *sql,
                         gint64             highest,
                         BaryRemainsFunc    take)
{
  sqlite3_stmt *rows = NULL;

  self->n_probes = 0;
  if (sqlite3_prepare_v2 (self->handle, sql, -1, &rows, NULL) == SQLITE_OK)
    read_range (self, rows, 0, highest, take);
  sqlite3_finalize (rows);
}

/* Records */

void
bary_remains_note_title (BaryRemainsReader *self,
                         BaryKind           kind,
                         const char        *id,
                         const char        *title)
{
  const char *label = _(bary_kind_get_info (kind)->label);

  if (title == NULL && g_hash_table_contains (self->remains->titles, id))
    return;
  g_hash_table_replace (self->remains->titles, g_strdup (id),
                        /* Translators: 1: a kind of record, 2: its name */
                        title != NULL ? g_strdup_printf (_("%1$s “%2$s”"), label, title)
                                      : g_strdup_printf ("%s %s", label, id));
}

static void
take_record (BaryRemainsReader *self,
             sqlite3_stmt      *row)
{
  const BaryKindInfo *info = bary_kind_get_info (self->kind);
  const char *id = bary_remains_get_text (row, 1);
  g_autoptr (BaryRecord) record = NULL;

  if (id == NULL || !bary_id_is_valid (id))
    return;

  record = bary_record_new (self->kind, id);
  for (guint i = 0; i < self->fields->len; i++)
    bary_record_set (record, &info->fields[g_array_index (self->fields, guint, i)], bary_remains_get_text (row, 2 + i));
  bary_remains_note_title (self, self->kind, id, bary_record_get_name (record));
  if (bary_record_validate (record, NULL))
    g_hash_table_replace (self->remains->rows, g_strdup (id), g_steal_pointer (&record));
}

/* A file of an older version has not all the fields. Returns: (transfer full) */
static char *
compose_select (BaryRemainsReader  *self,
                const BaryKindInfo *info)
{
  GString *sql = g_string_new ("SELECT rowid, id");

  g_array_set_size (self->fields, 0);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *ask = g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s') WHERE name = '%s'",
                                              info->name, info->fields[i].name);

      if (bary_remains_ask_number (self, ask, 0) == 0)
        continue;
      g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
      g_array_append_val (self->fields, i);
    }
  g_string_append_printf (sql, " FROM \"%s\" WHERE rowid BETWEEN ? AND ? ORDER BY rowid", info->name);
  return g_string_free (sql, FALSE);
}

static void
read_kind (BaryRemainsReader *self,
           BaryKind           kind)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  g_autofree char *sql = compose_select (self, info);
  g_autofree char *ask = g_strdup_printf ("SELECT max (rowid) FROM \"%s\"", info->name);

  self->kind = kind;
  bary_remains_read_table (self, sql, bary_remains_ask_number (self, ask, BARY_REMAINS_HIGHEST_ROW), take_record);
}

/* Entries */

static void
take_entry (BaryRemainsReader *self,
            sqlite3_stmt      *row)
{
  const char *id = bary_remains_get_text (row, 2);
  BaryKind kind;

  if (id != NULL && bary_id_is_valid (id) && bary_kind_from_name (bary_remains_get_text (row, 1), &kind, NULL))
    bary_remains_note_title (self, kind, id, bary_remains_get_text (row, 3));
}

/* The file */

/* Its own journal is part of it. */
static gboolean
copy_file (const char  *path,
           const char  *copy,
           GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *copied_journal = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GFile) journal_from = g_file_new_for_path (journal);
  g_autoptr (GFile) journal_to = g_file_new_for_path (copied_journal);

  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error) &&
         (!g_file_test (journal, G_FILE_TEST_EXISTS) ||
          g_file_copy (journal_from, journal_to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error));
}

/* Of a file that was cut off SQLite reads nothing: the pages that it misses are put there, empty. */
static void
restore_length (const char *copy)
{
  guchar header[BARY_DATABASE_HEADER];
  struct stat status;
  int file = open (copy, O_RDWR | O_CLOEXEC);

  if (file < 0)
    return;
  if (read (file, header, sizeof header) == sizeof header && memcmp (header, "SQLite format 3", 16) == 0 &&
      fstat (file, &status) == 0 && status.st_size < bary_database_read_length (header) &&
      ftruncate (file, bary_database_read_length (header)) != 0)
    g_debug ("%s: %s", copy, g_strerror (errno));
  close (file);
}

static gboolean
read_copy (BaryRemainsReader  *self,
           const char         *path,
           const char         *copy,
           GError            **error)
{
  gboolean done;

  restore_length (copy);
  done = sqlite3_open_v2 (copy, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
         bary_remains_ask_number (self, "SELECT count (*) FROM sqlite_schema", -1) > 0;

  if (!done)
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED,
                 _("%s: nothing can be read from this file: what the last backup and packages have is all there is"), path);
  else
    {
      for (guint kind = 0; kind < BARY_N_KINDS; kind++)
        read_kind (self, kind);
      bary_remains_read_log (self);
      bary_remains_read_table (self, "SELECT id, kind, record, title FROM entry WHERE id BETWEEN ? AND ? ORDER BY id",
                               BARY_REMAINS_HIGHEST_ROW, take_entry);
    }
  sqlite3_close_v2 (self->handle);
  return done;
}

BaryRemains *
bary_remains_read (const char    *path,
                   BaryDatabase  *helper,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (BaryRemains) remains = g_new0 (BaryRemains, 1);
  g_autofree char *copy = bary_file_make_temporary (bary_database_get_path (helper), error);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  BaryRemainsReader reader = { remains, helper, cancellable, NULL, 0, NULL, fields };
  gboolean done;

  remains->actions = g_ptr_array_new_with_free_func (logged_action_free);
  remains->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  remains->logged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, logged_free);
  remains->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (copy == NULL)
    return NULL;

  done = copy_file (path, copy, error) && read_copy (&reader, path, copy, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
  bary_file_discard (copy);
  return done ? g_steal_pointer (&remains) : NULL;
}
