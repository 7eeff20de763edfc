#pragma once

#include "bary-graph-layout.h"

G_BEGIN_DECLS

/* Distances in the picture follow those in the graph, as well as labels allow; clusters and groups do not matter.
 * Parts that are not connected stand side by side. What had a place before keeps it, if most of its part had one.
 * Returns: (transfer full) (nullable): as bary_graph_layout_new */
BaryGraphLayout *bary_free_layout_new (const BaryGraph    *graph,
                                       BaryLayoutProgress  progress,
                                       gpointer            user_data);

G_END_DECLS
