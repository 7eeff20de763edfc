#pragma once

#include "bary-ledger.h"
#include "bary-merge.h"
#include "bary-writer.h"

G_BEGIN_DECLS

/* What the parts of a merge share: bary-merge.c tries until the rules hold, bary-merge-take.c brings in what came,
 * bary-merge-record.c says what a record becomes. */
typedef struct {
  BaryStore        *store;
  BaryDatabase     *database;
  BaryEditSource   *source;
  BaryWriter       *writer;
  BaryLedger       *ledger;
  BaryImportReport *report;
  GChecksum        *plan;
  GHashTable       *held;     /* ids that stay as they stand; lives through all attempts */
  GHashTable       *needed;   /* id -> kind: records that must stand; lives through all attempts */
  gboolean          hold_all;
  guint             n_known;  /* edits that were here already */
  gboolean          mended;   /* others had kept back or changed edits of who has made the source */
  GCancellable     *cancellable;
} BaryMerge;

/* Whether all that the source builds on is here, and its clock can be believed. */
gboolean bary_merge_check_base (BaryMerge  *self,
                                GError    **error);
/* Puts what is not known yet beside the log. */
gboolean bary_merge_take       (BaryMerge  *self,
                                GError    **error);
/* Returns: (transfer full) (element-type BaryTrace) (nullable): the records that the action brought edits of. */
GPtrArray *bary_merge_list_touched (BaryMerge  *self,
                                    GError    **error);

G_END_DECLS
