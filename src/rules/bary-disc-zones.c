#include "bary-disc-zones.h"

#include "bary-turns.h"

#include <math.h>

#define SLACK 1e-6

void
bary_disc_sector_init (BaryDiscSector       *self,
                       const BaryLayoutZone *zone)
{
  *self = (BaryDiscSector) { .round = zone == NULL || zone->end - zone->start > 2 * G_PI - SLACK };
  if (zone != NULL)
    self->inner = zone->inner;
  if (self->round)
    return;
  self->wide = zone->end - zone->start > G_PI + SLACK;
  bary_turns_point (zone->start, &self->start_x, &self->start_y);
  bary_turns_point (zone->end, &self->end_x, &self->end_y);
}

static double
nearest_radius (const BaryFlatBox *box)
{
  return bary_turns_length (MAX (fabs (box->x) - box->half_width, 0), MAX (fabs (box->y) - box->half_height, 0));
}

/* Of a box, the farthest corner behind a border is as far behind its middle as its halves are long across the border. */
gboolean
bary_disc_sector_holds (const BaryDiscSector *self,
                        const BaryFlatBox    *box,
                        gboolean              whole)
{
  double after_start = self->start_x * box->y - self->start_y * box->x, before_end = box->x * self->end_y - box->y * self->end_x;

  if (self->inner > 0 && nearest_radius (box) < self->inner - SLACK)
    return FALSE;
  if (whole)
    {
      after_start -= fabs (self->start_x) * box->half_height + fabs (self->start_y) * box->half_width;
      before_end -= fabs (self->end_x) * box->half_height + fabs (self->end_y) * box->half_width;
    }
  if (self->wide)
    return after_start >= -SLACK || before_end >= -SLACK;
  return self->round || (after_start >= -SLACK && before_end >= -SLACK);
}
