#include "bary-show-steps.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420

struct _BaryShowSteps {
  GtkWidget   parent_instance;

  GtkWidget  *scroller;
  GtkListBox *list;
  double      magnification;
};

G_DEFINE_FINAL_TYPE (BaryShowSteps, bary_show_steps, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (BaryShowSteps *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
bary_show_steps_dispose (GObject *object)
{
  g_clear_pointer (&BARY_SHOW_STEPS (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (bary_show_steps_parent_class)->dispose (object);
}

static gboolean
bary_show_steps_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (BARY_SHOW_STEPS (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
bary_show_steps_class_init (BaryShowStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_show_steps_dispose;
  widget_class->grab_focus = bary_show_steps_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[CHOSEN] = g_signal_new ("chosen", BARY_TYPE_SHOW_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bary_show_steps_init (BaryShowSteps *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps of the presentation"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  bary_show_steps_set_magnification (self, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bary-show-steps");
}

GtkWidget *
bary_show_steps_new (void)
{
  return g_object_new (BARY_TYPE_SHOW_STEPS, NULL);
}

void
bary_show_steps_set_magnification (BaryShowSteps *self,
                                   double         magnification)
{
  g_return_if_fail (BARY_IS_SHOW_STEPS (self) && magnification > 0);

  self->magnification = magnification;
  gtk_widget_set_size_request (GTK_WIDGET (self), (int) (WIDTH * magnification), -1);
}

static GtkWidget *
add_label (BaryShowSteps *self,
           GtkWidget     *box,
           const char    *text,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (self->magnification));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_row (BaryShowSteps      *self,
          const BaryShowStep *step,
          guint               index)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  gtk_widget_set_valign (add_label (self, line, number, "dim-label"), GTK_ALIGN_START);
  add_label (self, words, step->caption, "heading");
  if (step->note != NULL && *step->note != '\0')
    add_label (self, words, step->note, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, step->caption,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->note != NULL ? step->note : "", -1);
  return row;
}

void
bary_show_steps_fill (BaryShowSteps   *self,
                      const GPtrArray *shown)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < shown->len; i++)
    gtk_list_box_append (self->list, make_row (self, shown->pdata[i], i));
}

void
bary_show_steps_mark (BaryShowSteps *self,
                      guint          step)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) step));
}
