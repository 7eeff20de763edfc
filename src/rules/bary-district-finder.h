#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

/* Which things belong together by their bonds: label propagation (Raghavan, Albert, Kumara 2007) with the number of
 * ties for weight. Things are looked at in the order given, which must not be chance, and of equal labels the smallest
 * wins, so the answer is always the same; it ends after a fixed number of rounds at the latest.
 *
 * Returns: (transfer full): the group of each, from 0 in the order of first appearance; -1 for those left alone. */
int *bary_district_finder_run (guint           n,
                               const BaryBond *bonds,
                               guint           n_bonds,
                               guint          *n_groups);

G_END_DECLS
