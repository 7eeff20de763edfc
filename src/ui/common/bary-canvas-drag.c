#include "bary-canvas-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DRAG_THRESHOLD 8.0

static const BaryNetworkNode *
node_of (BaryCanvas *self,
         int         node)
{
  return node != BARY_NODE_NONE ? bary_network_node (bary_scene_get_network (self->scene), (guint) node) : NULL;
}

gboolean
bary_canvas_can_place (BaryCanvas *self,
                       int         node)
{
  if (!bary_canvas_has_node (self, node))
    return FALSE;
  return self->mode == BARY_CANVAS_PLACE ||
         (self->mode == BARY_CANVAS_ARRANGE && node_of (self, node)->role != BARY_ROLE_BARYCENTER);
}

/* Only who is a member on the day shown. */
gboolean
bary_canvas_can_regroup (BaryCanvas *self,
                         int         node)
{
  const BaryNetworkNode *it;

  if (!bary_canvas_has_node (self, node) || (self->mode != BARY_CANVAS_REGROUP && self->mode != BARY_CANVAS_ARRANGE))
    return FALSE;
  it = node_of (self, node);
  return it->role == BARY_ROLE_MEMBER && it->membership != NULL &&
         (it->presence == BARY_PRESENCE_STAYS || it->presence == BARY_PRESENCE_LEFT || it->presence == BARY_PRESENCE_MOVED_OUT);
}

static void
end_drag (BaryCanvas *self)
{
  self->drag = BARY_DRAG_NOTHING;
  self->dragging = FALSE;
  self->dragged = BARY_NODE_NONE;
  self->drop_cluster = self->drop_zone = -1;
  g_clear_pointer (&self->start_layout, bary_graph_layout_free);
  bary_canvas_set_hint (self, NULL);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* the children may have followed */
  bary_canvas_redraw (self);
}

void
bary_canvas_cancel_drag (BaryCanvas *self)
{
  gboolean laid_out = self->dragging && self->drag == BARY_DRAG_NODE && bary_canvas_can_place (self, self->dragged);

  g_clear_handle_id (&self->nudge_source, g_source_remove);
  if ((laid_out || self->nudged != BARY_NODE_NONE) && self->scene != NULL)
    bary_scene_cancel_drag (self->scene);
  self->nudged = BARY_NODE_NONE;
  if (self->drag != BARY_DRAG_NOTHING || self->drop_zone >= 0)
    end_drag (self);
}

/* Aiming */

static char *
name_sector (const BaryNetworkCluster *cluster,
             int                       zone)
{
  const char *name = g_array_index (cluster->groups, BaryNetworkGroup, zone).name;

  if (cluster->arrangement == BARY_ARRANGEMENT_LEVELS)
    /* Translators: %s: the number of a level of a network */
    return g_strdup_printf (_("level %s"), name);
  /* Translators: %s: the letter or the name of a group of a cluster */
  return g_strdup_printf (_("group %s"), name);
}

/* Where a node dragged away would go, in words; the cluster is named where there are several. */
static char *
name_target (BaryCanvas *self)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  const BaryNetworkCluster *cluster = bary_network_cluster (network, (guint) self->drop_cluster);
  g_autofree char *sector = name_sector (cluster, self->drop_zone);

  if (network->clusters->len == 1)
    return g_steal_pointer (&sector);
  /* Translators: where a member would go: %1$s: a cluster, %2$s: one of its groups */
  return g_strdup_printf (_("“%1$s”, %2$s"), cluster->name, sector);
}

static char *
describe_drop (BaryCanvas            *self,
               const BaryNetworkNode *node)
{
  g_autofree char *target = self->drop_zone >= 0 ? name_target (self) : NULL;
  g_autofree char *day = bary_date_to_words (bary_scene_get_network (self->scene)->day);

  if (target == NULL)
    {
      if (node != NULL && self->mode != BARY_CANVAS_REGROUP)
        /* Translators: what letting go of a dragged node does; %s: an organisation */
        return g_strdup_printf (_("%s stays here, pinned"), node->short_name);
      return g_strdup (_("Stays where it is"));
    }
  if (node == NULL)
    /* Translators: what dropping does: "Add № 352: group А from 1 September 2025" */
    return g_strdup_printf (_("Add %1$s: %2$s from %3$s"), _("the organisation"), target, day);
  /* Translators: what dropping does: "Move № 352: group А from 1 September 2025" */
  return g_strdup_printf (_("Move %1$s: %2$s from %3$s"), node->name, target, day);
}

/* @node: (nullable): NULL for what comes from elsewhere */
static void
aim (BaryCanvas            *self,
     const BaryNetworkNode *node,
     double                 x,
     double                 y)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  const BaryGraphLayout *layout = self->start_layout != NULL ? self->start_layout : bary_scene_get_layout (self->scene);
  int zone = -1, cluster = bary_graph_layout_find_zone (layout, (x - self->camera.offset_x) / self->camera.scale,
                                                        (y - self->camera.offset_y) / self->camera.scale, &zone);
  gboolean own = node != NULL && cluster == node->cluster && zone == node->group;
  g_autofree char *words = NULL;

  if (cluster < 0 || zone < 0 || zone >= (int) bary_network_cluster (network, (guint) cluster)->groups->len || own ||
      bary_network_is_group_hidden (network, (guint) cluster, (guint) zone))
    cluster = zone = -1;
  self->drop_cluster = cluster;
  self->drop_zone = zone;
  words = describe_drop (self, node);
  bary_canvas_set_hint (self, words);
  bary_canvas_redraw (self);
}

