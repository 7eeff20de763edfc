#pragma once

#include "bary-pen.h"

G_BEGIN_DECLS

/* What a pen was told, kept to be told to others: as often as is wished, in part, and by any thread, whatever has become
 * of the scene. */
typedef struct _BaryTape BaryTape;

BaryTape *bary_tape_new     (void);
void      bary_tape_free    (BaryTape       *self);
/* Returns: (transfer none): keeps what it is told, but for the parts that things belong to. */
BaryPen  *bary_tape_get_pen (BaryTape       *self);
/* Tells a pen what may touch the area. */
void      bary_tape_play    (const BaryTape *self,
                             BaryPen        *pen,
                             const BaryBox  *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryTape, bary_tape_free)

G_END_DECLS
