#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BARY_LAYOUT_GAP_X 8.0 /* points between boxes, not flattened: of few, of most, and in schemes without discs */
#define BARY_LAYOUT_GAP_Y 4.0
#define BARY_LAYOUT_TITLE_GAP 4.0 /* between a circle and the title above it */
#define BARY_LAYOUT_LOAD 0.38 /* ties crossed by one that runs over a cluster, for each member */
#define BARY_LAYOUT_FEW 500 /* nodes: for more there is less time, and less paper, for each */
#define BARY_LAYOUT_MANY 5000 /* nodes: for more there is still less time */

/* How close all stands, which depends on the number of nodes: few have room, and stay where ways are right rather than lie
 * close; many lie close; but where districts are many, they had better be told from each other. */
typedef struct {
  double   gap_x, gap_y; /* between boxes */
  double   gap;          /* between discs */
  double   fill;         /* of a disc by boxes and the gaps between them: ties cross less in wider discs */
  double   shape;        /* width to height that clusters tend to lie in */
  double   pull;         /* how strongly they are drawn together; 1 is usual */
  guint    steps;        /* in which they are drawn together in the end */
  guint    packings;     /* tried for what stands together on one level */
  gboolean ways;         /* whether ways along ties keep clusters apart while these are drawn together */
} BaryLayoutSpacing;

/* @stretch: x is flattened by it. */
BaryLayoutSpacing bary_layout_spacing_choose (guint  n_nodes,
                                              double stretch);

G_END_DECLS
