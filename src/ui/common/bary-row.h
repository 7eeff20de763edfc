#pragma once

#include "bary-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One row of a form: edits one field as text. Signal "edited": a person changed it. */
#define BARY_TYPE_ROW (bary_row_get_type ())
G_DECLARE_INTERFACE (BaryRow, bary_row, BARY, ROW, AdwPreferencesRow)

struct _BaryRowInterface {
  GTypeInterface parent_iface;

  char *(*dup_text) (BaryRow *self);
  void  (*set_value) (BaryRow *self, const char *value);
  void  (*set_wrong) (BaryRow *self, gboolean wrong);
};

/* The row that suits the field's type. Returns: (transfer floating) */
GtkWidget *bary_row_new       (const BaryField *field,
                               BaryStore       *store);

/* Returns: (transfer full): what the person wrote, for bary_field_parse. */
char      *bary_row_dup_text  (BaryRow         *self);

/* @value: (nullable): canonical */
void       bary_row_set_value (BaryRow         *self,
                               const char      *value);

/* Marks the row for the eye and for a screen reader. */
void       bary_row_set_wrong (BaryRow         *self,
                               gboolean         wrong);

/* For those who implement a row. */
void       bary_row_edited    (BaryRow         *self);
void       bary_row_mark      (GtkWidget       *row,
                               GtkWidget       *control,
                               gboolean         wrong);

G_END_DECLS
