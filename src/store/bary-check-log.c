#include "bary-check-private.h"

#include "bary-chain.h"
#include "bary-config.h"
#include "bary-history-fields.h"
#include "bary-history.h"
#include "bary-mapper.h"

#include <glib/gi18n-lib.h>

/* One record's changes, replayed. */
typedef struct {
  BaryCheck  *check;
  BaryKind    kind;
  char       *id;
  BaryRecord *state;  /* NULL: there is none */
  gboolean    broken;
} Replay;

static gboolean
replay_change (Replay      *replay,
               const char  *was,
               const char  *became,
               GError     **error)
{
  BaryDatabase *database = replay->check->database;
  g_autoptr (BaryRecord) before = NULL;
  g_autoptr (BaryRecord) after = NULL;

  if ((was == NULL) != (replay->state == NULL) || (was == NULL && became == NULL))
    {
      replay->broken = TRUE;
      return TRUE;
    }

  /* What a removed record was is written whole; of a changed one, only what differs. */
  if (was != NULL)
    {
      before = became == NULL ? bary_record_new (replay->kind, replay->id) : bary_record_copy (replay->state);
      if (!bary_history_fill (database, was, before, error))
        return FALSE;
      replay->broken = replay->broken || !bary_record_equals (before, replay->state);
    }
  if (became != NULL)
    {
      after = was == NULL ? bary_record_new (replay->kind, replay->id) : g_object_ref (replay->state);
      if (!bary_history_fill (database, became, after, error))
        return FALSE;
    }

  g_clear_object (&replay->state);
  replay->state = g_steal_pointer (&after);
  return TRUE;
}

static gboolean
finish_record (Replay  *replay,
               GError **error)
{
  g_autoptr (BaryRecord) present = NULL;

  if (replay->id == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (replay->check->cancellable, error))
    return FALSE;
  if (!bary_mapper_load (replay->check->database, replay->kind, replay->id, &present, error))
    return FALSE;

  if (replay->broken || (present == NULL) != (replay->state == NULL) ||
      (present != NULL && !bary_record_equals (present, replay->state)))
    bary_check_report_record (replay->check, replay->kind, replay->id,
                              _("it is not what its history says: restore the last backup"));
  return TRUE;
}

static gboolean
start_record (Replay      *replay,
              const char  *kind,
              const char  *id,
              GError     **error)
{
  g_clear_object (&replay->state);
  g_free (replay->id);
  replay->id = g_strdup (id);
  replay->broken = FALSE;
  return bary_kind_from_name (kind, &replay->kind, error);
}

static gboolean
replay_all (Replay         *replay,
            BaryStatement  *statement,
            GError        **error)
{
  BaryStep step;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const char *kind = bary_statement_get_text (statement, 0);
      const char *id = bary_statement_get_text (statement, 1);
      gboolean same = replay->id != NULL && g_str_equal (id, replay->id) &&
                      g_str_equal (kind, bary_kind_get_info (replay->kind)->name);

      if ((!same && (!finish_record (replay, error) || !start_record (replay, kind, id, error))) ||
          !replay_change (replay, bary_statement_get_text (statement, 2), bary_statement_get_text (statement, 3), error))
        return FALSE;
    }
  return step == BARY_STEP_DONE && finish_record (replay, error);
}

static gboolean
check_replay (BaryCheck  *self,
              GError    **error)
{
  g_autoptr (BaryStatement) statement = NULL;
  Replay replay = { self };
  gboolean done;

  statement = bary_database_prepare (self->database,
                                     "SELECT kind, record, was, became FROM change ORDER BY record, action, ordinal", error);
  if (statement == NULL)
    return FALSE;

  done = replay_all (&replay, statement, error);
  g_clear_object (&replay.state);
  g_free (replay.id);
  return done;
}

