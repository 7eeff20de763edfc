#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Adds a contest for the next year with all that the other asks and rules, and none of its applications; its days are a
 * year later, and the words of stages that named them are left out.
 * Returns: (transfer full) (nullable): the copy, which is not committed yet */
BaryRecord *bary_store_copy_contest (BaryStore    *self,
                                     BaryRecord   *contest,
                                     int           school_year,
                                     BaryChanges  *changes,
                                     GError      **error);

G_END_DECLS
