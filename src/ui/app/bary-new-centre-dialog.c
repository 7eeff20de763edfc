#include "bary-new-centre-dialog.h"

#include "bary-config.h"
#include "bary-dialogs.h"

#include <glib/gi18n-lib.h>

struct _BaryNewCentreDialog {
  AdwWindow    parent_instance;

  /* template */
  GtkEditable *name;
  GtkEditable *full_name;
  GtkEditable *district;
  GtkEditable *region;
};

G_DEFINE_FINAL_TYPE (BaryNewCentreDialog, bary_new_centre_dialog, ADW_TYPE_WINDOW)

enum {
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
name_changed_cb (BaryNewCentreDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", *name != '\0');
}

static void
create_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryNewCentreDialog *self = BARY_NEW_CENTRE_DIALOG (widget);
  g_autoptr (BaryRecord) centre = bary_record_new (BARY_KIND_CENTRE, NULL);
  g_autoptr (GError) error = NULL;

  if (!bary_record_set_text (centre, "name", gtk_editable_get_text (self->name), &error) ||
      !bary_record_set_text (centre, "full_name", gtk_editable_get_text (self->full_name), &error) ||
      !bary_record_set_text (centre, "district", gtk_editable_get_text (self->district), &error) ||
      !bary_record_set_text (centre, "region", gtk_editable_get_text (self->region), &error))
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("The centre was not made"), error->message);
      return;
    }

  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (self, signals[MADE], 0, centre);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A row of entry passes the focus on to its entry only when it is asked for it, and only on the screen. */
static void
bary_new_centre_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bary_new_centre_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (BARY_NEW_CENTRE_DIALOG (widget)->name));
}

static void
bary_new_centre_dialog_class_init (BaryNewCentreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = bary_new_centre_dialog_map;

  signals[MADE] = g_signal_new ("made", BARY_TYPE_NEW_CENTRE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, BARY_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/app/bary-new-centre-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryNewCentreDialog, name);
  gtk_widget_class_bind_template_child (widget_class, BaryNewCentreDialog, full_name);
  gtk_widget_class_bind_template_child (widget_class, BaryNewCentreDialog, district);
  gtk_widget_class_bind_template_child (widget_class, BaryNewCentreDialog, region);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_new_centre_dialog_init (BaryNewCentreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_changed_cb (self);
}

BaryNewCentreDialog *
bary_new_centre_dialog_new (GtkWindow *parent)
{
  return g_object_new (BARY_TYPE_NEW_CENTRE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
}
