#pragma once

#include "bary-form.h"

G_BEGIN_DECLS

/* A form with its buttons: Cancel, Save, and Remove for a record that is there. Stands in an inspector or in a
 * dialog. What was typed stays when saving is refused.
 *
 * Signal "done" (gboolean saved): saved, removed or cancelled. */
#define BARY_TYPE_FORM_PAGE (bary_form_page_get_type ())
G_DECLARE_FINAL_TYPE (BaryFormPage, bary_form_page, BARY, FORM_PAGE, AdwBin)

/* @companion: (nullable): a new record that is saved by the same action, such as the first party of a new
 *   agreement; its references are taken as settled. */
GtkWidget  *bary_form_page_new        (BarySession       *session,
                                       BaryRecord        *record,
                                       const char *const *hidden,
                                       BaryRecord        *companion);
BaryForm   *bary_form_page_get_form   (BaryFormPage      *self);

/* What is said about what is typed, over the form, where it is always seen. Returns: (transfer none) (nullable) */
GtkWidget  *bary_form_page_get_notice (BaryFormPage      *self);
void        bary_form_page_set_notice (BaryFormPage      *self,
                                       GtkWidget         *notice);

/* The same in a dialog of its own. Returns: (transfer none): the page in it. */
BaryFormPage *bary_form_page_present    (GtkWidget         *parent,
                                       BarySession       *session,
                                       BaryRecord        *record,
                                       const char *const *hidden,
                                       BaryRecord        *companion);

/* Removes a record by one action: at once if nothing depends on it; otherwise says what does, and asks whether
 * to remove it all together. */
void        bary_form_remove_record   (GtkWidget         *parent,
                                       BarySession       *session,
                                       BaryRecord        *record);

G_END_DECLS
