#pragma once

#include "bary-scene.h"

G_BEGIN_DECLS

/* What lies under the titles and labels of a scene, kept as pixels from one frame to the next. While only the camera
 * moves, by whole pixels, just the strips are painted that come into sight. The picture is the same as if all of it were
 * painted anew, pixel by pixel. Takes four bytes for each pixel of the surface that was drawn upon last. */
typedef struct _BaryBackdrop BaryBackdrop;

/* Returns: (transfer full) */
BaryBackdrop *bary_backdrop_new  (void);
void          bary_backdrop_free (BaryBackdrop    *self);

/* As bary_scene_draw does, on all of an image surface.
 * @cr: of an image surface of CAIRO_FORMAT_ARGB32, not transformed and not clipped
 * @paper: (nullable): behind everything; NULL leaves it transparent
 * @camera: (inout): at the scale of the frame before it is moved to where that is seen whole pixels off, by half a
 *   pixel at most
 * @frame: its sets are compared byte by byte with those of the frame before */
void          bary_backdrop_draw (BaryBackdrop     *self,
                                  BaryScene        *scene,
                                  cairo_t          *cr,
                                  const BaryColour *paper,
                                  BaryCamera       *camera,
                                  const BaryFrame  *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryBackdrop, bary_backdrop_free)

G_END_DECLS
