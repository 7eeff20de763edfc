#include "bary-quality.h"

#include <math.h>
#include <stdlib.h>

#define ALL_SOURCES 1500
#define SOURCES 200
#define SILHOUETTES 2000
#define COMPARED 600

/* `most` of n, spread evenly. */
static guint
sample (guint i,
        guint n,
        guint most)
{
  return n <= most ? i : (guint) (((guint64) i * n + n / 2) / most);
}

static double
distance (const BaryDrawing *self,
          guint              a,
          guint              b)
{
  return hypot (self->x[a] - self->x[b], self->y[a] - self->y[b]);
}

/* Stress */

typedef struct {
  guint *first, *ends;
} Neighbours;

static Neighbours
find_neighbours (const BaryDrawing *self)
{
  Neighbours result = { g_new0 (guint, self->n + 2), g_new (guint, 2 * self->m + 1) };
  g_autofree guint *next = NULL;

  for (guint i = 0; i < 2 * self->m; i++)
    result.first[self->ties[i] + 1]++;
  for (guint i = 0; i < self->n; i++)
    result.first[i + 1] += result.first[i];
  next = g_memdup2 (result.first, (self->n + 1) * sizeof (guint));
  for (guint i = 0; i < 2 * self->m; i++)
    result.ends[next[self->ties[i]]++] = self->ties[i ^ 1];
  return result;
}

static void
add_source (const BaryDrawing *self,
            const Neighbours  *neighbours,
            guint              source,
            guint             *queue,
            int               *hops,
            double            *sums)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    hops[i] = -1;
  queue[n++] = source;
  hops[source] = 0;
  for (guint i = 0; i < n; i++)
    for (guint t = neighbours->first[queue[i]]; t < neighbours->first[queue[i] + 1]; t++)
      if (hops[neighbours->ends[t]] < 0)
        {
          hops[neighbours->ends[t]] = hops[queue[i]] + 1;
          queue[n++] = neighbours->ends[t];
        }
  for (guint i = 1; i < n; i++)
    {
      double ratio = distance (self, source, queue[i]) / hops[queue[i]];

      sums[0] += ratio;
      sums[1] += ratio * ratio;
      sums[2]++;
    }
}

static double
measure_stress (const BaryDrawing *self)
{
  Neighbours neighbours = find_neighbours (self);
  g_autofree guint *queue = g_new (guint, self->n + 1);
  g_autofree int *hops = g_new (int, self->n + 1);
  guint n_sources = self->n <= ALL_SOURCES ? self->n : SOURCES;
  double sums[3] = { 0 };

  for (guint i = 0; i < n_sources; i++)
    add_source (self, &neighbours, sample (i, self->n, n_sources), queue, hops, sums);
  g_free (neighbours.first);
  g_free (neighbours.ends);
  return sums[1] > 0 ? 1 - sums[0] * sums[0] / (sums[1] * sums[2]) : NAN;
}

/* Crossings: ties from left to right, compared with those that reach as far. */

typedef struct {
  guint  number;
  double from;
} Start;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Start *one = a, *other = b;

  return one->from != other->from ? (one->from < other->from ? -1 : 1) : (one->number > other->number) - (one->number < other->number);
}

static double
side (const BaryDrawing *self,
      guint              a,
      guint              b,
      guint              c)
{
  return (self->x[b] - self->x[a]) * (self->y[c] - self->y[a]) - (self->y[b] - self->y[a]) * (self->x[c] - self->x[a]);
}

static gboolean
differ (double a,
        double b)
{
  return (a > 0 && b < 0) || (a < 0 && b > 0);
}

static gboolean
cross (const BaryDrawing *self,
       const guint       *one,
       const guint       *other)
{
  if (one[0] == other[0] || one[0] == other[1] || one[1] == other[0] || one[1] == other[1])
    return FALSE;

  return differ (side (self, one[0], one[1], other[0]), side (self, one[0], one[1], other[1])) &&
         differ (side (self, other[0], other[1], one[0]), side (self, other[0], other[1], one[1]));
}

