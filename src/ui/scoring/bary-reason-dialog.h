#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a reason, without which nothing is done.
 * @widget: what it is asked for; @label: of the button, with a mnemonic; @reasoned: called with @widget and the reason */
typedef void (*BaryReasoned) (gpointer    widget,
                              const char *reason);

void bary_reason_dialog_ask (GtkWidget    *widget,
                             const char   *heading,
                             const char   *body,
                             const char   *label,
                             BaryReasoned  reasoned);

G_END_DECLS
