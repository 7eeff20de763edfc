#pragma once

#include "bary-letter.h"
#include "bary-record.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Composes a letter of an event: the fields that the letter's form asks for on one side, the letter as it will be read on the
 * other. It leaves as a draft for the mail program, as a file, or as copied text; a draft or file of an announcement has the event as a calendar in it. «Sent» is written down when the person
 * says so. What was typed into the fields is the event's and is saved with it. */
#define BARY_TYPE_LETTER_WINDOW (bary_letter_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryLetterWindow, bary_letter_window, BARY, LETTER_WINDOW, AdwWindow)

/* @duty: the word of a sending that it is written down as: "announcement", "reminder", "eve", "press_release", "correction"
 * @ordinal: which of several such; 0 where there is one */
void bary_letter_window_present (GtkWidget   *parent,
                                 BarySession *session,
                                 BaryRecord  *event,
                                 const char  *duty,
                                 guint        ordinal);

G_END_DECLS
