#include "bary-disc-search.h"

#include "bary-disc-zones.h"
#include "bary-side-by-side.h"
#include "bary-turns.h"

#include <math.h>

#define LARGEST_DEGREE 48
#define RIM 35 /* crossings: for a box that sticks out by the radius */
#define WAVES 8u /* of clusters that are searched at once: what is searched later knows what is better now */
#define LARGEST_WORK 5e7 /* comparisons: some tens of milliseconds */

/* What counts for how much, in crossings. */
typedef struct {
  float hit;     /* a tie through a label */
  float overlap; /* two labels that overlap */
  float length;  /* a tie as long as the radius */
  float inside;  /* a member of level 3 that is nearer than its radius by the whole of it */
  float near;    /* a member as far as the radius, for each weight above the usual */
  float gather;  /* a member as far as the radius */
} Weights;

static const Weights in_network = { 0.77f, 0.86f, 0.34f, 0.49f, 1.2f, 1.8f };
static const Weights alone = { 0.6f, 2, 0.2f, 0.3f, 0.4f, 1.5f };
static const Weights firm = { 1.2f, 0, 0.8f, 0.3f, 0.4f, 2 };

typedef struct {
  BaryDiscBoard           board;
  const Weights          *weights;
  BaryDiscSector         *sectors; /* of the zones */
  const BarySearchEffort *effort;
  guint64                 random;
  float                   radius;
  float                   rim;     /* what sticks out of it is drawn in; 0 for none */
  float                   heat;
} Search;

static const BaryWorkNode *
node_of (const Search *self,
         guint         box)
{
  return &self->board.work->nodes[self->board.cluster->first + box];
}

static float
cost_of_place (const Search *self,
               guint         box)
{
  const BaryDiscBoard *board = &self->board;
  const BaryWorkNode *node = node_of (self, box);
  float radius = sqrtf (board->x[box] * board->x[box] + board->y[box] * board->y[box]) / self->radius;
  const Weights *weights = self->weights;
  float cost = weights->gather * radius * radius;

  if (self->rim > 0)
    cost += RIM * bary_disc_board_measure_outside (board, box, self->rim) / self->radius;
  if (weights->overlap > 0)
    cost += weights->overlap * (float) bary_disc_board_count_overlaps (board, box);
  if (node->level >= 3)
    cost += weights->inside * MAX (0.7f - radius, 0);
  else
    cost += weights->near * radius * (float) MAX (node->weight - 0.9, 0);
  return cost;
}

/* Returns: the cost, or some part of it that is @limit at least. */
static float
cost_below (const Search *self,
            guint         box,
            float         limit)
{
  const BaryDiscBoard *board = &self->board;
  const Weights *weights = self->weights;
  float cost = cost_of_place (self, box);

  for (guint i = board->first_tie[box]; i < board->first_tie[box + 1] && cost < limit; i++)
    {
      guint tie = board->tie_list[i];
      float dx = board->bx[tie] - board->ax[tie], dy = board->by[tie] - board->ay[tie];

      cost += bary_disc_board_count_crossed (board, tie) + weights->hit * (float) bary_disc_board_count_boxes (board, tie);
      cost += weights->length * sqrtf (dx * dx + dy * dy) / self->radius;
    }
  return cost < limit ? cost + weights->hit * (float) bary_disc_board_count_through (board, box) : cost;
}

static float
cost_of (const Search *self,
         guint         box)
{
  return cost_below (self, box, G_MAXFLOAT);
}

static gboolean
ring_holds (const BaryLayoutZone *ring,
            double                x,
            double                y)
{
  double square = x * x + y * y;

  return square >= ring->inner * ring->inner && square <= ring->outer * ring->outer;
}

static gboolean
is_allowed (const Search *self,
            guint         box,
            double        x,
            double        y)
{
  const BaryWorkNode *node = node_of (self, box);
  const BaryWorkCluster *cluster = self->board.cluster;
  const BaryLayoutZone *zone = node->zone >= 0 ? &cluster->zones[node->zone] : NULL;
  BaryFlatBox there = { x, y, node->box.half_width, node->box.half_height };
  double reach = bary_flat_box_reach (&there, 0, 0);
  double limit = !self->effort->firm ? self->radius * 1.02 : zone != NULL ? zone->outer - BARY_LAYOUT_GAP_Y : self->radius;

  if (reach > limit || zone == NULL)
    return reach <= limit;
  if (cluster->levels && !self->effort->firm)
    return ring_holds (zone, x, y);
  return bary_disc_sector_holds (&self->sectors[node->zone], &there, self->board.work->alone);
}

