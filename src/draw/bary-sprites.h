#pragma once

#include "bary-line-painter.h"

G_BEGIN_DECLS

/* The shapes of groups, drawn once for each size and place within a pixel. */
typedef struct _BarySprites BarySprites;

#define BARY_SPRITE_LARGEST 20.0 /* radius in pixels */

BarySprites *bary_sprites_new   (void);
void         bary_sprites_free  (BarySprites           *self);
/* @radius: in pixels, up to BARY_SPRITE_LARGEST. */
void         bary_sprites_paint (BarySprites           *self,
                                 const BaryLinePainter *painter,
                                 BaryShape              shape,
                                 double                 x,
                                 double                 y,
                                 double                 radius,
                                 const BaryInk         *ink);

G_END_DECLS
