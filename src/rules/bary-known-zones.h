#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* Where the sectors or rings of a cluster must have been, from where its members stood: the borders are drawn so that
 * the fewest members are on the wrong side, in the middle of the widest gap. A cluster alone has its borders where it
 * always has them, if nearly all members agree. The cluster has its middle and radius already; members that count
 * are marked as settled. Returns: FALSE if there is too little to go by; the zones are as they were. */
gboolean bary_known_zones_recover (BaryLayoutWork  *work,
                                   BaryWorkCluster *cluster);

/* Whether the middle of a node is in its zone, or not farther from it than @tolerance (radians; in rings that share of
 * the radius). */
gboolean bary_known_zones_hold    (const BaryLayoutWork  *work,
                                   const BaryWorkCluster *cluster,
                                   guint                  node,
                                   double                 tolerance);

G_END_DECLS
