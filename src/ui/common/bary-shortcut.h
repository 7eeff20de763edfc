#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A key for an action of the widget or of what is around it, only while the widget is seen: with
 * GTK_SHORTCUT_SCOPE_GLOBAL a tab's key works wherever the cursor is in the window, while the tab is shown. */
void bary_shortcut_add (GtkWidget        *widget,
                        GtkShortcutScope  scope,
                        const char       *trigger,
                        const char       *action);

G_END_DECLS
