#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The check of the database, part by part as it goes on: what was found can be printed and kept. Closing it stops it. */
#define BARY_TYPE_CHECK_WINDOW (bary_check_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryCheckWindow, bary_check_window, BARY, CHECK_WINDOW, AdwWindow)

/* Begins at once. @path: of the database */
BaryCheckWindow *bary_check_window_new (GtkWindow   *parent,
                                        BarySession *session,
                                        const char  *path);

G_END_DECLS
