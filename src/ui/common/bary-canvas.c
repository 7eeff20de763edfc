#include "bary-canvas-private.h"

#include <adwaita.h>

#define TIE_REACH 5.0 /* pixels off a bundle that still point at it */
#define TOOLTIP_CHARS 36

enum {
  PROP_SELECTED = 1,
  PROP_HOVERED,
  PROP_HINT,
  PROP_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
guint bary_canvas_signals[BARY_CANVAS_N_SIGNALS];

G_DEFINE_FINAL_TYPE (BaryCanvas, bary_canvas, GTK_TYPE_WIDGET)

void
bary_canvas_redraw (BaryCanvas *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

BaryFrame
bary_canvas_get_frame (BaryCanvas *self)
{
  const BaryTheme *theme = self->theme;

  if (theme == NULL)
    theme = bary_theme_get (adw_style_manager_get_dark (adw_style_manager_get_default ()) ? BARY_THEME_DARK : BARY_THEME_LIGHT);
  return (BaryFrame) { theme, self->detail, self->selected, self->hovered, self->chosen, self->dimmed, self->hidden,
                       self->drop_cluster, self->drop_zone, self->no_lines, self->progress, (guint) (self->tie + 1),
                       self->whole_texts };
}

int
bary_canvas_pick (BaryCanvas *self,
                  double      x,
                  double      y)
{
  BaryFrame frame = bary_canvas_get_frame (self);

  if (self->scene == NULL)
    return BARY_NODE_NONE;
  if (frame.detail == BARY_DETAIL_BY_SCALE)
    frame.detail = bary_scene_detail_at (self->scene, self->camera.scale);
  return bary_scene_pick (self->scene, &frame, (x - self->camera.offset_x) / self->camera.scale,
                          (y - self->camera.offset_y) / self->camera.scale);
}

int
bary_canvas_pick_tie (BaryCanvas *self,
                      double      x,
                      double      y)
{
  BaryFrame frame = bary_canvas_get_frame (self);

  if (self->scene == NULL || bary_canvas_pick (self, x, y) != BARY_NODE_NONE)
    return -1;
  return bary_scene_pick_tie (self->scene, &frame, (x - self->camera.offset_x) / self->camera.scale,
                              (y - self->camera.offset_y) / self->camera.scale, TIE_REACH / self->camera.scale);
}

gboolean
bary_canvas_has_node (BaryCanvas *self,
                      int         node)
{
  return self->scene != NULL && node >= 0 && node < (int) bary_scene_get_network (self->scene)->nodes->len &&
         (self->hidden == NULL || !self->hidden[node]) && bary_scene_is_shown (self->scene, node);
}

int
bary_canvas_find_start (BaryCanvas *self)
{
  const BaryNetwork *network = self->scene != NULL ? bary_scene_get_network (self->scene) : NULL;

  for (guint i = 0; network != NULL && i < network->clusters->len; i++)
    if (bary_canvas_has_node (self, bary_network_cluster (network, i)->barycenter))
      return bary_network_cluster (network, i)->barycenter;
  for (guint i = 0; network != NULL && i < network->nodes->len; i++)
    if (bary_canvas_has_node (self, (int) i))
      return (int) i;
  return BARY_NODE_NONE;
}

/* Widget */

static void
bary_canvas_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = 120;
  *natural = 600; /* panes beside it fold where it would become narrower */
}

static void
bary_canvas_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  BaryCanvas *self = BARY_CANVAS (widget);

  bary_canvas_resized (self, width, height);
  bary_canvas_place_children (self);
}

/* Tab comes to the node that was chosen last and leaves the canvas again; inside it the arrows lead on. */
static gboolean
bary_canvas_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  BaryCanvas *self = BARY_CANVAS (widget);
  GtkWidget *child;

  if (self->scene == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  child = bary_canvas_ensure_child (self, bary_canvas_has_node (self, self->selected) ? self->selected : bary_canvas_find_start (self));
  return child != NULL && gtk_widget_grab_focus (child);
}

