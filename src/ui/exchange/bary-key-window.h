#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One's own key: shown to be compared, put on paper, locked with a passphrase. */
#define BARY_TYPE_KEY_WINDOW (bary_key_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryKeyWindow, bary_key_window, BARY, KEY_WINDOW, AdwWindow)

/* The session has a store, and the store a key. */
GtkWindow *bary_key_window_new (GtkWindow   *parent,
                                BarySession *session);

G_END_DECLS
