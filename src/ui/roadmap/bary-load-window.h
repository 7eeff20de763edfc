#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How often each school must be somewhere, week by week: a drawn table, the same as a list, and the events of the week that is
 * chosen; one of them leads to its place in the roadmaps. */
#define BARY_TYPE_LOAD_WINDOW (bary_load_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryLoadWindow, bary_load_window, BARY, LOAD_WINDOW, AdwWindow)

/* Of the session's school year. */
void bary_load_window_present (GtkWidget   *parent,
                               BarySession *session);

G_END_DECLS
