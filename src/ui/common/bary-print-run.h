#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the desktop's dialog and prints in points over the whole sheet while the window goes on; the session tells of a failure.
 * The printer of the last run is chosen, and its paper where the operation embeds a page setup: both are kept in the settings.
 * @operation: with whatever else it needs */
void bary_print_run (GtkPrintOperation *operation,
                     GtkWindow         *parent,
                     BarySession       *session);

G_END_DECLS
