#pragma once

#include "bary-graph-layout.h"

G_BEGIN_DECLS

/* Layers from the top down, for the scheme of interaction: council, groups of experts, teams, partners; and for any
 * other graph. A node is in the layer of its level, where all nodes have one that ties follow, else as many layers down
 * as it is ties away from the top: the bodies or barycenters that stand highest, else the node with the most ties.
 *
 * Order in a layer: means of neighbours and exchanges of neighbours by turns (Sugiyama, Tagawa, Toda, "Methods for Visual
 * Understanding of Hierarchical System Structures", 1981; Gansner, Koutsofios, North, Vo, "A Technique for Drawing
 * Directed Graphs", 1993). Places in a layer: the least squares from the means of neighbours that keep order and
 * distances, by pooling of adjacent violators (Barlow, Bartholomew, Bremner, Brunk, "Statistical Inference under Order
 * Restrictions", 1972), up and down by turns. What hangs on one node only stands below it as a block, of as many rows
 * as keep the picture from getting too wide. What had a place before keeps it, if most of its part had one.
 * Returns: (transfer full) (nullable): as bary_graph_layout_new */
BaryGraphLayout *bary_tree_layout_new (const BaryGraph    *graph,
                                       BaryLayoutProgress  progress,
                                       gpointer            user_data);

G_END_DECLS
