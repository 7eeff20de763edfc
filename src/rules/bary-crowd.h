#pragma once

#include "bary-disc-pack.h"

G_BEGIN_DECLS

/* Circles that seek places among others, which come first and stay. */
typedef struct {
  GArray *circles; /* of BaryCircle */
  GArray *units;   /* of guint: what each stands for */
  guint   n_fixed; /* set by whoever fills it */
} BaryCrowd;

static inline BaryCrowd
bary_crowd_new (void)
{
  return (BaryCrowd) { g_array_new (FALSE, FALSE, sizeof (BaryCircle)), g_array_new (FALSE, FALSE, sizeof (guint)), 0 };
}

static inline void
bary_crowd_clear (BaryCrowd *self)
{
  g_array_unref (self->circles);
  g_array_unref (self->units);
}

static inline void
bary_crowd_add (BaryCrowd  *self,
                BaryCircle  circle,
                guint       unit)
{
  g_array_append_val (self->circles, circle);
  g_array_append_val (self->units, unit);
}

static inline const BaryCircle *
bary_crowd_circle (const BaryCrowd *self,
                   guint            i)
{
  return &g_array_index (self->circles, BaryCircle, i);
}

static inline guint
bary_crowd_unit (const BaryCrowd *self,
                 guint            i)
{
  return g_array_index (self->units, guint, i);
}

/* See bary_disc_pack_apart. */
static inline void
bary_crowd_part (BaryCrowd *self)
{
  bary_disc_pack_apart ((BaryCircle *) (void *) self->circles->data, self->circles->len, self->n_fixed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryCrowd, bary_crowd_clear)

G_END_DECLS
