#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The least that reading a package into a store takes: libxml2's push parser with the grammar plugged in, and bare inserts of
 * the same rows into the same tables, in one transaction. What is there already is passed over. */
void bary_floor_run (BaryStore  *store,
                     const char *path);

G_END_DECLS
