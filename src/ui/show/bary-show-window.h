#pragma once

#include "bary-show.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A presentation in front of a hall: the whole screen, no controls; keys, a clicker, the mouse or a finger lead on. */
#define BARY_TYPE_SHOW_WINDOW (bary_show_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowWindow, bary_show_window, BARY, SHOW_WINDOW, GtkWindow)

/* @parent: whose screen it takes; @first: the step it begins with */
GtkWindow *bary_show_window_new (GtkWindow *parent,
                                 BaryShow  *show,
                                 guint      first);

G_END_DECLS
