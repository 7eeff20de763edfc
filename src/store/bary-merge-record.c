#include "bary-merge-record.h"

#include "bary-mapper.h"
#include "bary-ownership.h"

typedef struct {
  BaryLedger       *ledger;
  GPtrArray        *edits;
  BaryOwnership     ownership;
  BaryMergedRecord *merged;
} Merge;

void
bary_merged_record_clear (BaryMergedRecord *self)
{
  g_clear_object (&self->present);
  g_clear_object (&self->merged);
}

gboolean
bary_merged_record_is_unsettled (const BaryMergedRecord *self)
{
  return self->presence == BARY_PRESENCE_DISPUTED || self->conflicts != 0 || self->proposals != 0 || self->kept;
}

/* Those heads whose makers may decide. @field: (nullable): NULL for removals. Returns: (transfer container) */
static GPtrArray *
keep_allowed (Merge           *self,
              const BaryField *field,
              GPtrArray       *heads)
{
  GPtrArray *allowed = g_ptr_array_new ();

  for (guint i = 0; i < heads->len; i++)
    if (bary_ownership_allows (self->ledger, &self->ownership, field, ((const BaryEdit *) heads->pdata[i])->replica))
      g_ptr_array_add (allowed, heads->pdata[i]);
  return allowed;
}

/* Of a record that is new here all edits count: there is nothing that could be kept. */
static void
merge_field (Merge *self,
             guint  i)
{
  BaryMergedRecord *merged = self->merged;
  const BaryField *field = &bary_record_get_info (merged->merged)->fields[i];
  g_autoptr (GPtrArray) heads = bary_edits_find_heads (self->edits, i, bary_ledger_get_knowledge (self->ledger));
  g_autoptr (GPtrArray) allowed = merged->present != NULL ? keep_allowed (self, field, heads) : g_ptr_array_ref (heads);
  guint64 bit = G_GUINT64_CONSTANT (1) << i;
  const BaryEdit *last;

  if (heads->len == 0)
    return;
  if (allowed->len < heads->len)
    merged->proposals |= bit;
  if (allowed->len > 1)
    merged->conflicts |= bit;
  if (allowed->len == 0 || (allowed->len > 1 && merged->present != NULL))
    return;

  last = allowed->pdata[allowed->len - 1];
  bary_record_set (merged->merged, field, last->values[i]);
}

static void
merge_fields (Merge *self)
{
  const BaryKindInfo *info = bary_record_get_info (self->merged->merged);

  for (guint i = 0; i < info->n_fields; i++)
    merge_field (self, i);
}

/* A proposal to what stands as proposed is none: the proposer's own replica. */
static void
drop_fulfilled (Merge *self)
{
  const BaryKindInfo *info = bary_record_get_info (self->merged->merged);

  for (guint i = 0; i < info->n_fields; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << i;
      g_autoptr (GPtrArray) heads = NULL;

      if ((self->merged->proposals & bit) == 0)
        continue;
      heads = bary_edits_find_heads (self->edits, i, bary_ledger_get_knowledge (self->ledger));
      if (heads->len == 1 && g_strcmp0 (((const BaryEdit *) heads->pdata[0])->values[i],
                                        bary_record_get (self->merged->merged, &info->fields[i])) == 0)
        self->merged->proposals &= ~bit;
    }
}

static gboolean
may_remove (Merge *self)
{
  g_autoptr (GPtrArray) removals = bary_edits_find_removals (self->edits, bary_ledger_get_knowledge (self->ledger));
  g_autoptr (GPtrArray) allowed = keep_allowed (self, NULL, removals);

  return allowed->len > 0;
}

/* Whether the record should stand, and as what before its fields are merged. */
static void
merge_presence (Merge      *self,
                BaryKind    kind,
                const char *id,
                gboolean    needed)
{
  BaryMergedRecord *merged = self->merged;

  if (merged->presence == BARY_PRESENCE_GONE)
    merged->kept = needed || (merged->present != NULL && !may_remove (self));
  else if (merged->presence == BARY_PRESENCE_DISPUTED)
    merged->kept = needed || merged->present != NULL;
  if (merged->presence != BARY_PRESENCE_THERE && !merged->kept)
    return;

  merged->merged = merged->present != NULL ? bary_record_copy (merged->present) : bary_record_new (kind, id);
}

gboolean
bary_merge_record (BaryLedger        *ledger,
                   BaryKind           kind,
                   const char        *id,
                   gboolean           needed,
                   BaryMergedRecord  *merged,
                   GError           **error)
{
  g_autoptr (GPtrArray) edits = bary_ledger_get_edits (ledger, kind, id, error);
  Merge self = { ledger, edits, { NULL, FALSE }, merged };
  gboolean found;

  if (edits == NULL || !bary_mapper_load (bary_ledger_get_database (ledger), kind, id, &merged->present, error))
    return FALSE;

  found = merged->present == NULL || bary_ownership_find (ledger, merged->present, &self.ownership, error);
  merged->presence = bary_edits_get_presence (edits, bary_ledger_get_knowledge (ledger));
  if (found && edits->len > 0)
    merge_presence (&self, kind, id, needed);
  if (merged->merged != NULL && (merged->presence != BARY_PRESENCE_GONE || merged->present == NULL))
    {
      merge_fields (&self);
      drop_fulfilled (&self);
    }
  bary_ownership_clear (&self.ownership);
  return found;
}
