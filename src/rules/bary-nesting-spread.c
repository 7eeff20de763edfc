#include "bary-nesting-private.h"

#include "bary-disc-bonds.h"
#include "bary-turns.h"

#include <math.h>
#include <string.h>

#define LARGEST 64      /* units: more take too long */
#define ROUNDS 15       /* until the whole is turned */
#define LAST_ROUNDS 30
#define STEP 0.7        /* of the way to where stress is least */
#define PUSHES 4        /* in each round */
#define SHAPE 1.3       /* width to height; it is drawn wider later */
#define THINNEST 0.6    /* to that */
#define WIDEST 1.6
#define ROUND 0.82      /* of two places in a disc: the squared mean distance to the mean of its squares */
#define CROSSED 1.3     /* in stress: a crossing of ties between clusters */
#define PASSES 3        /* of swaps */
#define ROUNDS_SWAPPED 8
#define HOPELESS 0.01   /* worse by that part before anything has moved, and a swap is given up */
#define MOST_SWAPPED 30000 /* pairs of units, over all swaps */
#define SLACK 1e-9

/* All sums are over pairs of nodes. */
typedef struct {
  const BaryNestingLevel *level;
  BaryCircle *circles;
  guint       n, n_clusters;
  double     *squares;  /* n × n, from unit to unit: 1 / ways² */
  double     *lengths;  /* the same: 1 / ways */
  double     *spreads;  /* of the nodes of a unit: the mean square about the middle */
  double      stretch;
} Spreading;

/* Where members go is not known yet: they are taken to lie evenly in their discs. */
static void
spreading_init (Spreading              *self,
                const BaryNesting      *nesting,
                const BaryStressTables *tables)
{
  const BaryLayoutWork *work = nesting->work;
  const BaryNestingLevel *first = &nesting->levels[0];
  guint n = first->n;

  *self = (Spreading) { first, first->circles, n, work->n_clusters, .stretch = work->stretch };
  self->squares = g_new0 (double, 2 * (gsize) n * n + n + 1);
  self->lengths = self->squares + (gsize) n * n;
  self->spreads = self->lengths + (gsize) n * n;
  for (guint i = 0; i < n; i++)
    {
      double radius = i < work->n_clusters ? work->clusters[i].radius : 0;

      self->spreads[i] = radius * radius * (work->stretch * work->stretch + 1) / 4;
      bary_stress_tables_add_up (tables, i, &self->squares[(gsize) i * n], &self->lengths[(gsize) i * n]);
    }
}

static void
spreading_clear (Spreading *self)
{
  g_free (self->squares);
}

/* From one circle to another, not flattened. Returns: the length of the ways between their nodes, as one. */
static double
look_across (const Spreading *self,
             guint            a,
             guint            b,
             double          *dx,
             double          *dy)
{
  *dx = (self->circles[b].x - self->circles[a].x) * self->stretch;
  *dy = self->circles[b].y - self->circles[a].y;
  return sqrt (*dx * *dx + *dy * *dy + (self->spreads[a] + self->spreads[b]) / 2) + SLACK;
}

/* Σ (l/d)² and Σ l/d. */
static void
add_up (const Spreading *self,
        double          *squares,
        double          *lengths)
{
  *squares = *lengths = 0;
  for (guint i = 0; i < self->n; i++)
    {
      gsize row = (gsize) i * self->n;

      *squares += self->squares[row + i] * 2 * self->spreads[i];
      *lengths += self->lengths[row + i] * sqrt (2 * ROUND * self->spreads[i]);
      for (guint j = 0; j < i; j++)
        {
          double dx, dy, length = look_across (self, i, j, &dx, &dy);

          *squares += self->squares[row + j] * (length * length + (self->spreads[i] + self->spreads[j]) / 2);
          *lengths += self->lengths[row + j] * length;
        }
    }
}

/* The length of a tie with which stress is least as all stands. */
static double
find_unit (const Spreading *self)
{
  double squares, lengths;

  add_up (self, &squares, &lengths);
  return lengths > 0 ? squares / lengths : 1;
}

/* With that length, but for the number of pairs. */
static double
find_stress (const Spreading *self)
{
  double squares, lengths;

  add_up (self, &squares, &lengths);
  return squares > 0 ? -lengths * lengths / squares : 0;
}

