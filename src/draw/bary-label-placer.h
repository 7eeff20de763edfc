#pragma once

#include "bary-box.h"

G_BEGIN_DECLS

/* Which labels find room: what is taken of the paper, in small squares. */
typedef struct _BaryLabelPlacer BaryLabelPlacer;

BaryLabelPlacer *bary_label_placer_new   (double           width,
                                          double           height);
void             bary_label_placer_free  (BaryLabelPlacer *self);
/* Takes the room whether it is free or not. */
void             bary_label_placer_block (BaryLabelPlacer *self,
                                          const BaryBox   *box);
/* Marks that are better not covered. */
void             bary_label_placer_shun  (BaryLabelPlacer *self,
                                          const BaryBox   *box);
/* Whether what of the box is on the paper is not taken. */
gboolean         bary_label_placer_is_free (BaryLabelPlacer *self,
                                          const BaryBox   *box);
/* Whether it would cover marks. */
gboolean         bary_label_placer_is_shunned (BaryLabelPlacer *self,
                                          const BaryBox   *box);
/* A little way off a mark that takes a square of the radius, where there is room: right, left, below, above, and askew; then
 * the same a little farther away. @box: (inout): its size is read, its place is set and taken. Boxes that would lie outside
 * the paper in part find no room. @firm: rather over marks than nowhere. */
gboolean         bary_label_placer_place (BaryLabelPlacer *self,
                                          double           x,
                                          double           y,
                                          double           radius,
                                          gboolean         firm,
                                          BaryBox         *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLabelPlacer, bary_label_placer_free)

G_END_DECLS
