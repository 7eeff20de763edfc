#include "bary-show-row.h"

#include "bary-config.h"
#include "bary-show-thumbnail.h"

#include <glib/gi18n-lib.h>

#define THUMBNAIL_WIDTH 112

struct _BaryShowRow {
  GtkListBoxRow      parent_instance;

  GtkLabel          *number;
  BaryShowThumbnail *thumbnail;
  GtkLabel          *caption;
  GtkLabel          *state;
  guint              index;
  gboolean           movable;
};

G_DEFINE_FINAL_TYPE (BaryShowRow, bary_show_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 BaryShowRow   *self)
{
  return self->movable ? gdk_content_provider_new_typed (G_TYPE_UINT, self->index) : NULL;
}

static void
begin_drag_cb (GtkDragSource *source,
               GdkDrag       *drag,
               BaryShowRow   *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         BaryShowRow   *self)
{
  if (!self->movable || g_value_get_uint (value) == self->index)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_uint (value));
  return TRUE;
}

static void
add_dragging (BaryShowRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_drag_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
bary_show_row_class_init (BaryShowRowClass *klass)
{
  signals[DROPPED] = g_signal_new ("dropped", BARY_TYPE_SHOW_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bary_show_row_init (BaryShowRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *thumbnail = bary_show_thumbnail_new (THUMBNAIL_WIDTH);

  self->number = make_label ("dim-label");
  self->thumbnail = BARY_SHOW_THUMBNAIL (thumbnail);
  self->caption = make_label ("body");
  self->state = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_label_set_width_chars (self->number, 2);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_wrap_mode (self->caption, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->caption, 3);
  gtk_label_set_ellipsize (self->caption, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (line), thumbnail);
  gtk_box_append (GTK_BOX (line), words);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bary-show-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  add_dragging (self);
}

GtkWidget *
bary_show_row_new (void)
{
  return g_object_new (BARY_TYPE_SHOW_ROW, NULL);
}

static const char *
describe_state (const BaryShowStep *step)
{
  if (step->state == BARY_SHOW_STEP_GONE)
    return _("There is nothing any more to show here");
  if (step->state == BARY_SHOW_STEP_NEW)
    return _("Offered: not in the presentation yet");
  return step->hidden ? _("Passed over") : NULL;
}

void
bary_show_row_set (BaryShowRow *self,
                   BaryShow    *show,
                   guint        index)
{
  const BaryShowStep *step = bary_show_get_presentation (show)->slides->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  const char *state = describe_state (step);

  self->index = index;
  self->movable = step->state != BARY_SHOW_STEP_NEW && bary_show_is_editable (show);
  gtk_label_set_text (self->number, step->state == BARY_SHOW_STEP_NEW ? "+" : number);
  gtk_label_set_text (self->caption, step->caption);
  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->thumbnail), state != NULL ? 0.4 : 1);
  bary_show_thumbnail_set (self->thumbnail, show, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, step->caption,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state != NULL ? state : "", -1);
}
