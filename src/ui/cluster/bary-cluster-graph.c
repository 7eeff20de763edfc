#include "bary-cluster-graph-private.h"

#include <adwaita.h>
#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define SMALLEST_SCALE 0.08
#define LARGEST_SCALE 8.0
#define LARGEST_FIT 1.45
#define MARGIN 14.0

enum {
  PROP_SELECTED = 1,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
guint bary_cluster_graph_signals[BARY_GRAPH_N_SIGNALS];

G_DEFINE_FINAL_TYPE (BaryClusterGraph, bary_cluster_graph, GTK_TYPE_WIDGET)

/* Places */

int
bary_cluster_graph_pick (BaryClusterGraph *self,
                         double            x,
                         double            y)
{
  if (self->scene == NULL)
    return BARY_DIAGRAM_NONE;
  return bary_cluster_diagram_pick (self->scene->diagram, (x - self->offset_x) / self->scale,
                                    (y - self->offset_y) / self->scale);
}

int
bary_cluster_graph_pick_group (BaryClusterGraph *self,
                               double            x,
                               double            y)
{
  int zone = self->scene == NULL ? -1
           : bary_cluster_layout_find_zone (bary_cluster_diagram_get_layout (self->scene->diagram),
                                            (x - self->offset_x) / self->scale, (y - self->offset_y) / self->scale);

  return self->scene != NULL && zone < (int) self->scene->groups->len ? zone : -1;
}

GtkWidget *
bary_cluster_graph_get_child (BaryClusterGraph *self,
                              int               node)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (bary_cluster_node_get_node (BARY_CLUSTER_NODE (child)) == node)
      return child;
  return NULL;
}

static void
fit_now (BaryClusterGraph *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  const BaryBox *bounds = &bary_cluster_diagram_get_layout (self->scene->diagram)->bounds;
  double across = (width - 2 * MARGIN) / MAX (bounds->width, 1), down = (height - 2 * MARGIN) / MAX (bounds->height, 1);

  self->scale = CLAMP (MIN (across, down), SMALLEST_SCALE, LARGEST_FIT * PIXELS_PER_POINT);
  self->offset_x = width / 2.0 - bounds->x * self->scale;
  self->offset_y = height / 2.0 - bounds->y * self->scale;
}

