#include "bary-template-window-private.h"

#include "bary-application-report.h"
#include "bary-config.h"
#include "bary-contest-acts.h"
#include "bary-dialogs.h"
#include "bary-report-print.h"
#include "bary-store-contest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BaryTemplateWindow *self = BARY_TEMPLATE_WINDOW (widget);
  BaryRecord *part = bary_template_get_focused (self);

  if (part != NULL)
    bary_template_act (self, part, action + strlen ("template."));
}

/* Its button would take back another action than its words say. */
static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryTemplateWindow *self = BARY_TEMPLATE_WINDOW (widget);

  if (self->undo_toast != NULL)
    adw_toast_set_button_label (self->undo_toast, NULL);
  if (g_str_equal (action, "template.undo"))
    bary_session_undo (self->session);
  else
    bary_session_redo (self->session);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryTemplateWindow *self = BARY_TEMPLATE_WINDOW (widget);
  char *copy = bary_contest_copy_for_next_year (self->session, self->record);

  if (copy == NULL)
    return;
  g_free (self->contest);
  self->contest = copy;
  bary_template_show (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  adw_leaflet_navigate (BARY_TEMPLATE_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
form_place_chosen (GFile    *file,
                   gpointer  data)
{
  g_autoptr (BaryTemplateWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryContestForm) form = NULL;

  if (path == NULL || self->record == NULL)
    return;
  form = bary_store_read_contest_form (bary_template_get_store (self), self->record, &error);
  if (form != NULL)
    bary_report_write (self->session, bary_application_report_new (form, NULL), path);
  else
    bary_session_fail (self->session, error);
}

static void
save_form_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  bary_dialogs_save_file (GTK_WINDOW (widget), _("Save the Form as .pdf, .xlsx, .csv or .odt"), _("Form.pdf"), form_place_chosen,
                          g_object_ref (widget));
}

void
bary_template_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "template.up", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "template.down", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "template.remove", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "template.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "template.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "template.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "template.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "template.save-form", NULL, save_form_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "template.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "template.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "template.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "template.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "template.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}
