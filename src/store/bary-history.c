#include "bary-history-private.h"

#include "bary-chain.h"
#include "bary-config.h"
#include "bary-history-fields.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

static const char *const type_names[] = { "edit", "import", "undo", "redo" };

void
bary_action_free (BaryAction *action)
{
  g_free (action->name);
  g_free (action->subject);
  g_free (action->author);
  g_free (action);
}

BaryActionType
bary_action_type_read (const char *word)
{
  BaryActionType type = BARY_ACTION_EDIT;

  while (type < BARY_ACTION_REDO && g_strcmp0 (type_names[type], word) != 0)
    type++;
  return type;
}

char *
bary_action_to_words (const BaryAction *action)
{
  g_autofree char *words = bary_text_fill (_(action->name), action->subject);

  if (action->type == BARY_ACTION_UNDO)
    /* Translators: %s: what an action did: "Move № 352" */
    return g_strdup_printf (_("Undone: %s"), words);
  if (action->type == BARY_ACTION_REDO)
    /* Translators: %s: what an action did: "Move № 352" */
    return g_strdup_printf (_("Redone: %s"), words);

  return g_steal_pointer (&words);
}

void
bary_trace_free (BaryTrace *trace)
{
  g_clear_pointer (&trace->action, bary_action_free);
  g_free (trace->id);
  g_free (trace->was);
  g_free (trace->became);
  g_free (trace);
}

/* Writing */

/* @link: (out) (transfer full) (nullable) */
static gboolean
read_last (BaryDatabase  *database,
           gint64        *action,
           BaryStamp     *stamp,
           char         **link,
           GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT id, stamp, link FROM action ORDER BY id DESC LIMIT 1", error);
  BaryStep step;

  *action = 0;
  *stamp = 0;
  *link = NULL;
  if (statement == NULL)
    return FALSE;

  step = bary_statement_step (statement, error);
  if (step == BARY_STEP_ROW)
    {
      *action = bary_statement_get_integer (statement, 0);
      *stamp = bary_statement_get_integer (statement, 1);
      *link = bary_statement_dup_text (statement, 2);
    }
  return step != BARY_STEP_ERROR;
}

gboolean
bary_history_begin (BaryDatabase    *database,
                    BaryActionType   type,
                    gint64           target,
                    const char      *name,
                    const char      *subject,
                    const char      *author,
                    gint64           ms,
                    BaryAction      *action,
                    char           **before,
                    GError         **error)
{
  BaryStamp last;
  gint64 last_action;
  g_autoptr (BaryStatement) statement = NULL;

  if (!read_last (database, &last_action, &last, before, error))
    return FALSE;

  *action = (BaryAction) { last_action + 1, bary_stamp_next (last, ms), type, target,
                           (char *) name, (char *) subject, (char *) author };

  statement = bary_database_prepare (database,
                                     "INSERT INTO action (id, stamp, type, target, name, subject, author) "
                                     "VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action->id);
  bary_statement_bind_integer (statement, 1, action->stamp);
  bary_statement_bind_text (statement, 2, type_names[type]);
  bary_statement_bind_integer (statement, 3, target);
  bary_statement_bind_text (statement, 4, name);
  bary_statement_bind_text (statement, 5, subject);
  bary_statement_bind_text (statement, 6, author);
  return bary_statement_run (statement, error);
}

gboolean
bary_history_write (BaryDatabase  *database,
                    BaryChain     *chain,
                    gint64         action,
                    gint64         ordinal,
                    BaryRecord    *was,
                    BaryRecord    *became,
                    GError       **error)
{
  BaryRecord *record = became != NULL ? became : was;
  g_autofree char *was_json = bary_history_compose_difference (was, became);
  g_autofree char *became_json = bary_history_compose_difference (became, was);
  g_autoptr (BaryStatement) statement = NULL;

  statement = bary_database_prepare (database,
                                     "INSERT INTO change (action, ordinal, kind, record, was, became) VALUES (?, ?, ?, ?, ?, ?)",
                                     error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action);
  bary_statement_bind_integer (statement, 1, ordinal);
  bary_statement_bind_text (statement, 2, bary_record_get_info (record)->name);
  bary_statement_bind_text (statement, 3, bary_record_get_id (record));
  bary_statement_bind_text (statement, 4, was_json);
  bary_statement_bind_text (statement, 5, became_json);
  bary_chain_add_change (chain, bary_record_get_info (record)->name, bary_record_get_id (record),
                         was_json, became_json);
  return bary_statement_run (statement, error);
}

/* Reading */

#define N_ACTION_COLUMNS 7

BaryAction *
bary_action_read (BaryStatement *statement)
{
  BaryAction *action = g_new0 (BaryAction, 1);

  action->id = bary_statement_get_integer (statement, 0);
  action->stamp = bary_statement_get_integer (statement, 1);
  action->type = bary_action_type_read (bary_statement_get_text (statement, 2));
  action->target = bary_statement_get_integer (statement, 3);
  action->name = g_strdup (bary_statement_get_text (statement, 4));
  action->subject = g_strdup (bary_statement_get_text (statement, 5));
  action->author = g_strdup (bary_statement_get_text (statement, 6));
  return action;
}

static BaryChangeOperation
read_operation (BaryStatement *statement,
                int            was_is_null,
                int            became_is_null)
{
  if (bary_statement_get_integer (statement, was_is_null))
    return BARY_CHANGE_ADD;

  return bary_statement_get_integer (statement, became_is_null) ? BARY_CHANGE_REMOVE : BARY_CHANGE_SET;
}

gboolean
bary_history_get_last (BaryDatabase  *database,
                       gint64        *action,
                       BaryStamp     *stamp,
                       GError       **error)
{
  g_autofree char *link = NULL;

  return read_last (database, action, stamp, &link, error);
}

GPtrArray *
bary_history_list (BaryDatabase  *database,
                   const char    *id,
                   guint          limit,
                   GError       **error)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_action_free);
  const char *all = "SELECT " BARY_ACTION_COLUMNS " FROM action ORDER BY id DESC LIMIT ?";
  const char *of_record = "SELECT " BARY_ACTION_COLUMNS " FROM action WHERE id IN (SELECT action FROM change WHERE record = ?2) "
                          "ORDER BY id DESC LIMIT ?1";
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, id != NULL ? of_record : all, error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, limit > 0 ? (gint64) limit : -1);
  if (id != NULL)
    bary_statement_bind_text (statement, 1, id);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (actions, bary_action_read (statement));

  return step == BARY_STEP_DONE ? g_steal_pointer (&actions) : NULL;
}

