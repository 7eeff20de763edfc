#include "bary-disc-pack.h"

#include "bary-turns.h"

#include <math.h>

#define DENSITY 0.82       /* of circles packed well */
#define LARGEST_STRESS 160 /* circles: more are only packed */
#define SHRINK 0.75
#define CENTRE 0.35
#define SWEEPS 30
#define SLACK 1e-6

static void
find_ways (double           *ways,
           const BaryCircle *circles,
           guint             n,
           const BaryBond   *bonds,
           guint             n_bonds)
{
  double far = 0;

  for (guint i = 0; i < n * n; i++)
    ways[i] = i % (n + 1) == 0 ? 0 : G_MAXDOUBLE;
  for (guint i = 0; i < n_bonds; i++)
    {
      const BaryBond *bond = &bonds[i];
      double length = (circles[bond->a].radius + circles[bond->b].radius) * (1 + 3.0 / MAX (bond->count, 1));

      ways[bond->a * n + bond->b] = ways[bond->b * n + bond->a] = MIN (ways[bond->a * n + bond->b], length);
    }
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n && ways[i * n + k] < G_MAXDOUBLE; j++)
        if (ways[k * n + j] < G_MAXDOUBLE && ways[i * n + k] + ways[k * n + j] < ways[i * n + j])
          ways[i * n + j] = ways[i * n + k] + ways[k * n + j];
  for (guint i = 0; i < n * n; i++)
    if (ways[i] < G_MAXDOUBLE)
      far = MAX (far, ways[i]);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (ways[i * n + j] == G_MAXDOUBLE)
        ways[i * n + j] = far + 4 * (circles[i].radius + circles[j].radius);
}

static void
pull_pair (BaryCircle *a,
           BaryCircle *b,
           double      way,
           double      step)
{
  double dx = a->x - b->x, dy = a->y - b->y, length = bary_turns_length (dx, dy);
  double share = MIN (step / (way * way), 1), move;

  if (way <= 0)
    return;
  if (length < SLACK)
    {
      dx = SLACK;
      length = SLACK;
    }
  move = share * (length - way) / 2 / length;
  a->x -= move * dx;
  a->y -= move * dy;
  b->x += move * dx;
  b->y += move * dy;
}

static void
descend (BaryCircle   *circles,
         guint         n,
         const double *ways,
         guint64       random)
{
  guint n_pairs = n * (n - 1) / 2;
  g_autofree guint *pairs = g_new (guint, n_pairs + 1);
  double largest = 0, least = G_MAXDOUBLE, step, decay;
  guint count = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        pairs[count++] = i * n + j;
        largest = MAX (largest, ways[i * n + j]);
        least = MIN (least, ways[i * n + j]);
      }
  /* From the square of the longest way down to a tenth of the square of the shortest, by the same factor each time;
   * the factor is found by halving, as there is no need for logarithms. */
  step = largest * largest;
  decay = 1;
  for (double low = 0, high = 1; high - low > 1e-4; decay = (low + high) / 2)
    {
      double end = step;

      for (guint i = 0; i < SWEEPS; i++)
        end *= (low + high) / 2;
      if (end < 0.1 * least * least)
        low = (low + high) / 2;
      else
        high = (low + high) / 2;
    }
  for (guint sweep = 0; sweep < SWEEPS; sweep++, step *= decay)
    {
      for (guint i = n_pairs; i > 1; i--)
        {
          guint j = (guint) (bary_turns_draw (&random) % i), pair = pairs[i - 1];

          pairs[i - 1] = pairs[j];
          pairs[j] = pair;
        }
      for (guint i = 0; i < n_pairs; i++)
        pull_pair (&circles[pairs[i] / n], &circles[pairs[i] % n], ways[pairs[i]], step);
    }
}

