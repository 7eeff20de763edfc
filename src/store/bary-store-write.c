#include "bary-store-private.h"

#include "bary-config.h"
#include "bary-history-undo.h"
#include "bary-ledger.h"
#include "bary-mapper.h"

#include <glib/gi18n-lib.h>

/* The record as it is in the transaction. Returns: (transfer full) (nullable) */
static BaryRecord *
load_present (BaryDatabase      *database,
              const BaryChange  *change,
              GError           **error)
{
  BaryRecord *record;

  if (bary_mapper_load (database, change->kind, change->id, &record, error) && record == NULL)
    bary_store_set_not_found (change->kind, change->id, error);

  return record;
}

/* Fields of one record that are set one after another are one change. */
static gboolean
write_set (BaryDatabase       *database,
           BaryWriter         *writer,
           const BaryChanges  *changes,
           guint              *i,
           GError            **error)
{
  const BaryChange *first = bary_changes_get (changes, *i);
  g_autoptr (BaryRecord) before = load_present (database, first, error);
  g_autoptr (BaryRecord) after = NULL;

  if (before == NULL)
    return FALSE;

  after = bary_record_copy (before);
  for (; *i < bary_changes_get_length (changes); (*i)++)
    {
      const BaryChange *change = bary_changes_get (changes, *i);

      if (change->operation != BARY_CHANGE_SET || change->kind != first->kind || !g_str_equal (change->id, first->id))
        break;
      bary_record_set (after, change->field, change->value);
    }
  (*i)--;

  return bary_writer_update (writer, before, after, error);
}

static gboolean
write_remove (BaryDatabase      *database,
              BaryWriter        *writer,
              const BaryChange  *change,
              GError           **error)
{
  g_autoptr (BaryRecord) record = load_present (database, change, error);

  return record != NULL && bary_writer_remove (writer, record, error);
}

static gboolean
write_changes (BaryDatabase       *database,
               BaryWriter         *writer,
               const BaryChanges  *changes,
               GError            **error)
{
  for (guint i = 0; i < bary_changes_get_length (changes); i++)
    {
      const BaryChange *change = bary_changes_get (changes, i);
      gboolean written = FALSE;

      switch (change->operation)
        {
        case BARY_CHANGE_ADD:
          written = bary_writer_add (writer, change->record, error);
          break;
        case BARY_CHANGE_SET:
          written = write_set (database, writer, changes, &i, error);
          break;
        case BARY_CHANGE_REMOVE:
          written = write_remove (database, writer, change, error);
          break;
        default:
          g_assert_not_reached ();
        }
      if (!written)
        return FALSE;
    }
  return TRUE;
}

/* @writer: (nullable) */
static gboolean
write_and_announce (BaryStore    *self,
                    BaryWriter   *writer,
                    BaryChanges  *changes,
                    GError      **error)
{
  if (writer == NULL || !write_changes (bary_store_get_database (self), writer, changes, error) || !bary_writer_commit (writer, error))
    return FALSE;

  bary_store_announce_written (self, writer);
  return TRUE;
}

gboolean
bary_store_commit (BaryStore    *self,
                   const char   *name,
                   const char   *subject,
                   BaryChanges  *changes,
                   GError      **error)
{
  g_autoptr (BaryWriter) writer = NULL;

  g_return_val_if_fail (BARY_IS_STORE (self) && name != NULL && changes != NULL, FALSE);

  writer = bary_writer_begin (bary_store_get_database (self), BARY_ACTION_EDIT, 0, name, subject, bary_store_get_author (self), FALSE,
                              error);
  return write_and_announce (self, writer, changes, error);
}

gboolean
bary_store_get_last (BaryStore  *self,
                     gint64     *action,
                     GError    **error)
{
  BaryStamp stamp;

  g_return_val_if_fail (BARY_IS_STORE (self), FALSE);

  return bary_history_get_last (bary_store_get_database (self), action, &stamp, error);
}

