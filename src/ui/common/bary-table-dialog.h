#pragma once

#include "bary-record.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what a table would bring in: how its bytes are read, which column is which field, which cells are
 * wrong and why, how many records are new and how many there are already. Nothing is written before
 * Import is pressed, and that is one action. */
#define BARY_TYPE_TABLE_DIALOG (bary_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryTableDialog, bary_table_dialog, BARY, TABLE_DIALOG, AdwWindow)

/* Something that a person should know of a row that can be taken. Returns: (transfer full) (nullable) */
typedef char *(*BaryTableRemark) (GtkWidget  *owner,
                                  BaryRecord *record);

/* @pattern: what it holds is true of every row that does not say otherwise; @remark: (nullable): asked of each row with @owner */
GtkWidget *bary_table_dialog_new (BarySession     *session,
                                  BaryRecord      *pattern,
                                  GBytes          *bytes,
                                  BaryTableRemark  remark,
                                  GtkWidget       *owner);

G_END_DECLS