void
bary_disc_pack_by_stress (BaryCircle     *circles,
                          guint           n,
                          const BaryBond *bonds,
                          guint           n_bonds,
                          const guint64  *seeds)
{
  g_autofree double *ways = NULL;
  guint64 random = 0;
  double size = 0;

  for (guint i = 0; i < n; i++)
    size += circles[i].radius * circles[i].radius;
  for (guint i = 0; i < n; i++)
    {
      guint64 seed = seeds[i];

      random ^= seed;
      circles[i].x = (bary_turns_share (&seed) - 0.5) * 2 * sqrt (size);
      circles[i].y = (bary_turns_share (&seed) - 0.5) * 2 * sqrt (size);
    }
  if (n < 2 || n > LARGEST_STRESS)
    return;
  ways = g_new (double, (gsize) n * n);
  find_ways (ways, circles, n, bonds, n_bonds);
  descend (circles, n, ways, random);
}

typedef struct {
  guint  index;
  double distance;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static BaryCircle
find_middle (const BaryCircle *circles,
             guint             n)
{
  BaryCircle middle = { 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      double weight = circles[i].radius * circles[i].radius + SLACK;

      middle.x += weight * circles[i].x;
      middle.y += weight * circles[i].y;
      middle.radius += weight;
    }
  middle.x /= MAX (middle.radius, SLACK);
  middle.y /= MAX (middle.radius, SLACK);
  return middle;
}

typedef struct {
  BaryCircle *placed;
  guint       n_placed;
  guint      *near;
  guint       n_near;
  BaryCircle  middle, wish, best;
  double      best_cost;
} Pack;

static void
try_place (Pack   *self,
           double  x,
           double  y)
{
  double dx = x - self->wish.x, dy = y - self->wish.y;
  double cost = bary_turns_length (dx, dy) + CENTRE * bary_turns_length (x - self->middle.x, y - self->middle.y);

  if (cost >= self->best_cost)
    return;
  for (guint i = 0; i < self->n_near; i++)
    {
      const BaryCircle *other = &self->placed[self->near[i]];
      double sum = other->radius + self->wish.radius - SLACK, ox = other->x - x, oy = other->y - y;

      if (ox * ox + oy * oy < sum * sum)
        return;
    }
  self->best_cost = cost;
  self->best = (BaryCircle) { x, y, self->wish.radius };
}

/* Touching one, on the side of the wish. */
static void
try_beside (Pack             *self,
            const BaryCircle *one)
{
  double dx = self->wish.x - one->x, dy = self->wish.y - one->y, length = bary_turns_length (dx, dy);
  double sum = one->radius + self->wish.radius;

  if (length < SLACK)
    {
      dx = 0;
      dy = length = 1;
    }
  try_place (self, one->x + dx / length * sum, one->y + dy / length * sum);
}

/* Touching two: where the circles round them at the right distances meet. */
static void
try_between (Pack             *self,
             const BaryCircle *a,
             const BaryCircle *b)
{
  double dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
  double from_a = a->radius + self->wish.radius, from_b = b->radius + self->wish.radius;
  double along, across;

  if (square < SLACK || square > (from_a + from_b) * (from_a + from_b))
    return;
  along = (square + from_a * from_a - from_b * from_b) / (2 * square);
  across = from_a * from_a / square - along * along;
  if (across < 0)
    return;
  across = sqrt (across);
  try_place (self, a->x + along * dx - across * dy, a->y + along * dy + across * dx);
  try_place (self, a->x + along * dx + across * dy, a->y + along * dy - across * dx);
}

static gboolean
place_within (Pack   *self,
              double  reach)
{
  self->n_near = 0;
  self->best_cost = G_MAXDOUBLE;
  for (guint i = 0; i < self->n_placed; i++)
    {
      const BaryCircle *other = &self->placed[i];

      if (bary_turns_length (other->x - self->wish.x, other->y - self->wish.y) < reach + other->radius)
        self->near[self->n_near++] = i;
    }
  if (self->n_placed == 0)
    try_place (self, self->wish.x, self->wish.y);
  for (guint i = 0; i < self->n_near; i++)
    {
      try_beside (self, &self->placed[self->near[i]]);
      for (guint j = 0; j < i; j++)
        try_between (self, &self->placed[self->near[i]], &self->placed[self->near[j]]);
    }
  /* What lies beyond the reach was not looked at, so only places well within it count. */
  return self->best_cost < G_MAXDOUBLE && (self->n_near == self->n_placed ||
         bary_turns_length (self->best.x - self->wish.x, self->best.y - self->wish.y) + self->wish.radius <= reach);
}

/* Rounding may spoil every touching place; to the right of all there is one. */
static void
place_outside (Pack *self)
{
  self->best = self->wish;
  for (guint i = 0; i < self->n_placed; i++)
    self->best.x = MAX (self->best.x, self->placed[i].x + self->placed[i].radius + self->wish.radius);
}

void
bary_disc_pack_apart (BaryCircle *circles,
                      guint       n,
                      guint       n_fixed)
{
  g_autofree Turn *turns = g_new (Turn, n + 1);
  g_autofree BaryCircle *placed = g_new (BaryCircle, n + 1);
  g_autofree guint *near = g_new (guint, n + 1);
  Pack self = { placed, 0, near, 0 };
  double area = 0, spread = 0, shrink;

  self.middle = find_middle (circles, n);
  for (guint i = 0; i < n; i++)
    {
      double dx = circles[i].x - self.middle.x, dy = circles[i].y - self.middle.y;
      double square = circles[i].radius * circles[i].radius;

      turns[i] = (Turn) { i, i < n_fixed ? -1 : bary_turns_length (dx, dy) };
      area += square;
      spread += square * (dx * dx + dy * dy);
    }
  /* A full disc of the same area has half its squared radius for the mean of squared distances. */
  shrink = n_fixed == 0 && spread > 0 ? sqrt (area / DENSITY / 2 / (spread / area)) : 1;
  qsort (turns, n, sizeof (Turn), compare_turns);
  for (guint i = 0; i < n; i++)
    {
      BaryCircle *circle = &circles[turns[i].index];

      self.wish = *circle;
      if (turns[i].index >= n_fixed)
        {
          self.wish.x = self.middle.x + (circle->x - self.middle.x) * MIN (shrink, 1) * SHRINK;
          self.wish.y = self.middle.y + (circle->y - self.middle.y) * MIN (shrink, 1) * SHRINK;
          for (double reach = 4 * circle->radius + SLACK; !place_within (&self, reach) && self.n_near < self.n_placed;)
            reach *= 2;
          if (self.best_cost == G_MAXDOUBLE)
            place_outside (&self);
          *circle = self.best;
        }
      self.placed[self.n_placed++] = *circle;
    }
}

BaryCircle
bary_disc_pack_surround (const BaryCircle *circles,
                         guint             n)
{
  BaryCircle round = find_middle (circles, n);

  for (guint step = 1; step <= 64 && n > 0; step++)
    {
      guint farthest = 0;
      double reach = -1, dx, dy, length;

      for (guint i = 0; i < n; i++)
        {
          double distance = bary_turns_length (circles[i].x - round.x, circles[i].y - round.y) + circles[i].radius;

          if (distance > reach)
            {
              reach = distance;
              farthest = i;
            }
        }
      dx = circles[farthest].x - round.x;
      dy = circles[farthest].y - round.y;
      length = bary_turns_length (dx, dy);
      if (length > SLACK)
        {
          round.x += dx / length * reach / (step + 1) * 0.5;
          round.y += dy / length * reach / (step + 1) * 0.5;
        }
    }
  round.radius = 0;
  for (guint i = 0; i < n; i++)
    round.radius = MAX (round.radius, bary_turns_length (circles[i].x - round.x, circles[i].y - round.y) + circles[i].radius);
  return round;
}
