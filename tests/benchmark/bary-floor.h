#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The least that reading packages into a store takes: libxml2's push parser with the grammar plugged in, and bare inserts of
 * the same rows into the same tables, prepared once. What is there already is passed over.
 * @paths: (element-type filename); @together: how many of them are one transaction */
void bary_floor_run (BaryStore *store,
                     GPtrArray *paths,
                     guint      together);

G_END_DECLS
