#include "bary-canvas-private.h"

/* Bundles of ties are opened by the pointer. The keyboard comes to them one after another, each as a child of its own for
 * as long as it is open. */

static void
left_cb (BaryCanvas *self)
{
  GtkWidget *child = g_steal_pointer (&self->tie_child);

  bary_canvas_set_tie (self, -1);
  bary_canvas_set_hint (self, NULL);
  gtk_widget_unparent (child);
}

static gboolean
leave_idle_cb (gpointer data)
{
  BaryCanvas *self = data;

  if (self->tie_child != NULL && !gtk_widget_has_focus (self->tie_child))
    left_cb (self);
  return G_SOURCE_REMOVE;
}

/* In the middle of a change of focus no widget may go. */
static void
leave_cb (BaryCanvas *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_idle_cb, g_object_ref (self), g_object_unref);
}

void
bary_canvas_place_tie (BaryCanvas *self)
{
  GtkAllocation place = { 0, 0, 1, 1 };
  double x, y;

  if (self->tie_child == NULL)
    return;
  bary_scene_find_tie (self->scene, (guint) bary_canvas_node_get_node (BARY_CANVAS_NODE (self->tie_child)), &x, &y);
  place.x = (int) (x * self->camera.scale + self->camera.offset_x);
  place.y = (int) (y * self->camera.scale + self->camera.offset_y);
  gtk_widget_size_allocate (self->tie_child, &place, -1);
}

static void
show_tie (BaryCanvas *self,
          int         tie)
{
  g_autofree char *words = bary_scene_describe_tie (self->scene, (guint) tie);
  GtkWidget *child = bary_canvas_node_new (tie, words), *before = self->tie_child;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  self->tie_child = child;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (child);
  if (before != NULL)
    gtk_widget_unparent (before);
  bary_canvas_set_tie (self, tie);
  bary_canvas_set_hint (self, words);
}

gboolean
bary_canvas_step_tie (BaryCanvas *self,
                      gboolean    forward)
{
  BaryFrame frame = bary_canvas_get_frame (self);
  int from = self->tie_child != NULL ? bary_canvas_node_get_node (BARY_CANVAS_NODE (self->tie_child)) : -1;
  int tie = bary_scene_step_tie (self->scene, &frame, self->selected, from, forward);

  if (tie < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (tie != from)
    show_tie (self, tie);
  return TRUE;
}

gboolean
bary_canvas_choose_tie (BaryCanvas *self)
{
  g_autofree guint8 *set = NULL;

  if (self->tie_child == NULL)
    return FALSE;
  set = g_new0 (guint8, bary_scene_get_network (self->scene)->nodes->len + 1);
  bary_scene_mark_tie (self->scene, (guint) bary_canvas_node_get_node (BARY_CANVAS_NODE (self->tie_child)), set);
  bary_canvas_choose (self, set);
  return TRUE;
}

gboolean
bary_canvas_leave_tie (BaryCanvas *self)
{
  if (self->tie_child == NULL)
    return FALSE;
  bary_canvas_take_focus (self);
  left_cb (self);
  return TRUE;
}
