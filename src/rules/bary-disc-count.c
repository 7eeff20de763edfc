#include "bary-disc-count.h"

#include "bary-lanes.h"

#include <math.h>

/* From p, with a and b as seen from there: of the four sides, that of q from ab is that of p and what a and b differ by. Where
 * ends meet, that of a or b is none exactly. */
BARY_WITHIN_WIDE guint
count_crossed (const BaryDiscBoard *self,
               guint                tie)
{
  float px = self->ax[tie], py = self->ay[tie], dx = self->bx[tie] - px, dy = self->by[tie] - py;
  BaryInts crossed = { 0 };

  for (guint i = 0; i < self->m_padded; i += BARY_LANES)
    {
      BaryFloats from_x = BARY_TAKE (self->ax + i) - px, from_y = BARY_TAKE (self->ay + i) - py;
      BaryFloats to_x = BARY_TAKE (self->bx + i) - px, to_y = BARY_TAKE (self->by + i) - py;
      BaryFloats side_a = dx * from_y - dy * from_x, side_b = dx * to_y - dy * to_x;
      BaryFloats side_p = from_x * to_y - from_y * to_x, side_q = side_p + side_a - side_b;

      crossed += (side_a * side_b < 0) & (side_p * side_q < 0);
    }
  return bary_lanes_count (&crossed);
}

BARY_WITHIN_WIDE guint
count_boxes (const BaryDiscBoard *self,
             guint                tie)
{
  float mx = (self->ax[tie] + self->bx[tie]) / 2, my = (self->ay[tie] + self->by[tie]) / 2;
  float dx = self->bx[tie] - mx, dy = self->by[tie] - my, across = fabsf (dx), along = fabsf (dy);
  BaryInts hit = { 0 };

  for (guint i = 0; i < self->n_padded; i += BARY_LANES)
    {
      BaryFloats ox = BARY_TAKE (self->x + i) - mx, oy = BARY_TAKE (self->y + i) - my;
      BaryFloats width = BARY_TAKE (self->width + i), height = BARY_TAKE (self->height + i);

      hit += (BARY_ABS (ox) < width + across) & (BARY_ABS (oy) < height + along) &
             (BARY_ABS (dx * oy - dy * ox) < along * width + across * height);
    }
  return bary_lanes_count (&hit);
}

BARY_WITHIN_WIDE guint
count_through (const BaryDiscBoard *self,
               guint                box)
{
  float x = self->x[box], y = self->y[box], width = self->width[box], height = self->height[box];
  BaryInts through = { 0 };

  for (guint i = 0; i < self->m_padded; i += BARY_LANES)
    {
      BaryFloats bx = BARY_TAKE (self->bx + i), by = BARY_TAKE (self->by + i);
      BaryFloats mx = (BARY_TAKE (self->ax + i) + bx) * 0.5f, my = (BARY_TAKE (self->ay + i) + by) * 0.5f;
      BaryFloats dx = bx - mx, dy = by - my, across = BARY_ABS (dx), along = BARY_ABS (dy), ox = x - mx, oy = y - my;

      through += (BARY_ABS (ox) < width + across) & (BARY_ABS (oy) < height + along) &
                 (BARY_ABS (dx * oy - dy * ox) < along * width + across * height);
    }
  return bary_lanes_count (&through);
}

BARY_WIDE guint
bary_disc_count_overlaps (const BaryDiscBoard *self,
                          guint                box)
{
  float x = self->x[box], y = self->y[box], width = self->width[box], height = self->height[box];
  BaryInts overlapped = { 0 };

  for (guint i = 0; i < self->n_padded; i += BARY_LANES)
    overlapped += (BARY_ABS (BARY_TAKE (self->x + i) - x) < BARY_TAKE (self->width + i) + width) &
                  (BARY_ABS (BARY_TAKE (self->y + i) - y) < BARY_TAKE (self->height + i) + height);
  return bary_lanes_count (&overlapped) - 1;
}

/* Boxes at its ends: it runs through them wherever they stand. */
static inline guint
count_ends (const BaryDiscBoard *self,
            guint                tie)
{
  return (self->a[tie] >= 0) + (self->b[tie] >= 0);
}

BARY_WIDE float
bary_disc_count_ties (const BaryDiscBoard *self,
                      guint                box,
                      float                hit,
                      float                cost,
                      float                limit)
{
  guint first = self->first_tie[box], end = self->first_tie[box + 1];

  cost += hit * (float) (count_through (self, box) - (end - first));
  for (guint i = first; i < end && cost < limit; i++)
    {
      guint tie = self->tie_list[i];

      cost += (float) count_crossed (self, tie);
      if (cost < limit)
        cost += hit * (float) (count_boxes (self, tie) - count_ends (self, tie));
    }
  return cost;
}
