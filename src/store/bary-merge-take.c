#include "bary-merge-private.h"

#include "bary-config.h"
#include "bary-history-fields.h"

#include <glib/gi18n-lib.h>

static const char *const operations[] = {
  [BARY_CHANGE_ADD] = "add",
  [BARY_CHANGE_SET] = "set",
  [BARY_CHANGE_REMOVE] = "remove",
};

/* What is asked of the source before anything is read */

static gboolean
check_clock (const BaryReplica  *replica,
             GError            **error)
{
  g_autofree char *moment = NULL;

  if (bary_stamp_get_ms (replica->holds) <= g_get_real_time () / 1000 + BARY_MERGE_MOST_AHEAD)
    return TRUE;

  moment = bary_stamp_to_string (replica->holds);
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: 1: a centre, 2: a date and time */
               _("%1$s: its edits are dated %2$s, more than a day ahead: the clock of that computer is wrong. Nothing was taken in; "
                 "keep the package until the centre has set its clock, or until that day"), replica->name, moment);
  return FALSE;
}

static gboolean
check_known (BaryMerge          *self,
             const BaryReplica  *replica,
             GError            **error)
{
  BaryStamp known = bary_ledger_get_known (self->ledger, replica->id);
  g_autofree char *since = NULL;

  if (replica->base <= known)
    return TRUE;

  since = known > 0 ? bary_stamp_to_string (known) : g_strdup (_("the beginning"));
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_GAP,
               /* Translators: 1: a centre, 2: a date and time, or “the beginning” */
               _("edits of %1$s are missing between this package and what is known here: import the earlier packages first, "
                 "or ask the sender for the changes since %2$s"), replica->name, since);
  return FALSE;
}

gboolean
bary_merge_check_base (BaryMerge  *self,
                       GError    **error)
{
  GPtrArray *replicas = bary_edit_source_get_replicas (self->source);

  for (guint i = 0; i < replicas->len; i++)
    {
      const BaryReplica *replica = replicas->pdata[i];

      if (!g_str_equal (replica->id, bary_ledger_get_own (self->ledger)) &&
          (!check_clock (replica, error) || !check_known (self, replica, error)))
        return FALSE;
    }
  return TRUE;
}

/* What comes */

static gboolean
is_known (BaryMerge  *self,
          const char *replica,
          BaryStamp   stamp)
{
  return g_str_equal (replica, bary_ledger_get_own (self->ledger)) || stamp <= bary_ledger_get_known (self->ledger, replica);
}

/* Somebody may have said that they were known, or what they were, before their maker did. */
static gboolean
is_own_word (BaryMerge  *self,
             const char *replica)
{
  return !g_str_equal (replica, bary_ledger_get_own (self->ledger)) &&
         g_strcmp0 (bary_edit_source_get_signer (self->source), replica) == 0;
}

static gboolean
is_announced (BaryMerge  *self,
              const char *replica,
              BaryStamp   stamp)
{
  GPtrArray *replicas = bary_edit_source_get_replicas (self->source);

  for (guint i = 0; i < replicas->len; i++)
    if (g_str_equal (((const BaryReplica *) replicas->pdata[i])->id, replica))
      return stamp <= ((const BaryReplica *) replicas->pdata[i])->holds;

  return FALSE;
}

static void
refuse_unannounced (GError **error)
{
  g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                       _("the package holds edits that its front does not announce: ask the sender to make it again"));
}

/* @stands: (out): whether the same edit is here */
static gboolean
look_for_edit (BaryMerge           *self,
               const BarySentEdit  *sent,
               const char          *json,
               gboolean            *stands,
               GError             **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT 1 FROM edit WHERE record = ? AND replica = ? AND stamp = ? AND ordinal = ? "
                           "AND operation = ? AND fields = ?", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (sent->record));
  bary_statement_bind_text (statement, 1, sent->replica);
  bary_statement_bind_integer (statement, 2, sent->stamp);
  bary_statement_bind_integer (statement, 3, sent->ordinal);
  bary_statement_bind_text (statement, 4, operations[sent->operation]);
  bary_statement_bind_text (statement, 5, json);
  step = bary_statement_step (statement, error);
  *stands = step == BARY_STEP_ROW;
  return step != BARY_STEP_ERROR;
}

/* @known: (out): whether nothing is to be done about the edit */
static gboolean
judge_edit (BaryMerge           *self,
            const BarySentEdit  *sent,
            const char          *json,
            gboolean            *known,
            GError             **error)
{
  *known = is_known (self, sent->replica, sent->stamp);
  if (!*known || !is_own_word (self, sent->replica))
    return TRUE;
  if (!look_for_edit (self, sent, json, known, error))
    return FALSE;

  self->mended |= !*known;
  return TRUE;
}

