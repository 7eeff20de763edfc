#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The only place that knows GtkFileChooserNative and AdwMessageDialog: both have successors after GTK 4.8. */

/* @file: (nullable): NULL when cancelled */
typedef void (*BaryFileChosen) (GFile *file, gpointer user_data);

/* @pattern: (nullable): "*.db", or several: "*.sig;*.p7s"; @pattern_name: what such files are called */
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
void bary_dialogs_choose_folder (GtkWindow      *parent,
                                 const char     *title,
                                 BaryFileChosen  chosen,
                                 gpointer        user_data);

/* Says something that must be read; one button closes it, another copies the text. */
void bary_dialogs_tell      (GtkWindow      *parent,
                             const char     *heading,
                             const char     *body);

/* Asks before something that touches more than was pointed at. @label: of the button, with a mnemonic.
 * @confirmed is called when that button is pressed; @destroy in any case. */
typedef void (*BaryConfirmed) (gpointer user_data);

void bary_dialogs_confirm   (GtkWindow      *parent,
                             const char     *heading,
                             const char     *body,
                             const char     *label,
                             BaryConfirmed   confirmed,
                             gpointer        user_data,
                             GDestroyNotify  destroy);

G_END_DECLS
