#pragma once

#include "bary-record.h"
#include "bary-ledger.h"

G_BEGIN_DECLS

/* Who may decide on a record. It belongs to the organisation that it is the card of, if that organisation has a
 * replica of its own, and else to the centre that the references of its kind lead to: an event to its roadmap, that
 * to its cluster, that to its centre. What belongs to nobody who has a replica is everybody's. An edit of anybody
 * else is a proposal. What was approved or decided belongs to nobody any more: all edits of others are proposals, as they are of the
 * rules of a frozen contest. */
typedef struct {
  char     *owner;        /* (nullable): id of the centre or organisation */
  gboolean  frozen;       /* approved or decided here */
  gboolean  rules_frozen; /* of a contest: the fields that bary_freeze_holds_field tells */
} BaryOwnership;

void     bary_ownership_clear (BaryOwnership    *self);

/* @record: as it stands here */
gboolean bary_ownership_find  (BaryLedger       *ledger,
                               BaryRecord       *record,
                               BaryOwnership    *ownership,
                               GError          **error);

/* Whether an edit made in a replica may change a field. @field: (nullable): NULL for a removal */
gboolean bary_ownership_allows (BaryLedger          *ledger,
                                const BaryOwnership *ownership,
                                const BaryField     *field,
                                const char          *replica);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryOwnership, bary_ownership_clear)

G_END_DECLS
