#include "bary-disc-search-private.h"

#include "bary-disc-free.h"
#include "bary-disc-zones.h"
#include "bary-turns.h"

#include <math.h>

#define LARGEST_DEGREE 48
#define UNKNOWN G_MAXFLOAT
#define RIM 0.9f        /* radii: nothing is drawn to farther out */
#define AMID 0.2        /* radii about what a member is tied to */
#define INSIDE 1e-4     /* so that what is drawn to the rim is not beyond it */
#define LARGEST_WORK 5e7 /* comparisons: some tens of milliseconds */

typedef struct {
  BaryDiscCost            cost;
  BaryDiscSector         *sectors; /* of the zones */
  const BarySearchEffort *effort;
  guint64                 random;
  float                   heat;
  guint8                 *rests;   /* of each member: it was idle in the last sweep */
} Search;

static const BaryWorkNode *
node_of (const Search *self,
         guint         box)
{
  return bary_disc_cost_node (&self->cost, box);
}

static gboolean
ring_holds (const BaryLayoutZone *ring,
            double                x,
            double                y)
{
  double square = x * x + y * y;

  return square >= ring->inner * ring->inner && square <= ring->outer * ring->outer;
}

/* Returns: how far from the middle it may reach. */
static double
limit_of (const Search         *self,
          const BaryLayoutZone *zone)
{
  if (!self->effort->firm)
    return self->cost.radius * 1.02;
  return zone != NULL ? zone->outer - self->cost.board.work->spacing.gap_y : self->cost.radius;
}

static gboolean
is_allowed (const Search *self,
            guint         box,
            double        x,
            double        y)
{
  const BaryWorkNode *node = node_of (self, box);
  const BaryWorkCluster *cluster = self->cost.board.cluster;
  const BaryLayoutZone *zone = node->zone >= 0 ? &cluster->zones[node->zone] : NULL;
  BaryFlatBox there = { x, y, node->box.half_width, node->box.half_height };
  double reach = bary_flat_box_reach (&there, 0, 0), limit = limit_of (self, zone);

  if (reach > limit || zone == NULL)
    return reach <= limit;
  if (cluster->levels && !self->effort->firm)
    return ring_holds (zone, x, y);
  return bary_disc_sector_holds (&self->sectors[node->zone], &there, self->cost.board.work->alone);
}

