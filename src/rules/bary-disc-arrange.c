#include "bary-disc-arrange.h"

#include "bary-disc-bonds.h"

#include <string.h>

#define PAPER 2.0        /* for each tie: of a surrounding circle of twice the area of all that is in it */
#define LARGEST_STARTS 120
#define ROUNDS 4         /* of swaps of circles as they stand */
#define LARGEST_SWAP 40  /* circles: more are only started several times */

/* With the paper, which no circle round them all makes less than it is for one that is full of them. */
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
  cost = bary_disc_bonds_cost (circles, n, bonds, n_bonds, loads, limit - paper);
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
            bary_circle_swap (&self->wishes[i], &self->wishes[j]);
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
  double best = n > 2 && n <= LARGEST_SWAP ? bary_disc_bonds_cost (circles, n, bonds, n_bonds, loads, G_MAXDOUBLE) : 0;
  gboolean better = best > 0;

  for (guint round = 0; round < ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint i = 1; i < n; i++)
        for (guint j = 0; j < i; j++)
          {
            double cost;

            bary_circle_swap (&circles[i], &circles[j]);
            cost = bary_disc_bonds_cost (circles, n, bonds, n_bonds, loads, best);
            if (cost < best)
              {
                best = cost;
                better = TRUE;
              }
            else
              bary_circle_swap (&circles[i], &circles[j]);
          }
    }
}
