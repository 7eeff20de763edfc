#include "bary-mask.h"

#include <string.h>

BaryMask *
bary_mask_new (cairo_surface_t *surface,
               int              left,
               int              top)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface), first_column = width, last_column = -1, first_row = height, last_row = -1;
  const guint8 *pixels;
  BaryMask *self;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * stride + x] > 0)
        {
          first_column = MIN (first_column, x);
          last_column = MAX (last_column, x);
          first_row = MIN (first_row, y);
          last_row = MAX (last_row, y);
        }
  width = MAX (last_column - first_column + 1, 0);
  height = MAX (last_row - first_row + 1, 0);
  self = g_malloc (sizeof (BaryMask) + (gsize) width * (gsize) height);
  self->left = left + first_column;
  self->top = top + first_row;
  self->width = width;
  self->height = height;
  for (int y = 0; y < height; y++)
    memcpy (self->shares + y * width, pixels + (first_row + y) * stride + first_column, (gsize) width);
  return self;
}
