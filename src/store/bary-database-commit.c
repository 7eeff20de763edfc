#include "bary-database-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* As bary_database_execute, for what is said again and again. */
static gboolean
run (BaryDatabase  *self,
     const char    *sql,
     GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self, sql, error);

  return statement != NULL && bary_statement_run (statement, error);
}

/* A fault of the disk takes back everything that was not written yet. */
static gboolean
check_waiting (BaryDatabase  *self,
               GError       **error)
{
  if (self->n_waiting == 0 || !sqlite3_get_autocommit (self->handle))
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED,
               _("%s: the disk failed before it was written: check the disk and repeat; nothing was written"), self->path);
  return FALSE;
}

gboolean
bary_database_begin (BaryDatabase  *self,
                     GError       **error)
{
  self->begun = check_waiting (self, error) && bary_database_check_place (self, error) &&
                run (self, self->n_waiting > 0 ? "SAVEPOINT waiting" : "BEGIN IMMEDIATE", error);
  return self->begun;
}

/* The first that waits is the transaction itself, each further one a part of it. */
static gboolean
keep_waiting (BaryDatabase  *self,
              GError       **error)
{
  if (!check_waiting (self, error) || (self->n_waiting > 0 && !run (self, "RELEASE waiting", error)))
    return FALSE;

  self->n_waiting++;
  return TRUE;
}

gboolean
bary_database_commit (BaryDatabase  *self,
                      GError       **error)
{
  if (!(self->held ? keep_waiting (self, error) : run (self, "COMMIT", error)))
    {
      bary_database_rollback (self);
      return FALSE;
    }

  self->begun = FALSE;
  return TRUE;
}

/* A failed statement may have rolled back already; then there is nothing to do. */
void
bary_database_rollback (BaryDatabase *self)
{
  if (bary_database_has_begun (self) && !sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, self->n_waiting > 0 ? "ROLLBACK TO waiting; RELEASE waiting" : "ROLLBACK", NULL, NULL, NULL);
  self->begun = FALSE;
}

gboolean
bary_database_has_begun (BaryDatabase *self)
{
  return self->held ? self->begun : !sqlite3_get_autocommit (self->handle);
}

void
bary_database_hold (BaryDatabase *self)
{
  self->held = TRUE;
  self->n_waiting = 0;
  self->begun = FALSE;
}

gboolean
bary_database_is_held (BaryDatabase *self)
{
  return self->held;
}

gboolean
bary_database_release (BaryDatabase  *self,
                       GError       **error)
{
  gboolean whole = check_waiting (self, error);
  gboolean waited = self->n_waiting > 0;

  self->held = FALSE;
  self->n_waiting = 0;
  return whole && (!waited || bary_database_commit (self, error));
}