static guint64
count_crossings (const BaryDrawing *self)
{
  g_autofree Start *starts = g_new (Start, self->m + 1);
  g_autofree guint *open = g_new (guint, self->m + 1);
  guint64 crossings = 0;
  guint n_open = 0;

  for (guint i = 0; i < self->m; i++)
    starts[i] = (Start) { i, MIN (self->x[self->ties[2 * i]], self->x[self->ties[2 * i + 1]]) };
  qsort (starts, self->m, sizeof (Start), compare_starts);
  for (guint i = 0; i < self->m; i++)
    {
      const guint *tie = self->ties + 2 * starts[i].number;
      double top = MIN (self->y[tie[0]], self->y[tie[1]]), bottom = MAX (self->y[tie[0]], self->y[tie[1]]);
      guint kept = 0;

      for (guint j = 0; j < n_open; j++)
        {
          const guint *other = self->ties + 2 * open[j];

          if (MAX (self->x[other[0]], self->x[other[1]]) < starts[i].from)
            continue;
          open[kept++] = open[j];
          if (MAX (self->y[other[0]], self->y[other[1]]) >= top && MIN (self->y[other[0]], self->y[other[1]]) <= bottom)
            crossings += cross (self, tie, other);
        }
      n_open = kept;
      open[n_open++] = starts[i].number;
    }
  return crossings;
}

/* Boxes */

static guint64
count_overlaps (const BaryDrawing *self)
{
  g_autofree Start *starts = g_new (Start, self->n + 1);
  g_autofree guint *open = g_new (guint, self->n + 1);
  guint64 overlaps = 0;
  guint n_open = 0;

  for (guint i = 0; i < self->n; i++)
    starts[i] = (Start) { i, self->x[i] - self->width[i] / 2 };
  qsort (starts, self->n, sizeof (Start), compare_starts);
  for (guint i = 0; i < self->n; i++)
    {
      guint node = starts[i].number, kept = 0;

      for (guint j = 0; j < n_open; j++)
        {
          guint other = open[j];

          if (self->x[other] + self->width[other] / 2 <= starts[i].from)
            continue;
          open[kept++] = other;
          overlaps += fabs (self->y[other] - self->y[node]) < (self->height[other] + self->height[node]) / 2;
        }
      n_open = kept;
      open[n_open++] = node;
    }
  return overlaps;
}

/* Whether a part of the tie is inside the box: Liang and Barsky's clipping. */
static gboolean
runs_through (const BaryDrawing *self,
              const guint       *tie,
              guint              node,
              double             scale)
{
  double x = scale * self->x[tie[0]] - scale * self->x[node], y = scale * self->y[tie[0]] - scale * self->y[node];
  double dx = scale * (self->x[tie[1]] - self->x[tie[0]]), dy = scale * (self->y[tie[1]] - self->y[tie[0]]);
  double p[] = { -dx, dx, -dy, dy };
  double q[] = { x + self->width[node] / 2, self->width[node] / 2 - x, y + self->height[node] / 2, self->height[node] / 2 - y };
  double from = 0, to = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] <= 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }
  return from < to;
}

static double
count_label_hits (const BaryDrawing *self,
                  double             scale)
{
  g_autofree Start *starts = g_new (Start, self->n + 1);
  double widest = 0;
  guint64 hits = 0;

  for (guint i = 0; i < self->n; i++)
    {
      starts[i] = (Start) { i, scale * self->x[i] };
      widest = MAX (widest, self->width[i]);
    }
  qsort (starts, self->n, sizeof (Start), compare_starts);
  for (guint i = 0; i < self->m; i++)
    {
      const guint *tie = self->ties + 2 * i;
      double left = scale * MIN (self->x[tie[0]], self->x[tie[1]]) - widest / 2;
      double right = scale * MAX (self->x[tie[0]], self->x[tie[1]]) + widest / 2;
      guint low = 0, high = self->n;

      while (low < high)
        if (starts[(low + high) / 2].from < left)
          low = (low + high) / 2 + 1;
        else
          high = (low + high) / 2;
      for (; low < self->n && starts[low].from <= right; low++)
        if (starts[low].number != tie[0] && starts[low].number != tie[1])
          hits += runs_through (self, tie, starts[low].number, scale);
    }
  return (double) hits / MAX (self->m, 1);
}

