#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x, y, radius;
} BaryCircle;

typedef struct {
  guint a, b;
  guint count; /* of the ties between the two */
} BaryBond;

static inline void
bary_circle_swap (BaryCircle *a,
                  BaryCircle *b)
{
  BaryCircle kept = *a;

  a->x = b->x;
  a->y = b->y;
  b->x = kept.x;
  b->y = kept.y;
}

/* Where circles would like to stand by what binds them: stress (Kamada, Kawai 1989) of the graph of circles, made
 * small by stochastic gradient descent (Zheng, Pawar, Goodman 2018), over the shortest ways along bonds; a bond is
 * (Ra + Rb) (1 + 3 / ties) long. @seeds: one for each circle, from its id. Circles may overlap yet. */
void bary_disc_pack_by_stress (BaryCircle     *circles,
                               guint           n,
                               const BaryBond *bonds,
                               guint           n_bonds,
                               const guint64  *seeds);

/* Moves circles so that none overlaps another, close together, each near where it was; the first @n_fixed stay. It
 * ends: circles are placed once each, from the middle outwards, at the nearest of the places that touch one or two
 * of those placed, and beyond the outermost of them there always is one. */
void bary_disc_pack_apart     (BaryCircle     *circles,
                               guint           n,
                               guint           n_fixed);

/* Returns: a circle round all, nearly the smallest (Bădoiu, Clarkson 2003). */
BaryCircle bary_disc_pack_surround (const BaryCircle *circles,
                                    guint             n);

G_END_DECLS
