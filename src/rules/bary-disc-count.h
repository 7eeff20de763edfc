#pragma once

#include "bary-disc-board.h"

G_BEGIN_DECLS

/* Other boxes that overlap a box. */
guint bary_disc_count_overlaps (const BaryDiscBoard *self,
                                guint                box);
/* Adds up, for the ties of a box, how many ties each crosses, where ends that meet do not, and @hit for each foreign box that it
 * runs through; then @hit for each foreign tie through the box itself.
 * @cost: what has come together before. Returns: all of it, or some part that is @limit at least. */
float bary_disc_count_ties     (const BaryDiscBoard *self,
                                guint                box,
                                float                hit,
                                float                cost,
                                float                limit);

G_END_DECLS