/* Towards the least of the parabola that touches stress from above (majorization: Gansner, Koren, North 2005). */
static void
move_circle (const Spreading *self,
             guint            circle,
             double           unit)
{
  double x = 0, y = 0, weight = SLACK;

  for (guint i = 0; i < self->n; i++)
    {
      gsize pair = (gsize) circle * self->n + i;
      double dx, dy, length, pull;

      if (i == circle)
        continue;
      length = look_across (self, circle, i, &dx, &dy);
      pull = self->squares[pair] - self->lengths[pair] * unit / length;
      x += pull * dx;
      y += pull * dy;
      weight += self->squares[pair];
    }
  self->circles[circle].x += STEP * x / weight / self->stretch;
  self->circles[circle].y += STEP * y / weight;
}

static void
push_apart (const Spreading *self)
{
  for (guint i = 1; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      {
        BaryCircle *a = &self->circles[i], *b = &self->circles[j];
        double dx = b->x - a->x, dy = b->y - a->y, sum = a->radius + b->radius, distance, push;

        if (dx * dx + dy * dy >= sum * sum)
          continue;
        distance = bary_turns_length (dx, dy) + SLACK;
        push = (sum - distance) / 2 / distance;
        a->x -= push * dx;
        a->y -= push * dy;
        b->x += push * dx;
        b->y += push * dy;
      }
}

static void
descend (const Spreading *self,
         guint            rounds)
{
  for (guint round = 0; round < rounds; round++)
    {
      double unit = find_unit (self);

      for (guint i = 0; i < self->n; i++)
        move_circle (self, i, unit);
      for (guint i = 0; i < PUSHES; i++)
        push_apart (self);
    }
}

typedef struct {
  BaryCircle *circles;
  double      stress, cost;
} Best;

/* Returns: whether two clusters had better change places. */
static gboolean
try_swap (const Spreading *self,
          Best            *best,
          guint            a,
          guint            b)
{
  const GArray *bonds = self->level->bonds;
  double stress = best->stress, cost = best->cost;

  bary_circle_swap (&self->circles[a], &self->circles[b]);
  if (find_stress (self) < best->stress * (1 - HOPELESS))
    {
      descend (self, ROUNDS_SWAPPED);
      stress = find_stress (self);
      cost = stress + CROSSED * bary_disc_bonds_cost (self->circles, self->n, (const BaryBond *) bonds->data, bonds->len,
                                                      self->level->loads, (best->cost - stress) / CROSSED);
    }
  if (cost >= best->cost)
    {
      memcpy (self->circles, best->circles, self->n * sizeof (BaryCircle));
      return FALSE;
    }
  memcpy (best->circles, self->circles, self->n * sizeof (BaryCircle));
  *best = (Best) { best->circles, stress, cost };
  return TRUE;
}

static void
swap_clusters (const Spreading *self)
{
  const GArray *bonds = self->level->bonds;
  g_autofree BaryCircle *circles = g_memdup2 (self->circles, (self->n + 1) * sizeof (BaryCircle));
  Best best = { circles, find_stress (self) };
  guint left = MOST_SWAPPED / (self->n * self->n);
  gboolean better = TRUE;

  best.cost = best.stress + CROSSED * bary_disc_bonds_cost (circles, self->n, (const BaryBond *) bonds->data, bonds->len,
                                                            self->level->loads, G_MAXDOUBLE);
  for (guint pass = 0; pass < PASSES && better; pass++)
    {
      better = FALSE;
      for (guint i = 1; i < self->n_clusters; i++)
        for (guint j = 0; j < i && left > 0; j++, left--)
          better = try_swap (self, &best, i, j) || better;
    }
}

/* Not flattened, so that no way becomes longer. */
static void
turn (const Spreading *self,
      double           shape)
{
  for (guint i = 0; i < self->n; i++)
    self->circles[i].x *= self->stretch;
  bary_nesting_shape_turn (self->circles, self->n, 1, shape);
  for (guint i = 0; i < self->n; i++)
    self->circles[i].x /= self->stretch;
}

void
bary_nesting_descend (BaryNesting            *self,
                      const BaryStressTables *tables)
{
  Spreading spreading;
  double shape;

  if (self->levels[0].n > LARGEST)
    return;
  spreading_init (&spreading, self, tables);
  descend (&spreading, ROUNDS);
  swap_clusters (&spreading);
  turn (&spreading, self->work->spacing.shape);
  /* What is too high yet is reckoned narrower than it is, and so becomes wider. */
  shape = bary_nesting_shape_measure (spreading.circles, spreading.n, spreading.stretch);
  spreading.stretch *= CLAMP (shape / SHAPE, THINNEST, WIDEST);
  descend (&spreading, LAST_ROUNDS);
  spreading_clear (&spreading);
}
