#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of each kind's list. Sorting is done by the database: a column's sorter only carries that a
 * header was clicked. */

/* Replaces the view's columns, sorted by the first; adds to `actions` one that shows or hides each. */
void bary_directory_columns_build (GtkColumnView *view,
                                   BarySession   *session,
                                   BaryKind       kind,
                                   GActionMap    *actions,
                                   GMenu         *menu);

/* Gives the keyboard to a row of the list inside the column view. Returns: whether it is there */
gboolean bary_directory_columns_focus_row (GtkWidget *list,
                                           guint      position);

/* Makes the query sort as the headers say. */
void bary_directory_columns_sort  (GtkColumnView *view,
                                   BarySession   *session,
                                   BaryQuery     *query);

/* The shown columns as fields, for export. Returns: (transfer container) (element-type BaryField) */
GPtrArray *bary_directory_columns_list_fields (GtkColumnView *view);

G_END_DECLS
