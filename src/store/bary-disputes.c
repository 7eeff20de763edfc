#include "bary-disputes.h"

#include "bary-config.h"
#include "bary-merge-record.h"
#include "bary-ownership.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BaryStore        *store;
  BaryLedger       *ledger;
  BaryMergedRecord  merged;
  BaryOwnership     ownership;
  GPtrArray        *edits;
  GPtrArray        *disputes; /* the result */
} Listing;

static void
candidate_free (gpointer data)
{
  BaryCandidate *candidate = data;

  g_free (candidate->value);
  g_free (candidate->author);
  g_free (candidate->replica);
  g_free (candidate);
}

void
bary_dispute_free (BaryDispute *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->base);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static char *
dup_replica_name (BaryLedger *ledger,
                  const char *replica)
{
  g_autoptr (BaryStatement) statement = NULL;

  if (g_str_equal (replica, bary_ledger_get_own (ledger)))
    return NULL;

  statement = bary_database_prepare (bary_ledger_get_database (ledger), "SELECT name FROM replica WHERE id = ?", NULL);
  if (statement == NULL)
    return g_strdup (replica);

  bary_statement_bind_text (statement, 0, replica);
  return g_strdup (bary_statement_step (statement, NULL) == BARY_STEP_ROW ? bary_statement_get_text (statement, 0) : replica);
}

static BaryCandidate *
candidate_new (Listing         *self,
               const BaryField *field,
               const BaryEdit  *edit,
               const char      *value)
{
  BaryCandidate *candidate = g_new0 (BaryCandidate, 1);

  candidate->value = g_strdup (value);
  candidate->author = g_strdup (edit->author);
  candidate->replica = dup_replica_name (self->ledger, edit->replica);
  candidate->stamp = edit->stamp;
  candidate->owner = bary_ownership_allows (self->ledger, &self->ownership, field, edit->replica);
  return candidate;
}

static BaryDispute *
dispute_new (Listing         *self,
             BaryRecord      *record,
             BaryDisputeCode  code,
             const BaryField *field)
{
  BaryDispute *dispute = g_new0 (BaryDispute, 1);

  dispute->code = code;
  dispute->kind = bary_record_get_kind (record);
  dispute->id = g_strdup (bary_record_get_id (record));
  dispute->title = bary_store_describe (self->store, record);
  dispute->field = field;
  dispute->candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_ptr_array_add (self->disputes, dispute);
  return dispute;
}

/* Who last said what stands. Returns: (nullable) */
static const BaryEdit *
find_author (GPtrArray  *edits,
             guint       field,
             const char *value)
{
  const BaryEdit *found = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *edit = edits->pdata[i];

      if (!edit->removes && (edit->fields & (G_GUINT64_CONSTANT (1) << field)) != 0 &&
          g_strcmp0 (edit->values[field], value) == 0 && (found == NULL || edit->stamp > found->stamp))
        found = edit;
    }
  return found;
}

static void
list_field (Listing         *self,
            guint            i,
            BaryDisputeCode  code)
{
  BaryRecord *present = self->merged.present;
  const BaryField *field = &bary_record_get_info (present)->fields[i];
  const char *stands = bary_record_get (present, field);
  BaryDispute *dispute = dispute_new (self, present, code, field);
  g_autoptr (GPtrArray) heads = bary_edits_find_heads (self->edits, i, bary_ledger_get_knowledge (self->ledger));
  const BaryEdit *author = find_author (self->edits, i, stands);
  const BaryEdit *base = bary_edits_find_base (self->edits, i, heads, bary_ledger_get_knowledge (self->ledger));
  gboolean seen = FALSE;

  dispute->has_base = base != NULL;
  dispute->base = base != NULL ? g_strdup (base->values[i]) : NULL;
  for (guint j = 0; j < heads->len; j++)
    {
      const BaryEdit *head = heads->pdata[j];
      BaryCandidate *candidate = candidate_new (self, field, head, head->values[i]);

      candidate->stands = g_strcmp0 (candidate->value, stands) == 0;
      seen |= candidate->stands;
      g_ptr_array_add (dispute->candidates, candidate);
    }
  if (!seen && author != NULL)
    {
      BaryCandidate *candidate = candidate_new (self, field, author, stands);

      candidate->stands = TRUE;
      g_ptr_array_insert (dispute->candidates, 0, candidate);
    }
}

/* The newest edit that was made without knowledge of the removals. Returns: (nullable) */
static const BaryEdit *
find_newest_edit (GPtrArray *edits)
{
  const BaryEdit *newest = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *edit = edits->pdata[i];

      if (!edit->removes && (newest == NULL || edit->stamp > newest->stamp))
        newest = edit;
    }
  return newest;
}

static void
list_removal (Listing    *self,
              BaryRecord *record)
{
  g_autoptr (GPtrArray) removals = bary_edits_find_removals (self->edits, bary_ledger_get_knowledge (self->ledger));
  const BaryEdit *edit = find_newest_edit (self->edits);
  BaryDispute *dispute;

  if (removals->len == 0 || edit == NULL)
    return;

  dispute = dispute_new (self, record, BARY_DISPUTE_REMOVAL, NULL);
  g_ptr_array_add (dispute->candidates, candidate_new (self, NULL, edit, NULL));
  g_ptr_array_add (dispute->candidates, candidate_new (self, NULL, removals->pdata[removals->len - 1], NULL));
  ((BaryCandidate *) dispute->candidates->pdata[0])->stands = self->merged.present != NULL;
  ((BaryCandidate *) dispute->candidates->pdata[1])->stands = self->merged.present == NULL;
  ((BaryCandidate *) dispute->candidates->pdata[1])->removes = TRUE;
}

