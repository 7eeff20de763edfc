#pragma once

#include "bary-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The nodes of a picture as a table, for those who would rather read. Sorted by any column; holds what the filters ask
 * for.
 *
 * Signals: "selected" (int node): a person chose a row; "activate-node" (int node): Enter or a double click. */
#define BARY_TYPE_NETWORK_TABLE (bary_network_table_get_type ())
G_DECLARE_FINAL_TYPE (BaryNetworkTable, bary_network_table, BARY, NETWORK_TABLE, AdwBin)

/* @scene: (nullable); @set: (nullable): a byte per node: only these */
void  bary_network_table_show   (BaryNetworkTable *self,
                                 BaryScene        *scene,
                                 const guint8     *set);
/* BARY_NODE_NONE for none */
void  bary_network_table_select (BaryNetworkTable *self,
                                 int               node);

G_END_DECLS
