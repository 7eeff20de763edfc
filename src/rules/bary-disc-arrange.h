#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

/* Where circles stand so that their bonds cross each other and run over other circles seldom, are short, and all is
 * compact: several starts by stress, each packed; of the best, pairs of circles change places while that helps. It
 * ends after a number of trials that is fixed by @effort.
 *
 * @loads: what a bond crosses at most when it runs over a circle: a share of the ties in there.
 * @effort: about how many packings are tried. */
void bary_disc_arrange (BaryCircle     *circles,
                        guint           n,
                        const BaryBond *bonds,
                        guint           n_bonds,
                        const guint64  *seeds,
                        const double   *loads,
                        guint           effort);

/* Pairs change places while that makes the cost less; nothing is packed anew. */
void bary_disc_arrange_improve (BaryCircle     *circles,
                                guint           n,
                                const BaryBond *bonds,
                                guint           n_bonds,
                                const double   *loads);

G_END_DECLS
