#include "bary-cluster-view-private.h"

#include "bary-config.h"
#include "bary-store-network.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define KEEP_MS 400    /* after the picture has come to rest */
#define SAME_PLACE 0.05

static BarySession *
session_of (BaryClusterView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

/* Places */

static void
place (BaryClusterView *self,
       int              node,
       double           x,
       double           y,
       gboolean         pinned)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = g_strdup (bary_network_node (self->state->network, (guint) node)->short_name);
  g_autoptr (GError) error = NULL;

  if (!bary_store_place_node (self->store, self->state->network, node, x, y, pinned, changes, &error))
    bary_session_fail (session_of (self), error);
  else
    bary_session_commit (session_of (self), pinned ? N_("Move %s on the diagram") : N_("Unpin %s on the diagram"), name, changes);
}

static void
node_moved_cb (BaryClusterView *self,
               int              node,
               double           x,
               double           y)
{
  if (self->state != NULL)
    place (self, node, x, y, TRUE);
}

void
bary_cluster_view_unpin (BaryClusterView *self,
                         int              node)
{
  const BaryBox *box;

  if (self->state == NULL || node == BARY_NODE_NONE)
    return;
  box = bary_scene_get_box (self->state->scene, node);
  place (self, node, box->x, box->y, FALSE);
}

static void
unpin_all (BaryClusterView *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = g_strdup (self->state->cluster->name);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < self->state->network->nodes->len && error == NULL; i++)
    {
      const BaryBox *box = bary_scene_get_box (self->state->scene, (int) i);

      if (bary_network_node (self->state->network, i)->pinned &&
          bary_store_place_node (self->store, self->state->network, (int) i, box->x, box->y, FALSE, changes, &error))
        n++;
    }
  if (error != NULL)
    bary_session_fail (session_of (self), error);
  else if (n > 0)
    bary_session_commit (session_of (self), N_("Unpin everybody: %s"), name, changes);
}

static gboolean
has_moved (BaryClusterState *state)
{
  for (guint i = 0; i < state->network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (state->network, i);
      const BaryBox *box = bary_scene_get_box (state->scene, (int) i);

      if (!node->placed || fabs (node->x - box->x) > SAME_PLACE || fabs (node->y - box->y) > SAME_PLACE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
keep_cb (gpointer data)
{
  BaryClusterView *self = data;
  const BaryGraphLayout *layout;
  g_autoptr (GError) error = NULL;

  self->keep_source = 0;
  if (self->state == NULL || self->store == NULL || bary_store_is_read_only (self->store) || !self->moved)
    return G_SOURCE_REMOVE;

  self->moved = FALSE;
  layout = bary_scene_get_layout (self->state->scene);
  if (!bary_store_keep_layout (self->store, self->state->network, layout->nodes, &error))
    bary_session_fail (session_of (self), error);
  return G_SOURCE_REMOVE;
}

void
bary_cluster_view_keep_layout (BaryClusterView *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->state == NULL)
    return;
  self->moved = self->moved || has_moved (self->state); /* a picture remembered from before may not be kept yet */
  self->keep_source = g_timeout_add_full (G_PRIORITY_LOW, KEEP_MS, keep_cb, self, NULL);
}

/* The menu of a node */

static int
menu_node (BaryClusterView *self)
{
  return self->state != NULL ? bary_canvas_get_selected (self->canvas) : BARY_NODE_NONE;
}

guint
bary_cluster_view_count_chosen (BaryClusterView *self)
{
  const guint8 *chosen = self->state != NULL ? bary_canvas_get_chosen (self->canvas) : NULL;
  guint n = 0;

  for (guint i = 0; chosen != NULL && i < self->state->network->nodes->len; i++)
    n += chosen[i] ? 1 : 0;
  return n;
}

/* What is done to one of the chosen is done to all of them. */
static gboolean
is_of_chosen (BaryClusterView *self,
              int              node)
{
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);

  return node != BARY_NODE_NONE && chosen != NULL && chosen[node] && bary_cluster_view_count_chosen (self) > 1;
}

static void
move_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (widget);

  if (is_of_chosen (self, menu_node (self)))
    bary_cluster_view_move_chosen (self, g_variant_get_int32 (parameter));
  else
    bary_cluster_view_move_member (self, menu_node (self), g_variant_get_int32 (parameter));
}

