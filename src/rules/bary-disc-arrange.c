#include "bary-disc-arrange.h"

#include "bary-turns.h"

#include <math.h>
#include <string.h>

#define LENGTH 0.66      /* of a tie as long as a circle of the mean size is wide, in crossings */
#define PAPER 2.0        /* for each tie: of a surrounding circle of twice the area of all that is in it */
#define LARGEST_STARTS 120
#define ROUNDS 4         /* of swaps of circles as they stand */
#define LARGEST_SWAP 40  /* circles: more are only started several times */

static gboolean
cross (const BaryCircle *a,
       const BaryCircle *b,
       const BaryCircle *c,
       const BaryCircle *d)
{
  double dx = b->x - a->x, dy = b->y - a->y, ex = d->x - c->x, ey = d->y - c->y;
  double side_c = dx * (c->y - a->y) - dy * (c->x - a->x), side_d = dx * (d->y - a->y) - dy * (d->x - a->x);
  double side_a = ex * (a->y - c->y) - ey * (a->x - c->x), side_b = ex * (b->y - c->y) - ey * (b->x - c->x);

  return side_c * side_d < 0 && side_a * side_b < 0;
}

/* The part of a circle's width that a bond runs through. Lengths are times that of the bond until one is found: most
 * bonds pass by. */
static double
share_of_chord (const BaryCircle *from,
                const BaryCircle *to,
                const BaryCircle *over)
{
  double dx = to->x - from->x, dy = to->y - from->y, square = dx * dx + dy * dy;
  double ox = over->x - from->x, oy = over->y - from->y, along = ox * dx + oy * dy, off = ox * dy - oy * dx;
  double depth = over->radius * over->radius * square - off * off;

  return along > 0 && along < square && depth > 0 ? sqrt (depth / square) / over->radius : 0;
}

/* Returns: the cost, or some part of it that is @limit at least. */
static double
cost_of_bonds (const BaryCircle *circles,
               guint             n,
               const BaryBond   *bonds,
               guint             n_bonds,
               const double     *loads,
               double            limit)
{
  double cost = 0, area = 0, middle;

  for (guint i = 0; i < n; i++)
    area += circles[i].radius * circles[i].radius;
  middle = sqrt (area / n);
  for (guint i = 0; i < n_bonds && cost < limit; i++)
    {
      const BaryCircle *a = &circles[bonds[i].a], *b = &circles[bonds[i].b];

      cost += LENGTH * bonds[i].count * bary_turns_length (a->x - b->x, a->y - b->y) / (2 * middle);
      for (guint j = 0; j < i; j++)
        if (cross (a, b, &circles[bonds[j].a], &circles[bonds[j].b]))
          cost += (double) bonds[i].count * bonds[j].count;
      for (guint j = 0; j < n; j++)
        if (j != bonds[i].a && j != bonds[i].b)
          cost += bonds[i].count * loads[j] * share_of_chord (a, b, &circles[j]);
    }
  return cost;
}

/* The same with the paper, which no circle round them all makes less than it is for one that is full of them. */
static double
cost_of (const BaryCircle *circles,
         guint             n,
         const BaryBond   *bonds,
         guint             n_bonds,
         const double     *loads,
         double            limit)
{
  double area = 0, paper = 0, cost;
  BaryCircle round;

  for (guint i = 0; i < n; i++)
    area += circles[i].radius * circles[i].radius;
  for (guint i = 0; i < n_bonds; i++)
    paper += PAPER / 2 * bonds[i].count;
  cost = cost_of_bonds (circles, n, bonds, n_bonds, loads, limit - paper);
  if (cost >= limit - paper)
    return limit;

  round = bary_disc_pack_surround (circles, n);
  return cost + paper * round.radius * round.radius / area;
}

typedef struct {
  BaryCircle     *wishes, *best;
  guint           n;
  const BaryBond *bonds;
  guint           n_bonds;
  const double   *loads;
  double          best_cost;
} Arrangement;

/* Packs what is wished for. Returns: whether that is the best so far. */
static gboolean
try_wishes (Arrangement *self,
            BaryCircle  *packed)
{
  double cost;

  memcpy (packed, self->wishes, self->n * sizeof (BaryCircle));
  bary_disc_pack_apart (packed, self->n, 0);
  cost = self->n > LARGEST_STARTS ? 0 : cost_of (packed, self->n, self->bonds, self->n_bonds, self->loads, self->best_cost);
  if (cost >= self->best_cost)
    return FALSE;
  self->best_cost = cost;
  memcpy (self->best, packed, self->n * sizeof (BaryCircle));
  return TRUE;
}

static void
swap_places (BaryCircle *a,
             BaryCircle *b)
{
  BaryCircle kept = *a;

  a->x = b->x;
  a->y = b->y;
  b->x = kept.x;
  b->y = kept.y;
}

static void
improve_by_swaps (Arrangement *self,
                  BaryCircle  *packed,
                  guint        trials)
{
  gboolean better = TRUE;

  while (better && trials > 0)
    {
      better = FALSE;
      for (guint i = 1; i < self->n; i++)
        for (guint j = 0; j < i && trials > 0; j++, trials--)
          {
            memcpy (self->wishes, self->best, self->n * sizeof (BaryCircle));
            swap_places (&self->wishes[i], &self->wishes[j]);
            better = try_wishes (self, packed) || better;
          }
    }
}

void
bary_disc_arrange (BaryCircle     *circles,
                   guint           n,
                   const BaryBond *bonds,
                   guint           n_bonds,
                   const guint64  *seeds,
                   const double   *loads,
                   guint           effort)
{
  g_autofree BaryCircle *best = g_memdup2 (circles, (n + 1) * sizeof (BaryCircle));
  g_autofree BaryCircle *packed = g_new (BaryCircle, n + 1);
  g_autofree guint64 *start_seeds = g_new (guint64, n + 1);
  Arrangement self = { circles, best, n, bonds, n_bonds, loads, G_MAXDOUBLE };
  guint starts = n > LARGEST_SWAP ? (n > LARGEST_STARTS ? 1 : CLAMP (effort / 16, 1, 3)) : CLAMP (effort / 8, 1, 12);

  for (guint start = 0; start < (n > 2 ? starts : 1); start++)
    {
      for (guint i = 0; i < n; i++)
        start_seeds[i] = seeds[i] + start * G_GUINT64_CONSTANT (0xD1B54A32D192ED03);
      bary_disc_pack_by_stress (circles, n, bonds, n_bonds, start_seeds);
      try_wishes (&self, packed);
    }
  if (n > 2 && n <= LARGEST_SWAP)
    improve_by_swaps (&self, packed, effort);
  memcpy (circles, best, n * sizeof (BaryCircle));
}

void
bary_disc_arrange_improve (BaryCircle     *circles,
                           guint           n,
                           const BaryBond *bonds,
                           guint           n_bonds,
                           const double   *loads)
{
  double best = n > 2 && n <= LARGEST_SWAP ? cost_of_bonds (circles, n, bonds, n_bonds, loads, G_MAXDOUBLE) : 0;
  gboolean better = best > 0;

  for (guint round = 0; round < ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint i = 1; i < n; i++)
        for (guint j = 0; j < i; j++)
          {
            double cost;

            swap_places (&circles[i], &circles[j]);
            cost = cost_of_bonds (circles, n, bonds, n_bonds, loads, best);
            if (cost < best)
              {
                best = cost;
                better = TRUE;
              }
            else
              swap_places (&circles[i], &circles[j]);
          }
    }
}
