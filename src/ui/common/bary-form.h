#pragma once

#include "bary-row.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A form for one record of any kind, made from its kind's table: one row per field, checked while typing, with
 * what is wrong under the row in the words of bary_field_parse. It works on a copy. What others commit
 * meanwhile arrives in the fields that were not touched; a touched one keeps what was typed and says so.
 *
 * Properties: "valid" (gboolean), "changed" (gboolean): something was typed. */
#define BARY_TYPE_FORM (bary_form_get_type ())
G_DECLARE_FINAL_TYPE (BaryForm, bary_form, BARY, FORM, AdwBin)

/* @record: one of the store, or a new one that is not in it yet
 * @hidden: (nullable): names of fields that are settled, ends with NULL */
GtkWidget  *bary_form_new        (BarySession       *session,
                                  BaryRecord        *record,
                                  const char *const *hidden);

gboolean    bary_form_is_valid   (BaryForm          *self);
gboolean    bary_form_is_changed (BaryForm          *self);
gboolean    bary_form_is_new     (BaryForm          *self);

/* Returns: (transfer none): the record with what was typed so far, where it fits its field. */
BaryRecord *bary_form_get_edited (BaryForm          *self);

/* Adds what saving must do. */
void        bary_form_collect    (BaryForm          *self,
                                  BaryChanges       *changes);

/* Returns: (transfer none) (nullable): the row of a field. */
BaryRow    *bary_form_get_row    (BaryForm          *self,
                                  const char        *field);

/* Puts the cursor into the first row; of a new record into the first that must be filled in and is not. */
void        bary_form_start      (BaryForm          *self);

G_END_DECLS
