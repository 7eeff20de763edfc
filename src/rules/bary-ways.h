#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

#define BARY_WAYS_STRETCH 1.1 /* of what is flattened, when lengths are measured: the whole shall become wider than high */

/* How far circles are from each other along bonds, and places that tend to be as far. */
typedef struct _BaryWays BaryWays;

BaryWays *bary_ways_new       (guint           n,
                               const BaryBond *bonds,
                               guint           n_bonds,
                               guint64         seed);
void      bary_ways_free      (BaryWays       *self);
guint     bary_ways_count     (const BaryWays *self);
/* In ties. */
double    bary_ways_between   (const BaryWays *self,
                               guint           a,
                               guint           b);
/* @xs, @ys: of each circle, flattened. Returns: the length of a tie with which stress is least as all stands, Σ (l/d)² by
 * Σ l/d (Kamada, Kawai 1989) */
double    bary_ways_find_unit (const BaryWays *self,
                               const double   *xs,
                               const double   *ys);
/* Moves pairs, drawn at random, towards the lengths of their ways: a sweep of stochastic gradient descent on stress
 * (Zheng, Pawar, Goodman 2018).
 * @unit: the length of a tie.
 * @rate: over the square of a way in ties; no pair moves by more than all that it is off. */
void      bary_ways_pull      (BaryWays       *self,
                               double         *xs,
                               double         *ys,
                               double          unit,
                               double          rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryWays, bary_ways_free)

G_END_DECLS
