#pragma once

#include "bary-disc-pack.h"
#include "bary-nesting.h"
#include "bary-ways.h"

G_BEGIN_DECLS

#define BARY_NESTING_LEVELS 4

/* What stands on one level: clusters and single nodes, then districts, then regions. */
typedef struct {
  guint       n;
  BaryCircle *circles; /* in the unit above, once that is arranged; then in the picture */
  guint64    *seeds;
  int        *above;   /* the unit of the next level that each is in */
  double     *loads;   /* of ties that one running over it would cross */
  double     *lift;    /* how far the middle of the circle is above that of the disc, for the title */
  GArray     *bonds;   /* of BaryBond, sorted, each once */
} BaryNestingLevel;

struct _BaryNesting {
  BaryLayoutWork   *work;
  guint             n_single; /* nodes in no cluster: the last nodes of the work, and the last units of level 0 */
  guint             first_single;
  BaryNestingLevel  levels[BARY_NESTING_LEVELS];
  guint             n_levels;
  BaryWays         *ways;     /* (nullable): between the units of level 0, once that is arranged */
};

/* Moves the units of level 0 so that they are as far from each other as ties are between them. The largest units below
 * the whole (districts, or regions) keep most of their shapes: of what each circle moved, only a share is left beyond
 * the turn, the mirroring and the shift of its unit that come nearest to it (Procrustes' problem; in the plane the
 * angle is that of the sum of complex products).
 * Returns: (nullable) (transfer full): the ways between units; NULL where they are too few or too many for that */
BaryWays *bary_nesting_relax         (BaryNesting            *self);
/* Moves the few units of level 0 so that stress between all their nodes is small, lets clusters change places, and turns
 * the whole to be as wide to its height as it had better be. They may overlap a little. */
void      bary_nesting_descend       (BaryNesting            *self,
                                      const BaryStressTables *tables);

/* Width to height of circles that are flattened by @stretch. */
double    bary_nesting_shape_measure (const BaryCircle       *circles,
                                      guint                   n,
                                      double                  stretch);
/* Turns them so that they are about as wide to their height as @shape. */
void      bary_nesting_shape_turn    (BaryCircle             *circles,
                                      guint                   n,
                                      double                  stretch,
                                      double                  shape);

G_END_DECLS
