#include "bary-disputes.h"

#include "bary-config.h"
#include "bary-history-fields.h"
#include "bary-mapper.h"
#include "bary-merge-record.h"
#include "bary-store-private.h"
#include "bary-writer.h"

#include <glib/gi18n-lib.h>

/* Edits beside the log stand behind those of the log that have the same stamp. */
#define BESIDE 1000000

typedef struct {
  BaryStore    *store;
  BaryDatabase *database;
  BaryLedger   *ledger;
  BaryWriter   *writer;
  BaryStamp     stamp;
  guint         n_beside;
} Deciding;

/* A decision for what stands changes nothing, and is an edit all the same. */
static gboolean
write_beside (Deciding          *self,
              const BaryDispute *dispute,
              const char        *operation,
              BaryRecord        *record,
              guint64            fields,
              GError           **error)
{
  BaryEdit edit = { bary_ledger_get_own (self->ledger), self->stamp, BESIDE + self->n_beside++,
                    bary_store_get_author (self->store) };
  g_autofree char *json = record != NULL ? bary_history_compose_fields (record, fields) : g_strdup ("{}");

  bary_writer_keep (self->writer);
  return bary_ledger_write_edit (self->database, &edit, dispute->kind, dispute->id, operation, json,
                                 bary_writer_peek_action (self->writer), error);
}

static gboolean
decide_field (Deciding             *self,
              const BaryDispute    *dispute,
              const BaryCandidate  *choice,
              BaryRecord           *present,
              GError              **error)
{
  const BaryField *field = dispute->field;
  g_autoptr (BaryRecord) after = NULL;

  if (present == NULL)
    {
      bary_store_set_not_found (dispute->kind, dispute->id, error);
      return FALSE;
    }
  if (g_strcmp0 (bary_record_get (present, field), choice->value) == 0)
    return write_beside (self, dispute, "set", present,
                         G_GUINT64_CONSTANT (1) << (field - bary_record_get_info (present)->fields), error);

  after = bary_record_copy (present);
  bary_record_set (after, field, choice->value);
  return bary_writer_update (self->writer, present, after, error);
}

static gboolean
restore (Deciding           *self,
         const BaryDispute  *dispute,
         GError            **error)
{
  g_auto (BaryMergedRecord) merged = { 0 };

  return bary_merge_record (self->ledger, dispute->kind, dispute->id, TRUE, &merged, error) &&
         (merged.merged == NULL || bary_writer_add (self->writer, merged.merged, error));
}

static gboolean
decide_whole (Deciding             *self,
              const BaryDispute    *dispute,
              const BaryCandidate  *choice,
              BaryRecord           *present,
              GError              **error)
{
  if (choice->removes)
    return present != NULL ? bary_writer_remove (self->writer, present, error)
                           : write_beside (self, dispute, "remove", NULL, 0, error);

  return present != NULL ? write_beside (self, dispute, "add", present, 0, error) : restore (self, dispute, error);
}

static gboolean
decide_one (Deciding             *self,
            const BaryDispute    *dispute,
            const BaryCandidate  *choice,
            GError              **error)
{
  g_autoptr (BaryRecord) present = NULL;

  if (!bary_mapper_load (self->database, dispute->kind, dispute->id, &present, error))
    return FALSE;

  return dispute->field == NULL ? decide_whole (self, dispute, choice, present, error)
                                : decide_field (self, dispute, choice, present, error);
}

static gboolean
decide_all (Deciding     *self,
            GPtrArray    *disputes,
            const guint  *choices,
            GError      **error)
{
  for (guint i = 0; i < disputes->len; i++)
    {
      const BaryDispute *dispute = disputes->pdata[i];

      if (choices[i] < dispute->candidates->len &&
          !decide_one (self, dispute, dispute->candidates->pdata[choices[i]], error))
        return FALSE;
    }
  return bary_writer_commit (self->writer, error);
}

/* What the history says of a decision. */
typedef struct {
  guint              n;
  const BaryDispute *first;
  gboolean           one_record; /* all are on the same */
  gboolean           left_out;   /* nothing but new records, which are to stay out: for their sender that is a removal */
} Summary;

static Summary
sum_up (GPtrArray   *disputes,
        const guint *choices)
{
  Summary summary = { 0, NULL, TRUE, TRUE };

  for (guint i = 0; i < disputes->len; i++)
    {
      const BaryDispute *dispute = disputes->pdata[i];
      const BaryCandidate *choice = choices[i] < dispute->candidates->len ? dispute->candidates->pdata[choices[i]] : NULL;

      if (choice == NULL)
        continue;
      summary.first = summary.n++ == 0 ? dispute : summary.first;
      summary.one_record &= dispute->kind == summary.first->kind && g_str_equal (dispute->id, summary.first->id);
      summary.left_out &= dispute->code == BARY_DISPUTE_HELD && dispute->field == NULL && choice->removes;
    }
  return summary;
}

/* @subject: (out) (transfer full): what was decided on, in words
 * Returns: the name of the action */
static const char *
name_decision (const Summary  *summary,
               char          **subject)
{
  if (summary->one_record)
    {
      *subject = g_strdup (summary->first->title);
      return summary->left_out ? N_("Leave out %s and ask the sender to remove it") : N_("Decide on %s");
    }
  if (summary->left_out)
    {
      *subject = g_strdup_printf (ngettext ("%u record", "%u records", summary->n), summary->n);
      return N_("Leave out what is new and ask the sender to remove it: %s");
    }
  *subject = g_strdup_printf (ngettext ("%u disagreement", "%u disagreements", summary->n), summary->n);
  return N_("Decide on %s");
}

gboolean
bary_store_decide (BaryStore    *store,
                   GPtrArray    *disputes,
                   const guint  *choices,
                   GError      **error)
{
  BaryDatabase *database = bary_store_get_database (store);
  g_autoptr (BaryLedger) ledger = NULL;
  g_autoptr (BaryWriter) writer = NULL;
  g_autofree char *subject = NULL;
  Summary summary = sum_up (disputes, choices);
  Deciding deciding = { store, database };
  const char *name;
  gint64 action;

  if (summary.n == 0)
    return TRUE;

  name = name_decision (&summary, &subject);
  deciding.ledger = ledger = bary_ledger_open (database, error);
  if (ledger == NULL)
    return FALSE;
  deciding.writer = writer = bary_writer_begin (database, BARY_ACTION_EDIT, 0, name, subject, bary_store_get_author (store), FALSE, error);
  if (writer == NULL || !bary_history_get_last (database, &action, &deciding.stamp, error) ||
      !decide_all (&deciding, disputes, choices, error))
    return FALSE;

  g_clear_pointer (&writer, bary_writer_free);
  bary_store_announce (store);
  return TRUE;
}
