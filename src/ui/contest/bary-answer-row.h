#pragma once

#include "bary-contest-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field of an application: what it asks, where the answer is written, and what is still missing. A table has a cell for
 * each of its columns and one row more than is filled in.
 *
 * Signal "edited" (guint part, guint row, guint column, const char *text): a person changed an answer.
 * Signal "add-file" (): a person wants to add an appendix.
 * Signals "open-file", "remove-file" (const char *id): of an appendix. */
#define BARY_TYPE_ANSWER_ROW (bary_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (BaryAnswerRow, bary_answer_row, BARY, ANSWER_ROW, GtkBox)

/* @field: a part of a form that outlives the row or is replaced by bary_answer_row_load */
GtkWidget     *bary_answer_row_new       (BaryFormField *field,
                                          gboolean       titled,
                                          gboolean       editable);
BaryFormField *bary_answer_row_get_field (BaryAnswerRow *self);

/* Shows the answers of a field that was read anew; what is the same already keeps its cursor. */
void           bary_answer_row_load      (BaryAnswerRow *self,
                                          BaryFormField *field);
/* Puts the cursor where the answer is written. */
void           bary_answer_row_start     (BaryAnswerRow *self);

G_END_DECLS
