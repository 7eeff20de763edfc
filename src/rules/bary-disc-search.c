#include "bary-disc-search.h"

#include "bary-turns.h"

#include <math.h>

#define HIT 0.6f         /* a tie through a label, in crossings */
#define OVERLAP 4.0f     /* a label that is wholly covered */
#define LENGTH 0.2f      /* a tie as long as the radius */
#define INSIDE 0.3f      /* a member of level 3 that is nearer than its radius by the whole of it */
#define NEAR 0.4f        /* a member as far as the radius, for each weight above the usual */
#define LARGEST_DEGREE 48
#define LARGEST_TIES 4000
#define LARGEST_WORK 5e7 /* comparisons: some tens of milliseconds */
#define FAR_AWAY 1e9f

/* Boxes and ties in columns, padded to whole fours, so that the loops below are done four at a time. Lengths are
 * about the middle of the disc, where single precision is plenty. */
typedef struct {
  BaryLayoutWork  *work;
  BaryWorkCluster *cluster;
  guint            n, m;                 /* boxes and ties */
  guint            n_padded, m_padded;
  float           *x, *y, *width, *height;
  float           *ax, *ay, *bx, *by;    /* ends of the ties */
  int             *a, *b;                /* boxes at the ends, -1 outside */
  guint           *first_tie, *tie_list; /* the ties of a box */
  guint64          random;
  float            radius;
  float            heat;
} Search;

static guint
padded (guint n)
{
  return (n + 3) & ~3u;
}

/* Ends that meet give a product of 0 and so do not count. */
static guint
count_crossings (const Search *self,
                 guint         tie)
{
  const float *restrict ax = self->ax, *restrict ay = self->ay, *restrict bx = self->bx, *restrict by = self->by;
  float px = ax[tie], py = ay[tie], qx = bx[tie], qy = by[tie];
  float dx = qx - px, dy = qy - py;
  int count = 0;

  for (guint i = 0; i < self->m_padded; i++)
    {
      float ex = bx[i] - ax[i], ey = by[i] - ay[i];
      float side_a = dx * (ay[i] - py) - dy * (ax[i] - px), side_b = dx * (by[i] - py) - dy * (bx[i] - px);
      float side_p = ex * (py - ay[i]) - ey * (px - ax[i]), side_q = ex * (qy - ay[i]) - ey * (qx - ax[i]);

      count += (side_a * side_b < 0) & (side_p * side_q < 0);
    }
  return (guint) count;
}

/* Boxes that a tie runs through; those at its ends are among them wherever they stand. */
static guint
count_boxes_hit (const Search *self,
                 guint         tie)
{
  const float *restrict x = self->x, *restrict y = self->y, *restrict width = self->width, *restrict height = self->height;
  float mx = (self->ax[tie] + self->bx[tie]) / 2, my = (self->ay[tie] + self->by[tie]) / 2;
  float dx = self->bx[tie] - mx, dy = self->by[tie] - my, across = fabsf (dx), along = fabsf (dy);
  int count = 0;

  for (guint i = 0; i < self->n_padded; i++)
    {
      float ox = x[i] - mx, oy = y[i] - my;

      count += (fabsf (ox) < width[i] + across) & (fabsf (oy) < height[i] + along) &
               (fabsf (dx * oy - dy * ox) < along * width[i] + across * height[i]);
    }
  return (guint) count;
}

static guint
count_ties_through (const Search *self,
                    guint         box)
{
  const float *restrict ax = self->ax, *restrict ay = self->ay, *restrict bx = self->bx, *restrict by = self->by;
  float x = self->x[box], y = self->y[box], width = self->width[box], height = self->height[box];
  int count = 0;

  for (guint i = 0; i < self->m_padded; i++)
    {
      float mx = (ax[i] + bx[i]) * 0.5f, my = (ay[i] + by[i]) * 0.5f;
      float dx = bx[i] - mx, dy = by[i] - my, across = fabsf (dx), along = fabsf (dy);

      count += (fabsf (x - mx) < width + across) & (fabsf (y - my) < height + along) &
               (fabsf (dx * (y - my) - dy * (x - mx)) < along * width + across * height);
    }
  return (guint) count;
}

static float
covered (const Search *self,
         guint         box)
{
  const float *restrict x = self->x, *restrict y = self->y, *restrict width = self->width, *restrict height = self->height;
  float area = 0, own = 4 * width[box] * height[box];

  for (guint i = 0; i < self->n_padded; i++)
    {
      float in_x = width[i] + width[box] - fabsf (x[i] - x[box]);
      float in_y = height[i] + height[box] - fabsf (y[i] - y[box]);

      in_x = in_x > 0 ? in_x : 0;
      in_y = in_y > 0 ? in_y : 0;
      area += in_x * in_y;
    }
  return own > 0 ? (area - own) / own : 0;
}