/* A tooltip's own label would be wide enough to hide what it is about. */
static GtkWidget *
make_narrow (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static gboolean
bary_canvas_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  BaryCanvas *self = BARY_CANVAS (widget);
  int node = keyboard ? self->selected : bary_canvas_pick (self, x, y);
  int tie = keyboard ? -1 : bary_canvas_pick_tie (self, x, y);
  g_autofree char *words = NULL;
  GdkRectangle place = { x, y, 1, 1 };

  if (self->scene == NULL || (node == BARY_NODE_NONE && tie < 0) || self->dragging)
    return FALSE;

  if (node != BARY_NODE_NONE)
    place = bary_canvas_find_place (self, node);
  words = node != BARY_NODE_NONE ? bary_scene_describe (self->scene, node) : bary_scene_describe_tie (self->scene, (guint) tie);
  gtk_tooltip_set_custom (tooltip, make_narrow (words));
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

/* Object */

static void
bary_canvas_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BaryCanvas *self = BARY_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    case PROP_HOVERED:
      g_value_set_int (value, self->hovered);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_MODE:
      g_value_set_int (value, (int) self->mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_canvas_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (prop_id == PROP_MODE)
    bary_canvas_set_mode (BARY_CANVAS (object), (BaryCanvasMode) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
forget_sets (BaryCanvas *self)
{
  g_clear_pointer (&self->dimmed, g_free);
  g_clear_pointer (&self->hidden, g_free);
  g_clear_pointer (&self->chosen, g_free);
}

static void
bary_canvas_dispose (GObject *object)
{
  BaryCanvas *self = BARY_CANVAS (object);

  bary_canvas_cancel_drag (self);
  bary_canvas_stop (self);
  g_clear_pointer (&self->scene, bary_scene_unref);
  bary_canvas_remove_children (self);
  forget_sets (self);
  g_clear_pointer (&self->picture, gsk_render_node_unref);

  G_OBJECT_CLASS (bary_canvas_parent_class)->dispose (object);
}

static void
bary_canvas_finalize (GObject *object)
{
  BaryCanvas *self = BARY_CANVAS (object);

  g_hash_table_unref (self->nodes);
  bary_backdrop_free (self->backdrop);
  g_free (self->hint);

  G_OBJECT_CLASS (bary_canvas_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            guint       n,
            GType       first,
            GType       second,
            GType       third)
{
  return g_signal_new (name, BARY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n, first, second, third);
}

static void
install_signals (void)
{
  bary_canvas_signals[BARY_CANVAS_ACTIVATE_NODE] = add_signal ("activate-node", 1, G_TYPE_INT, 0, 0);
  bary_canvas_signals[BARY_CANVAS_REMOVE_NODE] = add_signal ("remove-node", 1, G_TYPE_INT, 0, 0);
  bary_canvas_signals[BARY_CANVAS_NODE_MOVED] = add_signal ("node-moved", 3, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  bary_canvas_signals[BARY_CANVAS_NODE_DROPPED] = add_signal ("node-dropped", 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  bary_canvas_signals[BARY_CANVAS_RECORD_DROPPED] = add_signal ("record-dropped", 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  bary_canvas_signals[BARY_CANVAS_MENU] = add_signal ("menu", 3, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  bary_canvas_signals[BARY_CANVAS_AREA_CHOSEN] = add_signal ("area-chosen", 0, 0, 0, 0);
  bary_canvas_signals[BARY_CANVAS_CAMERA_CHANGED] = add_signal ("camera-changed", 0, 0, 0, 0);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, BARY_NODE_NONE, G_MAXINT, BARY_NODE_NONE, flags);
  properties[PROP_HOVERED] = g_param_spec_int ("hovered", NULL, NULL, BARY_NODE_NONE, G_MAXINT, BARY_NODE_NONE, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_MODE] = g_param_spec_int ("mode", NULL, NULL, BARY_CANVAS_LOOK, BARY_CANVAS_ARRANGE, BARY_CANVAS_LOOK,
                                            flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_canvas_class_init (BaryCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bary_canvas_get_property;
  object_class->set_property = bary_canvas_set_property;
  object_class->dispose = bary_canvas_dispose;
  object_class->finalize = bary_canvas_finalize;
  widget_class->measure = bary_canvas_measure;
  widget_class->size_allocate = bary_canvas_size_allocate;
  widget_class->snapshot = bary_canvas_snapshot;
  widget_class->focus = bary_canvas_focus;
  widget_class->query_tooltip = bary_canvas_query_tooltip;

  install_properties (object_class);
  install_signals ();

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "diagram");
}

static void
bary_canvas_init (BaryCanvas *self)
{
  self->selected = self->hovered = self->dragged = self->nudged = BARY_NODE_NONE;
  self->tie = -1;
  self->drop_cluster = self->drop_zone = -1;
  self->camera.scale = 1;
  self->detail = BARY_DETAIL_BY_SCALE;
  self->progress = 1;
  self->fitted = TRUE;
  self->nodes = g_hash_table_new (NULL, NULL);
  self->backdrop = bary_backdrop_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (bary_canvas_redraw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (bary_canvas_redraw), NULL);
  bary_canvas_add_pointer (self);
  bary_canvas_add_drag (self);
  bary_canvas_add_keys (self);
}
