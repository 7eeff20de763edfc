#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The only place that knows GtkFileChooserNative and AdwMessageDialog: both have successors after GTK 4.8. */

/* @file: (nullable): NULL when cancelled */
typedef void (*BaryFileChosen) (GFile *file, gpointer user_data);

/* @pattern: (nullable): "*.db"; @pattern_name: what such files are called */
void bary_dialogs_open_file (GtkWindow      *parent,
                             const char     *title,
                             const char     *pattern_name,
                             const char     *pattern,
                             BaryFileChosen  chosen,
                             gpointer        user_data);
void bary_dialogs_save_file (GtkWindow      *parent,
                             const char     *title,
                             const char     *suggested_name,
                             BaryFileChosen  chosen,
                             gpointer        user_data);

/* Says something that must be read; one button closes it. */
void bary_dialogs_tell      (GtkWindow      *parent,
                             const char     *heading,
                             const char     *body);

G_END_DECLS
