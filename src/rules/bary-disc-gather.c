#include "bary-disc-gather.h"

#include "bary-turns.h"

#include <math.h>
#include <stdlib.h>

#define PUSHES 3        /* in each step */
#define LAST_PUSHES 400
#define PULL 0.015      /* of the way to the middle in the first step, less and less */
#define SOFT_PULL 0.008 /* of few in one flock, which lie close anyway, and of many flocks, which it would mix */
#define FEW 24
#define FLOCK_PULL 0.11
#define WAYS_FLOCK_PULL 0.05 /* the same where ways hold flocks together too */
#define WAYS_FLOCK_SHAPE 1.8 /* these are drawn flat: ties that run along labels, not across, go through fewer */
#define WAYS_RATE 0.25  /* in the first step, less and less */
#define WAYS_TURN 5     /* steps from one pull along ways to the next */
#define REVISION 5      /* steps after which it is looked anew who is near whom */
#define LAST_REVISION 20
#define NEAR 0.5        /* of the mean radius */
#define DENSITY 0.7     /* before they are drawn closer */
#define LONGEST_STEP 0.12 /* in mean radii */
#define LONGEST 1.2     /* that all distances may become longer in the end */
#define LEAST_PUSH 1e-4
#define SLACK 1e-6

typedef struct {
  guint a, b;
} Pair;

typedef struct {
  double x, y, weight;
  double top;
} Middle;

typedef struct {
  BaryPebble *pebbles;
  guint       n;
  Middle     *flocks;
  guint       n_flocks;
  Middle      all;
  GArray     *pairs; /* of Pair: those that are near each other */
  guint      *order; /* from left to right */
  double     *xs, *ys; /* of pebbles, for ways */
  double      shape; /* the square root of it */
  double      pull, flock_pull, flock_shape, longest_step;
  gboolean    even;  /* large ones give way as well as small ones, so that none stays caught between them */
} Gathering;

static double
weigh (const BaryPebble *it)
{
  return (it->half_width + it->radius) * (it->half_height + it->radius) + SLACK;
}

static void
add_to_middle (Middle           *middle,
               const BaryPebble *it)
{
  double weight = weigh (it);

  middle->x += weight * it->x;
  middle->y += weight * it->y;
  middle->weight += weight;
  middle->top = MIN (middle->top, it->y - it->half_height - it->radius);
}

static void
close_middle (Middle *middle)
{
  middle->x /= MAX (middle->weight, SLACK);
  middle->y /= MAX (middle->weight, SLACK);
}

static void
find_middles (Gathering *self)
{
  self->all = (Middle) { 0 };
  for (guint i = 0; i < self->n_flocks; i++)
    self->flocks[i] = (Middle) { 0 };
  for (guint i = 0; i < self->n; i++)
    {
      add_to_middle (&self->all, &self->pebbles[i]);
      if (self->pebbles[i].flock >= 0 && !self->pebbles[i].above)
        add_to_middle (&self->flocks[self->pebbles[i].flock], &self->pebbles[i]);
    }
  close_middle (&self->all);
  for (guint i = 0; i < self->n_flocks; i++)
    close_middle (&self->flocks[i]);
}

/* No step is so long that pebbles could pass through each other. */
static void
pull_in (Gathering *self,
         double     share)
{
  find_middles (self);
  for (guint i = 0; i < self->n; i++)
    {
      BaryPebble *it = &self->pebbles[i];
      double dx = 0, dy = 0, length;

      if (!it->above)
        {
          dx = (self->all.x - it->x) * self->pull * share / self->shape;
          dy = (self->all.y - it->y) * self->pull * share * self->shape;
        }

      if (it->flock >= 0)
        {
          const Middle *flock = &self->flocks[it->flock];

          dx += (flock->x - it->x) * self->flock_pull / self->flock_shape * share;
          dy += ((it->above ? flock->top : flock->y) - it->y) * self->flock_pull * (it->above ? 1 : self->flock_shape) * share;
        }
      length = bary_turns_length (dx, dy);
      if (length > self->longest_step)
        {
          dx *= self->longest_step / length;
          dy *= self->longest_step / length;
        }
      it->x += dx;
      it->y += dy;
    }
}

