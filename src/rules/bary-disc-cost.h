#pragma once

#include "bary-disc-stress.h"

G_BEGIN_DECLS

/* What the places of a cluster's members cost, in crossings of ties. */

typedef struct _BaryDiscWeights BaryDiscWeights;

typedef struct {
  BaryDiscBoard          board;
  BaryDiscStress         stress;
  const BaryDiscWeights *weights;
  float                  radius;
  float                  rim;    /* what sticks out of it is drawn in; 0 for none */
} BaryDiscCost;

/* @firm: all is settled, labels do not overlap.
 * @full: how full of boxes and gaps the disc had better be, at most; 0 if that does not matter.
 * @tables: (nullable): NULL if stress does not matter */
void  bary_disc_cost_init  (BaryDiscCost           *self,
                            BaryLayoutWork         *work,
                            BaryWorkCluster        *cluster,
                            const GArray           *long_ties, /* of BaryLongTie */
                            gboolean                firm,
                            double                  full,
                            const BaryStressTables *tables);
void  bary_disc_cost_clear (BaryDiscCost           *self);
/* What a box adds where it is. */
float bary_disc_cost_of    (const BaryDiscCost     *self,
                            guint                   box);
/* Returns: the same, or some number that is @limit at least. */
float bary_disc_cost_below (const BaryDiscCost     *self,
                            guint                   box,
                            float                   limit);

static inline const BaryWorkNode *
bary_disc_cost_node (const BaryDiscCost *self,
                     guint               box)
{
  return &self->board.work->nodes[self->board.cluster->first + box];
}

G_END_DECLS
