#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What a table's words mean in a database; for bary_table_set_lookup, with the store as user data. */

/* Returns: (transfer full) (nullable): the id of the only record that is called so. */
char       *bary_table_lookup_reference (const BaryField *field,
                                         const char      *text,
                                         gpointer         store);

/* Returns: (transfer full) (nullable): the record there is already of this name, of this kind if the row says a
 * kind, and a part of the same. */
BaryRecord *bary_table_lookup_twin      (BaryRecord      *read,
                                         gpointer         store);

G_END_DECLS
