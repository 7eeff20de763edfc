#pragma once

#include "bary-ledger.h"

G_BEGIN_DECLS

/* What one record should be, out of all edits of it that are known and what stands. */
typedef struct {
  BaryRecord   *present;   /* (nullable): as it stands */
  BaryRecord   *merged;    /* (nullable): as it should stand; NULL: not at all */
  BaryPresence  presence;
  guint64       conflicts; /* fields of which several values are left, and none is its owner's alone */
  guint64       proposals; /* fields of which somebody said another value than may stand */
  gboolean      kept;      /* removed by somebody who may not, or still needed: stands all the same */
} BaryMergedRecord;

void     bary_merged_record_clear (BaryMergedRecord  *self);

/* A value that nobody disputes stands. Of a field in conflict what stands stays; where nothing stood yet, the newest
 * value is put there.
 * @needed: the record must stand, because others refer to it */
gboolean bary_merge_record        (BaryLedger        *ledger,
                                   BaryKind           kind,
                                   const char        *id,
                                   gboolean           needed,
                                   BaryMergedRecord  *merged,
                                   GError           **error);

/* Whether the edits say anything else than what now stands. */
gboolean bary_merged_record_is_unsettled (const BaryMergedRecord *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryMergedRecord, bary_merged_record_clear)

G_END_DECLS
