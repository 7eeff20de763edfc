#include "bary-window-private.h"

#include "bary-about.h"
#include "bary-config.h"
#include "bary-history-window.h"
#include "bary-scoring-window.h"

#include <glib/gi18n-lib.h>

/* Actions of the window that need an open database, and those that write to it. */
static const char *const reading_actions[] = {
  "win.search", "win.export", "win.send", "win.check", "win.history", "win.tab", "win.export-picture", "win.print-picture", "win.copy-picture",
  "win.present", "win.present-steps", "win.present-pdf",
};
static const char *const writing_actions[] = {
  "win.import",
};

static void
update_turn (BaryWindow *self,
             const char *action,
             GtkWidget  *button,
             const char *plain,
             const char *pattern,
             const char *name)
{
  g_autofree char *tooltip = name != NULL ? g_strdup_printf (pattern, name) : g_strdup (plain);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, name != NULL);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
}

void
bary_window_update_actions (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  gboolean writable = bary_window_is_writable (self);
  gboolean open = store != NULL;
  g_autofree char *undo = writable ? bary_store_dup_undo_name (store) : NULL;
  g_autofree char *redo = writable ? bary_store_dup_redo_name (store) : NULL;

  /* Translators: %s is the name of an action: “Change № 352”. */
  update_turn (self, "win.undo", self->undo_button, _("Undo"), _("Undo: %s"), undo);
  update_turn (self, "win.redo", self->redo_button, _("Redo"), _("Redo: %s"), redo);

  for (guint i = 0; i < G_N_ELEMENTS (reading_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading_actions[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing_actions[i], writable || !open);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.review", bary_scoring_window_has_contest (store));
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), open);
  gtk_widget_set_visible (self->tabs, open);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (BARY_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_redo (BARY_WINDOW (widget)->session);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gtk_menu_button_popup (BARY_WINDOW (widget)->search_button);
}

static void
tab_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (BARY_WINDOW (widget)->views, g_variant_get_string (parameter, NULL));
}

static void
history_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GtkWindow *history = bary_history_window_new (GTK_WINDOW (widget), BARY_WINDOW (widget)->session);

  gtk_window_present (history);
}

/* @parameter: the id of a contest; empty: the one under review */
static void
review_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  const char *contest = g_variant_get_string (parameter, NULL);

  bary_scoring_window_present (GTK_WINDOW (widget), BARY_WINDOW (widget)->session, *contest != '\0' ? contest : NULL);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/barycenter/Barycenter/ui/app/bary-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
about_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  bary_about_show (GTK_WINDOW (widget));
}

void
bary_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.tab", "s", tab_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.review", "s", review_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}
