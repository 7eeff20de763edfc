#include "bary-database-private.h"

void
bary_statement_free (BaryStatement *self)
{
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  sqlite3_finalize (self->handle);
  g_free (self);
}

static BaryStatement *
make (BaryDatabase  *database,
      const char    *sql,
      GError       **error)
{
  BaryStatement *self;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK)
    {
      bary_database_set_error (database, code, error);
      return NULL;
    }

  self = g_new0 (BaryStatement, 1);
  self->database = database;
  self->handle = handle;
  return self;
}

BaryStatement *
bary_database_prepare (BaryDatabase  *self,
                       const char    *sql,
                       GError       **error)
{
  BaryStatement *kept = g_hash_table_lookup (self->statements, sql);
  BaryStatement *statement = kept != NULL && !kept->lent ? kept : make (self, sql, error);

  if (statement == NULL)
    return NULL;

  statement->lent = TRUE;
  if (kept == NULL)
    g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (statement->handle), statement);
  else
    statement->spare = statement != kept;
  return statement;
}

void
bary_statement_release (BaryStatement *self)
{
  if (self->spare)
    {
      bary_statement_free (self);
      return;
    }

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bound = SQLITE_OK;
  self->lent = FALSE;
}

/* A value that found no room is told by the next step. */
static void
note_binding (BaryStatement *self,
              int            code)
{
  if (code == SQLITE_NOMEM || code == SQLITE_TOOBIG)
    self->bound = code;
}

void
bary_statement_bind_text (BaryStatement *self,
                          int            i,
                          const char    *text)
{
  note_binding (self, sqlite3_bind_text (self->handle, i + 1, text, -1, SQLITE_STATIC));
}

void
bary_statement_bind_copy (BaryStatement *self,
                          int            i,
                          const char    *text)
{
  note_binding (self, sqlite3_bind_text (self->handle, i + 1, text, -1, SQLITE_TRANSIENT));
}

void
bary_statement_bind_number (BaryStatement *self,
                            int            i,
                            double         number)
{
  note_binding (self, sqlite3_bind_double (self->handle, i + 1, number));
}

void
bary_statement_bind_integer (BaryStatement *self,
                             int            i,
                             gint64         number)
{
  note_binding (self, sqlite3_bind_int64 (self->handle, i + 1, number));
}

/* A text or number without memory for it would look like one that is not there. */
static int
check_values (BaryStatement *self)
{
  for (int i = 0; i < sqlite3_column_count (self->handle); i++)
    if (sqlite3_column_type (self->handle, i) != SQLITE_NULL && sqlite3_column_text (self->handle, i) == NULL)
      return SQLITE_NOMEM;

  return SQLITE_ROW;
}

BaryStep
bary_statement_step (BaryStatement  *self,
                     GError        **error)
{
  int code;

  g_clear_pointer (&self->mended, g_ptr_array_unref);
  code = self->bound == SQLITE_OK ? sqlite3_step (self->handle) : self->bound;
  if (code == SQLITE_ROW)
    code = check_values (self);
  if (code == SQLITE_ROW)
    return BARY_STEP_ROW;
  if (code == SQLITE_DONE)
    return BARY_STEP_DONE;

  bary_database_set_error (self->database, code, error);
  return BARY_STEP_ERROR;
}

gboolean
bary_statement_run (BaryStatement  *self,
                    GError        **error)
{
  BaryStep step = bary_statement_step (self, error);

  sqlite3_reset (self->handle);
  return step != BARY_STEP_ERROR;
}

/* A damaged page can hold any bytes, and nothing above this door expects them. */
static const char *
mend (BaryStatement *self,
      const char    *text)
{
  char *mended = g_utf8_make_valid (text, -1);

  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->mended, mended);
  return mended;
}

const char *
bary_statement_get_text (BaryStatement *self,
                         int            i)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, i);

  return text == NULL || g_utf8_validate (text, -1, NULL) ? text : mend (self, text);
}

char *
bary_statement_dup_text (BaryStatement *self,
                         int            i)
{
  return g_strdup (bary_statement_get_text (self, i));
}

gint64
bary_statement_get_integer (BaryStatement *self,
                            int            i)
{
  return sqlite3_column_int64 (self->handle, i);
}

gboolean
bary_statement_read (BaryStatement  *self,
                     BaryRowFunc     read,
                     gpointer        reader,
                     GError        **error)
{
  BaryStep step;

  while ((step = bary_statement_step (self, error)) == BARY_STEP_ROW)
    if (!read (reader, self, error))
      return FALSE;
  return step == BARY_STEP_DONE;
}
