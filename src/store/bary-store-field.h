#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Fields of a record by their names. What cannot be read is as if it were not there. */

/* Returns: (transfer full) (nullable): the value in words, a reference by the name of its target; NULL if there is none */
char       *bary_store_field_to_words (BaryStore  *self,
                                       BaryRecord *record,
                                       const char *name);
/* Returns: (transfer full) (nullable): what a reference leads to */
BaryRecord *bary_store_follow         (BaryStore  *self,
                                       BaryRecord *record,
                                       const char *reference);

G_END_DECLS
