#include "bary-template-window-private.h"

#include "bary-answer-row.h"
#include "bary-config.h"
#include "bary-contest-check.h"
#include "bary-rows.h"
#include "bary-store-contest.h"

#include <glib/gi18n-lib.h>

/* The form, as an application shows it */

static void
no_files_cb (BaryTemplateWindow *self)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Files are added in an application")));
}

static void
add_section (BaryTemplateWindow *self,
             BaryFormSection    *section,
             guint               number)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, section->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < section->fields->len; i++)
    {
      BaryFormField *field = section->fields->pdata[i];
      GtkWidget *row = bary_answer_row_new (field, !g_str_equal (field->name, section->name), TRUE);

      g_signal_connect_object (row, "add-file", G_CALLBACK (no_files_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_box_append (self->page, box);
}

void
bary_template_show_preview (BaryTemplateWindow *self)
{
  AdwPreferencesGroup *group = bary_template_add_group (self, NULL, _("Try it: what is typed here is kept nowhere."));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save the Empty Form…"));
  g_autoptr (GError) error = NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "template.save-form");
  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (group, save);
  self->form = bary_store_read_contest_form (bary_template_get_store (self), self->record, &error);
  if (self->form == NULL)
    bary_session_fail (self->session, error);
  for (guint i = 0; self->form != NULL && i < self->form->sections->len; i++)
    add_section (self, self->form->sections->pdata[i], i + 1);
}

/* What is wrong */

static void
go_cb (GtkWidget          *row,
       BaryTemplateWindow *self)
{
  static const BaryTemplatePage pages[] = {
    [BARY_CONTEST_RULES] = BARY_TEMPLATE_RULES, [BARY_CONTEST_FORM] = BARY_TEMPLATE_FORM,
    [BARY_CONTEST_STAGES] = BARY_TEMPLATE_STAGES, [BARY_CONTEST_CRITERIA] = BARY_TEMPLATE_CRITERIA,
    [BARY_CONTEST_TIES] = BARY_TEMPLATE_TIES,
  };

  bary_template_choose (self, pages[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "part"))]);
}

static void
add_fault (BaryTemplateWindow     *self,
           AdwPreferencesGroup    *group,
           const BaryContestFault *fault)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (fault->grave ? "dialog-error-symbolic" : "dialog-information-symbolic");
  GtkWidget *row = bary_rows_make (fault->words, NULL);

  gtk_widget_add_css_class (icon, fault->grave ? "error" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, fault->grave ? _("Cannot work") : _("Remark"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "part", GUINT_TO_POINTER (fault->part));
  g_signal_connect_object (row, "activated", G_CALLBACK (go_cb), self, 0);
  adw_preferences_group_add (group, row);
}

static void
add_faults (BaryTemplateWindow *self,
            gboolean            grave,
            const char         *title,
            const char         *description)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; self->faults != NULL && i < self->faults->len; i++)
    {
      const BaryContestFault *fault = self->faults->pdata[i];

      if (fault->grave != grave)
        continue;
      if (group == NULL)
        group = bary_template_add_group (self, title, description);
      add_fault (self, group, fault);
    }
}

void
bary_template_show_faults (BaryTemplateWindow *self)
{
  GtkWidget *page;

  add_faults (self, TRUE, _("Cannot Work"), _("The contest would stop at these."));
  add_faults (self, FALSE, _("Remarks"), _("These may well be meant."));
  if (self->faults == NULL || self->faults->len > 0)
    return;
  page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to Mend"));
  gtk_box_append (self->page, page);
}