static BaryTrace *
read_trace (BaryStatement *statement,
            BaryKind       kind,
            const char    *id)
{
  BaryTrace *trace = g_new0 (BaryTrace, 1);
  const char *field = bary_statement_get_text (statement, N_ACTION_COLUMNS + 2);

  trace->action = bary_action_read (statement);
  trace->kind = kind;
  trace->id = g_strdup (id);
  trace->operation = read_operation (statement, N_ACTION_COLUMNS, N_ACTION_COLUMNS + 1);
  trace->field = field != NULL ? bary_kind_find_field (kind, field, NULL) : NULL;
  trace->was = g_strdup (bary_statement_get_text (statement, N_ACTION_COLUMNS + 3));
  trace->became = g_strdup (bary_statement_get_text (statement, N_ACTION_COLUMNS + 4));
  return trace;
}

GPtrArray *
bary_history_trace (BaryDatabase  *database,
                    BaryKind       kind,
                    const char    *id,
                    GError       **error)
{
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_trace_free);
  g_autoptr (BaryStatement) statement = NULL;
  BaryStep step;

  statement = bary_database_prepare (database,
                                     "SELECT " BARY_ACTION_COLUMNS ", c.was IS NULL, c.became IS NULL, f.key, "
                                     "c.was ->> ('$.' || f.key), c.became ->> ('$.' || f.key) "
                                     "FROM change c JOIN action ON action.id = c.action "
                                     "LEFT JOIN json_each (coalesce (c.became, c.was)) f "
                                     "WHERE c.record = ? AND c.kind = ? ORDER BY c.action DESC, c.ordinal DESC, f.id", error);
  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, id);
  bary_statement_bind_text (statement, 1, bary_kind_get_info (kind)->name);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (traces, read_trace (statement, kind, id));

  return step == BARY_STEP_DONE ? g_steal_pointer (&traces) : NULL;
}

static BaryTrace *
read_touch (BaryStatement *statement)
{
  BaryTrace *trace = g_new0 (BaryTrace, 1);

  bary_kind_from_name (bary_statement_get_text (statement, 0), &trace->kind, NULL);
  trace->id = g_strdup (bary_statement_get_text (statement, 1));
  trace->operation = read_operation (statement, 2, 3);
  return trace;
}

/* Returns: (transfer full) (nullable): NULL on an error. */
static BaryStatement *
prepare_since (BaryDatabase  *database,
               const char    *sql,
               gint64         action,
               gint64         last,
               GError       **error)
{
  BaryStatement *statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, action);
  bary_statement_bind_integer (statement, 1, last);
  return statement;
}

static gboolean
count_since (BaryDatabase  *database,
             gint64         action,
             gint64         last,
             guint          most,
             guint         *n,
             GError       **error)
{
  g_autoptr (BaryStatement) statement =
    prepare_since (database, "SELECT count(*) FROM (SELECT 1 FROM change WHERE action > ?1 AND action <= ?2 LIMIT ?3)", action, last, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 2, (gint64) most + 1);
  step = bary_statement_step (statement, error);
  *n = step == BARY_STEP_ROW ? (guint) bary_statement_get_integer (statement, 0) : 0;
  return step != BARY_STEP_ERROR;
}

static gboolean
add_touch (gpointer        touches,
           BaryStatement  *row,
           GError        **error)
{
  g_ptr_array_add (touches, read_touch (row));
  return TRUE;
}

gboolean
bary_history_since (BaryDatabase  *database,
                    gint64         action,
                    gint64         last,
                    guint          most,
                    GPtrArray    **touches,
                    GError       **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (BaryStatement) statement = NULL;
  guint n;

  *touches = NULL;
  if (!count_since (database, action, last, most, &n, error))
    return FALSE;
  if (n > most)
    return TRUE;

  statement = prepare_since (database, "SELECT kind, record, was IS NULL, became IS NULL FROM change "
                                       "WHERE action > ?1 AND action <= ?2 ORDER BY action, ordinal", action, last, error);
  found = g_ptr_array_new_full (n, (GDestroyNotify) bary_trace_free);
  if (statement == NULL || !bary_statement_read (statement, add_touch, found, error))
    return FALSE;

  *touches = g_steal_pointer (&found);
  return TRUE;
}
