#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

/* What bonds between circles cost, in crossings of ties: those of bonds, times the ties in both; how long they are, a mean circle's
 * width at a time; and the part of the width of other circles that they run through, times what each circle is loaded with.
 * Returns: the cost, or some part of it that is @limit at least. */
double bary_disc_bonds_cost (const BaryCircle *circles,
                             guint             n,
                             const BaryBond   *bonds,
                             guint             n_bonds,
                             const double     *loads,
                             double            limit);

G_END_DECLS
