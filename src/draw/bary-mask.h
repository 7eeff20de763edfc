#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define BARY_MASK_LANES 8 /* that are painted at once */

/* How much of each pixel something covers. */
typedef struct {
  int    left, top;     /* of the first pixel, from the whole pixel that the thing is placed by */
  int    width, height; /* 0 where nothing is covered */
  int    stride;        /* of a row: a whole number of lanes, those beyond the width empty */
  guint8 shares[];      /* row by row */
} BaryMask;

/* What is drawn on a surface of CAIRO_FORMAT_A8, without its empty margins. @left, @top: of the surface.
 * Returns: (transfer full): free it with g_free. */
BaryMask *bary_mask_new (cairo_surface_t *surface,
                         int              left,
                         int              top);

G_END_DECLS
