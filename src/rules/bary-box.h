#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A box about its middle. Lengths are points, y grows downwards. */
typedef struct {
  double x, y; /* of the middle */
  double width, height;
} BaryBox;

/* Boxes that only touch do not overlap. */
gboolean bary_box_overlaps (const BaryBox *a,
                            const BaryBox *b);
gboolean bary_box_contains (const BaryBox *box,
                            double         x,
                            double         y);
/* Widens bounds so that a box is within them. @bounds: left, right, top, bottom */
void     bary_box_extend   (double         bounds[4],
                            const BaryBox *box);

G_END_DECLS