static void
move_box (Search *self,
          guint   box,
          float   x,
          float   y)
{
  self->x[box] = x;
  self->y[box] = y;
  for (guint i = self->first_tie[box]; i < self->first_tie[box + 1]; i++)
    {
      guint tie = self->tie_list[i];

      if (self->a[tie] == (int) box)
        {
          self->ax[tie] = x;
          self->ay[tie] = y;
        }
      else
        {
          self->bx[tie] = x;
          self->by[tie] = y;
        }
    }
}

static float
cost_of_place (const Search *self,
               guint         box)
{
  const BaryWorkNode *node = &self->work->nodes[self->cluster->first + box];
  float radius = sqrtf (self->x[box] * self->x[box] + self->y[box] * self->y[box]) / self->radius;
  float cost = OVERLAP * covered (self, box);

  if (node->level >= 3)
    cost += INSIDE * MAX (0.7f - radius, 0);
  else
    cost += NEAR * radius * (float) MAX (node->weight - 0.9, 0);
  return cost;
}

static float
cost_of (const Search *self,
         guint         box)
{
  float cost = cost_of_place (self, box) + HIT * count_ties_through (self, box);

  for (guint i = self->first_tie[box]; i < self->first_tie[box + 1]; i++)
    {
      guint tie = self->tie_list[i];
      float dx = self->bx[tie] - self->ax[tie], dy = self->by[tie] - self->ay[tie];

      cost += count_crossings (self, tie) + HIT * count_boxes_hit (self, tie);
      cost += LENGTH * sqrtf (dx * dx + dy * dy) / self->radius;
    }
  return cost;
}

static gboolean
lies_between (const BaryLayoutZone *zone,
              double                x,
              double                y)
{
  return fabs (bary_turns_wrap (bary_turns_angle (x, y) - (zone->start + zone->end) / 2)) <= (zone->end - zone->start) / 2;
}

static gboolean
is_allowed (const Search *self,
            guint         box,
            double        x,
            double        y)
{
  const BaryWorkNode *node = &self->work->nodes[self->cluster->first + box];
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cluster->zones[node->zone] : NULL;
  BaryFlatBox there = { x, y, node->box.half_width, node->box.half_height };

  if (bary_flat_box_reach (&there, 0, 0) > self->radius * 1.02)
    return FALSE;
  if (zone == NULL)
    return TRUE;
  if (self->cluster->levels)
    {
      double radius = bary_turns_length (x, y);

      return radius >= zone->inner && radius <= zone->outer;
    }
  if (!self->work->alone)
    return lies_between (zone, x, y);
  return lies_between (zone, x - there.half_width, y - there.half_height) &&
         lies_between (zone, x + there.half_width, y - there.half_height) &&
         lies_between (zone, x - there.half_width, y + there.half_height) &&
         lies_between (zone, x + there.half_width, y + there.half_height);
}

/* A place anywhere in the zone, evenly over its area, or not far from where the box is. */
static gboolean
draw_place (Search *self,
            guint   box,
            double *x,
            double *y)
{
  const BaryWorkNode *node = &self->work->nodes[self->cluster->first + box];
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cluster->zones[node->zone] : NULL;
  double angle, radius, share = bary_turns_share (&self->random), other = bary_turns_share (&self->random);

  if (bary_turns_draw (&self->random) & 1)
    {
      *x = self->x[box] + (share - 0.5) * 0.5 * self->radius;
      *y = self->y[box] + (other - 0.5) * 0.5 * self->radius;
    }
  else
    {
      angle = zone != NULL ? zone->start + share * (zone->end - zone->start) : share * 2 * G_PI;
      radius = sqrt (other) * self->radius;
      bary_turns_point (angle, x, y);
      *x *= radius;
      *y *= radius;
    }
  return is_allowed (self, box, *x, *y);
}

/* A worse place is taken now and then while it is warm (threshold accepting: Dueck, Scheuer 1990). */
static float
draw_slack (Search *self)
{
  float share;

  if (self->heat <= 0)
    return 0;
  share = (float) bary_turns_share (&self->random);
  return self->heat * share * share;
}

