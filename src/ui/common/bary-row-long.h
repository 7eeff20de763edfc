#pragma once

#include "bary-row.h"

G_BEGIN_DECLS

/* Paragraphs; Tab leaves them. */
#define BARY_TYPE_ROW_LONG (bary_row_long_get_type ())
G_DECLARE_FINAL_TYPE (BaryRowLong, bary_row_long, BARY, ROW_LONG, AdwPreferencesRow)

GtkWidget *bary_row_long_new (const BaryField *field);

G_END_DECLS
