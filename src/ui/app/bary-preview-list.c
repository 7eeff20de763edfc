#include "bary-preview-list.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define FIELD_CHARS 18
#define LONGEST_VALUE 600

struct _BaryPreviewList {
  AdwBin       parent_instance;

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (BaryPreviewList, bary_preview_list, ADW_TYPE_BIN)

/* The widgets of a row; which of them are seen depends on what it shows. */
typedef struct {
  GtkTreeExpander *expander;
  GtkWidget       *head;   /* of a kind or a record */
  GtkLabel        *title;
  GtkLabel        *counts;
  GtkWidget       *values; /* of a field */
  GtkLabel        *field;
  GtkLabel        *was;
  GtkLabel        *became;
} Row;

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class,
              gboolean    wraps)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, wraps);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (label, wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_BASELINE);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
build_values (Row *row)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  PangoAttrList *struck = pango_attr_list_new ();

  row->values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->field = append_label (row->values, "dim-label", TRUE);
  gtk_label_set_width_chars (row->field, FIELD_CHARS);
  gtk_label_set_max_width_chars (row->field, FIELD_CHARS);
  row->was = append_label (both, "dim-label", TRUE);
  row->became = append_label (both, NULL, TRUE);
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (row->was, struck);
  pango_attr_list_unref (struck);
  gtk_widget_set_hexpand (both, TRUE);
  gtk_box_append (GTK_BOX (row->values), both);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->expander = GTK_TREE_EXPANDER (gtk_tree_expander_new ());
  row->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->title = append_label (row->head, NULL, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (row->title), TRUE);
  row->counts = append_label (row->head, "dim-label", FALSE);
  build_values (row);
  gtk_box_append (GTK_BOX (box), row->head);
  gtk_box_append (GTK_BOX (box), row->values);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_end (box, 12);
  gtk_tree_expander_set_child (row->expander, box);
  gtk_list_item_set_child (item, GTK_WIDGET (row->expander));
  g_object_set_data_full (G_OBJECT (item), "bary-row", row, g_free);
}

/* Showing */

static char *
count_operations (BaryPreviewNode *node)
{
  const struct { BaryChangeOperation operation; const char *pattern; } parts[] = {
    /* Translators: %u: a number of records */
    { BARY_CHANGE_SET, ngettext ("%u changed", "%u changed", bary_preview_node_count (node, BARY_CHANGE_SET)) },
    /* Translators: %u: a number of records */
    { BARY_CHANGE_REMOVE, ngettext ("%u removed", "%u removed", bary_preview_node_count (node, BARY_CHANGE_REMOVE)) },
    /* Translators: %u: a number of records */
    { BARY_CHANGE_ADD, ngettext ("%u new", "%u new", bary_preview_node_count (node, BARY_CHANGE_ADD)) },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint count = bary_preview_node_count (node, parts[i].operation);

      if (count == 0)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, parts[i].pattern, count);
    }
  return g_string_free (text, FALSE);
}

static const char *
get_operation_label (BaryChangeOperation operation)
{
  if (operation == BARY_CHANGE_ADD)
    return C_("record", "new");

  return operation == BARY_CHANGE_REMOVE ? C_("record", "is removed") : C_("record", "changes");
}

static void
show_head (Row             *row,
           BaryPreviewNode *node)
{
  const BaryPreviewItem *item = bary_preview_node_get_item (node);
  const BaryKindInfo *info = bary_kind_get_info (bary_preview_node_get_kind (node));
  gboolean is_record = gtk_tree_list_row_get_depth (gtk_tree_expander_get_list_row (row->expander)) > 0;
  g_autofree char *counts = is_record ? NULL : count_operations (node);

  gtk_label_set_text (row->title, !is_record ? _(info->plural) : item != NULL ? item->title : "");
  gtk_label_set_text (row->counts, !is_record ? counts : item != NULL ? get_operation_label (item->operation) : "");
  if (is_record)
    gtk_widget_remove_css_class (GTK_WIDGET (row->title), "heading");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row->title), "heading");
}

static void
show_value (GtkLabel   *label,
            const char *words)
{
  g_autofree char *head = g_utf8_strlen (words, -1) > LONGEST_VALUE ? g_utf8_substring (words, 0, LONGEST_VALUE) : NULL;
  g_autofree char *shown = head != NULL ? g_strconcat (head, "…", NULL) : g_strdup (words);

  gtk_label_set_text (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

/* The line through what was is not spoken. */
static void
show_field (Row                    *row,
            const BaryPreviewField *field)
{
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s → %3$s"), bary_field_get_label (field->field),
                                             *field->was != '\0' ? field->was : "—", *field->became != '\0' ? field->became : "—");

  gtk_label_set_text (row->field, bary_field_get_label (field->field));
  show_value (row->was, field->was);
  show_value (row->became, *field->became != '\0' ? field->became : "—");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "bary-row");
  GtkTreeListRow *list_row = gtk_list_item_get_item (item);
  g_autoptr (BaryPreviewNode) node = gtk_tree_list_row_get_item (list_row);
  const BaryPreviewField *field = bary_preview_node_get_field (node);

  gtk_tree_expander_set_list_row (row->expander, list_row);
  gtk_widget_set_visible (row->head, field == NULL);
  gtk_widget_set_visible (row->values, field != NULL);
  gtk_list_item_set_activatable (item, field == NULL);
  if (field != NULL)
    show_field (row, field);
  else
    {
      show_head (row, node);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (row->title), -1);
    }
}

static void
activate_cb (GtkListView *list,
             guint        position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

void
bary_preview_list_show (BaryPreviewList *self,
                        BaryPreview     *preview,
                        BaryStore       *store)
{
  GtkNoSelection *rows = gtk_no_selection_new (G_LIST_MODEL (bary_preview_model_new (preview, store)));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
  g_object_unref (rows);
}

static void
bary_preview_list_class_init (BaryPreviewListClass *klass)
{
}

static void
bary_preview_list_init (BaryPreviewList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Records that change"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
