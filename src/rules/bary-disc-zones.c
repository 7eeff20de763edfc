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
static double
measure_after_start (const BaryDiscSector *self,
                     const BaryFlatBox    *box,
                     gboolean              whole)
{
  double after = self->start_x * box->y - self->start_y * box->x;

  return whole ? after - fabs (self->start_x) * box->half_height - fabs (self->start_y) * box->half_width : after;
}

static double
measure_before_end (const BaryDiscSector *self,
                    const BaryFlatBox    *box,
                    gboolean              whole)
{
  double before = box->x * self->end_y - box->y * self->end_x;

  return whole ? before - fabs (self->end_x) * box->half_height - fabs (self->end_y) * box->half_width : before;
}

gboolean
bary_disc_sector_holds (const BaryDiscSector *self,
                        const BaryFlatBox    *box,
                        gboolean              whole)
{
  double after_start = measure_after_start (self, box, whole), before_end = measure_before_end (self, box, whole);

  if (self->inner > 0 && nearest_radius (box) < self->inner - SLACK)
    return FALSE;
  if (self->wide)
    return after_start >= -SLACK || before_end >= -SLACK;
  return self->round || (after_start >= -SLACK && before_end >= -SLACK);
}

void
bary_disc_sector_pull_in (const BaryDiscSector *self,
                          BaryFlatBox          *box,
                          gboolean              whole)
{
  double behind;

  if (self->round || self->wide)
    return;
  behind = MIN (measure_after_start (self, box, whole), 0);
  box->x += behind * self->start_y;
  box->y -= behind * self->start_x;
  behind = MIN (measure_before_end (self, box, whole), 0);
  box->x -= behind * self->end_y;
  box->y += behind * self->end_x;
}
