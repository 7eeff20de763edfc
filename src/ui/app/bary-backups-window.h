#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The copies of a database: one a day is made by itself, another at any time by hand.
 * Signal "restore" (const char *backup): the person wants this one in the place of the database. */
#define BARY_TYPE_BACKUPS_WINDOW (bary_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryBackupsWindow, bary_backups_window, BARY, BACKUPS_WINDOW, AdwWindow)

/* @path: of the database, which may be missing or damaged */
BaryBackupsWindow *bary_backups_window_new (GtkWindow  *parent,
                                            const char *path);

G_END_DECLS
