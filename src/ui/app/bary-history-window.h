#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was done in this file, newest first, by whom and when; from each act it can be taken back up to there. */
#define BARY_TYPE_HISTORY_WINDOW (bary_history_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryHistoryWindow, bary_history_window, BARY, HISTORY_WINDOW, AdwWindow)

/* @session: (transfer none) */
GtkWindow *bary_history_window_new (GtkWindow   *parent,
                                    BarySession *session);

G_END_DECLS
