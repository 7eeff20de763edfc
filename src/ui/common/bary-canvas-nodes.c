#include "bary-canvas-private.h"

#include <math.h>

#define MOST_CHILDREN 400 /* more are neither read by anybody nor cheap; a table has them all */
#define SETTLE_MS 80
#define LEGIBLE_HEIGHT 9.0 /* of a box, in pixels */

GtkWidget *
bary_canvas_find_child (BaryCanvas *self,
                        int         node)
{
  return g_hash_table_lookup (self->nodes, GINT_TO_POINTER (node));
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  BaryCanvas              *self)
{
  GtkWidget *node = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  bary_canvas_select (self, bary_canvas_node_get_node (BARY_CANVAS_NODE (node)));
}

GdkRectangle
bary_canvas_find_place (BaryCanvas *self,
                        int         node)
{
  const BaryBox *box = bary_scene_get_box (self->scene, node);
  const BaryCamera *camera = &self->camera;

  return (GdkRectangle) {
    (int) floor ((box->x - box->width / 2) * camera->scale + camera->offset_x),
    (int) floor ((box->y - box->height / 2) * camera->scale + camera->offset_y),
    (int) ceil (box->width * camera->scale), (int) ceil (box->height * camera->scale)
  };
}

static void
place_child (BaryCanvas *self,
             GtkWidget  *child)
{
  GtkAllocation place = bary_canvas_find_place (self, bary_canvas_node_get_node (BARY_CANVAS_NODE (child)));

  gtk_widget_size_allocate (child, &place, -1);
}

void
bary_canvas_place_children (BaryCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    place_child (self, child);
  bary_canvas_place_tie (self);
}

/* Screen readers know one kind of selection: the chosen ones are in it, too. */
static void
mark (BaryCanvas *self,
      GtkWidget  *child)
{
  int node = bary_canvas_node_get_node (BARY_CANVAS_NODE (child));

  bary_canvas_node_set_selected (BARY_CANVAS_NODE (child), node == self->selected || (self->chosen != NULL && self->chosen[node]));
}

void
bary_canvas_mark_children (BaryCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    mark (self, child);
}

static GtkWidget *
add_child (BaryCanvas *self,
           int         node)
{
  g_autofree char *words = bary_scene_describe (self->scene, node);
  GtkWidget *child = bary_canvas_node_new (node, words);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_hash_table_insert (self->nodes, GINT_TO_POINTER (node), child);
  mark (self, child);
  return child;
}

GtkWidget *
bary_canvas_ensure_child (BaryCanvas *self,
                          int         node)
{
  GtkWidget *child = bary_canvas_find_child (self, node);

  if (child == NULL && bary_canvas_has_node (self, node))
    {
      child = add_child (self, node);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  return child;
}

void
bary_canvas_remove_children (BaryCanvas *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->nodes);
  self->tie_child = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static gboolean
is_legible (BaryCanvas *self,
            int         node,
            BaryDetail  detail)
{
  const BaryNetworkNode *it = bary_network_node (bary_scene_get_network (self->scene), (guint) node);
  const BaryBox *box = bary_scene_get_box (self->scene, node);
  const BaryCamera *camera = &self->camera;
  double x = box->x * camera->scale + camera->offset_x, y = box->y * camera->scale + camera->offset_y;

  if (detail != BARY_DETAIL_ALL && it->role == BARY_ROLE_MEMBER)
    return FALSE;
  return x >= 0 && y >= 0 && x <= camera->width && y <= camera->height && box->height * camera->scale >= LEGIBLE_HEIGHT;
}

static void
mark_wanted (BaryCanvas *self,
             guint8     *wanted,
             guint       n_nodes,
             gboolean    all)
{
  BaryDetail detail = self->detail != BARY_DETAIL_BY_SCALE ? self->detail : bary_scene_detail_at (self->scene, self->camera.scale);
  guint n_neighbours = 0, n_wanted = 0;
  const guint *neighbours = self->selected == BARY_NODE_NONE ? NULL
                          : bary_scene_get_neighbours (self->scene, self->selected, &n_neighbours);

  for (guint i = 0; i < n_neighbours && i < MOST_CHILDREN / 2; i++)
    wanted[neighbours[i]] = TRUE;
  if (self->selected != BARY_NODE_NONE)
    wanted[self->selected] = TRUE;
  for (guint i = 0; i < n_nodes && (all || n_wanted < MOST_CHILDREN / 2); i++)
    if (all || is_legible (self, (int) i, detail))
      {
        wanted[i] = TRUE;
        n_wanted++;
      }
}

static void
drop_unwanted (BaryCanvas   *self,
               const guint8 *wanted)
{
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      int node = GPOINTER_TO_INT (key);

      if (!bary_canvas_has_node (self, node) || (!wanted[node] && !gtk_widget_has_focus (child)))
        {
          g_hash_table_iter_remove (&iter);
          gtk_widget_unparent (child);
        }
    }
}

static gboolean
are_few (BaryCanvas *self,
         guint       n_nodes)
{
  guint n = 0;

  for (guint i = 0; i < n_nodes && n <= MOST_CHILDREN; i++)
    n += bary_canvas_has_node (self, (int) i) ? 1 : 0;
  return n <= MOST_CHILDREN;
}

void
bary_canvas_update_children (BaryCanvas *self)
{
  guint n_nodes = self->scene != NULL ? bary_scene_get_network (self->scene)->nodes->len : 0;
  g_autofree guint8 *wanted = g_new0 (guint8, n_nodes + 1);

  if (self->scene == NULL)
    {
      bary_canvas_remove_children (self);
      return;
    }
  mark_wanted (self, wanted, n_nodes, are_few (self, n_nodes));
  drop_unwanted (self, wanted);
  for (guint i = 0; i < n_nodes; i++)
    if (wanted[i] && bary_canvas_find_child (self, (int) i) == NULL && bary_canvas_has_node (self, (int) i))
      add_child (self, (int) i);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer data)
{
  BaryCanvas *self = data;

  self->settle_source = 0;
  bary_canvas_update_children (self);
  return G_SOURCE_REMOVE;
}

void
bary_canvas_unsettle (BaryCanvas *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, settle_cb, self);
}
