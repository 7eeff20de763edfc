#include "bary-cluster-graph-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEP_FACTOR 1.2
#define DRAG_THRESHOLD 8.0
#define ARROW_MOVE 40.0

void
bary_cluster_graph_end_drag (BaryClusterGraph *self)
{
  self->dragging = FALSE;
  self->dragged = BARY_DIAGRAM_NONE;
  self->drop_zone = -1;
  bary_cluster_graph_set_hint (self, NULL);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Hover and click */

static void
motion_cb (BaryClusterGraph *self,
           double            x,
           double            y)
{
  int node = self->dragging ? self->hovered : bary_cluster_graph_pick (self, x, y);

  if (node == self->hovered)
    return;
  self->hovered = node;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= BARY_DIAGRAM_CENTRE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (BaryClusterGraph *self)
{
  self->hovered = BARY_DIAGRAM_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (BaryClusterGraph *self,
            int               n_press,
            double            x,
            double            y)
{
  int node = bary_cluster_graph_pick (self, x, y);
  GtkWidget *child = bary_cluster_graph_get_child (self, node);

  self->pointing = TRUE;
  if (child != NULL)
    gtk_widget_grab_focus (child);
  bary_cluster_graph_select (self, node);
  self->pointing = FALSE;
  if (n_press == 2 && node != BARY_DIAGRAM_NONE)
    g_signal_emit (self, bary_cluster_graph_signals[BARY_GRAPH_ACTIVATE_NODE], 0, node);
}

/* Drag: a member into a group, or the ground. */

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               BaryClusterGraph *self)
{
  int node = bary_cluster_graph_pick (self, x, y);

  self->dragged = !self->space_held && self->editable && self->scene != NULL &&
                  bary_cluster_scene_is_member (self->scene, node) ? node : BARY_DIAGRAM_NONE;
  self->dragging = FALSE;
  self->start_offset_x = self->offset_x;
  self->start_offset_y = self->offset_y;
}

static char *
describe_drop (BaryClusterGraph *self,
               const char       *name,
               int               from,
               int               to)
{
  g_autofree char *group = to >= 0 ? bary_cluster_scene_name_group (self->scene, (guint) to) : NULL;
  g_autofree char *day = bary_date_to_words (self->scene->day);

  if (to < 0 || from == to)
    return g_strdup (_("Stays where it is"));
  if (from == BARY_DIAGRAM_NONE)
    /* Translators: what dropping does: "Add № 352: group А from 1 September 2025" */
    return g_strdup_printf (_("Add %1$s: %2$s from %3$s"), name, group, day);
  /* Translators: what dropping does: "Move № 352: group А from 1 September 2025" */
  return g_strdup_printf (_("Move %1$s: %2$s from %3$s"), name, group, day);
}

static void
aim (BaryClusterGraph *self,
     double            x,
     double            y,
     const char       *name,
     int               from)
{
  g_autofree char *words = NULL;

  self->drop_zone = bary_cluster_graph_pick_group (self, x, y);
  words = describe_drop (self, name, from, self->drop_zone);
  bary_cluster_graph_set_hint (self, words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            x,
                double            y,
                BaryClusterGraph *self)
{
  double start_x, start_y;

  if (self->scene == NULL || (!self->dragging && hypot (x, y) < DRAG_THRESHOLD))
    return;

  if (!self->dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->dragging = TRUE;
  if (self->dragged < 0)
    {
      bary_cluster_graph_move_by (self, self->start_offset_x + x - self->offset_x, self->start_offset_y + y - self->offset_y);
      return;
    }

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  self->drag_x = start_x + x;
  self->drag_y = start_y + y;
  aim (self, self->drag_x, self->drag_y, bary_cluster_scene_get_node (self->scene, self->dragged)->name,
       bary_cluster_scene_get_node (self->scene, self->dragged)->group);
}

static void
drag_end_cb (GtkGestureDrag   *gesture,
             double            x,
             double            y,
             BaryClusterGraph *self)
{
  int node = self->dragging ? self->dragged : BARY_DIAGRAM_NONE, zone = self->drop_zone;
  const BarySceneNode *it = self->scene != NULL ? bary_cluster_scene_get_node (self->scene, node) : NULL;
  gboolean moves = it != NULL && zone >= 0 && zone != it->group;

  bary_cluster_graph_end_drag (self);
  if (moves)
    g_signal_emit (self, bary_cluster_graph_signals[BARY_GRAPH_MOVE_MEMBER], 0, node, zone);
}

static void
drag_cancel_cb (BaryClusterGraph *self)
{
  bary_cluster_graph_end_drag (self);
}

/* An organisation from elsewhere */

static GdkDragAction
drop_motion_cb (GtkDropTarget    *target,
                double            x,
                double            y,
                BaryClusterGraph *self)
{
  if (self->scene == NULL || !self->editable)
    return 0;

  aim (self, x, y, _("the organisation"), BARY_DIAGRAM_NONE);
  return self->drop_zone >= 0 ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (GtkDropTarget    *target,
         const GValue     *value,
         double            x,
         double            y,
         BaryClusterGraph *self)
{
  int zone = bary_cluster_graph_pick_group (self, x, y);

  bary_cluster_graph_end_drag (self);
  if (zone < 0 || !self->editable)
    return FALSE;

  g_signal_emit (self, bary_cluster_graph_signals[BARY_GRAPH_ADD_MEMBER], 0, g_value_get_string (value), zone);
  return TRUE;
}

/* Wheel and pinch */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    x,
           double                    y,
           BaryClusterGraph         *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double at_x = 0, at_y = 0;
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if (touchpad && !(modifiers & GDK_CONTROL_MASK))
    {
      bary_cluster_graph_move_by (self, -x, -y);
      return TRUE;
    }
  if (modifiers & GDK_SHIFT_MASK)
    {
      bary_cluster_graph_move_by (self, -(x + y) * ARROW_MOVE, 0);
      return TRUE;
    }

  if (gdk_event_get_position (event, &at_x, &at_y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double surface_x, surface_y;

      gtk_native_get_surface_transform (native, &surface_x, &surface_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), at_x - surface_x, at_y - surface_y, &at_x, &at_y);
    }
  bary_cluster_graph_zoom_at (self, pow (STEP_FACTOR, touchpad ? -y / 40 : -y), at_x, at_y);
  return TRUE;
}

static void
pinch_begin_cb (BaryClusterGraph *self)
{
  self->pinch_scale = self->scale;
}

static void
pinch_cb (GtkGestureZoom   *gesture,
          double            scale,
          BaryClusterGraph *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    bary_cluster_graph_zoom_at (self, self->pinch_scale * scale / self->scale, x, y);
}

/* Keys */

static gboolean
go (BaryClusterGraph *self,
    int               node)
{
  GtkWidget *child = bary_cluster_graph_get_child (self, node);

  if (child != NULL)
    gtk_widget_grab_focus (child);
  return TRUE;
}

static gboolean
step (BaryClusterGraph *self,
      BaryDiagramStep   way)
{
  int from = self->selected != BARY_DIAGRAM_NONE ? self->selected : BARY_DIAGRAM_CENTRE;

  return go (self, bary_cluster_diagram_step (self->scene->diagram, from, way));
}

static gboolean
key_zoom (BaryClusterGraph *self,
          guint             key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      bary_cluster_graph_zoom (self, STEP_FACTOR);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      bary_cluster_graph_zoom (self, 1 / STEP_FACTOR);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      bary_cluster_graph_fit (self);
      return TRUE;
    case GDK_KEY_Escape:
      if (!self->dragging)
        return FALSE;
      bary_cluster_graph_end_drag (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_act (BaryClusterGraph *self,
         guint             key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->selected != BARY_DIAGRAM_NONE)
        g_signal_emit (self, bary_cluster_graph_signals[BARY_GRAPH_ACTIVATE_NODE], 0, self->selected);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (self->editable && bary_cluster_scene_is_member (self->scene, self->selected))
        g_signal_emit (self, bary_cluster_graph_signals[BARY_GRAPH_REMOVE_MEMBER], 0, self->selected);
      return TRUE;
    case GDK_KEY_space:
      self->space_held = TRUE;
      return TRUE;
    default:
      return key_zoom (self, key);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                BaryClusterGraph      *self)
{
  if (self->scene == NULL || modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, BARY_GO_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, BARY_GO_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, BARY_GO_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, BARY_GO_DOWN);
    case GDK_KEY_Page_Down:
      return step (self, BARY_GO_NEXT_GROUP);
    case GDK_KEY_Page_Up:
      return step (self, BARY_GO_PREVIOUS_GROUP);
    case GDK_KEY_Home:
      return go (self, BARY_DIAGRAM_CENTRE);
    default:
      return key_act (self, key);
    }
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        modifiers,
                 BaryClusterGraph      *self)
{
  if (key == GDK_KEY_space)
    self->space_held = FALSE;
}

static void
add_drag (BaryClusterGraph *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (bary_cluster_graph_end_drag), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
add_pointer (BaryClusterGraph *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

void
bary_cluster_graph_add_controllers (BaryClusterGraph *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_pointer (self);
  add_drag (self);
}
