#pragma once

#include "bary-network.h"

G_BEGIN_DECLS

/* Networks to draw: one cluster as the documents have them, and districts of any size. */
BaryNetwork *bary_test_network_make_cluster (BaryArrangement  arrangement,
                                             guint            n_members);
/* Clusters of some 36 members, ten to a district; some schools in several clusters. The same for the same seed. */
BaryNetwork *bary_test_network_make_region  (guint            n_nodes,
                                             guint32          seed);
/* A council that so many teams answer to. */
BaryNetwork *bary_test_network_make_tree    (guint            n_teams);

G_END_DECLS
