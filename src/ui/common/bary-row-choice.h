#pragma once

#include "bary-row.h"

G_BEGIN_DECLS

/* One of a field's choices, or none. */
#define BARY_TYPE_ROW_CHOICE (bary_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (BaryRowChoice, bary_row_choice, BARY, ROW_CHOICE, AdwComboRow)

GtkWidget *bary_row_choice_new (const BaryField *field);

G_END_DECLS
