#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The possible conflicts of interest of a contest: each is answered by a button, and what was answered stands below with who said
 * so and when, and can be answered again. */
#define BARY_TYPE_DOUBTS_WINDOW (bary_doubts_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryDoubtsWindow, bary_doubts_window, BARY, DOUBTS_WINDOW, AdwWindow)

/* @contest: an id */
void bary_doubts_window_present (GtkWidget   *parent,
                                 BarySession *session,
                                 const char  *contest);

G_END_DECLS
