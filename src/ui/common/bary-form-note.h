#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a form says under a row: hidden while there is nothing to say. */
#define BARY_TYPE_FORM_NOTE (bary_form_note_get_type ())
G_DECLARE_FINAL_TYPE (BaryFormNote, bary_form_note, BARY, FORM_NOTE, AdwPreferencesRow)

GtkWidget *bary_form_note_new (void);

/* @words: (nullable): NULL hides it. @css_class: "error" or "warning" */
void       bary_form_note_say (BaryFormNote *self,
                               const char   *css_class,
                               const char   *words);

/* With a link to a record, such as one of the same name. */
void       bary_form_note_point (BaryFormNote *self,
                                 BarySession  *session,
                                 BaryRecord   *record,
                                 const char   *words,
                                 const char   *link);

G_END_DECLS
