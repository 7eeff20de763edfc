#include "bary-mask.h"

#include <string.h>

BaryMask *
bary_mask_new (cairo_surface_t *surface,
               int              left,
               int              top)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int pitch = cairo_image_surface_get_stride (surface), first_column = width, last_column = -1, first_row = height, last_row = -1, stride;
  const guint8 *pixels;
  BaryMask *self;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * pitch + x] > 0)
        {
          first_column = MIN (first_column, x);
          last_column = MAX (last_column, x);
          first_row = MIN (first_row, y);
          last_row = MAX (last_row, y);
        }
  width = MAX (last_column - first_column + 1, 0);
  height = MAX (last_row - first_row + 1, 0);
  stride = (width + BARY_MASK_LANES - 1) / BARY_MASK_LANES * BARY_MASK_LANES;
  self = g_malloc0 (sizeof (BaryMask) + (gsize) stride * (gsize) height);
  self->left = left + first_column;
  self->top = top + first_row;
  self->width = width;
  self->height = height;
  self->stride = stride;
  for (int y = 0; y < height; y++)
    memcpy (self->shares + y * stride, pixels + (first_row + y) * pitch + first_column, (gsize) width);
  return self;
}