static void
pull_along_ways (Gathering *self,
                 BaryWays  *ways,
                 double     rate)
{
  guint n = bary_ways_count (ways);

  for (guint i = 0; i < n; i++)
    {
      self->xs[i] = self->pebbles[i].x;
      self->ys[i] = self->pebbles[i].y;
    }
  bary_ways_pull (ways, self->xs, self->ys, bary_ways_find_unit (ways, self->xs, self->ys), rate);
  for (guint i = 0; i < n; i++)
    {
      self->pebbles[i].x = self->xs[i];
      self->pebbles[i].y = self->ys[i];
    }
}

/* All at once as far as they fill the area that they need: a full disc has half of its squared radius for the mean of
 * squared distances. */
static void
shrink (Gathering *self)
{
  double spread = 0, factor;

  find_middles (self);
  for (guint i = 0; i < self->n; i++)
    {
      double dx = self->pebbles[i].x - self->all.x, dy = self->pebbles[i].y - self->all.y;

      spread += weigh (&self->pebbles[i]) * (dx * dx + dy * dy) / self->all.weight;
    }
  factor = spread > SLACK ? sqrt (self->all.weight / DENSITY / 2 / spread) : 1;
  factor = MAX (factor, 0.935);
  for (guint i = 0; i < self->n && factor < 1; i++)
    {
      self->pebbles[i].x = self->all.x + (self->pebbles[i].x - self->all.x) * factor;
      self->pebbles[i].y = self->all.y + (self->pebbles[i].y - self->all.y) * factor;
    }
}

static double
reach (const BaryPebble *it)
{
  return it->half_width + it->radius;
}

static int
compare_left (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const BaryPebble *pebbles = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (pebbles[i].x != pebbles[j].x)
    return pebbles[i].x < pebbles[j].x ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
find_pairs (Gathering *self)
{
  double widest = 0, near = 0;

  g_array_set_size (self->pairs, 0);
  for (guint i = 0; i < self->n; i++)
    {
      widest = MAX (widest, reach (&self->pebbles[i]));
      near += NEAR * self->pebbles[i].radius / self->n;
    }
  g_qsort_with_data (self->order, (int) self->n, sizeof (guint), compare_left, self->pebbles);
  for (guint i = 1; i < self->n; i++)
    for (guint j = i; j-- > 0;)
      {
        Pair pair = { self->order[i], self->order[j] };
        const BaryPebble *a = &self->pebbles[pair.a], *b = &self->pebbles[pair.b];

        if (a->x - b->x > reach (a) + widest + near)
          break;
        if (a->x - b->x < reach (a) + reach (b) + near &&
            fabs (a->y - b->y) < a->half_height + a->radius + b->half_height + b->radius + near)
          g_array_append_val (self->pairs, pair);
      }
}

/* How far two overlap; @dx, @dy: (out): the direction from a to b, of length 1. */
static double
measure_overlap (const BaryPebble *a,
                 const BaryPebble *b,
                 double           *dx,
                 double           *dy)
{
  double x = b->x - a->x, y = b->y - a->y, sum = a->radius + b->radius;
  double off_x = fabs (x) - a->half_width - b->half_width, off_y = fabs (y) - a->half_height - b->half_height;
  double out_x = MAX (off_x, 0), out_y = MAX (off_y, 0), square = out_x * out_x + out_y * out_y, distance;

  if (square >= sum * sum)
    return 0;
  distance = sqrt (square);
  if (distance > SLACK)
    {
      *dx = copysign (out_x / distance, x);
      *dy = copysign (out_y / distance, y);
      return sum - distance;
    }
  /* The boxes themselves overlap: the shorter way out. */
  *dx = off_x > off_y ? copysign (1, x) : 0;
  *dy = off_x > off_y ? 0 : copysign (1, y);
  return sum - MAX (off_x, off_y);
}

/* Returns: the widest overlap, in radii. */
static double
push_apart (Gathering *self)
{
  double widest = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      BaryPebble *a = &self->pebbles[pair->a], *b = &self->pebbles[pair->b];
      double dx, dy, push = measure_overlap (a, b, &dx, &dy), share;

      if (push <= 0)
        continue;
      widest = MAX (widest, push / (a->radius + b->radius));
      share = self->even ? 0.5 : weigh (b) / (weigh (a) + weigh (b));
      a->x -= dx * push * share;
      a->y -= dy * push * share;
      b->x += dx * push * (1 - share);
      b->y += dy * push * (1 - share);
    }
  return widest;
}

