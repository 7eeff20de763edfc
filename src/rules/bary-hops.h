#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* How many ties lie between any two nodes of a small graph, on the shortest way. */

#define BARY_HOPS_NONE 255 /* there is no way, or it is longer than all that are counted */

/* Returns: (transfer full): n_nodes × n_nodes, breadth first from all nodes at once: a set of bits for each node. */
guint8 *bary_hops_count (const BaryLayoutWork *work);

G_END_DECLS
