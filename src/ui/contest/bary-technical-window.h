#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The technical review of an application: the checklist, what it comes to, and at its side the letter that tells the applicant.
 * The letter leaves as a draft for the mail program, as a file, or as copied text; writing the review down is one action.
 *
 * Actions: "technical.done", ".open", ".save", ".copy", ".again" (writes the letter anew). */
#define BARY_TYPE_TECHNICAL_WINDOW (bary_technical_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryTechnicalWindow, bary_technical_window, BARY, TECHNICAL_WINDOW, AdwWindow)

void bary_technical_window_present (GtkWidget   *parent,
                                    BarySession *session,
                                    BaryRecord  *application);

G_END_DECLS
