#pragma once

#include "bary-senders.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Returns: (transfer none): translated. */
const char *bary_sender_role_get_label (BarySenderRole    role);

/* A confirmed sender: its key to be compared once more, and who it is, which says what it may send. What is chosen is
 * written at once, and can be taken back. */
#define BARY_TYPE_SENDER_WINDOW (bary_sender_window_get_type ())
G_DECLARE_FINAL_TYPE (BarySenderWindow, bary_sender_window, BARY, SENDER_WINDOW, AdwWindow)

GtkWindow  *bary_sender_window_new     (GtkWindow        *parent,
                                        BarySession      *session,
                                        const BarySender *sender);

G_END_DECLS
