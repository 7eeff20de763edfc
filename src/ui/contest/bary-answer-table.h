#pragma once

#include "bary-contest-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of a table field, part by part; the last row of each part is empty and grows another when it is written in.
 *
 * Signal "edited" (guint part, guint row, guint column, const char *text) */
#define BARY_TYPE_ANSWER_TABLE (bary_answer_table_get_type ())
G_DECLARE_FINAL_TYPE (BaryAnswerTable, bary_answer_table, BARY, ANSWER_TABLE, GtkGrid)

GtkWidget *bary_answer_table_new  (BaryFormField   *field,
                                   gboolean         editable);
void       bary_answer_table_load (BaryAnswerTable *self,
                                   BaryFormField   *field);

/* An answer that is only read: folded, so that all of it is seen, and to be copied. @answer: (nullable) */
GtkWidget *bary_answer_label_new  (const char      *answer);

G_END_DECLS
