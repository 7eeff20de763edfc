#include "bary-ways.h"

#include "bary-turns.h"

#include <string.h>

#define WAY 1.64    /* ties from barycenter to barycenter over one bond */
#define INNER 0.41  /* from the barycenter to what is in the cluster, twice */
#define FARTHEST 6  /* bonds: what is not bound at all */
#define LARGEST_SWEEP 50 /* pairs for each circle */
#define MOST 0.5    /* of what a pair is off, for each of the two */
#define SLACK 1e-6

struct _BaryWays {
  guint   n;
  guint64 random;
  guint  *first; /* n + 1: neighbours by bonds */
  guint  *bound;
  guint8 *bonds; /* n × n: of the shortest way from each to each */
};

static void
list_neighbours (BaryWays       *self,
                 const BaryBond *bonds,
                 guint           n_bonds)
{
  g_autofree guint *next = g_new0 (guint, self->n + 2);

  self->first = g_new0 (guint, self->n + 2);
  self->bound = g_new (guint, 2 * (gsize) n_bonds + 1);
  for (guint i = 0; i < n_bonds; i++)
    {
      self->first[bonds[i].a + 1]++;
      self->first[bonds[i].b + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    next[i + 1] = self->first[i + 1] += self->first[i];
  for (guint i = 0; i < n_bonds; i++)
    {
      self->bound[next[bonds[i].a]++] = bonds[i].b;
      self->bound[next[bonds[i].b]++] = bonds[i].a;
    }
}

/* Breadth first from each. */
static void
count_bonds (BaryWays *self)
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

BaryWays *
bary_ways_new (guint           n,
               const BaryBond *bonds,
               guint           n_bonds,
               guint64         seed)
{
  BaryWays *self = g_new0 (BaryWays, 1);

  self->n = n;
  self->random = seed;
  list_neighbours (self, bonds, n_bonds);
  count_bonds (self);
  return self;
}

void
bary_ways_free (BaryWays *self)
{
  g_free (self->first);
  g_free (self->bound);
  g_free (self->bonds);
  g_free (self);
}

guint
bary_ways_count (const BaryWays *self)
{
  return self->n;
}

double
bary_ways_between (const BaryWays *self,
                   guint           a,
                   guint           b)
{
  return WAY * self->bonds[(gsize) a * self->n + b] + INNER;
}

double
bary_ways_find_unit (const BaryWays *self,
                     const double   *xs,
                     const double   *ys)
{
  double squares = 0, lengths = SLACK;

  for (guint i = 1; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      {
        double share = bary_turns_length (BARY_WAYS_STRETCH * (xs[i] - xs[j]), ys[i] - ys[j]) / bary_ways_between (self, i, j);

        squares += share * share;
        lengths += share;
      }
  return squares / lengths;
}

void
bary_ways_pull (BaryWays *self,
                double   *xs,
                double   *ys,
                double    unit,
                double    rate)
{
  guint n_pairs = MIN (self->n * (self->n - 1) / 2, LARGEST_SWEEP * self->n);

  for (guint i = 0; i < n_pairs; i++)
    {
      guint64 draw = bary_turns_draw (&self->random);
      guint a = (guint) ((draw >> 32) * self->n >> 32), b = (guint) ((draw & G_MAXUINT32) * self->n >> 32);
      double way = bary_ways_between (self, a, b), dx = xs[a] - xs[b], dy = ys[a] - ys[b];
      double length = bary_turns_length (BARY_WAYS_STRETCH * dx, dy) + SLACK;
      double step = MIN (rate / (way * way), MOST) * (length - way * unit) / length;

      if (a == b)
        continue;
      xs[a] -= step * dx;
      ys[a] -= step * dy;
      xs[b] += step * dx;
      ys[b] += step * dy;
    }
}