/* What is new and was not let in: it is not here, which nobody has said. */
static void
list_outside (Listing *self)
{
  const BaryEdit *edit = find_newest_edit (self->edits);
  BaryCandidate *out = g_new0 (BaryCandidate, 1);
  BaryDispute *dispute;

  dispute = dispute_new (self, self->merged.merged, BARY_DISPUTE_HELD, NULL);
  out->removes = out->stands = TRUE;
  g_ptr_array_add (dispute->candidates, out);
  if (edit != NULL)
    g_ptr_array_add (dispute->candidates, candidate_new (self, NULL, edit, NULL));
}

/* What the record was when it was removed: all values that were left. */
static BaryRecord *
recall (Listing    *self,
        BaryKind    kind,
        const char *id)
{
  g_auto (BaryMergedRecord) merged = { 0 };

  if (!bary_merge_record (self->ledger, kind, id, TRUE, &merged, NULL) || merged.merged == NULL)
    return bary_record_new (kind, id);

  return g_steal_pointer (&merged.merged);
}

static void
list_record (Listing    *self,
             BaryKind    kind,
             const char *id)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  BaryMergedRecord *merged = &self->merged;
  gboolean is_removal = merged->presence == BARY_PRESENCE_DISPUTED || merged->kept;

  if (is_removal)
    {
      g_autoptr (BaryRecord) record = merged->present != NULL ? g_object_ref (merged->present) : recall (self, kind, id);

      list_removal (self, record);
    }
  else if (merged->present == NULL && merged->merged != NULL)
    list_outside (self);
  if (merged->present == NULL || merged->merged == NULL)
    return;

  for (guint i = 0; i < info->n_fields; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << i;

      if (merged->conflicts & bit)
        list_field (self, i, BARY_DISPUTE_CONFLICT);
      else if (merged->proposals & bit)
        list_field (self, i, BARY_DISPUTE_PROPOSAL);
      else if (g_strcmp0 (bary_record_get (merged->present, &info->fields[i]),
                          bary_record_get (merged->merged, &info->fields[i])) != 0)
        list_field (self, i, BARY_DISPUTE_HELD);
    }
}

static gboolean
look_at (Listing     *self,
         BaryKind     kind,
         const char  *id,
         GError     **error)
{
  gboolean looked;

  self->edits = bary_ledger_get_edits (self->ledger, kind, id, error);
  looked = self->edits != NULL && bary_merge_record (self->ledger, kind, id, FALSE, &self->merged, error) &&
           (self->merged.present == NULL || bary_ownership_find (self->ledger, self->merged.present, &self->ownership, error));
  if (looked)
    list_record (self, kind, id);

  bary_merged_record_clear (&self->merged);
  bary_ownership_clear (&self->ownership);
  self->merged = (BaryMergedRecord) { 0 };
  self->ownership = (BaryOwnership) { 0 };
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  return looked;
}

GPtrArray *
bary_store_list_disputes (BaryStore  *store,
                          GError    **error)
{
  BaryDatabase *database = bary_store_get_database (store);
  g_autoptr (BaryLedger) ledger = bary_ledger_open (database, error);
  g_autoptr (GPtrArray) disputes = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_dispute_free);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT kind, record FROM unsettled ORDER BY kind, record", error);
  Listing listing = { store, ledger };
  BaryStep step;

  if (ledger == NULL || statement == NULL)
    return NULL;

  listing.disputes = disputes;
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      BaryKind kind;

      if (!bary_kind_from_name (bary_statement_get_text (statement, 0), &kind, error) ||
          !look_at (&listing, kind, bary_statement_get_text (statement, 1), error))
        return NULL;
    }
  return step == BARY_STEP_DONE ? g_steal_pointer (&disputes) : NULL;
}

const char *
bary_dispute_get_fate (const BaryDispute   *self,
                       const BaryCandidate *candidate)
{
  if (self->code == BARY_DISPUTE_HELD)
    return candidate->removes ? _("not here") : _("a new record");
  return candidate->removes ? _("removed") : _("kept");
}

/* Rules */

static gboolean
is_eligible (const BaryCandidate *candidate,
             BaryDisputeRule      rule)
{
  switch (rule)
    {
    case BARY_DISPUTE_RULE_MINE: return candidate->stands;
    case BARY_DISPUTE_RULE_THEIRS: return !candidate->stands;
    case BARY_DISPUTE_RULE_OWNER: return candidate->owner;
    case BARY_DISPUTE_RULE_NEWEST:
    default: return TRUE;
    }
}

guint
bary_dispute_choose (const BaryDispute *self,
                     BaryDisputeRule    rule)
{
  guint chosen = G_MAXUINT;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const BaryCandidate *candidate = self->candidates->pdata[i];
      const BaryCandidate *best = chosen != G_MAXUINT ? self->candidates->pdata[chosen] : NULL;

      if (is_eligible (candidate, rule) && (best == NULL || candidate->stamp >= best->stamp))
        chosen = i;
    }
  return chosen;
}
