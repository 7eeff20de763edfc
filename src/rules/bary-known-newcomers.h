#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* Clusters of which nothing is known, and single nodes, beside what stands already. A cluster of a district that stands
 * takes the free place nearest to what it is tied to, else to its district. The clusters of a district that is new stand
 * together, outside of the circle round any other district. Single nodes come last, near what they are tied to.
 * Clusters that were known have their middles and radii already; new ones are settled, and so have their radii. */
void bary_known_newcomers_place (BaryLayoutWork *work,
                                 const GArray   *long_ties);

G_END_DECLS