void
bary_cluster_graph_fit (BaryClusterGraph *self)
{
  self->fitted = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_cluster_graph_zoom_at (BaryClusterGraph *self,
                            double            factor,
                            double            x,
                            double            y)
{
  double scale = CLAMP (self->scale * factor, SMALLEST_SCALE, LARGEST_SCALE);

  if (self->scene == NULL)
    return;

  self->offset_x = x - (x - self->offset_x) * scale / self->scale;
  self->offset_y = y - (y - self->offset_y) * scale / self->scale;
  self->scale = scale;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_cluster_graph_zoom (BaryClusterGraph *self,
                         double            factor)
{
  bary_cluster_graph_zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                              gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
bary_cluster_graph_move_by (BaryClusterGraph *self,
                            double            x,
                            double            y)
{
  self->offset_x += x;
  self->offset_y += y;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A node that the keyboard came to is brought into sight. */
static void
reveal_node (BaryClusterGraph *self,
             int               node)
{
  const BaryBox *box = bary_cluster_diagram_get_box (self->scene->diagram, node);
  double x = box->x * self->scale + self->offset_x, y = box->y * self->scale + self->offset_y;
  double half_width = box->width * self->scale / 2 + MARGIN, half_height = box->height * self->scale / 2 + MARGIN;
  double right = gtk_widget_get_width (GTK_WIDGET (self)), bottom = gtk_widget_get_height (GTK_WIDGET (self));
  double move_x = MAX (half_width - x, 0) + MIN (right - half_width - x, 0);
  double move_y = MAX (half_height - y, 0) + MIN (bottom - half_height - y, 0);

  if (right > 0 && !self->fitted && (fabs (move_x) > 0.5 || fabs (move_y) > 0.5))
    bary_cluster_graph_move_by (self, move_x, move_y);
}

/* Widget */

static void
bary_cluster_graph_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = 120;
  *natural = 480;
}

static void
bary_cluster_graph_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (widget);

  if (self->scene != NULL && self->fitted)
    fit_now (self);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const BaryBox *box =
        bary_cluster_diagram_get_box (self->scene->diagram, bary_cluster_node_get_node (BARY_CLUSTER_NODE (child)));
      GtkAllocation place = {
        (int) floor ((box->x - box->width / 2) * self->scale + self->offset_x),
        (int) floor ((box->y - box->height / 2) * self->scale + self->offset_y),
        (int) ceil (box->width * self->scale), (int) ceil (box->height * self->scale)
      };

      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
draw_dragged (BaryClusterGraph *self,
              cairo_t          *cr,
              const BaryTheme  *theme)
{
  const BaryBox *box = bary_cluster_diagram_get_box (self->scene->diagram, self->dragged);
  double width = box->width * self->scale, height = box->height * self->scale;
  const double dashes[] = { 5, 3 };

  bary_draw_rounded (cr, self->drag_x - width / 2, self->drag_y - height / 2, width, height, 8 * self->scale);
  bary_draw_set_colour (cr, theme->accent, 0.25);
  cairo_fill_preserve (cr);
  bary_draw_set_colour (cr, theme->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
}

static void
bary_cluster_graph_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  BaryDiagramState state = { bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT), self->selected, self->hovered, self->drop_zone };
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_save (cr);
  cairo_translate (cr, self->offset_x, self->offset_y);
  cairo_scale (cr, self->scale, self->scale);
  bary_cluster_diagram_draw (self->scene->diagram, cr, &state);
  cairo_restore (cr);
  if (self->dragging && self->dragged >= 0)
    draw_dragged (self, cr, state.theme);
  cairo_destroy (cr);
}

/* Tab comes to the node that was chosen last and leaves the graph again; inside it the arrows lead on. */
static gboolean
bary_cluster_graph_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (widget);
  GtkWidget *child;

  if (self->scene == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  child = bary_cluster_graph_get_child (self, self->selected != BARY_DIAGRAM_NONE ? self->selected : BARY_DIAGRAM_CENTRE);
  return child != NULL && gtk_widget_grab_focus (child);
}

static gboolean
bary_cluster_graph_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (widget);
  int node = keyboard ? self->selected : bary_cluster_graph_pick (self, x, y);
  g_autofree char *words = NULL;

  if (self->scene == NULL || node == BARY_DIAGRAM_NONE || self->dragging)
    return FALSE;

  words = bary_cluster_scene_describe (self->scene, node);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  BaryClusterGraph        *self)
{
  GtkWidget *node = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  bary_cluster_graph_select (self, bary_cluster_node_get_node (BARY_CLUSTER_NODE (node)));
}

static void
add_child (BaryClusterGraph *self,
           int               node)
{
  g_autofree char *words = bary_cluster_scene_describe (self->scene, node);
  GtkWidget *child = bary_cluster_node_new (node, words);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
remove_children (BaryClusterGraph *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static char *
dup_selected_organisation (BaryClusterGraph *self)
{
  const BarySceneNode *node = self->scene != NULL ? bary_cluster_scene_get_node (self->scene, self->selected) : NULL;

  return node != NULL ? g_strdup (node->organisation) : NULL;
}

/* After a change the same organisation stays selected, wherever it stands now. */
static int
find_again (BaryClusterScene *scene,
            int               was,
            const char       *organisation)
{
  int found;

  if (was == BARY_DIAGRAM_CENTRE)
    return was;
  if (organisation == NULL)
    return BARY_DIAGRAM_NONE;
  found = bary_cluster_scene_find (scene, organisation);
  for (guint i = 0; found == BARY_DIAGRAM_NONE && i < scene->nodes->len; i++)
    if (bary_cluster_diagram_is_shown (scene->diagram, (int) i) &&
        g_str_equal (g_array_index (scene->nodes, BarySceneNode, i).organisation, organisation))
      found = (int) i;
  return found;
}

void
bary_cluster_graph_set_scene (BaryClusterGraph *self,
                              BaryClusterScene *scene,
                              gboolean          keep_view)
{
  g_autofree char *organisation = dup_selected_organisation (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  int was = self->selected;

  bary_cluster_graph_end_drag (self);
  self->scene = NULL; /* nothing selects while the children go */
  remove_children (self);
  self->scene = scene;
  self->hovered = BARY_DIAGRAM_NONE;
  self->fitted = self->fitted || !keep_view;
  self->selected = BARY_DIAGRAM_NONE;
  if (scene != NULL)
    for (int i = BARY_DIAGRAM_CENTRE; i < (int) scene->nodes->len; i++)
      if (bary_cluster_diagram_is_shown (scene->diagram, i))
        add_child (self, i);

  bary_cluster_graph_select (self, scene != NULL && keep_view ? find_again (scene, was, organisation) : BARY_DIAGRAM_NONE);
  if (had_focus && self->selected != BARY_DIAGRAM_NONE)
    gtk_widget_grab_focus (bary_cluster_graph_get_child (self, self->selected));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_cluster_graph_set_editable (BaryClusterGraph *self,
                                 gboolean          editable)
{
  self->editable = editable;
}

int
bary_cluster_graph_get_selected (BaryClusterGraph *self)
{
  return self->selected;
}

static void
mark_selected (BaryClusterGraph *self,
               gboolean          selected)
{
  GtkWidget *child = bary_cluster_graph_get_child (self, self->selected);

  if (child != NULL)
    bary_cluster_node_set_selected (BARY_CLUSTER_NODE (child), selected);
}

void
bary_cluster_graph_select (BaryClusterGraph *self,
                           int               node)
{
  if (self->selected == node || self->scene == NULL)
    return;

  mark_selected (self, FALSE);
  self->selected = node;
  mark_selected (self, TRUE);
  if (node != BARY_DIAGRAM_NONE && !self->pointing)
    reveal_node (self, node);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
bary_cluster_graph_set_hint (BaryClusterGraph *self,
                             const char       *hint)
{
  if (g_strcmp0 (self->hint, hint) == 0)
    return;

  g_free (self->hint);
  self->hint = g_strdup (hint);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static void
bary_cluster_graph_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (object);

  if (prop_id == PROP_SELECTED)
    g_value_set_int (value, self->selected);
  else if (prop_id == PROP_HINT)
    g_value_set_string (value, self->hint);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_cluster_graph_dispose (GObject *object)
{
  BaryClusterGraph *self = BARY_CLUSTER_GRAPH (object);

  self->scene = NULL;
  remove_children (self);
  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (bary_cluster_graph_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  bary_cluster_graph_signals[BARY_GRAPH_MOVE_MEMBER] =
    g_signal_new ("move-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  bary_cluster_graph_signals[BARY_GRAPH_ADD_MEMBER] =
    g_signal_new ("add-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  bary_cluster_graph_signals[BARY_GRAPH_REMOVE_MEMBER] =
    g_signal_new ("remove-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  bary_cluster_graph_signals[BARY_GRAPH_ACTIVATE_NODE] =
    g_signal_new ("activate-node", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bary_cluster_graph_class_init (BaryClusterGraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bary_cluster_graph_get_property;
  object_class->dispose = bary_cluster_graph_dispose;
  widget_class->measure = bary_cluster_graph_measure;
  widget_class->size_allocate = bary_cluster_graph_size_allocate;
  widget_class->snapshot = bary_cluster_graph_snapshot;
  widget_class->focus = bary_cluster_graph_focus;
  widget_class->query_tooltip = bary_cluster_graph_query_tooltip;

  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, BARY_DIAGRAM_NONE, G_MAXINT, BARY_DIAGRAM_NONE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (BARY_TYPE_CLUSTER_GRAPH);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "clustergraph");
}

static void
bary_cluster_graph_init (BaryClusterGraph *self)
{
  self->selected = BARY_DIAGRAM_NONE;
  self->hovered = BARY_DIAGRAM_NONE;
  self->dragged = BARY_DIAGRAM_NONE;
  self->drop_zone = -1;
  self->scale = PIXELS_PER_POINT;
  self->fitted = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  bary_cluster_graph_add_controllers (self);
}
