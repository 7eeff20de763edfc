#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that says both as they are, without markup.
 * @subtitle: (nullable)
 * Returns: (transfer floating): an AdwActionRow */
GtkWidget *bary_rows_make     (const char          *title,
                               const char          *subtitle);

/* The same in a group, and remembered to be taken out of it again.
 * Returns: (transfer none) */
GtkWidget *bary_rows_add      (GPtrArray           *rows,
                               AdwPreferencesGroup *group,
                               const char          *title,
                               const char          *subtitle);

/* @rows: (element-type GtkWidget), borrowed: taken out of the groups they stand in, and forgotten. */
void       bary_rows_clear    (GPtrArray           *rows);

/* Makes the row open the form of a record.
 * @hidden: (nullable): fields that the form leaves out; must outlive the row. */
void       bary_row_open_form (AdwActionRow        *row,
                               BarySession         *session,
                               BaryRecord          *record,
                               const char *const   *hidden);

G_END_DECLS
