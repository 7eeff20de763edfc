#pragma once

#include "bary-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A step in the list of those who edit a presentation; dragged to another place.
 *
 * Signal "dropped" (guint from): the row of another step was let go here. */
#define BARY_TYPE_SHOW_ROW (bary_show_row_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowRow, bary_show_row, BARY, SHOW_ROW, GtkListBoxRow)

GtkWidget *bary_show_row_new (void);
/* @index: of BaryPresentation.slides */
void       bary_show_row_set (BaryShowRow *self,
                              BaryShow    *show,
                              guint        index);

G_END_DECLS
