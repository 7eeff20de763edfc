#include "bary-disc-zones.h"

#include "bary-turns.h"

#include <math.h>

#define SLACK 1e-6

static gboolean
lies_between (const BaryLayoutZone *zone,
              double                x,
              double                y)
{
  double half = (zone->end - zone->start) / 2;

  return fabs (bary_turns_wrap (bary_turns_angle (x, y) - (zone->start + zone->end) / 2)) <= half + SLACK;
}

static gboolean
is_round (const BaryLayoutZone *zone)
{
  return zone->end - zone->start > 2 * G_PI - SLACK;
}

static double
nearest_radius (const BaryFlatBox *box)
{
  return bary_turns_length (MAX (fabs (box->x) - box->half_width, 0), MAX (fabs (box->y) - box->half_height, 0));
}

/* A sector of less than a circle spans half of it at most, so it is convex and the corners decide. */
gboolean
bary_disc_zone_holds (const BaryLayoutZone *zone,
                      const BaryFlatBox    *box,
                      gboolean              whole)
{
  if (zone->inner > 0 && nearest_radius (box) < zone->inner - SLACK)
    return FALSE;
  if (is_round (zone))
    return TRUE;
  if (!whole)
    return lies_between (zone, box->x, box->y);
  return lies_between (zone, box->x - box->half_width, box->y - box->half_height) &&
         lies_between (zone, box->x + box->half_width, box->y - box->half_height) &&
         lies_between (zone, box->x - box->half_width, box->y + box->half_height) &&
         lies_between (zone, box->x + box->half_width, box->y + box->half_height);
}
