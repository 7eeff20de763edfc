#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

/* The field that a column's heading means, as in bary_table_get_column: its name, its label in English or in
 * the present language, or one of the words that tables of schools use. Case, ё and white space do not matter. */
int  bary_table_match_heading (BaryKind    kind,
                               const char *heading);

G_END_DECLS