/* Looks inside the transaction, where nobody else can add one. */
static gboolean
is_last (BaryStore  *self,
         gint64      action,
         GError    **error)
{
  gint64 last = 0;

  if (!bary_store_get_last (self, &last, error))
    return FALSE;
  if (last != action)
    g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED,
                         _("The data have changed meanwhile: repeat; nothing was written"));
  return last == action;
}

gboolean
bary_store_commit_after (BaryStore    *self,
                         gint64        action,
                         const char   *name,
                         const char   *subject,
                         BaryChanges  *changes,
                         GError      **error)
{
  BaryDatabase *database = bary_store_get_database (self);

  if (!bary_database_begin (database, error))
    return FALSE;
  if (is_last (self, action, error))
    return bary_store_commit (self, name, subject, changes, error);

  bary_database_rollback (database);
  return FALSE;
}

gboolean
bary_store_commit_past (BaryStore         *self,
                        const BaryAction  *past,
                        BaryChanges       *changes,
                        GError           **error)
{
  g_autoptr (BaryWriter) writer = bary_writer_begin_past (bary_store_get_database (self), past, error);

  return write_and_announce (self, writer, changes, error);
}

/* Taking back */

/* Redo takes back the undo that took the action back. Returns: 0 on an error. */
static gint64
find_undo_of (BaryDatabase  *database,
              gint64         action,
              GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT max (id) FROM action WHERE type = 'undo' AND target = ?", error);

  if (statement == NULL)
    return 0;

  bary_statement_bind_integer (statement, 0, action);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? bary_statement_get_integer (statement, 0) : 0;
}

static BaryAction *
peek (BaryDatabase    *database,
      BaryActionType   type,
      GError         **error)
{
  GError *failure = NULL;
  BaryAction *action = type == BARY_ACTION_UNDO ? bary_history_peek_undo (database, &failure)
                                                : bary_history_peek_redo (database, &failure);

  if (action == NULL && failure == NULL)
    g_set_error_literal (&failure, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND,
                         type == BARY_ACTION_UNDO ? _("There is nothing to undo") : _("There is nothing to redo"));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return action;
}

static gboolean
write_turn (BaryDatabase      *database,
            BaryWriter        *writer,
            BaryActionType     type,
            const BaryAction  *action,
            GError           **error)
{
  gint64 inverted = type == BARY_ACTION_UNDO ? action->id : find_undo_of (database, action->id, error);
  g_autoptr (BaryChanges) changes = inverted != 0 ? bary_history_invert (database, inverted, error) : NULL;

  return changes != NULL && write_changes (database, writer, changes, error) &&
         bary_ledger_turn (database, type, action->id, bary_writer_peek_action (writer), error) &&
         bary_writer_commit (writer, error);
}

/* Which action it is gets decided inside the transaction: another process may have added one. */
static gboolean
turn (BaryStore       *self,
      BaryActionType   type,
      GError         **error)
{
  BaryDatabase *database = bary_store_get_database (self);
  g_autoptr (BaryAction) action = NULL;
  g_autoptr (BaryWriter) writer = NULL;

  if (!bary_database_begin (database, error))
    return FALSE;

  action = peek (database, type, error);
  if (action != NULL)
    writer = bary_writer_begin (database, type, action->id, action->name, action->subject,
                                bary_store_get_author (self), FALSE, error);
  if (writer == NULL)
    {
      bary_database_rollback (database);
      return FALSE;
    }
  if (!write_turn (database, writer, type, action, error))
    return FALSE;

  bary_store_announce_written (self, writer);
  return TRUE;
}

gboolean
bary_store_undo (BaryStore  *self,
                 GError    **error)
{
  g_return_val_if_fail (BARY_IS_STORE (self), FALSE);

  return turn (self, BARY_ACTION_UNDO, error);
}

gboolean
bary_store_redo (BaryStore  *self,
                 GError    **error)
{
  g_return_val_if_fail (BARY_IS_STORE (self), FALSE);

  return turn (self, BARY_ACTION_REDO, error);
}