/* Evenly over the area of the zone. */
static void
draw_in_zone (Search *self,
              guint   box,
              double *x,
              double *y)
{
  const BaryWorkNode *node = node_of (self, box);
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cost.board.cluster->zones[node->zone] : NULL;
  double share = bary_turns_share (&self->random), radius = sqrt (bary_turns_share (&self->random)) * self->cost.radius;

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
  *x = self->cost.board.x[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->cost.radius;
  *y = self->cost.board.y[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->cost.radius;
}

/* To the left or right of a member that it is tied to: such a tie runs through no label, and crosses few others. */
static gboolean
draw_beside (Search *self,
             guint   box,
             double *x,
             double *y)
{
  const BaryDiscBoard *board = &self->cost.board;
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

/* On the way to the middle of all that it is tied to, or to the rim if that lies outside. */
static gboolean
draw_amid (Search *self,
           guint   box,
           double *x,
           double *y)
{
  const BaryDiscBoard *board = &self->cost.board;
  guint first = board->first_tie[box], end = board->first_tie[box + 1];
  double to_x = 0, to_y = 0, share, reach;

  if (first == end)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      guint tie = board->tie_list[i];
      gboolean from = board->a[tie] == (int) box;

      to_x += from ? board->bx[tie] : board->ax[tie];
      to_y += from ? board->by[tie] : board->ay[tie];
    }
  to_x /= end - first;
  to_y /= end - first;
  reach = MAX (bary_turns_length (to_x, to_y) / (RIM * self->cost.radius), 1);
  share = bary_turns_share (&self->random);
  *x = board->x[box] + share * (to_x / reach - board->x[box]) + (bary_turns_share (&self->random) - 0.5) * AMID * self->cost.radius;
  *y = board->y[box] + share * (to_y / reach - board->y[box]) + (bary_turns_share (&self->random) - 0.5) * AMID * self->cost.radius;
  return TRUE;
}

/* From beyond the rim to the rim; in a disc that is alone, from another sector to the border of its own as well. Of many
 * nodes this takes too long, and clusters that touch each other are harder to tell apart. */
static void
draw_inside (const Search *self,
             guint         box,
             double       *x,
             double       *y)
{
  const BaryWorkNode *node = node_of (self, box);
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cost.board.cluster->zones[node->zone] : NULL;
  BaryFlatBox there = { *x, *y, node->box.half_width, node->box.half_height };
  double share;

  if (zone != NULL && self->cost.board.work->alone)
    bary_disc_sector_draw_in (&self->sectors[node->zone], &there, TRUE);
  share = (limit_of (self, zone) - INSIDE) / bary_flat_box_reach (&there, 0, 0);
  *x = there.x;
  *y = there.y;
  if (share >= 1)
    return;
  *x = copysign (MAX (share * (fabs (there.x) + there.half_width) - there.half_width, 0), there.x);
  *y = copysign (MAX (share * (fabs (there.y) + there.half_height) - there.half_height, 0), there.y);
}

/* @x: (inout): a little to the side is as good, if that is allowed. */
static gboolean
find_free (Search *self,
           guint   box,
           double *x,
           double  y)
{
  const BaryDiscBoard *board = &self->cost.board;
  float from_x = (float) *x, to_x = from_x;
  gboolean found = self->effort->slides ? bary_disc_free_find (board, box, &to_x, (float) y)
                                        : bary_disc_free_is (board, box, box, to_x, (float) y);

  *x = to_x;
  return found && (to_x == from_x || is_allowed (self, box, to_x, y));
}

static gboolean
draw_place (Search *self,
            guint   box,
            double *x,
            double *y)
{
  guint64 draw = bary_turns_draw (&self->random), kind = draw & (self->effort->firm ? 3 : 1);

  if ((draw >> 32) % 3 != 0 || !draw_amid (self, box, x, y))
    {
      if (kind == 0)
        draw_in_zone (self, box, x, y);
      else if (kind == 1 || !draw_beside (self, box, x, y))
        draw_near (self, box, x, y);
    }
  if (self->cost.board.work->n_nodes <= BARY_LAYOUT_FEW)
    draw_inside (self, box, x, y);
  return is_allowed (self, box, *x, *y) && (!self->effort->firm || find_free (self, box, x, *y));
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

/* @now: what the box costs where it is, or UNKNOWN. Returns: what the place costs that is found, or UNKNOWN: it is where it
 * was. */
static float
try_elsewhere (Search *self,
               guint   box,
               float   now)
{
  BaryDiscBoard *board = &self->cost.board;
  float x = board->x[box], y = board->y[box];
  for (guint i = 0; i < self->effort->tries; i++)
    {
      double to_x, to_y;
      float limit, cost;

      if (!draw_place (self, box, &to_x, &to_y))
        continue;
      if (now == UNKNOWN)
        now = bary_disc_cost_of (&self->cost, box);
      bary_disc_board_move (board, box, (float) to_x, (float) to_y);
      limit = now + draw_slack (self);
      cost = bary_disc_cost_below (&self->cost, box, limit);
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
  float x = self->cost.board.x[a], y = self->cost.board.y[a];

  bary_disc_board_move (&self->cost.board, a, self->cost.board.x[b], self->cost.board.y[b]);
  bary_disc_board_move (&self->cost.board, b, x, y);
}

static gboolean
is_movable (const Search *self,
            guint         box)
{
  const BaryDiscBoard *board = &self->cost.board;

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
  const BaryDiscBoard *board = &self->cost.board;

  if (a == b || node_of (self, a)->zone != node_of (self, b)->zone || !is_movable (self, b))
    return FALSE;
  return !self->effort->firm ||
         (is_allowed (self, a, board->x[b], board->y[b]) && is_allowed (self, b, board->x[a], board->y[a]) &&
          bary_disc_free_is (board, a, b, board->x[b], board->y[b]) &&
          bary_disc_free_is (board, b, a, board->x[a], board->y[a]));
}

/* @cost: of the box where it is, or UNKNOWN. Returns: what it is afterwards. */
static float
try_swap (Search *self,
          guint   box,
          float   cost)
{
  guint other = (guint) (bary_turns_draw (&self->random) % self->cost.board.n);
  float limit, after;

  if (!may_swap (self, box, other))
    return cost;
  cost = cost == UNKNOWN ? bary_disc_cost_of (&self->cost, box) : cost;
  limit = cost + bary_disc_cost_of (&self->cost, other) + draw_slack (self);
  swap_boxes (self, box, other);
  after = bary_disc_cost_of (&self->cost, box);
  if (after + bary_disc_cost_below (&self->cost, other, limit - after) < limit)
    return UNKNOWN;

  swap_boxes (self, box, other);
  return cost;
}

/* What was idle in a sweep is not looked at in the next. @cost: (out): if it was. */
static gboolean
is_idle (Search *self,
         guint   box,
         float  *cost)
{
  if (self->rests[box])
    {
      self->rests[box] = FALSE;
      return TRUE;
    }
  *cost = bary_disc_cost_of (&self->cost, box);
  self->rests[box] = *cost < self->effort->idle;
  return self->rests[box];
}

static void
try_all (Search *self)
{
  for (guint i = 0; i < self->cost.board.n; i++)
    if (is_movable (self, i))
      {
        float cost = UNKNOWN;

        if (self->effort->idle > 0 && is_idle (self, i, &cost))
          continue;
        cost = try_elsewhere (self, i, cost);
        for (guint swap = 0; swap < MAX (self->effort->swaps, 1); swap++)
          cost = try_swap (self, i, cost);
      }
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
  double sweep = (double) self->effort->tries * self->cost.board.n * (3.0 * self->cost.board.m + 2.0 * self->cost.board.n);

  return (guint) MIN (self->effort->sweeps, LARGEST_WORK / MAX (sweep, 1));
}

static float
add_costs (const Search *self)
{
  float cost = 0;

  for (guint i = 0; i < self->cost.board.n; i++)
    cost += bary_disc_cost_of (&self->cost, i);
  return cost;
}

float
bary_disc_search_from (BaryLayoutWork         *work,
                       BaryWorkCluster        *cluster,
                       const GArray           *long_ties,
                       const BarySearchEffort *effort,
                       guint                   start,
                       double                 *places)
{
  g_autofree BaryDiscSector *sectors = make_sectors (cluster);
  g_autofree guint8 *rests = g_new0 (guint8, cluster->n + 1);
  Search self = { .sectors = sectors, .effort = effort, .random = bary_turns_seed (cluster->source->id) + start, .rests = rests };
  guint sweeps;
  float cost;

  bary_disc_cost_init (&self.cost, work, cluster, long_ties, effort->firm, effort->full, effort->stress);
  sweeps = limit_sweeps (&self);
  for (guint sweep = 0; sweep < sweeps; sweep++)
    {
      self.heat = (float) (effort->heat * MAX (0, 1 - 1.25 * sweep / effort->sweeps));
      try_all (&self);
    }
  for (guint i = 0; i < cluster->n; i++)
    {
      const BaryFlatBox *box = &work->nodes[cluster->first + i].box;

      places[2 * i] = is_movable (&self, i) ? cluster->x + self.cost.board.x[i] : box->x;
      places[2 * i + 1] = is_movable (&self, i) ? cluster->y + self.cost.board.y[i] : box->y;
    }
  cost = effort->starts > 1 ? add_costs (&self) : 0;
  bary_disc_cost_clear (&self.cost);
  return cost;
}
