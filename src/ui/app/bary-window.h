#pragma once

#include "bary-program.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* The frame: header with undo, redo, tabs and search; the views; banner, toasts and the bar of long work. */
#define BARY_TYPE_WINDOW (bary_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryWindow, bary_window, BARY, WINDOW, AdwApplicationWindow)

BaryWindow *bary_window_new           (BaryProgram *application);

/* Shows the database; the welcome page when there is no such file, the page of troubles when it cannot be opened. */
void        bary_window_open_database (BaryWindow      *self,
                                       const char      *path);
/* Makes a new database at `path` and shows it, with the samples if wanted. */
void        bary_window_make_database (BaryWindow      *self,
                                       const char      *path,
                                       gboolean         samples);
/* Brings in package files, one after another, each shown before. On the welcome page they come into a new database. */
void        bary_window_import        (BaryWindow      *self,
                                       GListModel      *files);

/* Brings what is due today into sight. */
void        bary_window_show_today    (BaryWindow      *self);

G_END_DECLS
