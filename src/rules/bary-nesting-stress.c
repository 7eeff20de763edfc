#include "bary-nesting-private.h"

#include "bary-turns.h"

#include <string.h>

#define SWEEPS 20
#define RATE 10.0       /* over the square of the way in ties, in the first sweep; then less and less */
#define LARGEST_SWEEP 50 /* pairs for each circle */
#define MOST 0.5        /* of the way in one step */
#define KEPT 0.7        /* of the shapes of the largest units */
#define WAY 1.64        /* ties from barycenter to barycenter over one bond */
#define INNER 0.41      /* from the barycenter to what is in the cluster, twice */
#define FARTHEST 6      /* bonds: what is not bound at all */
#define LARGEST 300     /* circles: more have shapes within shapes, which this would mix */
#define SLACK 1e-6

typedef struct {
  BaryCircle *circles;
  guint       n;
  guint      *first;    /* n + 1: neighbours by bonds */
  guint      *bound;
  guint8     *bonds;    /* of the shortest way from each to each */
  double      unit;     /* of length for a tie */
} Relaxation;

static void
list_neighbours (Relaxation   *self,
                 const GArray *bonds)
{
  g_autofree guint *next = g_new0 (guint, self->n + 2);

  self->first = g_new0 (guint, self->n + 2);
  self->bound = g_new (guint, 2 * (gsize) bonds->len + 1);
  for (guint i = 0; i < bonds->len; i++)
    {
      self->first[g_array_index (bonds, BaryBond, i).a + 1]++;
      self->first[g_array_index (bonds, BaryBond, i).b + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    next[i + 1] = self->first[i + 1] += self->first[i];
  for (guint i = 0; i < bonds->len; i++)
    {
      const BaryBond *bond = &g_array_index (bonds, BaryBond, i);

      self->bound[next[bond->a]++] = bond->b;
      self->bound[next[bond->b]++] = bond->a;
    }
}

/* Breadth first from each. */
static void
count_bonds (Relaxation *self)
{
  g_autofree guint *queue = g_new (guint, self->n + 1);

  self->bonds = g_new (guint8, (gsize) self->n * self->n + 1);
  memset (self->bonds, FARTHEST, (gsize) self->n * self->n);
  for (guint from = 0; from < self->n; from++)
    {
      guint8 *ways = &self->bonds[(gsize) from * self->n];
      guint n = 0;

      ways[from] = 0;
      queue[n++] = from;
      for (guint i = 0; i < n; i++)
        for (guint j = self->first[queue[i]]; j < self->first[queue[i] + 1]; j++)
          if (ways[self->bound[j]] == FARTHEST && ways[queue[i]] + 1 < FARTHEST)
            {
              ways[self->bound[j]] = (guint8) (ways[queue[i]] + 1);
              queue[n++] = self->bound[j];
            }
    }
}

static double
way_between (const Relaxation *self,
             guint             a,
             guint             b)
{
  return WAY * self->bonds[(gsize) a * self->n + b] + INNER;
}

/* The scale at which the whole is as large as it is. */
static void
find_unit (Relaxation *self)
{
  double lengths = 0, ways = 0;

  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      {
        lengths += bary_turns_length (self->circles[i].x - self->circles[j].x, self->circles[i].y - self->circles[j].y);
        ways += way_between (self, i, j);
      }
  self->unit = lengths / MAX (ways, SLACK);
}

static void
descend (Relaxation *self,
         guint64     random)
{
  guint n_pairs = MIN (self->n * (self->n - 1) / 2, LARGEST_SWEEP * self->n);

  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    for (guint i = 0; i < n_pairs; i++)
      {
        guint64 draw = bary_turns_draw (&random);
        guint a = (guint) ((draw >> 32) % self->n), b = (guint) ((draw & G_MAXUINT32) % self->n);
        BaryCircle *one = &self->circles[a], *other = &self->circles[b];
        double way = way_between (self, a, b), dx = one->x - other->x, dy = one->y - other->y;
        double length = bary_turns_length (dx, dy) + SLACK;
        double step = MIN (RATE * (1 - (double) sweep / SWEEPS) / (way * way), MOST) * (length - way * self->unit) / length;

        if (a == b)
          continue;
        one->x -= step * dx;
        one->y -= step * dy;
        other->x += step * dx;
        other->y += step * dy;
      }
}

/* Sums over the circles of a district, as they were and as they are. */
typedef struct {
  double weight;
  double old_x, old_y, x, y;    /* middles */
  double dot, cross;            /* real and imaginary part of the sum of old* × new */
  double mirrored_dot, mirrored_cross;
} Fit;

static void
add_to_middles (Fit              *fit,
                const BaryCircle *old,
                const BaryCircle *now)
{
  double weight = old->radius * old->radius;

  fit->weight += weight;
  fit->old_x += weight * old->x;
  fit->old_y += weight * old->y;
  fit->x += weight * now->x;
  fit->y += weight * now->y;
}

static void
add_products (Fit              *fit,
              const BaryCircle *old,
              const BaryCircle *now)
{
  double weight = old->radius * old->radius;
  double ax = old->x - fit->old_x, ay = old->y - fit->old_y, bx = now->x - fit->x, by = now->y - fit->y;

  fit->dot += weight * (ax * bx + ay * by);
  fit->cross += weight * (ax * by - ay * bx);
  fit->mirrored_dot += weight * (ax * bx - ay * by);
  fit->mirrored_cross += weight * (ax * by + ay * bx);
}

static void
fit_circle (const Fit        *fit,
            const BaryCircle *old,
            BaryCircle       *now)
{
  gboolean mirrored = bary_turns_length (fit->mirrored_dot, fit->mirrored_cross) > bary_turns_length (fit->dot, fit->cross);
  double dot = mirrored ? fit->mirrored_dot : fit->dot, cross = mirrored ? fit->mirrored_cross : fit->cross;
  double length = bary_turns_length (dot, cross);
  double cosine = length > SLACK ? dot / length : 1, sine = length > SLACK ? cross / length : 0;
  double x = old->x - fit->old_x, y = mirrored ? fit->old_y - old->y : old->y - fit->old_y;

  now->x += KEPT * (fit->x + x * cosine - y * sine - now->x);
  now->y += KEPT * (fit->y + x * sine + y * cosine - now->y);
}

static void
keep_shapes (const BaryNesting *self,
             const BaryCircle  *old)
{
  const BaryNestingLevel *first = &self->levels[0];
  guint level = MAX (self->n_levels, 3) - 2, n_units = self->levels[level].n;
  g_autofree Fit *fits = g_new0 (Fit, n_units + 1);
  g_autofree guint *units = g_new (guint, first->n + 1);

  for (guint i = 0; i < first->n; i++)
    {
      units[i] = (guint) first->above[i];
      for (guint j = 1; j < level; j++)
        units[i] = (guint) self->levels[j].above[units[i]];
    }

  for (guint i = 0; i < first->n; i++)
    add_to_middles (&fits[units[i]], &old[i], &first->circles[i]);
  for (guint i = 0; i < n_units; i++)
    {
      double weight = MAX (fits[i].weight, SLACK);

      fits[i].old_x /= weight;
      fits[i].old_y /= weight;
      fits[i].x /= weight;
      fits[i].y /= weight;
    }
  for (guint i = 0; i < first->n; i++)
    add_products (&fits[units[i]], &old[i], &first->circles[i]);
  for (guint i = 0; i < first->n; i++)
    fit_circle (&fits[units[i]], &old[i], &first->circles[i]);
}

void
bary_nesting_relax (BaryNesting *self)
{
  BaryNestingLevel *first = &self->levels[0];
  g_autofree BaryCircle *old = g_memdup2 (first->circles, (first->n + 1) * sizeof (BaryCircle));
  Relaxation relaxation = { first->circles, first->n };
  guint64 seed = 0;

  if (first->n < 3 || first->n > LARGEST)
    return;
  for (guint i = 0; i < first->n; i++)
    seed ^= first->seeds[i];
  list_neighbours (&relaxation, first->bonds);
  count_bonds (&relaxation);
  find_unit (&relaxation);
  descend (&relaxation, seed);
  keep_shapes (self, old);
  g_free (relaxation.first);
  g_free (relaxation.bound);
  g_free (relaxation.bonds);
}
