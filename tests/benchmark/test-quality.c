/* Measures of drawings whose answers are known. */

#include "bary-quality.h"

#include <math.h>

#define MOST 8

typedef struct {
  double x[MOST], y[MOST], width[MOST], height[MOST];
  int    cluster[MOST], group[MOST];
  guint  ties[2 * MOST];
  guint  n, m;
} Sketch;

static void
put (Sketch *self,
     double  x,
     double  y,
     int     cluster,
     int     group)
{
  guint i = self->n++;

  self->x[i] = x;
  self->y[i] = y;
  self->width[i] = self->height[i] = 2;
  self->cluster[i] = cluster;
  self->group[i] = group;
}

static void
tie (Sketch *self,
     guint   a,
     guint   b)
{
  self->ties[2 * self->m] = a;
  self->ties[2 * self->m + 1] = b;
  self->m++;
}

static BaryDrawing
draw (const Sketch *self)
{
  return (BaryDrawing) { self->n, self->x, self->y, self->width, self->height, self->cluster, self->group, self->m, self->ties };
}

static BaryQuality
measure (const Sketch *self)
{
  BaryDrawing drawing = draw (self);
  BaryQuality quality;

  bary_quality_measure (&drawing, &quality);
  return quality;
}

static void
test_path (void)
{
  Sketch path = { 0 };
  BaryQuality quality;

  put (&path, 0, 0, -1, -1);
  put (&path, 10, 0, -1, -1);
  put (&path, 20, 0, -1, -1);
  tie (&path, 0, 1);
  tie (&path, 1, 2);
  quality = measure (&path);
  g_assert_cmpfloat_with_epsilon (quality.stress, 0, 1e-12);
  g_assert_cmpuint (quality.crossings, ==, 0);
  g_assert_cmpuint (quality.overlaps, ==, 0);
  g_assert_cmpfloat (quality.tie_length, ==, 10);
  g_assert_cmpfloat (quality.aspect, ==, 11);
  g_assert_true (isnan (quality.cluster_silhouette) && isnan (quality.group_silhouette) && isnan (quality.hull_fill));
}

/* The middle of three is drawn beside the others: distances 1, 1 and 1 stand for 1, 1 and 2 ties. */
static void
test_stress (void)
{
  Sketch triangle = { 0 };

  put (&triangle, 0, 0, -1, -1);
  put (&triangle, 0.5, sqrt (0.75), -1, -1);
  put (&triangle, 1, 0, -1, -1);
  tie (&triangle, 0, 1);
  tie (&triangle, 1, 2);
  g_assert_cmpfloat_with_epsilon (measure (&triangle).stress, 1 - 2.5 * 2.5 / (3 * 2.25), 1e-12);
}

static void
test_crossings (void)
{
  Sketch cross = { 0 };

  put (&cross, 0, 0, -1, -1);
  put (&cross, 10, 10, -1, -1);
  put (&cross, 0, 10, -1, -1);
  put (&cross, 10, 0, -1, -1);
  tie (&cross, 0, 1);
  tie (&cross, 2, 3);
  g_assert_cmpuint (measure (&cross).crossings, ==, 1);
  tie (&cross, 0, 2);
  tie (&cross, 3, 1);
  g_assert_cmpuint (measure (&cross).crossings, ==, 1);
}

static void
test_overlaps (void)
{
  Sketch heap = { 0 };

  put (&heap, 0, 0, -1, -1);
  put (&heap, 1, 1, -1, -1);
  put (&heap, 1, 1, -1, -1);
  put (&heap, 3, 1, -1, -1);
  put (&heap, 50, 0, -1, -1);
  g_assert_cmpuint (measure (&heap).overlaps, ==, 3);
}

/* Four boxes of 4 on a hull of 64 are a quarter of it: the scale is 1. */
static void
test_label_hits_and_hull (void)
{
  Sketch square = { 0 };
  BaryQuality quality;

  put (&square, 0, 0, -1, -1);
  put (&square, 8, 0, -1, -1);
  put (&square, 8, 8, -1, -1);
  put (&square, 0, 8, -1, -1);
  tie (&square, 0, 2);
  g_assert_cmpfloat (measure (&square).label_hits, ==, 0);
  put (&square, 4, 4.5, -1, -1);
  quality = measure (&square);
  g_assert_cmpfloat (quality.label_hits, ==, 1);
  g_assert_cmpfloat_with_epsilon (quality.hull_fill, 20.0 / 64, 1e-12);
  g_assert_cmpfloat (quality.aspect, ==, 1);
}

static void
test_silhouettes (void)
{
  Sketch pairs = { 0 };
  BaryQuality quality;

  put (&pairs, 0, 0, 3, 0);
  put (&pairs, 1, 0, 3, 0);
  put (&pairs, 101, 0, 7, 0);
  put (&pairs, 100, 0, 7, 1);
  tie (&pairs, 0, 1);
  quality = measure (&pairs);
  g_assert_cmpfloat_with_epsilon (quality.cluster_silhouette, 1 - (1 / 100.5 + 1 / 99.5) / 2, 1e-12);
  g_assert_cmpfloat (quality.group_silhouette, ==, 0);
  pairs.cluster[2] = pairs.cluster[3] = 3;
  g_assert_cmpfloat (measure (&pairs).group_silhouette, <, 0.2);
  pairs.group[2] = 1;
  g_assert_cmpfloat (measure (&pairs).group_silhouette, >, 0.98);
}

static void
test_comparison (void)
{
  Sketch before = { 0 }, after;
  BaryDrawing old, drawing;
  double moved, swapped;

  put (&before, 0, 0, -1, -1);
  put (&before, 10, 0, -1, -1);
  put (&before, 20, 5, -1, -1);
  tie (&before, 0, 1);
  after = before;
  put (&after, 300, 300, -1, -1);
  old = draw (&before);
  drawing = draw (&after);
  bary_quality_compare (&drawing, &old, 3, &moved, &swapped);
  g_assert_cmpfloat (moved, ==, 0);
  g_assert_cmpfloat (swapped, ==, 0);
  after.x[0] = 15;
  bary_quality_compare (&drawing, &old, 3, &moved, &swapped);
  g_assert_cmpfloat_with_epsilon (moved, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (swapped, 1.0 / 6, 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/path", test_path);
  g_test_add_func ("/quality/stress", test_stress);
  g_test_add_func ("/quality/crossings", test_crossings);
  g_test_add_func ("/quality/overlaps", test_overlaps);
  g_test_add_func ("/quality/label-hits-and-hull", test_label_hits_and_hull);
  g_test_add_func ("/quality/silhouettes", test_silhouettes);
  g_test_add_func ("/quality/comparison", test_comparison);
  return g_test_run ();
}
