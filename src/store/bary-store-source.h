#pragma once

#include "bary-record-source.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Returns: (transfer full): everything in the store as one moment sees it, kind by kind in the order of
 * packages and by id within a kind. The line is the record's number. */
BaryRecordSource *bary_store_source_new (BaryStore *store);

/* Returns: (transfer full) (nullable): the name of the centre that keeps this store. */
char             *bary_store_dup_own_centre (BaryStore *store);

/* Returns: (transfer full): who sends a package of this store: the centre that keeps it, or else the author. */
char             *bary_store_dup_sender     (BaryStore *store);

G_END_DECLS
