#include "bary-template-window-private.h"

#include "bary-config.h"
#include "bary-freeze.h"
#include "bary-kinds.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

const char *const bary_template_general[] = {
  "name", "form_title", "school_year", "centre", "status_kind", "status_from", "status_to", "goal", "email", "note", NULL
};

const char *const bary_template_rules[] = {
  "experts", "formula", "trimmed", "rounding", "product_digits", "sheet_digits", "total_digits", "pass_mark", "places", "divergence",
  "divergence_limit", "third", "commission", "speech_minutes", "question_minutes", NULL
};

/* A row of the page opens the form at its field. */
static void
edit_cb (GtkWidget          *row,
         BaryTemplateWindow *self)
{
  bary_template_edit (GTK_WIDGET (self), self->session, self->record, g_object_get_data (G_OBJECT (row), "shown"),
                      bary_template_is_frozen (self), g_object_get_data (G_OBJECT (row), "field"));
}

static gboolean
is_editable (BaryTemplateWindow *self,
             const char         *field)
{
  return !bary_store_is_read_only (bary_template_get_store (self)) &&
         (!bary_template_is_frozen (self) || !bary_freeze_holds_field (field));
}

static void
show_value (AdwActionRow    *row,
            const BaryField *field,
            const char      *words)
{
  GtkWidget *label;

  if ((field->type == BARY_FIELD_LONG_TEXT || field->type == BARY_FIELD_TEXT) && words != NULL)
    {
      adw_action_row_set_subtitle (row, words);
      return;
    }
  label = gtk_label_new (words != NULL ? words : _("Not set"));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (row, label);
}

static void
add_field (BaryTemplateWindow  *self,
           AdwPreferencesGroup *group,
           const char *const   *shown,
           const char          *name)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_CONTEST, name, NULL);
  const char *value = bary_record_get (self->record, field);
  g_autofree char *words = value != NULL ? bary_store_value_to_words (bary_template_get_store (self), field, value) : NULL;
  GtkWidget *row = bary_rows_make (bary_field_get_label (field), NULL);

  show_value (ADW_ACTION_ROW (row), field, words);
  adw_preferences_group_add (group, row);
  if (!is_editable (self, name))
    return;
  g_object_set_data (G_OBJECT (row), "shown", (gpointer) shown);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, 0);
}

static void
add_fields (BaryTemplateWindow *self,
            const char         *title,
            const char *const  *shown)
{
  AdwPreferencesGroup *group = bary_template_add_group (self, title, NULL);

  for (guint i = 0; shown[i] != NULL; i++)
    add_field (self, group, shown, shown[i]);
}

void
bary_template_show_rules (BaryTemplateWindow *self)
{
  add_fields (self, _("Contest"), bary_template_general);
  add_fields (self, _("How Totals Come About and Who Wins"), bary_template_rules);
}
