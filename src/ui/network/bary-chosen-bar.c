#include "bary-chosen-bar.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 100 /* pixels of words: the rest is scrolled to, the picture is what counts */

struct _BaryChosenBar {
  GtkBox     parent_instance;

  GtkLabel  *label;
  GtkWidget *acts;
};

G_DEFINE_FINAL_TYPE (BaryChosenBar, bary_chosen_bar, GTK_TYPE_BOX)

static void
bary_chosen_bar_class_init (BaryChosenBarClass *klass)
{
}

static void
add_button (GtkWidget  *box,
            const char *icon,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static void
bary_chosen_bar_init (BaryChosenBar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_max_width_chars (self->label, 70);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bary-chosen-bar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->label));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_box_append (GTK_BOX (self), scroller);
  gtk_box_append (GTK_BOX (self), self->acts);
  add_button (self->acts, "view-pin-symbolic", _("Pin"), "network.pin");
  add_button (self->acts, "bary-unpin-symbolic", _("Unpin"), "network.unpin");
  add_button (self->acts, "edit-copy-symbolic", _("Copy the names"), "network.copy-names");
  add_button (GTK_WIDGET (self), "window-close-symbolic", _("Close (Esc)"), "network.clear");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
bary_chosen_bar_say (BaryChosenBar *self,
                     const char    *words,
                     gboolean       acts)
{
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  gtk_label_set_text (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (self->acts, acts);
}
