#pragma once

#include "bary-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The legend below a picture: its first rows, and all of it by a button where there are more.
 *
 * Signals:
 *   "entry-activated" (gpointer members): an entry was clicked; a byte per node, set for those it stands for. */
#define BARY_TYPE_LEGEND_PANE (bary_legend_pane_get_type ())
G_DECLARE_FINAL_TYPE (BaryLegendPane, bary_legend_pane, BARY, LEGEND_PANE, AdwBin)

/* @scene: (nullable) */
void bary_legend_pane_set_scene (BaryLegendPane *self,
                                 BaryScene      *scene);
/* @n_rows: that are seen without the button: 3 unless something else is wanted */
void bary_legend_pane_set_rows  (BaryLegendPane *self,
                                 guint           n_rows);

G_END_DECLS
