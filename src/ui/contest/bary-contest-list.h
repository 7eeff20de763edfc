#pragma once

#include "bary-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of contests, each with its applications below it.
 * Fills the list anew. Each row answers bary_contest_list_get_record. */
void        bary_contest_list_fill       (GtkListBox    *list,
                                          BaryStore     *store);
/* Returns: (transfer none): a contest or an application. */
BaryRecord *bary_contest_list_get_record (GtkListBoxRow *row);
/* Returns: (transfer none) (nullable) */
GtkListBoxRow *bary_contest_list_find    (GtkListBox    *list,
                                          const char    *id);

/* Returns: (transfer full): «№ 3 · ГБОУ СОШ № 7» */
char       *bary_contest_list_name       (BaryStore     *store,
                                          BaryRecord    *application);

G_END_DECLS
