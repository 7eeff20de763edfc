#pragma once

#include "bary-row.h"

G_BEGIN_DECLS

/* Another record, chosen by search. */
#define BARY_TYPE_ROW_REFERENCE (bary_row_reference_get_type ())
G_DECLARE_FINAL_TYPE (BaryRowReference, bary_row_reference, BARY, ROW_REFERENCE, AdwActionRow)

GtkWidget *bary_row_reference_new        (const BaryField  *field,
                                          BaryStore        *store);

/* Offers only records whose `field` is `value`, such as the groups of one scheme. @field: as in bary_query_where */
void       bary_row_reference_set_within (BaryRowReference *self,
                                          const char       *field,
                                          const char       *value);

G_END_DECLS
