#pragma once

#include "bary-network.h"

G_BEGIN_DECLS

/* How two organisations of a picture are joined. What holds both is for bary_network_find_shared. Pure. */

typedef struct {
  gboolean same;       /* both are nodes of one organisation: then there is no way, and `nodes` are all of its nodes, ascending */
  GArray  *nodes;      /* of guint: from the one to the other, both included; empty if nothing joins them */
  GArray  *neighbours; /* of guint: nodes of others that both have a line to, each organisation once */
  guint    statuses;   /* that both have: set of 1 << index of bary_status kinds' choices */
} BaryNetworkPath;

/* The shortest way along the lines that are there on the day; of several, the one whose nodes come first in the
 * network. Nodes of one organisation (it stands in each of its clusters) are no distance apart; the way does not
 * name them twice. Breadth first: O(nodes + lines). Returns: (transfer full) */
BaryNetworkPath *bary_network_path_new  (const BaryNetwork *network,
                                         guint              from,
                                         guint              to);
void             bary_network_path_free (BaryNetworkPath   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryNetworkPath, bary_network_path_free)

G_END_DECLS