static gboolean
take_edit (const BarySentEdit  *sent,
           guint                line,
           gpointer             user_data,
           GError             **error)
{
  BaryMerge *self = user_data;
  BaryEdit edit = { sent->replica, sent->stamp, sent->ordinal, sent->author };
  g_autofree char *json = bary_history_compose_fields (sent->record, sent->operation == BARY_CHANGE_SET ? sent->fields : 0);
  gboolean known;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !judge_edit (self, sent, json, &known, error))
    return FALSE;
  if (known)
    {
      self->n_known++;
      return TRUE;
    }
  if (!is_announced (self, sent->replica, sent->stamp))
    {
      refuse_unannounced (error);
      return FALSE;
    }

  return bary_ledger_write_edit (self->database, &edit, bary_record_get_kind (sent->record), bary_record_get_id (sent->record),
                                 operations[sent->operation], json, bary_writer_peek_action (self->writer), error);
}

static gboolean
write_knowledge (BaryMerge   *self,
                 const char  *replica,
                 BaryStamp    stamp,
                 const char  *other,
                 BaryStamp    known,
                 GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database,
                           "INSERT OR REPLACE INTO knowledge (replica, other, stamp, known, action) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, replica);
  bary_statement_bind_text (statement, 1, other);
  bary_statement_bind_integer (statement, 2, stamp);
  bary_statement_bind_integer (statement, 3, known);
  bary_statement_bind_integer (statement, 4, bary_writer_peek_action (self->writer));
  return bary_statement_run (statement, error);
}

static gboolean
take_knowledge (const BarySentKnowledge  *knowledge,
                gpointer                  user_data,
                GError                  **error)
{
  BaryMerge *self = user_data;

  return is_known (self, knowledge->replica, knowledge->stamp) ||
         write_knowledge (self, knowledge->replica, knowledge->stamp, knowledge->other, knowledge->known, error);
}

static gboolean
meet_replica (BaryMerge          *self,
              const BaryReplica  *replica,
              GError            **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "INSERT INTO replica (id, name, centre) VALUES (?, ?, ?) ON CONFLICT (id) "
                           "DO UPDATE SET name = excluded.name, centre = coalesce (excluded.centre, centre)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, replica->id);
  bary_statement_bind_text (statement, 1, replica->name);
  bary_statement_bind_text (statement, 2, replica->centre);
  return bary_statement_run (statement, error);
}

/* From this action on all is known here that the sender knew. */
static gboolean
learn (BaryMerge          *self,
       const BaryReplica  *replica,
       gboolean           *news,
       GError            **error)
{
  BaryStamp stamp;
  gint64 action;

  if (is_known (self, replica->id, replica->holds))
    return TRUE;

  *news = TRUE;
  return bary_history_get_last (self->database, &action, &stamp, error) && meet_replica (self, replica, error) &&
         write_knowledge (self, bary_ledger_get_own (self->ledger), stamp, replica->id, replica->holds, error);
}

static gboolean
set_apart (BaryMerge  *self,
           GError    **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "INSERT INTO apart (action, state) VALUES (?, 'received')", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, bary_writer_peek_action (self->writer));
  return bary_statement_run (statement, error);
}

gboolean
bary_merge_take (BaryMerge  *self,
                 GError    **error)
{
  static const BaryEditVisitor visitor = { take_edit, take_knowledge };
  GPtrArray *replicas;
  gboolean news = FALSE;

  self->n_known = 0;
  self->mended = FALSE;
  if (!bary_edit_source_foreach (self->source, &visitor, self, self->cancellable, error) || !bary_merge_check_base (self, error))
    return FALSE;

  replicas = bary_edit_source_get_replicas (self->source);
  for (guint i = 0; i < replicas->len; i++)
    if (!learn (self, replicas->pdata[i], &news, error))
      return FALSE;
  if (!news && !self->mended)
    return TRUE;

  bary_writer_keep (self->writer);
  return set_apart (self, error);
}

GPtrArray *
bary_merge_list_touched (BaryMerge  *self,
                         GError    **error)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_trace_free);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT DISTINCT kind, record FROM edit WHERE action = ? ORDER BY record", error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, bary_writer_peek_action (self->writer));
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      BaryTrace *trace = g_new0 (BaryTrace, 1);

      g_ptr_array_add (touched, trace);
      trace->id = g_strdup (bary_statement_get_text (statement, 1));
      if (!bary_kind_from_name (bary_statement_get_text (statement, 0), &trace->kind, error))
        return NULL;
    }
  return step == BARY_STEP_DONE ? g_steal_pointer (&touched) : NULL;
}