static void
try_elsewhere (Search *self,
               guint   box,
               guint   tries)
{
  float x = self->x[box], y = self->y[box], now = cost_of (self, box);

  for (guint i = 0; i < tries; i++)
    {
      double to_x, to_y;
      float limit;

      if (!draw_place (self, box, &to_x, &to_y))
        continue;
      move_box (self, box, (float) to_x, (float) to_y);
      limit = now + draw_slack (self);
      if (cost_of_place (self, box) < limit)
        {
          float cost = cost_of (self, box);

          if (cost < limit)
            {
              now = cost;
              x = (float) to_x;
              y = (float) to_y;
            }
        }
    }
  move_box (self, box, x, y);
}

static void
swap_boxes (Search *self,
            guint   a,
            guint   b)
{
  float x = self->x[a], y = self->y[a];

  move_box (self, a, self->x[b], self->y[b]);
  move_box (self, b, x, y);
}

static void
try_swap (Search *self,
          guint   box)
{
  const BaryWorkNode *nodes = &self->work->nodes[self->cluster->first];
  guint other = (guint) (bary_turns_draw (&self->random) % self->n);
  float before;

  if (other == box || nodes[other].zone != nodes[box].zone || nodes[other].settled ||
      self->first_tie[other + 1] - self->first_tie[other] > LARGEST_DEGREE)
    return;
  before = cost_of (self, box) + cost_of (self, other);
  swap_boxes (self, box, other);
  if (cost_of (self, box) + cost_of (self, other) >= before + draw_slack (self))
    swap_boxes (self, box, other);
}

static void
add_tie (Search *self,
         guint   from,
         guint   to)
{
  const BaryWorkNode *nodes = self->work->nodes;
  const BaryWorkCluster *cluster = self->cluster;
  guint i = self->m++;

  self->a[i] = from - cluster->first < cluster->n ? (int) (from - cluster->first) : -1;
  self->b[i] = to - cluster->first < cluster->n ? (int) (to - cluster->first) : -1;
  self->ax[i] = (float) (nodes[from].box.x - cluster->x);
  self->ay[i] = (float) (nodes[from].box.y - cluster->y);
  self->bx[i] = (float) (nodes[to].box.x - cluster->x);
  self->by[i] = (float) (nodes[to].box.y - cluster->y);
}

static gboolean
passes (const Search      *self,
        const BaryLongTie *tie)
{
  const BaryWorkCluster *cluster = self->cluster;
  const BaryFlatBox *a = &self->work->nodes[tie->a].box, *b = &self->work->nodes[tie->b].box;
  double ax = a->x - cluster->x, ay = a->y - cluster->y, dx = b->x - a->x, dy = b->y - a->y;
  double square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP (-(ax * dx + ay * dy) / square, 0, 1) : 0;
  double x = ax + along * dx, y = ay + along * dy;

  return x * x + y * y < cluster->radius * cluster->radius;
}

static void
add_ties (Search       *self,
          const GArray *long_ties)
{
  const BaryWorkCluster *cluster = self->cluster;
  guint end = cluster->first + cluster->n;

  for (guint i = cluster->first; i < end; i++)
    for (guint j = self->work->first_tie[i]; j < self->work->first_tie[i + 1]; j++)
      {
        guint other = self->work->ties[j];

        if (other > i || other < cluster->first)
          add_tie (self, i, other);
      }
  for (guint i = 0; i < long_ties->len; i++)
    {
      const BaryLongTie *tie = &g_array_index (long_ties, BaryLongTie, i);

      if ((tie->district < 0 || tie->district == cluster->district) && self->m < LARGEST_TIES &&
          tie->a - cluster->first >= cluster->n && tie->b - cluster->first >= cluster->n && passes (self, tie))
        add_tie (self, tie->a, tie->b);
    }
}

static guint
count_room (const BaryLayoutWork  *work,
            const BaryWorkCluster *cluster,
            const GArray          *long_ties)
{
  return work->first_tie[cluster->first + cluster->n] - work->first_tie[cluster->first] + MIN (long_ties->len, LARGEST_TIES);
}

static void
list_ties (Search *self)
{
  self->first_tie = g_new0 (guint, self->n + 2);
  self->tie_list = g_new (guint, 2 * (gsize) self->m + 1);
  for (guint i = 0; i < self->m; i++)
    {
      if (self->a[i] >= 0)
        self->first_tie[self->a[i] + 2]++;
      if (self->b[i] >= 0)
        self->first_tie[self->b[i] + 2]++;
    }
  for (guint i = 2; i < self->n + 2; i++)
    self->first_tie[i] += self->first_tie[i - 1];
  for (guint i = 0; i < self->m; i++)
    {
      if (self->a[i] >= 0)
        self->tie_list[self->first_tie[self->a[i] + 1]++] = i;
      if (self->b[i] >= 0)
        self->tie_list[self->first_tie[self->b[i] + 1]++] = i;
    }
}

