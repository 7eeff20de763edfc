#include "bary-ledger.h"

#include "bary-store-private.h"

#define META_SENT "sent" /* the last action that a package of changes told of */

struct _BaryLedger {
  BaryDatabase  *database;
  char          *own;
  BaryStamp      last; /* of the own actions */
  BaryKnowledge *knowledge;
};

/* An edit with what it points to. */
typedef struct {
  BaryEdit    edit;
  char       *replica;
  char       *author;
  BaryRecord *record;
  const char *values[BARY_EDIT_MOST_FIELDS];
} OwnedEdit;

static void
owned_edit_free (gpointer data)
{
  OwnedEdit *self = data;

  g_free (self->replica);
  g_free (self->author);
  g_clear_object (&self->record);
  g_free (self);
}

static gboolean
read_knowledge (BaryLedger  *self,
                GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database,
                           "SELECT k.replica, k.stamp, k.other, k.known FROM knowledge k WHERE NOT EXISTS "
                           "(SELECT 1 FROM apart WHERE apart.action = k.action AND apart.state = 'forgotten')", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    bary_knowledge_add (self->knowledge, bary_statement_get_text (statement, 0), bary_statement_get_integer (statement, 1),
                        bary_statement_get_text (statement, 2), bary_statement_get_integer (statement, 3));
  return step == BARY_STEP_DONE;
}

BaryLedger *
bary_ledger_open (BaryDatabase  *database,
                  GError       **error)
{
  g_autoptr (BaryLedger) self = g_new0 (BaryLedger, 1);
  gint64 action;

  self->database = database;
  self->own = bary_database_dup_meta (database, BARY_META_REPLICA);
  if (self->own == NULL)
    self->own = g_strdup ("");
  self->knowledge = bary_knowledge_new ();
  if (!bary_history_get_last (database, &action, &self->last, error) || !read_knowledge (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bary_ledger_free (BaryLedger *self)
{
  bary_knowledge_free (self->knowledge);
  g_free (self->own);
  g_free (self);
}

BaryDatabase *
bary_ledger_get_database (BaryLedger *self)
{
  return self->database;
}

const char *
bary_ledger_get_own (BaryLedger *self)
{
  return self->own;
}

const BaryKnowledge *
bary_ledger_get_knowledge (BaryLedger *self)
{
  return self->knowledge;
}

BaryStamp
bary_ledger_get_known (BaryLedger *self,
                       const char *replica)
{
  return g_str_equal (replica, self->own) ? self->last
                                          : bary_knowledge_get (self->knowledge, self->own, G_MAXINT64, replica);
}

gboolean
bary_ledger_fill (BaryDatabase  *database,
                  const char    *json,
                  BaryRecord    *record,
                  guint64       *fields,
                  GError       **error)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, "SELECT key, value FROM json_each (?)", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, json);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const BaryField *field = bary_kind_find_field (info->kind, bary_statement_get_text (statement, 0), error);

      if (field == NULL)
        return FALSE;
      bary_record_set (record, field, bary_statement_get_text (statement, 1));
      if (fields != NULL)
        *fields |= G_GUINT64_CONSTANT (1) << (field - info->fields);
    }
  return step == BARY_STEP_DONE;
}

static guint64
all_fields (const BaryKindInfo *info)
{
  return info->n_fields < BARY_EDIT_MOST_FIELDS ? (G_GUINT64_CONSTANT (1) << info->n_fields) - 1 : G_MAXUINT64;
}

static gboolean
read_edit (BaryLedger     *self,
           BaryStatement  *statement,
           BaryKind        kind,
           const char     *id,
           GPtrArray      *edits,
           GError        **error)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  OwnedEdit *owned = g_new0 (OwnedEdit, 1);
  const char *operation = bary_statement_get_text (statement, 4);

  g_ptr_array_add (edits, owned);
  owned->replica = g_strdup (bary_statement_get_text (statement, 0));
  owned->author = g_strdup (bary_statement_get_text (statement, 3));
  owned->record = bary_record_new (kind, id);
  owned->edit.replica = owned->replica;
  owned->edit.author = owned->author;
  owned->edit.stamp = bary_statement_get_integer (statement, 1);
  owned->edit.ordinal = (guint) bary_statement_get_integer (statement, 2);
  owned->edit.removes = g_str_equal (operation, "remove");
  if (!bary_ledger_fill (self->database, bary_statement_get_text (statement, 5), owned->record, &owned->edit.fields, error))
    return FALSE;

  if (g_str_equal (operation, "add"))
    owned->edit.fields = all_fields (info);
  for (guint i = 0; i < info->n_fields; i++)
    owned->values[i] = bary_record_get (owned->record, &info->fields[i]);
  owned->edit.values = owned->values;
  return TRUE;
}

