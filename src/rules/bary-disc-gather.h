#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

/* Moves bodies, each of several circles that keep their places to each other, towards their common middle, past each
 * other if need be, as far as no circles of two bodies overlap. They do not overlap before, either. A step is made only
 * if it brings a body nearer; steps are halved when none can be made: so it ends.
 *
 * @bodies: of each circle, from 0; other numbers stand still, and are looked at by none. */
void bary_disc_gather (BaryCircle *circles,
                       const int  *bodies,
                       guint       n,
                       guint       n_bodies);

G_END_DECLS