static void
prepare (Search       *self,
         const GArray *long_ties)
{
  guint room = padded (count_room (self->work, self->cluster, long_ties) + 1);
  float *columns;

  self->n = self->cluster->n;
  self->n_padded = padded (self->n);
  columns = g_new0 (float, 4 * (gsize) self->n_padded + 4 * (gsize) room);
  self->x = columns;
  self->y = self->x + self->n_padded;
  self->width = self->y + self->n_padded;
  self->height = self->width + self->n_padded;
  self->ax = self->height + self->n_padded;
  self->ay = self->ax + room;
  self->bx = self->ay + room;
  self->by = self->bx + room;
  self->a = g_new (int, 2 * (gsize) room);
  self->b = self->a + room;
  for (guint i = 0; i < self->n_padded; i++)
    {
      const BaryFlatBox *box = i < self->n ? &self->work->nodes[self->cluster->first + i].box : NULL;

      self->x[i] = box != NULL ? (float) (box->x - self->cluster->x) : FAR_AWAY;
      self->y[i] = box != NULL ? (float) (box->y - self->cluster->y) : FAR_AWAY;
      self->width[i] = box != NULL ? (float) (box->half_width + BARY_LAYOUT_GAP_X / 2 / self->work->stretch) : 0;
      self->height[i] = box != NULL ? (float) (box->half_height + BARY_LAYOUT_GAP_Y / 2) : 0;
    }
  add_ties (self, long_ties);
  self->m_padded = padded (self->m);
  for (guint i = self->m; i < self->m_padded; i++)
    self->ax[i] = self->ay[i] = self->bx[i] = self->by[i] = -FAR_AWAY;
  list_ties (self);
}

/* What a sweep costs grows with the square of the cluster. */
static guint
limit_sweeps (const Search           *self,
              const BarySearchEffort *effort)
{
  double sweep = (double) effort->tries * self->n * (3.0 * self->m + 2.0 * self->n);

  return (guint) MIN (effort->sweeps, LARGEST_WORK / MAX (sweep, 1));
}

void
bary_disc_search (BaryLayoutWork         *work,
                  BaryWorkCluster        *cluster,
                  const GArray           *long_ties,
                  const BarySearchEffort *effort)
{
  Search self = { work, cluster };
  g_autofree float *columns = NULL;
  g_autofree int *ends = NULL;
  g_autofree guint *first_tie = NULL;
  g_autofree guint *tie_list = NULL;
  guint sweeps;

  self.radius = (float) cluster->radius;
  self.random = bary_turns_seed (cluster->source->id) + effort->start;
  prepare (&self, long_ties);
  sweeps = limit_sweeps (&self, effort);
  columns = self.x;
  ends = self.a;
  first_tie = self.first_tie;
  tie_list = self.tie_list;
  for (guint sweep = 0; sweep < sweeps; sweep++)
    for (guint i = 0; i < self.n; i++)
      {
        self.heat = (float) (effort->heat * MAX (0, 1 - 1.25 * sweep / effort->sweeps));
        const BaryWorkNode *node = &work->nodes[cluster->first + i];

        if ((int) (cluster->first + i) == cluster->centre || node->settled ||
            first_tie[i + 1] - first_tie[i] > LARGEST_DEGREE)
          continue;
        try_elsewhere (&self, i, effort->tries);
        try_swap (&self, i);
      }
  for (guint i = 0; i < self.n; i++)
    if ((int) (cluster->first + i) != cluster->centre && !work->nodes[cluster->first + i].settled)
      {
        work->nodes[cluster->first + i].box.x = cluster->x + self.x[i];
        work->nodes[cluster->first + i].box.y = cluster->y + self.y[i];
      }
}

double
bary_disc_search_count (BaryLayoutWork  *work,
                        BaryWorkCluster *cluster,
                        const GArray    *long_ties)
{
  Search self = { work, cluster };
  guint crossings = 0, hits = 0;

  prepare (&self, long_ties);
  for (guint i = 0; i < self.m; i++)
    {
      crossings += count_crossings (&self, i);
      hits += count_boxes_hit (&self, i);
    }
  g_free (self.x);
  g_free (self.a);
  g_free (self.first_tie);
  g_free (self.tie_list);
  return crossings / 2 + hits / 2.0;
}
