#include "bary-shortcut.h"

static gboolean
pressed_cb (GtkWidget *widget,
            GVariant  *action,
            gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

void
bary_shortcut_add (GtkWidget        *widget,
                   GtkShortcutScope  scope,
                   const char       *trigger,
                   const char       *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (pressed_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), scope);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (widget, controller);
}
