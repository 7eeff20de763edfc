#pragma once

#include "bary-canvas.h"

G_BEGIN_DECLS

/* The whole picture in a corner, with a frame round what the canvas shows. A click or a drag takes the canvas there. */
#define BARY_TYPE_MINI_MAP (bary_mini_map_get_type ())
G_DECLARE_FINAL_TYPE (BaryMiniMap, bary_mini_map, BARY, MINI_MAP, GtkWidget)

/* @canvas: (transfer none): outlives the map */
void bary_mini_map_set_canvas (BaryMiniMap *self,
                               BaryCanvas  *canvas);
/* The canvas shows another scene. */
void bary_mini_map_refresh    (BaryMiniMap *self);

G_END_DECLS
