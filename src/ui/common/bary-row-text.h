#pragma once

#include "bary-row.h"

G_BEGIN_DECLS

/* A line of text; a date has a calendar beside it. */
#define BARY_TYPE_ROW_TEXT (bary_row_text_get_type ())
G_DECLARE_FINAL_TYPE (BaryRowText, bary_row_text, BARY, ROW_TEXT, AdwEntryRow)

GtkWidget *bary_row_text_new (const BaryField *field);

G_END_DECLS