static gboolean
check_unlogged (BaryCheck  *self,
                BaryKind    kind,
                GError    **error)
{
  const char *name = bary_kind_get_info (kind)->name;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%1$s\" t WHERE NOT EXISTS "
                                          "(SELECT 1 FROM change WHERE record = t.id AND kind = '%1$s')", name);

  return bary_check_report_ids (self, kind, sql, _("it has no history: restore the last backup"), error);
}

/* Each query gives the number of an action at fault. */
static const struct {
  const char *sql;
  const char *message;
} rules[] = {
  {
    "SELECT id FROM (SELECT id, stamp, lag (stamp) OVER (ORDER BY id) AS before FROM action) WHERE before >= stamp",
    /* Translators: %s: a number */
    N_("Action %s of the history is stamped earlier than the one before it: restore the last backup"),
  },
  {
    "SELECT id FROM action WHERE NOT EXISTS (SELECT 1 FROM change WHERE action = action.id) AND target IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM edit WHERE edit.action = action.id) "
    "AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = action.id)",
    /* Translators: %s: a number */
    N_("Action %s of the history changes nothing: restore the last backup"),
  },
  {
    "SELECT DISTINCT action FROM change WHERE action NOT IN (SELECT id FROM action)",
    /* Translators: %s: a number */
    N_("Changes of action %s are without that action: restore the last backup"),
  },
  {
    "SELECT undone.action FROM undone LEFT JOIN action ON action.id = undone.action "
    "WHERE action.type IS NULL OR action.type NOT IN ('edit', 'import')",
    /* Translators: %s: a number */
    N_("Action %s cannot be undone, yet it is noted as undone: restore the last backup"),
  },
  {
    "SELECT action FROM undone WHERE redoable = 1 AND action < (SELECT max (id) FROM action "
    "WHERE type IN ('edit', 'import') AND id NOT IN (SELECT action FROM undone))",
    /* Translators: %s: a number */
    N_("Action %s is offered for redoing before its turn: restore the last backup"),
  },
  {
    "SELECT action.id FROM action LEFT JOIN undone ON undone.action = action.id "
    "LEFT JOIN (SELECT target, sum (CASE type WHEN 'undo' THEN 1 ELSE -1 END) AS taken_back FROM action "
    "WHERE target IS NOT NULL GROUP BY target) turn ON turn.target = action.id "
    "WHERE action.type IN ('edit', 'import') AND coalesce (turn.taken_back, 0) <> (undone.action IS NOT NULL)",
    /* Translators: %s: a number */
    N_("Whether action %s stands or was undone is not what the history says: restore the last backup"),
  },
};

static gboolean
check_rule (BaryCheck   *self,
            const char  *sql,
            const char  *message,
            GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    bary_check_report (self, g_strdup_printf (_(message), bary_statement_get_text (statement, 0)));

  return step == BARY_STEP_DONE;
}

static void
link_broken_cb (gint64   action,
                gpointer user_data)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, action);

  /* Translators: %s: a number */
  bary_check_report (user_data, g_strdup_printf (_("Action %s of the history is not what was written then: "
                                                   "restore the last backup"), number));
}

/* The last link goes onto paper: who has it can tell later that nothing before it was altered. */
static gboolean
describe_log (BaryCheck  *self,
              GError    **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  gint64 n;

  if (!bary_database_query_integer (self->database, "SELECT count (*) FROM action", &n, error))
    return FALSE;

  words = bary_chain_dup_words (self->database, &failure);
  count = g_strdup_printf (ngettext ("%u action", "%u actions", (gulong) n), (guint) n);
  /* Translators: 1: a number of actions, 2: six words that stand for a number */
  self->found = words != NULL ? g_strdup_printf (_("%1$s; the last link: %2$s"), count, words) : g_steal_pointer (&count);
  return TRUE;
}

gboolean
bary_check_log (BaryCheck  *self,
                GError    **error)
{
  if (!check_replay (self, error))
    return FALSE;

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    if (!check_unlogged (self, kind, error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (self, rules[i].sql, rules[i].message, error))
      return FALSE;

  return bary_chain_verify (self->database, self->cancellable, link_broken_cb, self, error) && describe_log (self, error);
}
