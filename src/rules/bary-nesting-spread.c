#include "bary-nesting-private.h"

#include "bary-turns.h"

#include <math.h>

#define LARGEST 64      /* units: more take too long */
#define ROUNDS 15       /* until the whole is turned */
#define LAST_ROUNDS 30
#define STEP 0.7        /* of the way to where stress is least */
#define PUSHES 4        /* in each round */
#define SHAPE 1.3       /* width to height; it is drawn wider later */
#define THINNEST 0.6    /* to that */
#define WIDEST 1.6
#define ROUND 0.82      /* of two places in a disc: the squared mean distance to the mean of its squares */
#define SLACK 1e-9

/* All sums are over pairs of nodes. */
typedef struct {
  BaryCircle *circles;
  guint       n;
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

  *self = (Spreading) { first->circles, n, .stretch = work->stretch };
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

/* The length of a tie with which stress is least as all stands: Σ (l/d)² by Σ l/d. */
static double
find_unit (const Spreading *self)
{
  double squares = 0, lengths = 0;

  for (guint i = 0; i < self->n; i++)
    {
      gsize row = (gsize) i * self->n;

      squares += self->squares[row + i] * 2 * self->spreads[i];
      lengths += self->lengths[row + i] * sqrt (2 * ROUND * self->spreads[i]);
      for (guint j = 0; j < i; j++)
        {
          double dx, dy, length = look_across (self, i, j, &dx, &dy);

          squares += self->squares[row + j] * (length * length + (self->spreads[i] + self->spreads[j]) / 2);
          lengths += self->lengths[row + j] * length;
        }
    }
  return lengths > 0 ? squares / lengths : 1;
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
        double dx = b->x - a->x, dy = b->y - a->y, distance = bary_turns_length (dx, dy) + SLACK;
        double push = (a->radius + b->radius - distance) / 2 / distance;

        if (push <= 0)
          continue;
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

/* Not flattened, so that no way becomes longer. */
static void
turn (const Spreading *self)
{
  for (guint i = 0; i < self->n; i++)
    self->circles[i].x *= self->stretch;
  bary_nesting_shape_turn (self->circles, self->n, 1);
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
  turn (&spreading);
  /* What is too high yet is reckoned narrower than it is, and so becomes wider. */
  shape = bary_nesting_shape_measure (spreading.circles, spreading.n, spreading.stretch);
  spreading.stretch *= CLAMP (shape / SHAPE, THINNEST, WIDEST);
  descend (&spreading, LAST_ROUNDS);
  spreading_clear (&spreading);
}
