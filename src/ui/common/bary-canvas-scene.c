#include "bary-canvas-private.h"

/* After a change the same nodes are chosen, wherever they stand now. */
static guint8 *
find_again (BaryCanvas   *self,
            BaryScene    *earlier,
            const guint8 *set)
{
  const BaryNetwork *was = bary_scene_get_network (earlier), *is = bary_scene_get_network (self->scene);
  g_autoptr (GHashTable) marked = NULL;
  guint8 *again;

  if (set == NULL)
    return NULL;

  marked = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < was->nodes->len; i++)
    if (set[i])
      g_hash_table_add (marked, bary_network_node (was, i)->id);
  again = g_new0 (guint8, is->nodes->len + 1);
  for (guint i = 0; i < is->nodes->len; i++)
    again[i] = g_hash_table_contains (marked, bary_network_node (is, i)->id);
  return again;
}

/* Where the keyboard goes on when a node is drawn no more: not to the first one, which may be far away. */
static int
find_centre (BaryCanvas  *self,
             BaryNetwork *earlier,
             guint        gone)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  int cluster = bary_network_node (earlier, gone)->cluster;

  for (guint i = 0; cluster >= 0 && i < network->clusters->len; i++)
    if (g_str_equal (bary_network_cluster (network, i)->id, bary_network_cluster (earlier, cluster)->id))
      return bary_network_cluster (network, i)->barycenter;
  return BARY_NODE_NONE;
}

/* The node of the same id; a member that has gone over to another group has another id and the same record. */
static int
find_selected_again (BaryCanvas *self,
                     BaryScene  *earlier,
                     int         was,
                     gboolean    had_focus)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  const BaryNetworkNode *it;
  int found;

  if (was == BARY_NODE_NONE)
    return was;
  it = bary_network_node (bary_scene_get_network (earlier), (guint) was);
  found = bary_network_find (network, it->id);
  if (bary_canvas_has_node (self, found) && bary_network_node (network, (guint) found)->presence != BARY_PRESENCE_MOVED_IN)
    return found;
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *other = bary_network_node (network, i);

      if (g_strcmp0 (other->record, it->record) == 0 && bary_canvas_has_node (self, (int) i) &&
          other->presence != BARY_PRESENCE_MOVED_IN)
        return (int) i;
    }
  if (!bary_canvas_has_node (self, found) && had_focus)
    found = find_centre (self, bary_scene_get_network (earlier), (guint) was);
  return bary_canvas_has_node (self, found) ? found : BARY_NODE_NONE;
}

static void
take_over (BaryCanvas *self,
           BaryScene  *earlier,
           gboolean    keep_view)
{
  g_autofree guint8 *chosen = g_steal_pointer (&self->chosen);
  g_autofree guint8 *dimmed = g_steal_pointer (&self->dimmed);
  g_autofree guint8 *hidden = g_steal_pointer (&self->hidden);

  if (earlier == NULL || self->scene == NULL || !keep_view)
    return;
  self->chosen = find_again (self, earlier, chosen);
  self->dimmed = find_again (self, earlier, dimmed);
  self->hidden = find_again (self, earlier, hidden);
}

void
bary_canvas_set_scene (BaryCanvas *self,
                       BaryScene  *scene,
                       gboolean    keep_view)
{
  g_autoptr (BaryScene) earlier = NULL;
  gboolean had_focus, same;
  int was;

  g_return_if_fail (BARY_IS_CANVAS (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  was = self->selected;
  same = self->scene == scene;
  bary_canvas_cancel_drag (self);
  earlier = g_steal_pointer (&self->scene); /* nothing selects while the children go */
  bary_canvas_remove_children (self);
  self->scene = scene != NULL ? bary_scene_ref (scene) : NULL;
  self->hovered = BARY_NODE_NONE;
  self->tie = -1;
  self->fitted = self->fitted || !keep_view;
  self->selected = BARY_NODE_NONE;
  if (!same)
    take_over (self, earlier, keep_view);

  if (scene != NULL)
    {
      bary_canvas_begin_change (self, keep_view && !same ? earlier : NULL);
      if (keep_view && earlier != NULL)
        self->selected = find_selected_again (self, earlier, was, had_focus);
      bary_canvas_refit (self, keep_view);
    }
  bary_canvas_update_children (self);
  if (had_focus && self->selected != BARY_NODE_NONE)
    gtk_widget_grab_focus (bary_canvas_ensure_child (self, self->selected));
  g_object_notify (G_OBJECT (self), "selected");
  bary_canvas_redraw (self);
}

BaryScene *
bary_canvas_get_scene (BaryCanvas *self)
{
  g_return_val_if_fail (BARY_IS_CANVAS (self), NULL);

  return self->scene;
}