static void
push_hard (Gathering *self)
{
  self->even = TRUE;
  for (guint i = 0; i < LAST_PUSHES; i++)
    {
      if (i % LAST_REVISION == 0)
        find_pairs (self);
      if (push_apart (self) < LEAST_PUSH)
        break;
    }
}

/* The factor that leaves a pair without an overlap, by halving. */
static double
find_factor (const BaryPebble *a,
             const BaryPebble *b)
{
  double low = 1, high = LONGEST * 2;

  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2, dx, dy;
      BaryPebble from = *a, to = *b;

      from.x *= middle;
      from.y *= middle;
      to.x *= middle;
      to.y *= middle;
      if (measure_overlap (&from, &to, &dx, &dy) > 0)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static void
pack_as_circles (Gathering *self)
{
  g_autofree BaryCircle *circles = g_new (BaryCircle, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      const BaryPebble *it = &self->pebbles[i];

      circles[i] = (BaryCircle) { it->x, it->y, it->radius + bary_turns_length (it->half_width, it->half_height) };
    }
  bary_disc_pack_apart (circles, self->n, 0);
  for (guint i = 0; i < self->n; i++)
    {
      self->pebbles[i].x = circles[i].x;
      self->pebbles[i].y = circles[i].y;
    }
}

static void
end_overlaps (Gathering *self)
{
  double factor = 1, dx, dy;

  find_pairs (self);
  for (guint i = 0; i < self->pairs->len && factor <= LONGEST; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      const BaryPebble *a = &self->pebbles[pair->a], *b = &self->pebbles[pair->b];

      if (measure_overlap (a, b, &dx, &dy) > 0)
        factor = MAX (factor, find_factor (a, b));
    }
  if (factor > LONGEST)
    {
      pack_as_circles (self);
      return;
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->pebbles[i].x *= factor;
      self->pebbles[i].y *= factor;
    }
}

void
bary_disc_gather (BaryPebble           *pebbles,
                  guint                 n,
                  const BaryGatherPlan *plan)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree double *xs = g_new (double, 2 * (gsize) n + 1);
  g_autofree Middle *flocks = NULL;
  Gathering self = { pebbles, n, .pairs = pairs, .order = order, .xs = xs, .ys = xs + n, .shape = sqrt (plan->shape) };

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      self.n_flocks = MAX (self.n_flocks, (guint) (pebbles[i].flock + 1));
      self.longest_step += LONGEST_STEP * pebbles[i].radius / n;
    }
  self.pull = plan->pull * ((n > FEW || self.n_flocks > 1) && self.n_flocks <= FEW ? PULL : SOFT_PULL);
  self.flock_pull = plan->ways != NULL ? WAYS_FLOCK_PULL : FLOCK_PULL;
  self.flock_shape = plan->ways != NULL ? WAYS_FLOCK_SHAPE : 1;
  self.flocks = flocks = g_new0 (Middle, self.n_flocks + 1);
  shrink (&self);
  for (guint step = 0; step < plan->steps; step++)
    {
      double share = 1 - (double) step / plan->steps;

      pull_in (&self, share);
      if (plan->ways != NULL && step % WAYS_TURN == 0)
        pull_along_ways (&self, plan->ways, WAYS_RATE * share);
      if (step % REVISION == 0)
        find_pairs (&self);
      for (guint i = 0; i < PUSHES; i++)
        push_apart (&self);
    }
  if (!plan->draft)
    {
      push_hard (&self);
      end_overlaps (&self);
    }
}