static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (widget);
  int node = menu_node (self);

  if (self->state != NULL && g_str_equal (action, "cluster.unpin-all"))
    unpin_all (self);
  if (node == BARY_NODE_NONE)
    return;
  if (g_str_equal (action, "cluster.hide-group"))
    bary_hidden_groups_hide (session_of (self), self->state->network, node);
  else if (g_str_equal (action, "cluster.unpin"))
    bary_cluster_view_unpin (self, node);
  else if (g_str_equal (action, "cluster.show"))
    bary_cluster_view_show_node (self, node);
  else if (g_str_equal (action, "cluster.remove"))
    bary_cluster_view_ask_to_remove (self, node);
}

static void
search_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (widget);

  adw_flap_set_reveal_flap (self->list_flap, TRUE);
  bary_cluster_list_search (self->list);
}

void
bary_cluster_view_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "cluster.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "cluster.move", "i", move_action_cb);
  gtk_widget_class_install_action (widget_class, "cluster.unpin", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "cluster.unpin-all", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "cluster.hide-group", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "cluster.show", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "cluster.remove", NULL, act_cb);
}

static GMenuModel *
make_groups_menu (BaryClusterView *self,
                  int              own)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->state->groups->len; i++)
    {
      BaryGroup *group = self->state->groups->pdata[i];
      g_autofree char *label = group->full_name != NULL ? g_strdup_printf ("%s · %s", group->name, group->full_name)
                                                        : g_strdup (group->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "cluster.move", "i", (gint32) i);
      if ((int) i != own)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
append_groups (BaryClusterView *self,
               int              node,
               GMenu           *menu)
{
  gboolean several = is_of_chosen (self, node);
  g_autoptr (GMenuModel) groups =
    make_groups_menu (self, several ? -1 : bary_network_node (self->state->network, (guint) node)->group);
  guint n = bary_cluster_view_count_chosen (self);
  g_autofree char *words = several
    ? g_strdup_printf (ngettext ("Move %u chosen to the group", "Move %u chosen to the group", n), n) : NULL;

  g_menu_append_submenu (menu, several ? words : _("Move to the group"), groups);
}

static gboolean
has_pins (BaryClusterView *self)
{
  for (guint i = 0; i < self->state->network->nodes->len; i++)
    if (bary_network_node (self->state->network, i)->pinned)
      return TRUE;
  return FALSE;
}

/* @node: BARY_NODE_NONE for the ground */
static GMenuModel *
make_menu (BaryClusterView *self,
           int              node)
{
  gboolean editable = !bary_store_is_read_only (self->store);
  gboolean member = editable && bary_cluster_state_is_member (self->state, node);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();
  g_autofree char *hide = editable ? bary_hidden_groups_describe (self->state->network, node) : NULL;

  if (node != BARY_NODE_NONE)
    g_menu_append (menu, _("Show in the inspector"), "cluster.show");
  if (member)
    append_groups (self, node, acts);
  if (editable && node != BARY_NODE_NONE && bary_network_node (self->state->network, (guint) node)->pinned)
    g_menu_append (acts, _("Unpin"), "cluster.unpin");
  if (editable && has_pins (self))
    g_menu_append (acts, _("Unpin everybody"), "cluster.unpin-all");
  if (hide != NULL)
    g_menu_append (acts, hide, "cluster.hide-group");
  if (member)
    g_menu_append (acts, _("Remove from the cluster…"), "cluster.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return G_MENU_MODEL (menu);
}

static void
menu_cb (BaryClusterView *self,
         int              node,
         double           x,
         double           y)
{
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (self->state == NULL || (node == BARY_NODE_NONE && !has_pins (self)))
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  model = make_menu (self, node);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
bary_cluster_view_connect_places (BaryClusterView *self)
{
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (bary_canvas_take_focus), self->canvas, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  g_signal_connect_swapped (self->canvas, "node-moved", G_CALLBACK (node_moved_cb), self);
  g_signal_connect_swapped (self->canvas, "menu", G_CALLBACK (menu_cb), self);
}
