#pragma once

#include "bary-record.h"
#include "bary-session.h"
#include "bary-table-dialog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Records out of a table of a spreadsheet, with a preview before anything is written.
 * @pattern: a new record of the kind; what it holds is true of every row that does not say otherwise.
 * @remark: (nullable): asked of each row with @parent. */

/* Asks for a file. */
void bary_table_import_open  (GtkWidget   *parent,
                              BarySession *session,
                              BaryRecord  *pattern,
                              BaryTableRemark remark);
/* Takes the table in the clipboard; for events plain text with one on each line will do, too. */
void bary_table_import_paste (GtkWidget   *parent,
                              BarySession *session,
                              BaryRecord  *pattern,
                              BaryTableRemark remark);

G_END_DECLS
