#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How good a drawing of a graph with straight ties and label boxes is. */

typedef struct {
  guint         n;
  const double *x, *y;          /* middles of the boxes */
  const double *width, *height;
  const int    *cluster;        /* -1 for none */
  const int    *group;          /* -1 for none; barycenters and bodies have none */
  guint         m;
  const guint  *ties;           /* pairs; no loops, no doubles */
} BaryDrawing;

typedef struct {
  double  stress;         /* Kamada and Kawai's with weights 1 / d² (d: ties between two nodes) at the best scale: 1 - (Σ l/d)² / (N Σ (l/d)²);
                           * of 200 sources against all where there are more than 1500 nodes; 0 is exact */
  guint64 crossings;      /* pairs of ties that cross properly */
  guint64 overlaps;       /* pairs of boxes that overlap, at the drawing's own scale */
  double  label_hits;     /* ties through foreign boxes, per tie, at the scale where boxes are a quarter of the hull */
  double  cluster_silhouette; /* Rousseeuw 1987, mean over up to 2000 nodes, -1 to 1; NAN where there are not two clusters */
  double  group_silhouette;   /* of the groups within each cluster */
  double  hull_fill;      /* area of all boxes by that of the convex hull of the middles */
  double  aspect;         /* width by height */
  double  tie_length;     /* mean */
} BaryQuality;

void bary_quality_measure (const BaryDrawing *drawing,
                           BaryQuality       *quality);

/* What someone who knows the old drawing sees; nodes 0 to n - 1 are the same in both.
 * @moved: (out): mean way of a node, in mean lengths of a tie of the old drawing
 * @swapped: (out): share of the pairs whose order from left to right or from top to bottom has turned round */
void bary_quality_compare (const BaryDrawing *drawing,
                           const BaryDrawing *old,
                           guint              n,
                           double            *moved,
                           double            *swapped);

G_END_DECLS
