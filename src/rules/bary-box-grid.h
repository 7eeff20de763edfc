#pragma once

#include "bary-cluster-layout.h"

G_BEGIN_DECLS

/* Boxes in the plane, found by where they are. */
typedef struct _BaryBoxGrid BaryBoxGrid;

BaryBoxGrid *bary_box_grid_new      (void);
void         bary_box_grid_free     (BaryBoxGrid   *self);
void         bary_box_grid_add      (BaryBoxGrid   *self,
                                     const BaryBox *box);
gboolean     bary_box_grid_collides (BaryBoxGrid   *self,
                                     const BaryBox *box);

G_END_DECLS
