#pragma once

#include "bary-ways.h"

G_BEGIN_DECLS

/* A disc, or a box with a margin. */
typedef struct {
  double x, y;
  double half_width, half_height; /* of the box, 0 for a disc */
  double radius;                  /* of the disc, or the margin of the box */
  int    flock;                   /* those that stay together have the same number; -1 for none */
  gboolean above;                 /* would like to stand above its flock, not in it */
} BaryPebble;

typedef struct {
  double    shape; /* width to height that the whole tends to */
  double    pull;  /* how strongly all are drawn together; 1 is usual */
  guint     steps; /* the more, the closer they lie */
  BaryWays *ways;  /* (nullable): between the first pebbles */
  gboolean  draft; /* overlaps may be left */
} BaryGatherPlan;

/* Draws pebbles together until they lie close, without overlaps: in each step all move a little towards the middle
 * and towards that of their flock, then those that overlap push each other apart, the smaller the farther. With ways,
 * the first pebbles also tend to be as far from each other as these are long, and flocks to lie flat. Overlaps that are
 * left are undone by making all distances longer, or if that would be by much, by packing the pebbles as circles: so it
 * ends without any. */
void bary_disc_gather (BaryPebble           *pebbles,
                       guint                 n,
                       const BaryGatherPlan *plan);

G_END_DECLS