/* Area: Andrew's monotone chain. */

typedef struct {
  double x, y;
} Point;

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const Point *one = a, *other = b;

  return one->x != other->x ? (one->x < other->x ? -1 : 1) : (one->y > other->y) - (one->y < other->y);
}

/* Twice the area between one half of the hull and the axis. */
static double
measure_half (const Point *points,
              guint        n,
              int          step)
{
  g_autofree Point *hull = g_new (Point, n + 1);
  const Point *point = step > 0 ? points : points + n - 1;
  double area = 0;
  guint k = 0;

  for (guint i = 0; i < n; i++, point += step)
    {
      while (k > 1 && (hull[k - 1].x - hull[k - 2].x) * (point->y - hull[k - 2].y) -
                      (hull[k - 1].y - hull[k - 2].y) * (point->x - hull[k - 2].x) <= 0)
        k--;
      hull[k++] = *point;
    }
  for (guint i = 1; i < k; i++)
    area += hull[i - 1].x * hull[i].y - hull[i].x * hull[i - 1].y;
  return area;
}

static double
measure_hull (const BaryDrawing *self)
{
  g_autofree Point *points = g_new (Point, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    points[i] = (Point) { self->x[i], self->y[i] };
  qsort (points, self->n, sizeof (Point), compare_points);
  return self->n < 3 ? 0 : fabs (measure_half (points, self->n, 1) + measure_half (points, self->n, -1)) / 2;
}

static double
measure_aspect (const BaryDrawing *self)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      left = MIN (left, self->x[i] - self->width[i] / 2);
      right = MAX (right, self->x[i] + self->width[i] / 2);
      top = MIN (top, self->y[i] - self->height[i] / 2);
      bottom = MAX (bottom, self->y[i] + self->height[i] / 2);
    }
  return (right - left) / (bottom - top);
}

/* Silhouettes */

/* @nodes: those that count; @labels: of each, from 0
 * Returns: the sum over a sample; @n_counted: (inout) */
static double
sum_silhouettes (const BaryDrawing *self,
                 GArray            *nodes,
                 GArray            *labels,
                 guint              n_labels,
                 guint             *n_counted)
{
  g_autofree double *sums = g_new (double, n_labels);
  g_autofree guint *counts = g_new0 (guint, n_labels);
  guint n_sample = MIN (nodes->len, SILHOUETTES);
  double total = 0;

  for (guint i = 0; i < nodes->len; i++)
    counts[g_array_index (labels, guint, i)]++;
  for (guint i = 0; i < n_sample; i++)
    {
      guint at = sample (i, nodes->len, n_sample), own = g_array_index (labels, guint, at);
      double inside, outside = INFINITY;

      for (guint j = 0; j < n_labels; j++)
        sums[j] = 0;
      for (guint j = 0; j < nodes->len; j++)
        sums[g_array_index (labels, guint, j)] += distance (self, g_array_index (nodes, guint, at), g_array_index (nodes, guint, j));
      ++*n_counted;
      if (counts[own] < 2)
        continue;
      inside = sums[own] / (counts[own] - 1);
      for (guint j = 0; j < n_labels; j++)
        if (j != own && counts[j] > 0)
          outside = MIN (outside, sums[j] / counts[j]);
      if (isfinite (outside) && MAX (inside, outside) > 0)
        total += (outside - inside) / MAX (inside, outside);
    }
  return total;
}

