#pragma once

#include "bary-panel-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Applications by experts as a drawn table: a sign in each cell, each expert's name and load above, each application's title and the
 * number of its experts beside. Head and titles stay in sight. It scrolls by itself inside a GtkScrolledWindow, and paints nothing
 * that is out of sight, however many there are.
 *
 * Arrows, Page Up and Page Down, Home and End (with Ctrl: the first and the last of all) move the cursor. For screen readers the cells in
 * sight are children with a name, and the one under the cursor has the focus.
 *
 * Signals: "moved" (guint row, guint expert): the cursor stands there; "activated" (guint row, guint expert): a click, Enter or Space;
 *   "asked" (guint row, guint expert): the right button, Menu or Shift+F10. */
#define BARY_TYPE_EXPERT_GRID (bary_expert_grid_get_type ())
G_DECLARE_FINAL_TYPE (BaryExpertGrid, bary_expert_grid, BARY, EXPERT_GRID, GtkWidget)

/* @table: (nullable): borrowed until another is shown. Of the same contest the place and the cursor stay. */
void         bary_expert_grid_show      (BaryExpertGrid       *self,
                                         const BaryPanelTable *table);
/* Moves the cursor and brings it into sight. */
void         bary_expert_grid_move      (BaryExpertGrid       *self,
                                         guint                 row,
                                         guint                 expert);
/* Returns: FALSE where there is no cell. @row, @expert: (out) */
gboolean     bary_expert_grid_get_cursor (BaryExpertGrid      *self,
                                          guint               *row,
                                          guint               *expert);
/* Where a cell is in the widget, as far as it is in sight. */
GdkRectangle bary_expert_grid_get_place (BaryExpertGrid       *self,
                                         guint                 row,
                                         guint                 expert);
/* Returns: (transfer none): the sign of a state; empty for one without */
const char  *bary_expert_grid_get_sign  (BarySeating           seating);

G_END_DECLS
