#pragma once

#include "bary-disc-search.h"

G_BEGIN_DECLS

/* One search.
 * @start: others draw other places
 * @places: (out): where the nodes of the cluster come to stand, x and y of each
 * Returns: what all places cost, if there are several starts. */
float bary_disc_search_from (BaryLayoutWork         *work,
                             BaryWorkCluster        *cluster,
                             const GArray           *long_ties,
                             const BarySearchEffort *effort,
                             guint                   start,
                             double                 *places);

G_END_DECLS
