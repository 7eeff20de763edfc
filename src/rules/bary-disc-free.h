#pragma once

#include "bary-disc-board.h"

G_BEGIN_DECLS

/* Whether a box would overlap none but itself and @other at a place. */
gboolean bary_disc_free_is   (const BaryDiscBoard *self,
                              guint                box,
                              guint                other,
                              float                x,
                              float                y);
/* Moves a place sideways, past boxes in the way: to the side of the first where it is already.
 * @x: (inout). Returns: FALSE if there are too many in the way. */
gboolean bary_disc_free_find (const BaryDiscBoard *self,
                              guint                box,
                              float               *x,
                              float                y);

G_END_DECLS
