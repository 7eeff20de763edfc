#pragma once

#include "bary-line-painter.h"

G_BEGIN_DECLS

/* Letters as masks, made once for each size and place within a pixel: cairo needs several times as long to find and lay
 * its own, and puts them on whole pixels. */
typedef struct _BaryGlyphs BaryGlyphs;

#define BARY_GLYPH_LARGEST 48.0 /* font in pixels: larger ones are drawn by cairo */

BaryGlyphs *bary_glyphs_new   (void);
void        bary_glyphs_free  (BaryGlyphs            *self);
/* @face: must live as long as the masks; @size: of the font, in pixels; @x, @baseline: where the glyph begins, in pixels */
void        bary_glyphs_paint (BaryGlyphs            *self,
                               const BaryLinePainter *painter,
                               cairo_font_face_t     *face,
                               gulong                 glyph,
                               double                 size,
                               double                 x,
                               double                 baseline,
                               const BaryInk         *ink);

G_END_DECLS
