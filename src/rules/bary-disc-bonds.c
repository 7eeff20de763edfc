#include "bary-disc-bonds.h"

#include "bary-lanes.h"
#include "bary-turns.h"

#define LENGTH 0.66 /* of a tie as long as a circle of the mean size is wide */

/* Circles and the bonds that were taken already, in columns. */
typedef struct {
  guint  n_padded, m_padded; /* circles and room for bonds */
  guint  m;
  float *x, *y, *radius, *load;
  float *ax, *ay, *bx, *by;
  int   *count;
} Columns;

static void
columns_init (Columns          *self,
              const BaryCircle *circles,
              guint             n,
              guint             n_bonds,
              const double     *loads)
{
  *self = (Columns) { bary_lanes_padded (n), bary_lanes_padded (n_bonds) };
  self->x = g_new0 (float, 4 * (gsize) self->n_padded + 4 * (gsize) self->m_padded + 1);
  self->y = self->x + self->n_padded;
  self->radius = self->y + self->n_padded;
  self->load = self->radius + self->n_padded;
  self->ax = self->load + self->n_padded;
  self->ay = self->ax + self->m_padded;
  self->bx = self->ay + self->m_padded;
  self->by = self->bx + self->m_padded;
  self->count = g_new0 (int, self->m_padded + 1);
  for (guint i = 0; i < n; i++)
    {
      self->x[i] = (float) circles[i].x;
      self->y[i] = (float) circles[i].y;
      self->radius[i] = (float) circles[i].radius;
      self->load[i] = (float) loads[i];
    }
}

static void
columns_clear (Columns *self)
{
  g_free (self->x);
  g_free (self->count);
}

static void
take_bond (Columns        *self,
           const BaryBond *bond)
{
  guint i = self->m++;

  self->ax[i] = self->x[bond->a];
  self->ay[i] = self->y[bond->a];
  self->bx[i] = self->x[bond->b];
  self->by[i] = self->y[bond->b];
  self->count[i] = (int) bond->count;
}

/* Ties in the bonds that cross one. Where ends meet, the side of one is none exactly. */
BARY_WITHIN_WIDE double
count_crossed (const Columns  *self,
               const BaryBond *bond)
{
  float px = self->x[bond->a], py = self->y[bond->a], dx = self->x[bond->b] - px, dy = self->y[bond->b] - py;
  BaryInts crossed = { 0 };
  double sum = 0;

  for (guint i = 0; i < self->m; i += BARY_LANES)
    {
      BaryFloats from_x = BARY_TAKE (self->ax + i) - px, from_y = BARY_TAKE (self->ay + i) - py;
      BaryFloats to_x = BARY_TAKE (self->bx + i) - px, to_y = BARY_TAKE (self->by + i) - py;
      BaryFloats side_a = dx * from_y - dy * from_x, side_b = dx * to_y - dy * to_x;
      BaryFloats side_p = from_x * to_y - from_y * to_x, side_q = side_p + side_a - side_b;
      BaryInts counts;

      memcpy (&counts, self->count + i, sizeof counts);
      crossed += counts & (side_a * side_b < 0) & (side_p * side_q < 0);
    }
  for (guint lane = 0; lane < BARY_LANES; lane++)
    sum += crossed[lane];
  return sum;
}

/* Loads of the circles that a bond runs through, times the part of the width. It never runs through those at its ends. */
BARY_WITHIN_WIDE double
add_chords (const Columns  *self,
            const BaryBond *bond)
{
  float px = self->x[bond->a], py = self->y[bond->a], dx = self->x[bond->b] - px, dy = self->y[bond->b] - py;
  float square = dx * dx + dy * dy;
  BaryFloats chords = { 0 };
  double sum = 0;

  for (guint i = 0; i < self->n_padded; i += BARY_LANES)
    {
      BaryFloats ox = BARY_TAKE (self->x + i) - px, oy = BARY_TAKE (self->y + i) - py, radius = BARY_TAKE (self->radius + i);
      BaryFloats along = ox * dx + oy * dy, off = ox * dy - oy * dx, depth = radius * radius * square - off * off;
      BaryFloats chord = BARY_TAKE (self->load + i) * BARY_ROOT (depth / square) / radius;

      chords += (BaryFloats) ((BaryInts) chord & (along > 0) & (along < square) & (depth > 0));
    }
  for (guint lane = 0; lane < BARY_LANES; lane++)
    sum += (double) chords[lane];
  return sum;
}

BARY_WIDE static double
add_bonds (Columns        *self,
           const BaryBond *bonds,
           guint           n_bonds,
           double          length,
           double          limit)
{
  double cost = 0;

  for (guint i = 0; i < n_bonds && cost < limit; i++)
    {
      const BaryBond *bond = &bonds[i];
      float dx = self->x[bond->a] - self->x[bond->b], dy = self->y[bond->a] - self->y[bond->b];

      cost += bond->count * (length * bary_turns_length (dx, dy) + count_crossed (self, bond) + add_chords (self, bond));
      take_bond (self, bond);
    }
  return cost;
}

double
bary_disc_bonds_cost (const BaryCircle *circles,
                      guint             n,
                      const BaryBond   *bonds,
                      guint             n_bonds,
                      const double     *loads,
                      double            limit)
{
  Columns columns;
  double area = 0, cost;

  for (guint i = 0; i < n; i++)
    area += circles[i].radius * circles[i].radius;
  columns_init (&columns, circles, n, n_bonds, loads);
  cost = add_bonds (&columns, bonds, n_bonds, LENGTH / (2 * sqrt (area / n)), limit);
  columns_clear (&columns);
  return cost;
}
