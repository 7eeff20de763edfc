#include "bary-disc-cost.h"

#include "bary-disc-count.h"

#include <math.h>

#define RIM 35         /* for a box that sticks out by the radius */
#define WIDEST 1.85f   /* of a cluster alone, width to height: about as a screen is */
#define NARROWEST 1.3f

struct _BaryDiscWeights {
  float hit;     /* a tie through a label */
  float overlap; /* two labels that overlap */
  float length;  /* a tie as long as the radius */
  float inside;  /* a member of level 3 that is nearer than its radius by the whole of it */
  float near;    /* a member as far as the radius, for each weight above the usual */
  float gather;  /* a member as far as the radius */
  float stress;  /* a distance that is twice what it had better be, or nothing */
  float shape;   /* for all that is wider by as much as it is high */
};

static const BaryDiscWeights among_many = { 0.8f, 0.86f, 0.34f, 0.49f, 1.2f, 1.8f, 0 };
static const BaryDiscWeights among_few = { 0.6f, 0.86f, 0.34f, 0.49f, 1.2f, 1.8f, 0.8f };
static const BaryDiscWeights alone = { 0.5f, 1.2f, 0.05f, 0.1f, 0.4f, 1, 0, 5 };
static const BaryDiscWeights firm_among_few = { 1.08f, 0, 0.8f, 0.3f, 0.4f, 4.6f, 0.36f };
static const BaryDiscWeights firm_alone = { 0.6f, 0, 0.2f, 0.3f, 0.4f, 1.5f, 0, 10 };
static const BaryDiscWeights firm_else = { 1.2f, 0, 0.4f, 0.3f, 0.4f, 2.8f, 0 };

static const BaryDiscWeights *
choose_weights (const BaryLayoutWork *work,
                gboolean              firm,
                gboolean              stress)
{
  if (stress)
    return firm ? &firm_among_few : &among_few;
  if (work->alone)
    return firm ? &firm_alone : &alone;
  return firm ? &firm_else : &among_many;
}

void
bary_disc_cost_init (BaryDiscCost           *self,
                     BaryLayoutWork         *work,
                     BaryWorkCluster        *cluster,
                     const GArray           *long_ties,
                     gboolean                firm,
                     double                  full,
                     const BaryStressTables *tables)
{
  *self = (BaryDiscCost) { .weights = choose_weights (work, firm, tables != NULL) };
  bary_disc_board_init (&self->board, work, cluster, long_ties, firm);
  if (tables != NULL)
    bary_disc_stress_init (&self->stress, tables, cluster);
  self->radius = (float) (cluster->radius - (firm ? work->spacing.gap_y : 0));
  self->rim = full > 0 ? bary_disc_board_measure_radius (&self->board, full) : 0;
}

void
bary_disc_cost_clear (BaryDiscCost *self)
{
  bary_disc_board_clear (&self->board);
  bary_disc_stress_clear (&self->stress);
}

/* What the width is too much or too little, in heights; rings have their shape. */
static float
measure_excess (const BaryDiscBoard *board)
{
  float aspect = bary_disc_board_measure_aspect (board);

  return MAX (aspect - WIDEST, 0) + MAX (NARROWEST - aspect, 0);
}

static float
cost_of_place (const BaryDiscCost *self,
               guint               box)
{
  const BaryDiscBoard *board = &self->board;
  const BaryWorkNode *node = bary_disc_cost_node (self, box);
  float radius = sqrtf (board->x[box] * board->x[box] + board->y[box] * board->y[box]) / self->radius;
  const BaryDiscWeights *weights = self->weights;
  float cost = weights->gather * radius * radius;

  if (self->rim > 0)
    cost += RIM * bary_disc_board_measure_outside (board, box, self->rim) / self->radius;
  if (weights->overlap > 0)
    cost += weights->overlap * (float) bary_disc_count_overlaps (board, box);
  if (weights->stress > 0)
    cost += weights->stress * bary_disc_stress_of (&self->stress, board, box);
  if (node->level >= 3)
    cost += weights->inside * MAX (0.7f - radius, 0);
  else
    cost += weights->near * radius * (float) MAX (node->weight - 0.9, 0);
  return cost;
}

static float
add_lengths (const BaryDiscBoard *board,
             guint                box)
{
  float lengths = 0;

  for (guint i = board->first_tie[box]; i < board->first_tie[box + 1]; i++)
    {
      guint tie = board->tie_list[i];
      float dx = board->bx[tie] - board->ax[tie], dy = board->by[tie] - board->ay[tie];

      lengths += sqrtf (dx * dx + dy * dy);
    }
  return lengths;
}

/* What is reckoned fast comes first: most places are given up before all is counted. */
float
bary_disc_cost_below (const BaryDiscCost *self,
                      guint               box,
                      float               limit)
{
  const BaryDiscWeights *weights = self->weights;
  float cost = cost_of_place (self, box) + weights->length * add_lengths (&self->board, box) / self->radius;

  cost = bary_disc_count_ties (&self->board, box, weights->hit, cost, limit);
  if (cost < limit && weights->shape > 0 && !self->board.cluster->levels)
    cost += weights->shape * measure_excess (&self->board);
  return cost;
}

float
bary_disc_cost_of (const BaryDiscCost *self,
                   guint               box)
{
  return bary_disc_cost_below (self, box, G_MAXFLOAT);
}
