#include "bary-remains-private.h"

#include "bary-id.h"
#include "bary-ledger.h"

static void
logged_change_free (gpointer data)
{
  BaryLoggedChange *change = data;

  g_free (change->id);
  g_free (change->became);
  g_free (change);
}

static void
take_addition (BaryRemainsReader *self,
               BaryKind           kind,
               const char        *id,
               const char        *became)
{
  BaryLogged *logged = g_new0 (BaryLogged, 1);

  logged->record = bary_record_new (kind, id);
  logged->whole = bary_ledger_fill (self->helper, became, logged->record, &logged->fields, NULL);
  g_hash_table_replace (self->remains->logged, g_strdup (id), logged);
}

static void
note_change (BaryRemainsReader *self,
             BaryKind           kind,
             const char        *id,
             gboolean           added,
             const char        *became)
{
  BaryLoggedChange *change;

  if (self->repeated == NULL)
    return;

  change = g_new0 (BaryLoggedChange, 1);
  change->kind = kind;
  change->id = g_strdup (id);
  change->added = added;
  change->became = g_strdup (became);
  g_ptr_array_add (self->repeated->changes, change);
}

static void
take_change (BaryRemainsReader *self,
             sqlite3_stmt      *row)
{
  const char *id = bary_remains_get_text (row, 2);
  const char *became = bary_remains_get_text (row, 4);
  gboolean added = sqlite3_column_type (row, 3) == SQLITE_NULL;
  BaryLogged *logged = id != NULL ? g_hash_table_lookup (self->remains->logged, id) : NULL;
  BaryKind kind;

  if (id == NULL || !bary_id_is_valid (id) || !bary_kind_from_name (bary_remains_get_text (row, 1), &kind, NULL) ||
      (became == NULL && sqlite3_column_type (row, 4) != SQLITE_NULL))
    return;

  bary_remains_note_title (self, kind, id, NULL);
  note_change (self, kind, id, added, became);
  if (became == NULL)
    g_hash_table_replace (self->remains->logged, g_strdup (id), g_new0 (BaryLogged, 1));
  else if (added || logged == NULL || logged->record == NULL)
    {
      take_addition (self, kind, id, became);
      ((BaryLogged *) g_hash_table_lookup (self->remains->logged, id))->whole &= added;
    }
  else if (!bary_ledger_fill (self->helper, became, logged->record, &logged->fields, NULL))
    logged->whole = FALSE;
}

/* Returns: the last action that the helper has too, with the same stamp; 0: none */
static gint64
find_common (BaryRemainsReader *self)
{
  gint64 action = 0;
  BaryStamp stamp;

  bary_history_get_last (self->helper, &action, &stamp, NULL);
  for (; action > 0; action--)
    {
      g_autofree char *ask = g_strdup_printf ("SELECT stamp FROM action WHERE id = %" G_GINT64_FORMAT, action);

      if (bary_database_query_integer (self->helper, ask, &stamp, NULL) && stamp != 0 && stamp == bary_remains_ask_number (self, ask, 0))
        break;
    }
  return action;
}

static void
take_action (BaryRemainsReader *self,
             sqlite3_stmt      *row)
{
  BaryLoggedAction *logged;

  if (bary_remains_get_text (row, 3) == NULL || bary_remains_get_text (row, 5) == NULL)
    return;

  logged = g_new0 (BaryLoggedAction, 1);
  logged->action = g_new0 (BaryAction, 1);
  logged->action->id = sqlite3_column_int64 (row, 0);
  logged->action->stamp = sqlite3_column_int64 (row, 1);
  logged->action->type = bary_action_type_read (bary_remains_get_text (row, 2));
  logged->action->name = g_strdup (bary_remains_get_text (row, 3));
  logged->action->subject = g_strdup (bary_remains_get_text (row, 4));
  logged->action->author = g_strdup (bary_remains_get_text (row, 5));
  logged->changes = g_ptr_array_new_with_free_func (logged_change_free);
  g_ptr_array_add (self->remains->actions, logged);
}

static void
read_actions (BaryRemainsReader *self,
              gint64             last)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, stamp, type, name, subject, author FROM action WHERE id BETWEEN ? AND ? AND id > %"
                     G_GINT64_FORMAT " ORDER BY id", find_common (self));

  bary_remains_read_table (self, sql, last, take_action);
}

/* Action by action, and within each around what cannot be read. */
void
bary_remains_read_log (BaryRemainsReader *self)
{
  gint64 last = bary_remains_ask_number (self, "SELECT max (id) FROM action", 0);
  guint next = 0;

  last = MAX (last, bary_remains_ask_number (self, "SELECT max (action) FROM change", 0));
  read_actions (self, last);
  for (gint64 action = 1; action <= last && !g_cancellable_is_cancelled (self->cancellable); action++)
    {
      BaryLoggedAction *logged = next < self->remains->actions->len ? self->remains->actions->pdata[next] : NULL;
      g_autofree char *sql = g_strdup_printf ("SELECT ordinal, kind, record, was, became FROM change WHERE action = %"
                                              G_GINT64_FORMAT " AND ordinal BETWEEN ? AND ? ORDER BY ordinal", action);

      self->repeated = logged != NULL && logged->action->id == action ? logged : NULL;
      next += self->repeated != NULL;
      bary_remains_read_table (self, sql, BARY_REMAINS_HIGHEST_ROW, take_change);
    }
}
