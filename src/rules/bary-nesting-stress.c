#include "bary-nesting-private.h"

#include "bary-turns.h"

#define SWEEPS 12
#define RATE 10.0       /* in the first sweep; then less and less */
#define KEPT 0.7        /* of the shapes of the largest units */
#define LARGEST 300     /* circles: more have shapes within shapes, which this would mix */
#define SLACK 1e-6

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

BaryWays *
bary_nesting_relax (BaryNesting *self)
{
  BaryNestingLevel *first = &self->levels[0];
  g_autofree BaryCircle *old = g_memdup2 (first->circles, (first->n + 1) * sizeof (BaryCircle));
  g_autofree double *xs = g_new (double, 2 * (gsize) first->n + 1);
  double *ys = xs + first->n;
  g_autoptr (BaryWays) ways = NULL;
  guint64 seed = 0;
  double unit;

  if (first->n < 3 || first->n > LARGEST)
    return NULL;
  for (guint i = 0; i < first->n; i++)
    seed ^= first->seeds[i];
  ways = bary_ways_new (first->n, (const BaryBond *) first->bonds->data, first->bonds->len, seed);
  for (guint i = 0; i < first->n; i++)
    {
      xs[i] = first->circles[i].x;
      ys[i] = first->circles[i].y;
    }
  unit = bary_ways_find_unit (ways, xs, ys);
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    bary_ways_pull (ways, xs, ys, unit, RATE * (1 - (double) sweep / SWEEPS));
  for (guint i = 0; i < first->n; i++)
    {
      first->circles[i].x = xs[i];
      first->circles[i].y = ys[i];
    }
  keep_shapes (self, old);
  return g_steal_pointer (&ways);
}
