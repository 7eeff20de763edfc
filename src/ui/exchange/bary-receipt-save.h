#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, and for the passphrase if the key has one, and writes the receipt for a package that came in, away from the
 * window. What goes wrong, the session says. */
void bary_receipt_save (GtkWidget   *widget,
                        BarySession *session,
                        const char  *package);

G_END_DECLS
