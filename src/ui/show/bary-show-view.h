#pragma once

#include "bary-canvas.h"
#include "bary-slides.h"

G_BEGIN_DECLS

/* A step that shows what a canvas shows now: the part of the picture, the day, the nodes that stand out.
 * @caption: of the step; @today: a picture of this day follows the day of the presentation.
 * Returns: (transfer full) (nullable): NULL where nothing is shown. */
BaryShowStep *bary_show_view_new (BaryCanvas *canvas,
                                  const char *caption,
                                  const char *today);

G_END_DECLS
