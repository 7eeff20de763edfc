#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @passphrase: (nullable): NULL where the key has none */
typedef void (*BaryUnlocked) (const char *passphrase,
                              gpointer    user_data);

/* Asks for the passphrase of one's own key, if it is locked with one; otherwise goes on at once. A wrong one is told by
 * what is done with it. @unlocked: not called when the person cancels; @destroy: called in any case */
void bary_unlock (GtkWidget      *widget,
                  BaryStore      *store,
                  BaryUnlocked    unlocked,
                  gpointer        user_data,
                  GDestroyNotify  destroy);

typedef void (*BaryUnlockedFile) (const char *path,
                                  const char *passphrase,
                                  gpointer    user_data);

/* The same after asking where to save a file.
 * @title: of the file chooser; @name: suggested for the file */
void bary_unlock_file (GtkWidget        *widget,
                       BarySession      *session,
                       const char       *title,
                       const char       *name,
                       BaryUnlockedFile  unlocked,
                       gpointer          user_data,
                       GDestroyNotify    destroy);

G_END_DECLS
