#include "bary-box.h"

#include <math.h>

#define SLACK 1e-6

gboolean
bary_box_overlaps (const BaryBox *a,
                   const BaryBox *b)
{
  return fabs (a->x - b->x) * 2 < a->width + b->width - SLACK &&
         fabs (a->y - b->y) * 2 < a->height + b->height - SLACK;
}

gboolean
bary_box_contains (const BaryBox *box,
                   double         x,
                   double         y)
{
  return fabs (x - box->x) * 2 <= box->width && fabs (y - box->y) * 2 <= box->height;
}

void
bary_box_extend (double         bounds[4],
                 const BaryBox *box)
{
  bounds[0] = MIN (bounds[0], box->x - box->width / 2);
  bounds[1] = MAX (bounds[1], box->x + box->width / 2);
  bounds[2] = MIN (bounds[2], box->y - box->height / 2);
  bounds[3] = MAX (bounds[3], box->y + box->height / 2);
}
