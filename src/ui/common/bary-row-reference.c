#include "bary-row-reference.h"

#include "bary-config.h"
#include "bary-record-list.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than this nobody reads; the search narrows it. */
#define MOST_OFFERED 50

struct _BaryRowReference {
  AdwActionRow     parent_instance;

  const BaryField *field;
  BaryStore       *store;
  char            *value;
  char            *within_field;
  char            *within_value;

  GtkMenuButton   *button;
  GtkPopover      *popover;
  GtkSearchEntry  *entry;
  GtkListBox      *offers;
  GtkWidget       *clear;
};

static void bary_row_reference_row_init (BaryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRowReference, bary_row_reference, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_ROW, bary_row_reference_row_init))

static char *
bary_row_reference_dup_text (BaryRow *row)
{
  BaryRowReference *self = BARY_ROW_REFERENCE (row);

  return g_strdup (self->value != NULL ? self->value : "");
}

static void
bary_row_reference_set_value (BaryRow    *row,
                              const char *value)
{
  BaryRowReference *self = BARY_ROW_REFERENCE (row);
  g_autofree char *copy = g_strdup (value);
  g_autofree char *words = bary_store_value_to_words (self->store, self->field, value);

  g_free (self->value);
  self->value = g_steal_pointer (&copy);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->value != NULL ? words : _("Not chosen"));
  gtk_widget_set_visible (self->clear, self->value != NULL && !(self->field->flags & BARY_FIELD_REQUIRED));
}

static void
bary_row_reference_set_wrong (BaryRow  *row,
                              gboolean  wrong)
{
  bary_row_mark (GTK_WIDGET (row), GTK_WIDGET (BARY_ROW_REFERENCE (row)->button), wrong);
}

static void
bary_row_reference_row_init (BaryRowInterface *iface)
{
  iface->dup_text = bary_row_reference_dup_text;
  iface->set_value = bary_row_reference_set_value;
  iface->set_wrong = bary_row_reference_set_wrong;
}

/* The offers */

static gboolean
is_searched (BaryKind kind)
{
  const BaryField *name = bary_kind_find_field (kind, "name", NULL);

  return name != NULL && (name->flags & BARY_FIELD_SEARCHED);
}

static void
append_offer (BaryRowReference *self,
              BaryRecord       *record,
              const char       *wanted)
{
  g_autofree char *words = bary_store_describe (self->store, record);
  g_autofree char *folded = bary_text_fold (words);
  GtkWidget *label, *row;

  if (!is_searched (self->field->target) && strstr (folded, wanted) == NULL)
    return;

  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_end (label, 8);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (bary_record_get_id (record)), g_free);
  gtk_list_box_append (self->offers, row);
}

static void
fill_offers (BaryRowReference *self)
{
  g_autoptr (BaryQuery) query = bary_query_new (self->field->target);
  g_autoptr (BaryRecordList) found = NULL;
  g_autofree char *wanted = bary_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL &&
         GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->offers, row);

  if (self->within_field != NULL)
    bary_query_where (query, self->within_field, self->within_value);
  if (is_searched (self->field->target))
    bary_query_matching (query, wanted);
  found = bary_record_list_new (self->store, query);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (G_LIST_MODEL (found)), MOST_OFFERED); i++)
    {
      g_autoptr (BaryRecord) record = g_list_model_get_item (G_LIST_MODEL (found), i);

      append_offer (self, record, wanted);
    }
  gtk_list_box_select_row (self->offers, gtk_list_box_get_row_at_index (self->offers, 0));
}

static void
choose (BaryRowReference *self,
        const char       *id)
{
  bary_row_reference_set_value (BARY_ROW (self), id);
  gtk_popover_popdown (self->popover);
  bary_row_edited (BARY_ROW (self));
}

static void
offer_activated_cb (BaryRowReference *self,
                    GtkListBoxRow    *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "id"));
}

static void
entry_activated_cb (BaryRowReference *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->offers);

  if (row != NULL)
    offer_activated_cb (self, row);
}

static void
clear_clicked_cb (BaryRowReference *self)
{
  choose (self, NULL);
}

static void
popover_mapped_cb (BaryRowReference *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill_offers (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
bary_row_reference_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (BARY_ROW_REFERENCE (row)->button);
}

static void
bary_row_reference_finalize (GObject *object)
{
  BaryRowReference *self = BARY_ROW_REFERENCE (object);

  g_clear_object (&self->store);
  g_free (self->value);
  g_free (self->within_field);
  g_free (self->within_value);

  G_OBJECT_CLASS (bary_row_reference_parent_class)->finalize (object);
}

static void
bary_row_reference_class_init (BaryRowReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_row_reference_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = bary_row_reference_activate;
}

static GtkWidget *
make_popover (BaryRowReference *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->offers = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_search_entry_set_search_delay (self->entry, 80);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (popover));
  gtk_list_box_set_placeholder (self->offers, gtk_label_new (_("Nothing is found")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->offers));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 300, 260);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill_offers), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), popover);
  g_signal_connect_swapped (self->offers, "row-activated", G_CALLBACK (offer_activated_cb), self);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (popover_mapped_cb), self);
  return popover;
}

static void
bary_row_reference_init (BaryRowReference *self)
{
  self->popover = GTK_POPOVER (make_popover (self));
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear"), -1);
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "edit-find-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
bary_row_reference_new (const BaryField *field,
                        BaryStore       *store)
{
  BaryRowReference *self = g_object_new (BARY_TYPE_ROW_REFERENCE, "title", bary_field_get_label (field), NULL);
  g_autofree char *label = NULL;

  self->field = field;
  self->store = g_object_ref (store);
  /* Translators: %s: a field: "Choose: Organisation" */
  label = g_strdup_printf (_("Choose: %s"), bary_field_get_label (field));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  bary_row_reference_set_value (BARY_ROW (self), NULL);
  return GTK_WIDGET (self);
}

void
bary_row_reference_set_within (BaryRowReference *self,
                               const char       *field,
                               const char       *value)
{
  g_free (self->within_field);
  g_free (self->within_value);
  self->within_field = g_strdup (field);
  self->within_value = g_strdup (value);
}