GPtrArray *
bary_ledger_get_edits (BaryLedger  *self,
                       BaryKind     kind,
                       const char  *id,
                       GError     **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (owned_edit_free);
  g_autoptr (BaryStatement) statement = NULL;
  BaryStep step;

  statement = bary_database_prepare (self->database,
                                     "SELECT e.replica, e.stamp, e.ordinal, e.author, e.operation, e.fields FROM edit e "
                                     "WHERE e.record = ?1 AND e.kind = ?2 AND NOT EXISTS (SELECT 1 FROM apart "
                                     "WHERE apart.action = e.action AND apart.state = 'forgotten') "
                                     "UNION ALL "
                                     "SELECT ?3, a.stamp, c.ordinal, a.author, CASE WHEN c.was IS NULL THEN 'add' "
                                     "WHEN c.became IS NULL THEN 'remove' ELSE 'set' END, coalesce (c.became, '{}') "
                                     "FROM change c JOIN action a ON a.id = c.action WHERE c.record = ?1 AND c.kind = ?2 "
                                     "AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = c.action)", error);
  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, id);
  bary_statement_bind_text (statement, 1, bary_kind_get_info (kind)->name);
  bary_statement_bind_text (statement, 2, self->own);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (!read_edit (self, statement, kind, id, edits, error))
      return NULL;

  return step == BARY_STEP_DONE ? g_steal_pointer (&edits) : NULL;
}

/* Writing */

gboolean
bary_ledger_write_edit (BaryDatabase    *database,
                        const BaryEdit  *edit,
                        BaryKind         kind,
                        const char      *id,
                        const char      *operation,
                        const char      *json,
                        gint64           action,
                        GError         **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database,
                           "INSERT OR REPLACE INTO edit (record, replica, stamp, ordinal, kind, operation, fields, author, action) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, id);
  bary_statement_bind_text (statement, 1, edit->replica);
  bary_statement_bind_integer (statement, 2, edit->stamp);
  bary_statement_bind_integer (statement, 3, edit->ordinal);
  bary_statement_bind_text (statement, 4, bary_kind_get_info (kind)->name);
  bary_statement_bind_text (statement, 5, operation);
  bary_statement_bind_text (statement, 6, json);
  bary_statement_bind_text (statement, 7, edit->author);
  bary_statement_bind_integer (statement, 8, action);
  return bary_statement_run (statement, error);
}

gboolean
bary_ledger_mark_unsettled (BaryDatabase  *database,
                            BaryKind       kind,
                            const char    *id,
                            GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "INSERT OR IGNORE INTO unsettled (kind, record) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_kind_get_info (kind)->name);
  bary_statement_bind_text (statement, 1, id);
  return bary_statement_run (statement, error);
}

gboolean
bary_ledger_mark_sent (BaryDatabase  *database,
                       GError       **error)
{
  return bary_database_execute (database, "INSERT INTO meta (key, value) SELECT '" META_SENT "', coalesce (max (id), 0) "
                                          "FROM action WHERE TRUE ON CONFLICT (key) DO UPDATE SET value = excluded.value", error);
}

/* Undo and redo */

static gboolean
run (BaryDatabase  *database,
     const char    *sql,
     gint64         action,
     gint64         turn,
     GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action);
  bary_statement_bind_integer (statement, 1, turn);
  return bary_statement_run (statement, error);
}

#define SENT "(SELECT coalesce (max (CAST (value AS INTEGER)), 0) FROM meta WHERE key = '" META_SENT "')"

/* The action, the undo itself, and what was undone and redone of it before. */
#define FORGET \
  "INSERT OR REPLACE INTO apart (action, state) SELECT id, 'forgotten' FROM action " \
  "WHERE (id = ?1 OR target = ?1) AND ?1 > " SENT " AND id > " SENT " AND ?2 > 0"

/* What nobody has seen counts again under its old stamps; so does what came from others. What this replica did and
 * has forgotten before it sent something is done anew by the redo. */
#define IS_BACK \
  "EXISTS (SELECT 1 FROM apart WHERE action = ?1 AND state = 'forgotten') " \
  "AND (?1 > " SENT " OR EXISTS (SELECT 1 FROM knowledge WHERE action = ?1))"
#define LEAVE_REDO "INSERT INTO apart (action, state) SELECT ?2, 'forgotten' WHERE " IS_BACK
#define REMEMBER \
  "UPDATE apart SET state = 'received' WHERE action = ?1 AND EXISTS (SELECT 1 FROM knowledge WHERE action = ?1) " \
  "AND EXISTS (SELECT 1 FROM apart WHERE action = ?2)"
/* A package that was sent while it was forgotten told that this replica did not know of it: it knows from the redo on. */
#define LEARN_AGAIN \
  "UPDATE knowledge SET stamp = (SELECT stamp FROM action WHERE id = ?2) WHERE action = ?1 AND ?1 <= " SENT " " \
  "AND replica = (SELECT value FROM meta WHERE key = '" BARY_META_REPLICA "') AND EXISTS (SELECT 1 FROM apart WHERE action = ?2)"
#define RECALL "DELETE FROM apart WHERE action = ?1 AND state = 'forgotten' AND EXISTS (SELECT 1 FROM apart WHERE action = ?2)"

gboolean
bary_ledger_turn (BaryDatabase    *database,
                  BaryActionType   type,
                  gint64           action,
                  gint64           turn,
                  GError         **error)
{
  if (type == BARY_ACTION_UNDO)
    return run (database, FORGET, action, turn, error);

  return run (database, LEAVE_REDO, action, turn, error) && run (database, REMEMBER, action, turn, error) &&
         run (database, LEARN_AGAIN, action, turn, error) && run (database, RECALL, action, turn, error);
}
