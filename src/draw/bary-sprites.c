#include "bary-sprites.h"

#include <math.h>

#define PLACES 4 /* within a pixel, each way */
#define SIZES 4  /* within a pixel of the radius */
#define MOST 4000

struct _BarySprites {
  GHashTable *sprites; /* shape, radius and place as a number -> BaryMask */
};

BarySprites *
bary_sprites_new (void)
{
  BarySprites *self = g_new0 (BarySprites, 1);

  self->sprites = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
bary_sprites_free (BarySprites *self)
{
  g_hash_table_unref (self->sprites);
  g_free (self);
}

static BaryMask *
make_sprite (BaryShape shape,
             double    x,
             double    y,
             double    radius,
             int       half)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * half + 1, 2 * half + 1);
  cairo_t *cr = cairo_create (surface);
  BaryMask *sprite;

  bary_draw_shape (cr, shape, half + x, half + y, radius);
  cairo_fill (cr);
  cairo_destroy (cr);
  sprite = bary_mask_new (surface, -half, -half);
  cairo_surface_destroy (surface);
  return sprite;
}

void
bary_sprites_paint (BarySprites           *self,
                    const BaryLinePainter *painter,
                    BaryShape              shape,
                    double                 x,
                    double                 y,
                    double                 radius,
                    const BaryInk         *ink)
{
  int size_step = (int) (radius * SIZES + 0.5), half = (int) ceil ((double) size_step / SIZES * 1.2) + 1;
  int place_x = (int) floor (x * PLACES), place_y = (int) floor (y * PLACES);
  int left = (int) floor ((double) place_x / PLACES), top = (int) floor ((double) place_y / PLACES);
  int within_x = place_x - left * PLACES, within_y = place_y - top * PLACES;
  guint key = ((((guint) shape * 512 + (guint) size_step) * PLACES + (guint) within_x) * PLACES + (guint) within_y) + 1;
  BaryMask *sprite = g_hash_table_lookup (self->sprites, GUINT_TO_POINTER (key));

  if (sprite == NULL)
    {
      if (g_hash_table_size (self->sprites) >= MOST)
        g_hash_table_remove_all (self->sprites);
      sprite = make_sprite (shape, (within_x + 0.5) / PLACES, (within_y + 0.5) / PLACES, (double) size_step / SIZES, half);
      g_hash_table_insert (self->sprites, GUINT_TO_POINTER (key), sprite);
    }
  bary_line_painter_mask (painter, sprite, left, top, ink);
}
