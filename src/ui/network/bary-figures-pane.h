#pragma once

#include "bary-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The network in figures. Each says what it counts, how it is computed, and selects its nodes.
 *
 * Signal "pick-set" (gpointer set): a byte per node of those that a figure counts, gone after the emission. */
#define BARY_TYPE_FIGURES_PANE (bary_figures_pane_get_type ())
G_DECLARE_FINAL_TYPE (BaryFiguresPane, bary_figures_pane, BARY, FIGURES_PANE, AdwBin)

/* @scene: (nullable) */
void bary_figures_pane_show (BaryFiguresPane *self,
                             BaryScene       *scene);

G_END_DECLS
