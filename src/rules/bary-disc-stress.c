#include "bary-disc-stress.h"

#include "bary-hops.h"
#include "bary-lanes.h"

#include <math.h>
#include <string.h>

struct _BaryStressTables {
  const BaryLayoutWork *work;
  guint                 n_single; /* the last nodes, in no cluster */
  guint                 n_others; /* clusters, then single nodes; padded */
  float                 shares[BARY_HOPS_NONE + 1]; /* 1 / hops, 0 for those that do not count */
  gsize                *first;    /* of the rows of a cluster */
  float                *square, *length;
  guint8               *hops;     /* between any two nodes */
  float                 scale;    /* hops for a length, so that stress is least as everything stands */
};

static guint
other_of (const BaryStressTables *self,
          guint                   node)
{
  const BaryLayoutWork *work = self->work;
  int cluster = work->nodes[node].cluster;

  return cluster >= 0 ? (guint) cluster : work->n_clusters + node - (work->n_nodes - self->n_single);
}

/* Takes the ways from one node to others into its row, each into a column. */
static void
put_ways (BaryStressTables *self,
          const guint8     *hops,
          guint             n,
          gsize             column)
{
  for (guint i = 0; i < n; i++)
    {
      float share = self->shares[hops[i]];

      self->square[column + i] = share * share;
      self->length[column + i] = 2 * share;
    }
}

/* The same, all into one. */
static void
add_ways (BaryStressTables *self,
          const guint8     *hops,
          guint             n,
          gsize             column)
{
  float square = 0, length = 0;

  for (guint i = 0; i < n; i++)
    {
      float share = self->shares[hops[i]];

      square += share * share;
      length += 2 * share;
    }
  self->square[column] = square;
  self->length[column] = length;
}

static void
fill_row (BaryStressTables      *self,
          const BaryWorkCluster *own,
          const guint8          *hops,
          gsize                  row)
{
  const BaryLayoutWork *work = self->work;
  gsize others = row + bary_lanes_padded (own->n);

  put_ways (self, &hops[own->first], own->n, row);
  for (guint i = 0; i < work->n_clusters; i++)
    if (&work->clusters[i] != own)
      add_ways (self, &hops[work->clusters[i].first], work->clusters[i].n, others + i);
  put_ways (self, &hops[work->n_nodes - self->n_single], self->n_single, others + work->n_clusters);
}

static void
fill_rows (guint    piece,
           gpointer data)
{
  BaryStressTables *self = data;
  const BaryWorkCluster *own = &self->work->clusters[piece];
  gsize row = self->first[piece];

  for (guint i = own->first; i < own->first + own->n; i++, row += bary_lanes_padded (own->n) + self->n_others)
    fill_row (self, own, &self->hops[(gsize) i * self->work->n_nodes], row);
}

typedef struct {
  double lengths, squares; /* Σ l/d, Σ (l/d)² */
} Sums;

static void
add_length (Sums  *sums,
            float  x,
            float  y,
            guint8 way)
{
  float length = way != BARY_HOPS_NONE ? sqrtf (x * x + y * y) / way : 0;

  sums->lengths += length;
  sums->squares += length * length;
}

/* From one place to the first @n. */
BARY_WIDE static void
add_lengths (Sums         *sums,
             const guint8 *hops,
             const float  *x,
             const float  *y,
             guint         n,
             float         from_x,
             float         from_y)
{
  BaryFloats lengths = { 0 }, squares = { 0 }, ways = { 0 };
  guint i;

  for (i = 0; i + BARY_LANES <= n; i += BARY_LANES)
    {
      BaryFloats dx = BARY_TAKE (x + i) - from_x, dy = BARY_TAKE (y + i) - from_y, length;

      for (guint lane = 0; lane < BARY_LANES; lane++)
        ways[lane] = hops[i + lane];
      length = BARY_ROOT (dx * dx + dy * dy) / ways;
      length = (BaryFloats) ((BaryInts) length & (ways < BARY_HOPS_NONE));
      lengths += length;
      squares += length * length;
    }
  for (guint lane = 0; lane < BARY_LANES; lane++)
    {
      sums->lengths += lengths[lane];
      sums->squares += squares[lane];
    }
  for (; i < n; i++)
    add_length (sums, x[i] - from_x, y[i] - from_y, hops[i]);
}

/* Σ l/d by Σ (l/d)², of all pairs. */
void
bary_stress_tables_scale (BaryStressTables *self)
{
  const BaryLayoutWork *work = self->work;
  g_autofree float *x = g_new (float, 2 * (gsize) work->n_nodes + 1);
  float *y = x + work->n_nodes;
  Sums sums = { 0 };

  for (guint i = 0; i < work->n_nodes; i++)
    {
      x[i] = (float) (work->nodes[i].box.x * work->stretch);
      y[i] = (float) work->nodes[i].box.y;
      add_lengths (&sums, &self->hops[(gsize) i * work->n_nodes], x, y, i, x[i], y[i]);
    }
  self->scale = sums.squares > 0 ? (float) (sums.lengths / sums.squares) : 0;
}

