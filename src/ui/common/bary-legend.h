#pragma once

#include "bary-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The legend of a scene: what its shapes, colours and lines mean, with counts; as high as its width needs.
 *
 * Signal "entry-activated" (gpointer members): an entry was clicked; `members` is a byte per node of the scene, set for
 * those the entry stands for, and is gone after the emission. */
#define BARY_TYPE_LEGEND (bary_legend_get_type ())
G_DECLARE_FINAL_TYPE (BaryLegend, bary_legend, BARY, LEGEND, GtkWidget)

/* @scene: (transfer none) (nullable) */
void bary_legend_set_scene (BaryLegend *self,
                            BaryScene  *scene);
/* Only the first rows are seen; 0 for all. Whole ones: half a row cannot be read. */
void bary_legend_set_rows  (BaryLegend *self,
                            guint       n_rows);
/* Whether there are more, at the present width. */
gboolean bary_legend_has_more_rows (BaryLegend *self,
                            guint       n_rows);

G_END_DECLS
