#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tables for spreadsheets, as they are shown. */

/* Asks where to, and writes what bary_directory_table_compose makes.
 * @name: suggested for the file */
void  bary_directory_table_export (GtkWidget   *parent,
                                   BarySession *session,
                                   GListModel  *records,
                                   const char  *name,
                                   GPtrArray   *fields);

/* The records as CSV: RFC 4180 with semicolons, values in words, UTF-8 with a mark so that spreadsheets read Russian.
 * @fields: (element-type BaryField)
 * Returns: (transfer full) */
char *bary_directory_table_compose (BaryStore  *store,
                                    GListModel *records,
                                    GPtrArray  *fields);

G_END_DECLS
