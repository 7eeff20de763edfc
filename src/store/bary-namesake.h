#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Another record of the same kind whose name is the same but for case, ё and spaces. It is allowed, but seldom meant.
 * Only of the kinds whose names are searched.
 * Returns: (transfer full) (nullable) */
BaryRecord *bary_namesake_find (BaryStore  *store,
                                BaryRecord *record);

G_END_DECLS