/* Evenly over the area of the zone. */
static void
draw_in_zone (Search *self,
              guint   box,
              double *x,
              double *y)
{
  const BaryWorkNode *node = node_of (self, box);
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->board.cluster->zones[node->zone] : NULL;
  double share = bary_turns_share (&self->random), radius = sqrt (bary_turns_share (&self->random)) * self->radius;

  bary_turns_point (zone != NULL ? zone->start + share * (zone->end - zone->start) : share * 2 * G_PI, x, y);
  *x *= radius;
  *y *= radius;
}

static void
draw_near (Search *self,
           guint   box,
           double *x,
           double *y)
{
  *x = self->board.x[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->radius;
  *y = self->board.y[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->radius;
}

/* To the left or right of a member that it is tied to: such a tie runs through no label, and crosses few others. */
static gboolean
draw_beside (Search *self,
             guint   box,
             double *x,
             double *y)
{
  const BaryDiscBoard *board = &self->board;
  guint first = board->first_tie[box], n = board->first_tie[box + 1] - first, tie;
  guint64 draw = bary_turns_draw (&self->random);
  int other;

  if (n == 0)
    return FALSE;
  tie = board->tie_list[first + (guint) (draw >> 32) % n];
  other = board->a[tie] == (int) box ? board->b[tie] : board->a[tie];
  if (other < 0)
    return FALSE;
  *x = board->x[other] + (draw & 1 ? 1 : -1) * (board->width[other] + board->width[box]) *
       (draw & 2 ? 1 + 0.5 * bary_turns_share (&self->random) : 1);
  *y = board->y[other] + ((int) ((draw >> 2) % 5) - 2) * 0.5 * (board->height[other] + board->height[box]);
  return TRUE;
}

static gboolean
draw_place (Search *self,
            guint   box,
            double *x,
            double *y)
{
  guint64 kind = bary_turns_draw (&self->random) & 3;

  if (!self->effort->firm)
    kind &= 1;
  if (kind == 0)
    draw_in_zone (self, box, x, y);
  else if (kind == 1 || !draw_beside (self, box, x, y))
    draw_near (self, box, x, y);
  return is_allowed (self, box, *x, *y) &&
         (!self->effort->firm || bary_disc_board_is_free (&self->board, box, box, (float) *x, (float) *y));
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

/* Returns: what the place costs that is found. */
static float
try_elsewhere (Search *self,
               guint   box)
{
  BaryDiscBoard *board = &self->board;
  float x = board->x[box], y = board->y[box], now = cost_of (self, box);

  for (guint i = 0; i < self->effort->tries; i++)
    {
      double to_x, to_y;
      float limit, cost;

      if (!draw_place (self, box, &to_x, &to_y))
        continue;
      bary_disc_board_move (board, box, (float) to_x, (float) to_y);
      limit = now + draw_slack (self);
      cost = cost_below (self, box, limit);
      if (cost < limit)
        {
          now = cost;
          x = (float) to_x;
          y = (float) to_y;
        }
    }
  bary_disc_board_move (board, box, x, y);
  return now;
}

static void
swap_boxes (Search *self,
            guint   a,
            guint   b)
{
  float x = self->board.x[a], y = self->board.y[a];

  bary_disc_board_move (&self->board, a, self->board.x[b], self->board.y[b]);
  bary_disc_board_move (&self->board, b, x, y);
}

static gboolean
is_movable (const Search *self,
            guint         box)
{
  const BaryDiscBoard *board = &self->board;

  return (int) (board->cluster->first + box) != board->cluster->centre &&
         (self->effort->firm || !node_of (self, box)->settled) &&
         board->first_tie[box + 1] - board->first_tie[box] <= LARGEST_DEGREE;
}

/* Both in one zone; if firm, each fits where the other is, and they do not come to overlap each other. */
static gboolean
may_swap (const Search *self,
          guint         a,
          guint         b)
{
  const BaryDiscBoard *board = &self->board;

  if (a == b || node_of (self, a)->zone != node_of (self, b)->zone || !is_movable (self, b))
    return FALSE;
  return !self->effort->firm ||
         (is_allowed (self, a, board->x[b], board->y[b]) && is_allowed (self, b, board->x[a], board->y[a]) &&
          bary_disc_board_is_free (board, a, b, board->x[b], board->y[b]) &&
          bary_disc_board_is_free (board, b, a, board->x[a], board->y[a]));
}

/* @cost: of the box where it is */
static void
try_swap (Search *self,
          guint   box,
          float   cost)
{
  guint other = (guint) (bary_turns_draw (&self->random) % self->board.n);
  float before;

  if (!may_swap (self, box, other))
    return;
  before = cost + cost_of (self, other);
  swap_boxes (self, box, other);
  if (cost_of (self, box) + cost_of (self, other) >= before + draw_slack (self))
    swap_boxes (self, box, other);
}

/* Returns: (transfer full) */
static BaryDiscSector *
make_sectors (const BaryWorkCluster *cluster)
{
  BaryDiscSector *sectors = g_new (BaryDiscSector, cluster->n_zones + 1);

  for (guint i = 0; i < cluster->n_zones; i++)
    bary_disc_sector_init (&sectors[i], &cluster->zones[i]);
  return sectors;
}

/* What a sweep costs grows with the square of the cluster. */
static guint
limit_sweeps (const Search *self)
{
  double sweep = (double) self->effort->tries * self->board.n * (3.0 * self->board.m + 2.0 * self->board.n);

  return (guint) MIN (self->effort->sweeps, LARGEST_WORK / MAX (sweep, 1));
}

/* @places: where the nodes of the cluster come to stand, x and y of each */
static void
search (BaryLayoutWork         *work,
        BaryWorkCluster        *cluster,
        const GArray           *long_ties,
        const BarySearchEffort *effort,
        double                 *places)
{
  g_autofree BaryDiscSector *sectors = make_sectors (cluster);
  Search self = { .weights = effort->firm ? &firm : work->alone ? &alone : &in_network, .sectors = sectors, .effort = effort };
  guint sweeps;

  bary_disc_board_init (&self.board, work, cluster, long_ties, effort->firm);
  self.radius = (float) (cluster->radius - (effort->firm ? BARY_LAYOUT_GAP_Y : 0));
  self.rim = effort->full > 0 ? bary_disc_board_measure_radius (&self.board, effort->full) : 0;
  self.random = bary_turns_seed (cluster->source->id);
  sweeps = limit_sweeps (&self);
  for (guint sweep = 0; sweep < sweeps; sweep++)
    {
      self.heat = (float) (effort->heat * MAX (0, 1 - 1.25 * sweep / effort->sweeps));
      for (guint i = 0; i < cluster->n; i++)
        if (is_movable (&self, i))
          try_swap (&self, i, try_elsewhere (&self, i));
    }
  for (guint i = 0; i < cluster->n; i++)
    {
      const BaryFlatBox *box = &work->nodes[cluster->first + i].box;

      places[2 * i] = is_movable (&self, i) ? cluster->x + self.board.x[i] : box->x;
      places[2 * i + 1] = is_movable (&self, i) ? cluster->y + self.board.y[i] : box->y;
    }
  bary_disc_board_clear (&self.board);
}

static void
take_places (BaryLayoutWork *work,
             guint           first,
             guint           n,
             const double   *places)
{
  for (guint i = 0; i < n; i++)
    {
      work->nodes[first + i].box.x = places[2 * i];
      work->nodes[first + i].box.y = places[2 * i + 1];
    }
}

void
bary_disc_search (BaryLayoutWork         *work,
                  BaryWorkCluster        *cluster,
                  const GArray           *long_ties,
                  const BarySearchEffort *effort)
{
  g_autofree double *places = g_new (double, 2 * (gsize) cluster->n + 1);

  search (work, cluster, long_ties, effort, places);
  take_places (work, cluster->first, cluster->n, places);
}

typedef struct {
  BaryLayoutWork         *work;
  const GArray           *long_ties;
  const BarySearchEffort *effort;
  guint                   first;  /* cluster; every so many'th after it is of the wave, too */
  double                 *places; /* of all nodes */
} Wave;

static void
search_piece (guint    piece,
              gpointer data)
{
  const Wave *wave = data;
  BaryWorkCluster *cluster = &wave->work->clusters[wave->first + piece * WAVES];

  search (wave->work, cluster, wave->long_ties, wave->effort, &wave->places[2 * (gsize) cluster->first]);
}

void
bary_disc_search_all (BaryLayoutWork         *work,
                      const GArray           *long_ties,
                      const BarySearchEffort *effort)
{
  g_autofree double *places = g_new (double, 2 * (gsize) work->n_nodes + 1);
  Wave wave = { work, long_ties, effort, .places = places };

  for (; wave.first < MIN (WAVES, work->n_clusters); wave.first++)
    {
      bary_side_by_side ((work->n_clusters - wave.first + WAVES - 1) / WAVES, search_piece, &wave);
      for (guint i = wave.first; i < work->n_clusters; i += WAVES)
        take_places (work, work->clusters[i].first, work->clusters[i].n, &places[2 * (gsize) work->clusters[i].first]);
    }
}
