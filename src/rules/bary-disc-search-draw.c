#include "bary-disc-search-private.h"

#include "bary-disc-free.h"
#include "bary-turns.h"

#include <math.h>

#define RIM 0.9f        /* radii: nothing is drawn to farther out */
#define AMID 0.2        /* radii about what a member is tied to */
#define INSIDE 1e-4     /* so that what is pulled to the rim is not beyond it */

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
limit_of (const BaryDiscSearch *self,
          const BaryLayoutZone *zone)
{
  if (!self->effort->firm)
    return self->cost.radius * 1.02;
  return zone != NULL ? zone->outer - self->cost.board.work->spacing.gap_y : self->cost.radius;
}

gboolean
bary_disc_search_allows (const BaryDiscSearch *self,
                         guint                 box,
                         double                x,
                         double                y)
{
  const BaryWorkNode *node = bary_disc_search_node (self, box);
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
draw_in_zone (BaryDiscSearch *self,
              guint           box,
              double         *x,
              double         *y)
{
  const BaryWorkNode *node = bary_disc_search_node (self, box);
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cost.board.cluster->zones[node->zone] : NULL;
  double share = bary_turns_share (&self->random), radius = sqrt (bary_turns_share (&self->random)) * self->cost.radius;

  bary_turns_point (zone != NULL ? zone->start + share * (zone->end - zone->start) : share * 2 * G_PI, x, y);
  *x *= radius;
  *y *= radius;
}

static void
draw_near (BaryDiscSearch *self,
           guint           box,
           double         *x,
           double         *y)
{
  *x = self->cost.board.x[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->cost.radius;
  *y = self->cost.board.y[box] + (bary_turns_share (&self->random) - 0.5) * 0.5 * self->cost.radius;
}

/* To the left or right of a member that it is tied to: such a tie runs through no label, and crosses few others. */
static gboolean
draw_beside (BaryDiscSearch *self,
             guint           box,
             double         *x,
             double         *y)
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
draw_amid (BaryDiscSearch *self,
           guint           box,
           double         *x,
           double         *y)
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

/* From beyond the rim to the rim; in a disc that is alone, from another sector to the border of its own as well. */
static void
pull_inside (const BaryDiscSearch *self,
             guint                 box,
             double               *x,
             double               *y)
{
  const BaryWorkNode *node = bary_disc_search_node (self, box);
  const BaryLayoutZone *zone = node->zone >= 0 ? &self->cost.board.cluster->zones[node->zone] : NULL;
  BaryFlatBox there = { *x, *y, node->box.half_width, node->box.half_height };
  double share;

  if (zone != NULL && self->cost.board.work->alone)
    bary_disc_sector_pull_in (&self->sectors[node->zone], &there, TRUE);
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
find_free (BaryDiscSearch *self,
           guint           box,
           double         *x,
           double          y)
{
  const BaryDiscBoard *board = &self->cost.board;
  float from_x = (float) *x, to_x = from_x;
  gboolean found = self->effort->slides ? bary_disc_free_find (board, box, &to_x, (float) y)
                                        : bary_disc_free_is (board, box, box, to_x, (float) y);

  *x = to_x;
  return found && (to_x == from_x || bary_disc_search_allows (self, box, to_x, y));
}

gboolean
bary_disc_search_draw (BaryDiscSearch *self,
                       guint           box,
                       double         *x,
                       double         *y)
{
  guint64 draw = bary_turns_draw (&self->random), kind = draw & (self->effort->firm ? 3 : 1);

  if ((draw >> 32) % 3 != 0 || !draw_amid (self, box, x, y))
    {
      if (kind == 0)
        draw_in_zone (self, box, x, y);
      else if (kind == 1 || !draw_beside (self, box, x, y))
        draw_near (self, box, x, y);
    }
  /* Of many nodes this takes too long, and clusters that touch each other are harder to tell apart. */
  if (self->cost.board.work->n_nodes <= BARY_LAYOUT_FEW)
    pull_inside (self, box, x, y);
  return bary_disc_search_allows (self, box, *x, *y) && (!self->effort->firm || find_free (self, box, x, *y));
}
