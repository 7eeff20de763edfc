#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tables for spreadsheets: in with a preview, out as they are shown. */

/* Asks for a file, then shows what would come in. */
void  bary_directory_table_import (GtkWidget   *parent,
                                   BarySession *session,
                                   BaryKind     kind);
/* The same for a table in the clipboard. */
void  bary_directory_table_paste  (GtkWidget   *parent,
                                   BarySession *session,
                                   BaryKind     kind);

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
