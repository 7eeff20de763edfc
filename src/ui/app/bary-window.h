#pragma once

#include "bary-application.h"
#include "bary-session.h"

G_BEGIN_DECLS

#define BARY_TYPE_WINDOW (bary_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryWindow, bary_window, BARY, WINDOW, AdwApplicationWindow)

BaryWindow *bary_window_new           (BaryApplication *application);

/* Shows the database, or the welcome page if there is no such file yet. */
void        bary_window_open_database (BaryWindow      *self,
                                       const char      *path);

G_END_DECLS
