#include "bary-disc-free.h"

#include "bary-lanes.h"

#include <math.h>

#define TOUCH 1e-3f /* boxes that only touch do not overlap */
#define MOST_SLIDES 3

static guint
meets (const BaryDiscBoard *self,
       guint                i,
       float                x,
       float                y,
       float                width,
       float                height)
{
  return (fabsf (self->x[i] - x) < self->width[i] + width) & (fabsf (self->y[i] - y) < self->height[i] + height);
}

BARY_WIDE gboolean
bary_disc_free_is (const BaryDiscBoard *self,
                   guint                box,
                   guint                other,
                   float                x,
                   float                y)
{
  float width = self->width[box] - TOUCH, height = self->height[box] - TOUCH;
  guint own = meets (self, box, x, y, width, height);
  BaryInts met = { 0 };

  for (guint i = 0; i < self->n_padded; i += BARY_LANES)
    met += (BARY_ABS (BARY_TAKE (self->x + i) - x) < BARY_TAKE (self->width + i) + width) &
           (BARY_ABS (BARY_TAKE (self->y + i) - y) < BARY_TAKE (self->height + i) + height);
  if (other != box)
    own += meets (self, other, x, y, width, height);
  return bary_lanes_count (&met) == own;
}

/* Returns: the first box other than @box that overlaps it at a place, or one that is none. */
BARY_WITHIN_WIDE guint
find_in_way (const BaryDiscBoard *self,
             guint                box,
             float                x,
             float                y)
{
  static const BaryInts lanes = { 0, 1, 2, 3, 4, 5, 6, 7 };
  float width = self->width[box] - TOUCH, height = self->height[box] - TOUCH;

  for (guint i = 0; i < self->n_padded; i += BARY_LANES)
    {
      BaryInts met = (BARY_ABS (BARY_TAKE (self->x + i) - x) < BARY_TAKE (self->width + i) + width) &
                     (BARY_ABS (BARY_TAKE (self->y + i) - y) < BARY_TAKE (self->height + i) + height) & (lanes != (int) (box - i));
      guint bits = bary_lanes_bits (&met);

      if (bits != 0)
        return i + (guint) __builtin_ctz (bits);
    }
  return self->n_padded;
}

BARY_WIDE gboolean
bary_disc_free_find (const BaryDiscBoard *self,
                     guint                box,
                     float               *x,
                     float                y)
{
  float side = 0;
  guint other;

  for (guint slide = 0; (other = find_in_way (self, box, *x, y)) < self->n_padded && slide < MOST_SLIDES; slide++)
    {
      side = side != 0 ? side : *x < self->x[other] ? -1 : 1;
      *x = self->x[other] + side * (self->width[other] + self->width[box]);
    }
  return other == self->n_padded;
}
