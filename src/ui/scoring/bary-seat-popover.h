#pragma once

#include "bary-panel-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of a cell of the assignment: why it is as it is, what can be done about it, and who else there is for the application: all experts in
 * a list, for those who do not see the table.
 *
 * Signal: "chosen" (guint row, guint expert): somebody of the list.
 * Its buttons are actions of a BaryScoringMatrix, which it must be inside of. */
#define BARY_TYPE_SEAT_POPOVER (bary_seat_popover_get_type ())
G_DECLARE_FINAL_TYPE (BarySeatPopover, bary_seat_popover, BARY, SEAT_POPOVER, GtkPopover)

BarySeatPopover *bary_seat_popover_new  (void);

/* @table: not kept; @taken: whether somebody set, drew or forbade the cell */
void             bary_seat_popover_show (BarySeatPopover      *self,
                                         const BaryPanelTable *table,
                                         guint                 row,
                                         guint                 expert,
                                         gboolean              taken);

G_END_DECLS
