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

G_END_DECLS
