#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what a calendar of another program would bring in: which events are new, which change and how, which stay, and what
 * in the file cannot be understood. Nothing is written before Import is pressed, and that is one action. */
#define BARY_TYPE_ICS_WINDOW (bary_ics_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryIcsWindow, bary_ics_window, BARY, ICS_WINDOW, AdwWindow)

/* Reads the file without holding up the window, then shows it. The events are those of the session's school year.
 * @roadmap: (nullable): id of the one that is suggested for new events */
void bary_ics_window_open (GtkWidget   *parent,
                           BarySession *session,
                           const char  *roadmap,
                           GFile       *file);

G_END_DECLS