/* Drag: a node, the ground, or an area to choose. */

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               BaryCanvas     *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int node = bary_canvas_pick (self, x, y);
  gboolean movable = bary_canvas_can_place (self, node) || bary_canvas_can_regroup (self, node);

  bary_canvas_cancel_drag (self);
  if (self->scene == NULL)
    return;
  self->drag = modifiers & GDK_SHIFT_MASK ? BARY_DRAG_AREA
             : movable && !self->space_held && !(modifiers & GDK_CONTROL_MASK) ? BARY_DRAG_NODE : BARY_DRAG_GROUND;
  self->dragged = node;
  self->start_x = self->drag_x = x;
  self->start_y = self->drag_y = y;
  self->start_offset_x = self->camera.offset_x;
  self->start_offset_y = self->camera.offset_y;
  if (self->drag == BARY_DRAG_NODE)
    {
      const BaryBox *box = bary_scene_get_box (self->scene, node);

      self->grip_x = (x - self->camera.offset_x) / self->camera.scale - box->x;
      self->grip_y = (y - self->camera.offset_y) / self->camera.scale - box->y;
      self->start_layout = bary_graph_layout_copy (bary_scene_get_layout (self->scene));
    }
}

static void
drag_node (BaryCanvas *self)
{
  if (bary_canvas_can_place (self, self->dragged))
    bary_scene_drag (self->scene, self->dragged, (self->drag_x - self->camera.offset_x) / self->camera.scale - self->grip_x,
                     (self->drag_y - self->camera.offset_y) / self->camera.scale - self->grip_y);
  if (bary_canvas_can_regroup (self, self->dragged))
    aim (self, node_of (self, self->dragged), self->drag_x, self->drag_y);
  bary_canvas_redraw (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                BaryCanvas     *self)
{
  if (self->scene == NULL || self->drag == BARY_DRAG_NOTHING || (!self->dragging && hypot (x, y) < DRAG_THRESHOLD))
    return;

  if (!self->dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drag == BARY_DRAG_AREA ? "crosshair" : "grabbing");
  self->dragging = TRUE;
  self->drag_x = self->start_x + x;
  self->drag_y = self->start_y + y;
  if (self->drag == BARY_DRAG_NODE)
    drag_node (self);
  else if (self->drag == BARY_DRAG_GROUND)
    bary_canvas_move_to (self, self->start_offset_x + x, self->start_offset_y + y);
  else
    bary_canvas_redraw (self);
}

static void
choose_area (BaryCanvas *self,
             gboolean    more)
{
  guint n_nodes = bary_scene_get_network (self->scene)->nodes->len;
  g_autofree guint8 *set = more && self->chosen != NULL ? g_memdup2 (self->chosen, n_nodes) : g_new0 (guint8, n_nodes + 1);
  BaryFrame frame = bary_canvas_get_frame (self);
  BaryBox area = {
    ((self->start_x + self->drag_x) / 2 - self->camera.offset_x) / self->camera.scale,
    ((self->start_y + self->drag_y) / 2 - self->camera.offset_y) / self->camera.scale,
    fabs (self->drag_x - self->start_x) / self->camera.scale, fabs (self->drag_y - self->start_y) / self->camera.scale
  };
  guint n = bary_scene_pick_area (self->scene, &frame, &area, set);

  bary_canvas_choose (self, n > 0 || more ? set : NULL);
  /* The keys that act on them must come here. */
  for (guint i = 0; i < n_nodes && n > 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL; i++)
    if (set[i])
      bary_canvas_point_at (self, (int) i);
}

static void
let_go_of_node (BaryCanvas *self,
                int         node)
{
  int cluster = self->drop_cluster, zone = self->drop_zone;
  BaryBox box = *bary_scene_get_box (self->scene, node);

  if (zone >= 0)
    {
      bary_canvas_cancel_drag (self);
      g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_NODE_DROPPED], 0, node, cluster, zone);
      return;
    }
  end_drag (self);
  if (bary_canvas_can_place (self, node))
    {
      bary_canvas_unsettle (self);
      g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_NODE_MOVED], 0, node, box.x, box.y);
    }
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             BaryCanvas     *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  BaryDrag drag = self->drag;
  gboolean dragging = self->dragging;
  int node = self->dragged;

  if (self->scene == NULL || drag == BARY_DRAG_NOTHING)
    return;
  if (dragging && drag == BARY_DRAG_NODE)
    {
      let_go_of_node (self, node);
      return;
    }
  if (dragging && drag == BARY_DRAG_AREA)
    choose_area (self, (modifiers & GDK_CONTROL_MASK) != 0);
  end_drag (self);
  if (!dragging && node == BARY_NODE_NONE && !(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      bary_canvas_select (self, BARY_NODE_NONE);
      bary_canvas_choose (self, NULL);
    }
}

/* An organisation from elsewhere */

static GdkDragAction
drop_motion_cb (GtkDropTarget *target,
                double         x,
                double         y,
                BaryCanvas    *self)
{
  if (self->scene == NULL || (self->mode != BARY_CANVAS_REGROUP && self->mode != BARY_CANVAS_ARRANGE))
    return 0;

  aim (self, NULL, x, y);
  return self->drop_zone >= 0 ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         BaryCanvas    *self)
{
  int cluster, zone;

  if (drop_motion_cb (target, x, y, self) == 0)
    return FALSE;
  cluster = self->drop_cluster;
  zone = self->drop_zone;
  end_drag (self);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_RECORD_DROPPED], 0, g_value_get_string (value), cluster, zone);
  return TRUE;
}

void
bary_canvas_add_drag (BaryCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (bary_canvas_cancel_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (bary_canvas_cancel_drag), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
