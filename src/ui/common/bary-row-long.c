#include "bary-row-long.h"

struct _BaryRowLong {
  AdwPreferencesRow parent_instance;

  GtkTextView      *view;
};

static void bary_row_long_row_init (BaryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRowLong, bary_row_long, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_ROW, bary_row_long_row_init))

static char *
bary_row_long_dup_text (BaryRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (BARY_ROW_LONG (row)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
bary_row_long_set_value (BaryRow    *row,
                         const char *value)
{
  g_autofree char *present = bary_row_long_dup_text (row);

  if (g_strcmp0 (present, value != NULL ? value : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (BARY_ROW_LONG (row)->view), value != NULL ? value : "", -1);
}

static void
bary_row_long_set_wrong (BaryRow  *row,
                         gboolean  wrong)
{
  bary_row_mark (GTK_WIDGET (row), GTK_WIDGET (BARY_ROW_LONG (row)->view), wrong);
}

static void
bary_row_long_row_init (BaryRowInterface *iface)
{
  iface->dup_text = bary_row_long_dup_text;
  iface->set_value = bary_row_long_set_value;
  iface->set_wrong = bary_row_long_set_wrong;
}

static gboolean
bary_row_long_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARY_ROW_LONG (widget)->view));
}

static void
bary_row_long_class_init (BaryRowLongClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = bary_row_long_grab_focus;
}

static void
bary_row_long_init (BaryRowLong *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_widget_add_css_class (view, "inline");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
bary_row_long_new (const BaryField *field)
{
  BaryRowLong *self = g_object_new (BARY_TYPE_ROW_LONG, "title", bary_field_get_label (field), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (bary_field_get_label (field));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, bary_field_get_label (field), -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (bary_row_edited), self);
  return GTK_WIDGET (self);
}
