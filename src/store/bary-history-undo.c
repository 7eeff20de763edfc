#include "bary-history-undo.h"

#include "bary-history-fields.h"
#include "bary-history-private.h"

static gboolean
invert_one (BaryDatabase   *database,
            BaryStatement  *statement,
            BaryChanges    *changes,
            GError        **error)
{
  const char *was = bary_statement_get_text (statement, 2);
  const char *became = bary_statement_get_text (statement, 3);
  g_autoptr (BaryRecord) before = NULL;
  g_autoptr (BaryRecord) after = NULL;
  BaryKind kind;

  if (!bary_kind_from_name (bary_statement_get_text (statement, 0), &kind, error))
    return FALSE;

  before = bary_record_new (kind, bary_statement_get_text (statement, 1));
  after = bary_record_new (kind, bary_statement_get_text (statement, 1));
  if ((was != NULL && !bary_history_fill (database, was, before, error)) ||
      (became != NULL && !bary_history_fill (database, became, after, error)))
    return FALSE;

  if (was == NULL)
    bary_changes_remove (changes, after);
  else if (became == NULL)
    bary_changes_add (changes, before);
  else
    bary_changes_update (changes, after, before);
  return TRUE;
}

BaryChanges *
bary_history_invert (BaryDatabase  *database,
                     gint64         action,
                     GError       **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryStatement) statement = NULL;
  BaryStep step;

  statement = bary_database_prepare (database,
                                     "SELECT kind, record, was, became FROM change WHERE action = ? ORDER BY ordinal DESC", error);
  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, action);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (!invert_one (database, statement, changes, error))
      return NULL;

  return step == BARY_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

static BaryAction *
peek (BaryDatabase  *database,
      const char    *sql,
      GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL || bary_statement_step (statement, error) != BARY_STEP_ROW)
    return NULL;

  return bary_action_read (statement);
}

BaryAction *
bary_history_peek_undo (BaryDatabase  *database,
                        GError       **error)
{
  return peek (database,
               "SELECT " BARY_ACTION_COLUMNS " FROM action WHERE type IN ('edit', 'import') "
               "AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.action = action.id) ORDER BY id DESC LIMIT 1", error);
}

BaryAction *
bary_history_peek_redo (BaryDatabase  *database,
                        GError       **error)
{
  return peek (database,
               "SELECT " BARY_ACTION_COLUMNS " FROM action WHERE id = "
               "(SELECT min (action) FROM undone WHERE redoable = 1)", error);
}

gboolean
bary_history_push (BaryDatabase  *database,
                   GError       **error)
{
  g_autoptr (BaryStatement) statement = NULL;
  gint64 redoable;

  /* Mostly there is nothing, and asking is cheaper than an UPDATE of what it looks by. */
  if (!bary_database_query_integer (database, "SELECT EXISTS (SELECT 1 FROM undone WHERE redoable = 1)", &redoable, error))
    return FALSE;
  if (!redoable)
    return TRUE;

  statement = bary_database_prepare (database, "UPDATE undone SET redoable = 0 WHERE redoable = 1", error);
  return statement != NULL && bary_statement_run (statement, error);
}

gboolean
bary_history_mark (BaryDatabase  *database,
                   gint64         action,
                   gboolean       undone,
                   GError       **error)
{
  const char *sql = undone ? "INSERT INTO undone (action, redoable) VALUES (?, 1)" : "DELETE FROM undone WHERE action = ?";
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action);
  return bary_statement_run (statement, error);
}
