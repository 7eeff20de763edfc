#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ties between clusters, bundled: one that can go round by others at little cost goes along them and makes them thicker,
 * so that fewer lines cross the picture. After M. Wallinger and others, «Edge-Path Bundling», 2021: paths are real ties,
 * so no bundle joins what is not joined. */

typedef struct {
  guint a, b; /* places; a < b */
  guint n;    /* ties between the two */
  guint load; /* with those of others that go along here; 0: goes along others itself */
} BaryTie;

/* Sets the loads. @places: x and y of each place; @longest: how many times longer than straight a way round may be. */
void bary_ties_bundle (BaryTie      *ties,
                       guint         n_ties,
                       const double *places,
                       guint         n_places,
                       double        longest);

G_END_DECLS
