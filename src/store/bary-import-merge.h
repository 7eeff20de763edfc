#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

typedef enum {
  BARY_MERGE_NEW,
  BARY_MERGE_SAME,
  BARY_MERGE_CHANGED,
  BARY_MERGE_CONFLICT, /* and perhaps changed as well */
} BaryMergeVerdict;

/* What a record that comes is to the one that stands under its id.
 * @present: (nullable)
 * @prevails: whether it stands even against edits made here
 * @merged: (out) (transfer full) (nullable): what should stand afterwards; NULL for what is new or the same
 * @conflicts: (out): a bit for each field that stays as it was edited here
 * Returns: FALSE on an error of the database. */
gboolean bary_merge (BaryDatabase      *database,
                     BaryRecord        *present,
                     BaryRecord        *incoming,
                     gboolean           prevails,
                     BaryMergeVerdict  *verdict,
                     BaryRecord       **merged,
                     guint64           *conflicts,
                     GError           **error);

G_END_DECLS
