#include "bary-disc-search-private.h"

#include "bary-disc-free.h"
#include "bary-turns.h"

#define LARGEST_DEGREE 48
#define UNKNOWN G_MAXFLOAT
#define LARGEST_WORK 5e7 /* comparisons: some tens of milliseconds */

/* A worse place is taken now and then while it is warm (threshold accepting: Dueck, Scheuer 1990). */
static float
draw_slack (BaryDiscSearch *self)
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
try_elsewhere (BaryDiscSearch *self,
               guint           box,
               float           now)
{
  BaryDiscBoard *board = &self->cost.board;
  float x = board->x[box], y = board->y[box];

  for (guint i = 0; i < self->effort->tries; i++)
    {
      double to_x, to_y;
      float limit, cost;

      if (!bary_disc_search_draw (self, box, &to_x, &to_y))
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
swap_boxes (BaryDiscSearch *self,
            guint           a,
            guint           b)
{
  float x = self->cost.board.x[a], y = self->cost.board.y[a];

  bary_disc_board_move (&self->cost.board, a, self->cost.board.x[b], self->cost.board.y[b]);
  bary_disc_board_move (&self->cost.board, b, x, y);
}

static gboolean
is_movable (const BaryDiscSearch *self,
            guint                 box)
{
  const BaryDiscBoard *board = &self->cost.board;

  return (int) (board->cluster->first + box) != board->cluster->centre &&
         (self->effort->firm || !bary_disc_search_node (self, box)->settled) &&
         board->first_tie[box + 1] - board->first_tie[box] <= LARGEST_DEGREE;
}

/* Both in one zone; if firm, each fits where the other is, and they do not come to overlap each other. */
static gboolean
may_swap (const BaryDiscSearch *self,
          guint                 a,
          guint                 b)
{
  const BaryDiscBoard *board = &self->cost.board;

  if (a == b || bary_disc_search_node (self, a)->zone != bary_disc_search_node (self, b)->zone || !is_movable (self, b))
    return FALSE;
  return !self->effort->firm ||
         (bary_disc_search_allows (self, a, board->x[b], board->y[b]) && bary_disc_search_allows (self, b, board->x[a], board->y[a]) &&
          bary_disc_free_is (board, a, b, board->x[b], board->y[b]) &&
          bary_disc_free_is (board, b, a, board->x[a], board->y[a]));
}

/* @cost: of the box where it is, or UNKNOWN. Returns: what it is afterwards. */
static float
try_swap (BaryDiscSearch *self,
          guint           box,
          float           cost)
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

/* What was idle in a sweep is not looked at in the next. @cost: (out): what the box costs, set when it is not idle. */
static gboolean
is_idle (BaryDiscSearch *self,
         guint           box,
         float          *cost)
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
try_all (BaryDiscSearch *self)
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
limit_sweeps (const BaryDiscSearch *self)
{
  double sweep = (double) self->effort->tries * self->cost.board.n * (3.0 * self->cost.board.m + 2.0 * self->cost.board.n);

  return (guint) MIN (self->effort->sweeps, LARGEST_WORK / MAX (sweep, 1));
}

static float
add_costs (const BaryDiscSearch *self)
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
  BaryDiscSearch self = { .sectors = sectors, .effort = effort, .random = bary_turns_seed (cluster->source->id) + start, .rests = rests };
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