/* @labels: (inout): any numbers become numbers from 0. Returns: how many there are. */
static guint
renumber (GArray *labels)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (labels, guint, i) + 1);

      if (!g_hash_table_contains (seen, key))
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (g_hash_table_size (seen)));
      g_array_index (labels, guint, i) = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
    }
  return g_hash_table_size (seen);
}

/* @cluster: -1 for the silhouette of clusters themselves
 * Returns: how many labels there are */
static guint
collect (const BaryDrawing *self,
         int                cluster,
         GArray            *nodes,
         GArray            *labels)
{
  g_array_set_size (nodes, 0);
  g_array_set_size (labels, 0);
  for (guint i = 0; i < self->n; i++)
    {
      int label = cluster < 0 ? self->cluster[i] : self->cluster[i] == cluster ? self->group[i] : -1;

      if (label < 0)
        continue;
      g_array_append_val (nodes, i);
      g_array_append_val (labels, label);
    }
  return renumber (labels);
}

static void
measure_silhouettes (const BaryDrawing *self,
                     BaryQuality       *quality)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_labels = collect (self, -1, nodes, labels), n_counted = 0;
  int last = -1;
  double total = 0;

  quality->cluster_silhouette = n_labels > 1 ? sum_silhouettes (self, nodes, labels, n_labels, &n_counted) / n_counted : NAN;
  for (guint i = 0; i < self->n; i++)
    last = MAX (last, self->cluster[i]);
  n_counted = 0;
  for (int i = 0; i <= last; i++)
    {
      n_labels = collect (self, i, nodes, labels);
      if (n_labels > 1)
        total += sum_silhouettes (self, nodes, labels, n_labels, &n_counted);
    }
  quality->group_silhouette = n_counted > 0 ? total / n_counted : NAN;
}

static double
measure_ties (const BaryDrawing *self)
{
  double sum = 0;

  for (guint i = 0; i < self->m; i++)
    sum += distance (self, self->ties[2 * i], self->ties[2 * i + 1]) / self->m;
  return sum;
}

void
bary_quality_measure (const BaryDrawing *drawing,
                      BaryQuality       *quality)
{
  double boxes = 0, hull = measure_hull (drawing);

  for (guint i = 0; i < drawing->n; i++)
    boxes += drawing->width[i] * drawing->height[i];
  quality->stress = measure_stress (drawing);
  quality->crossings = count_crossings (drawing);
  quality->overlaps = count_overlaps (drawing);
  quality->label_hits = hull > 0 ? count_label_hits (drawing, sqrt (4 * boxes / hull)) : NAN;
  quality->hull_fill = hull > 0 ? boxes / hull : NAN;
  quality->aspect = measure_aspect (drawing);
  quality->tie_length = measure_ties (drawing);
  measure_silhouettes (drawing, quality);
}

void
bary_quality_compare (const BaryDrawing *drawing,
                      const BaryDrawing *old,
                      guint              n,
                      double            *moved,
                      double            *swapped)
{
  double unit = measure_ties (old);
  guint n_sample = MIN (n, COMPARED), n_pairs = 0, n_swapped = 0;

  *moved = 0;
  for (guint i = 0; i < n; i++)
    *moved += hypot (drawing->x[i] - old->x[i], drawing->y[i] - old->y[i]) / unit / n;
  for (guint i = 0; i < n_sample; i++)
    for (guint j = 0; j < i; j++)
      {
        guint a = sample (i, n, n_sample), b = sample (j, n, n_sample);

        n_pairs += 2;
        n_swapped += (drawing->x[a] - drawing->x[b]) * (old->x[a] - old->x[b]) < 0;
        n_swapped += (drawing->y[a] - drawing->y[b]) * (old->y[a] - old->y[b]) < 0;
      }
  *swapped = n_pairs > 0 ? (double) n_swapped / n_pairs : 0;
}