BaryStressTables *
bary_stress_tables_new (const BaryLayoutWork *work,
                        guint8               *hops)
{
  BaryStressTables *self = g_new0 (BaryStressTables, 1);
  gsize n = 0;

  self->work = work;
  self->hops = hops;
  for (guint i = 1; i < BARY_HOPS_NONE; i++)
    self->shares[i] = 1.0f / i;
  while (self->n_single < work->n_nodes && work->nodes[work->n_nodes - 1 - self->n_single].cluster < 0)
    self->n_single++;
  self->n_others = bary_lanes_padded (work->n_clusters + self->n_single);
  self->first = g_new (gsize, work->n_clusters + 1);
  for (guint i = 0; i < work->n_clusters; i++)
    {
      self->first[i] = n;
      n += (gsize) work->clusters[i].n * (bary_lanes_padded (work->clusters[i].n) + self->n_others);
    }
  self->square = g_new0 (float, n + 1);
  self->length = g_new0 (float, n + 1);
  bary_team_do (work->team, work->n_clusters, fill_rows, self);
  return self;
}

void
bary_stress_tables_free (BaryStressTables *self)
{
  g_free (self->hops);
  g_free (self->first);
  g_free (self->square);
  g_free (self->length);
  g_free (self);
}

static void
add_up_cluster (const BaryStressTables *self,
                guint                   cluster,
                double                 *squares,
                double                 *lengths)
{
  const BaryWorkCluster *own = &self->work->clusters[cluster];
  gsize row = self->first[cluster];

  for (guint member = 0; member < own->n; member++)
    {
      for (guint i = 0; i < own->n; i++, row++)
        {
          squares[cluster] += self->square[row] / 2;
          lengths[cluster] += self->length[row] / 4;
        }
      row += bary_lanes_padded (own->n) - own->n;
      for (guint i = 0; i < self->work->n_clusters + self->n_single; i++)
        {
          squares[i] += self->square[row + i];
          lengths[i] += self->length[row + i] / 2;
        }
      row += self->n_others;
    }
}

void
bary_stress_tables_add_up (const BaryStressTables *self,
                           guint                   unit,
                           double                 *squares,
                           double                 *lengths)
{
  const BaryLayoutWork *work = self->work;
  guint single = work->n_nodes - self->n_single + unit - work->n_clusters;

  if (unit < work->n_clusters)
    {
      add_up_cluster (self, unit, squares, lengths);
      return;
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      float share = self->shares[self->hops[(gsize) single * work->n_nodes + i]];

      squares[other_of (self, i)] += share * share;
      lengths[other_of (self, i)] += share;
    }
}

static void
put_others (BaryDiscStress         *self,
            const BaryStressTables *tables,
            const BaryWorkCluster  *cluster)
{
  const BaryLayoutWork *work = tables->work;
  g_autofree float *count = g_new0 (float, self->n_others + 1);

  for (guint i = 0; i < work->n_nodes; i++)
    {
      guint other = other_of (tables, i);
      float x = (float) (work->nodes[i].box.x - cluster->x) * self->stretch, y = (float) (work->nodes[i].box.y - cluster->y);

      count[other]++;
      self->x[other] += x;
      self->y[other] += y;
      self->spread[other] += x * x + y * y;
    }
  for (guint i = 0; i < self->n_others; i++)
    if (count[i] > 0)
      {
        self->x[i] /= count[i];
        self->y[i] /= count[i];
        self->spread[i] = MAX (self->spread[i] / count[i] - self->x[i] * self->x[i] - self->y[i] * self->y[i], 0) / 2;
      }
}

void
bary_disc_stress_init (BaryDiscStress         *self,
                       const BaryStressTables *tables,
                       const BaryWorkCluster  *cluster)
{
  gsize first = tables->first[cluster - tables->work->clusters];

  *self = (BaryDiscStress) { bary_lanes_padded (cluster->n), tables->n_others, tables->square + first, tables->length + first,
                             .stretch = (float) tables->work->stretch, .scale = tables->scale };
  self->x = g_new0 (float, 3 * (gsize) self->n_others);
  self->y = self->x + self->n_others;
  self->spread = self->y + self->n_others;
  put_others (self, tables, cluster);
}

void
bary_disc_stress_clear (BaryDiscStress *self)
{
  g_clear_pointer (&self->x, g_free);
}

BARY_WIDE float
bary_disc_stress_of (const BaryDiscStress *self,
                     const BaryDiscBoard  *board,
                     guint                 box)
{
  gsize row = box * (gsize) (self->n_own + self->n_others);
  const float *square = self->square + row, *length = self->length + row;
  BaryFloats x = { 0 }, y = { 0 }, squares = { 0 }, lengths = { 0 };
  float sum = 0;

  x += board->x[box] * self->stretch;
  y += board->y[box];
  for (guint i = 0; i < self->n_own; i += BARY_LANES)
    {
      BaryFloats dx = x - BARY_TAKE (board->x + i) * self->stretch, dy = y - BARY_TAKE (board->y + i), far = dx * dx + dy * dy;

      squares += BARY_TAKE (square + i) * far;
      lengths += BARY_TAKE (length + i) * BARY_ROOT (far);
    }
  square += self->n_own;
  length += self->n_own;
  for (guint i = 0; i < self->n_others; i += BARY_LANES)
    {
      BaryFloats half = BARY_TAKE (self->spread + i), dx = x - BARY_TAKE (self->x + i), dy = y - BARY_TAKE (self->y + i), far = dx * dx + dy * dy + half;

      squares += BARY_TAKE (square + i) * (far + half);
      lengths += BARY_TAKE (length + i) * BARY_ROOT (far);
    }
  for (guint lane = 0; lane < BARY_LANES; lane++)
    sum += self->scale * (self->scale * squares[lane] - lengths[lane]);
  return sum;
}
