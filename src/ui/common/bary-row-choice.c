#include "bary-row-choice.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

struct _BaryRowChoice {
  AdwComboRow      parent_instance;

  const BaryField *field;
};

static void bary_row_choice_row_init (BaryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRowChoice, bary_row_choice, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_ROW, bary_row_choice_row_init))

/* The first line of the list stands for no value. */
static char *
bary_row_choice_dup_text (BaryRow *row)
{
  BaryRowChoice *self = BARY_ROW_CHOICE (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return g_strdup (selected > 0 && selected != GTK_INVALID_LIST_POSITION ? self->field->choices[selected - 1].word : "");
}

static void
bary_row_choice_set_value (BaryRow    *row,
                           const char *value)
{
  BaryRowChoice *self = BARY_ROW_CHOICE (row);
  guint selected = 0;

  for (guint i = 0; value != NULL && self->field->choices[i].word != NULL; i++)
    if (g_str_equal (self->field->choices[i].word, value))
      selected = i + 1;

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}

static void
bary_row_choice_set_wrong (BaryRow  *row,
                           gboolean  wrong)
{
  bary_row_mark (GTK_WIDGET (row), GTK_WIDGET (row), wrong);
}

static void
bary_row_choice_row_init (BaryRowInterface *iface)
{
  iface->dup_text = bary_row_choice_dup_text;
  iface->set_value = bary_row_choice_set_value;
  iface->set_wrong = bary_row_choice_set_wrong;
}

static void
bary_row_choice_class_init (BaryRowChoiceClass *klass)
{
}

static void
bary_row_choice_init (BaryRowChoice *self)
{
}

GtkWidget *
bary_row_choice_new (const BaryField *field)
{
  BaryRowChoice *self = g_object_new (BARY_TYPE_ROW_CHOICE, "title", bary_field_get_label (field), NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->field = field;
  gtk_string_list_append (labels, field->flags & BARY_FIELD_REQUIRED ? _("Choose…") : _("Not set"));
  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (bary_row_edited), NULL);
  return GTK_WIDGET (self);
}
