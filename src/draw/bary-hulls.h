#pragma once

#include "bary-graph-layout.h"
#include "bary-pen.h"

G_BEGIN_DECLS

/* The ground of each district: round its clusters and what else stands in it, never over a place that is nearer to what
 * belongs to another. All lengths are points of the picture. */

/* Something that stands in a district: a disc has a radius and no size, a box a size and no radius. */
typedef struct {
  double x, y;
  double half_width, half_height;
  double radius;   /* up and down; across, `stretch` times as much */
  int    district; /* -1: of none, but nobody else's ground either */
} BaryHullPart;

/* A closed line; what is inside of an odd number of a hull's lines is the district's. */
typedef struct {
  BaryPoint *points;
  guint      n_points;
  guint     *ends;     /* of each line: one past its last point */
  guint      n_ends;   /* 0: there is nothing in the district */
  BaryBox    bounds;
} BaryHull;

/* Returns: (transfer full): one for each district; free them with bary_hulls_free. */
BaryHull *bary_hulls_new      (const BaryHullPart *parts,
                               guint               n_parts,
                               guint               n_districts,
                               double              stretch);
void      bary_hulls_free     (BaryHull           *hulls,
                               guint               n_districts);
gboolean  bary_hull_contains  (const BaryHull     *self,
                               double              x,
                               double              y);

G_END_DECLS
