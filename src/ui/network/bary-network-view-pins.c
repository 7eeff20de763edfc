#include "bary-network-view-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

gboolean
bary_network_view_is_meant (BaryNetworkView *self,
                            guint            node)
{
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);

  return chosen != NULL ? chosen[node] != 0 : (int) node == bary_canvas_get_selected (self->canvas);
}

static gboolean
is_any (BaryNetworkView *self,
        guint            node)
{
  return TRUE;
}

static void
commit (BaryNetworkView *self,
        const char      *name,
        const char      *subject,
        BaryChanges     *changes)
{
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (bary_view_get_session (BARY_VIEW (self)), name, subject, changes);
}

static gboolean
add_place (BaryNetworkView *self,
           int              node,
           double           x,
           double           y,
           gboolean         pinned,
           BaryChanges     *changes)
{
  g_autoptr (GError) error = NULL;

  if (bary_store_place_node (self->store, bary_network_view_get_network (self), node, x, y, pinned, changes, &error))
    return TRUE;
  bary_session_fail (bary_view_get_session (BARY_VIEW (self)), error);
  return FALSE;
}

void
bary_network_view_place (BaryNetworkView *self,
                         int              node,
                         double           x,
                         double           y)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = g_strdup (bary_network_node (bary_network_view_get_network (self), node)->short_name);

  if (bary_network_view_is_editable (self) && add_place (self, node, x, y, TRUE, changes))
    commit (self, N_("Move %s on the diagram"), name, changes);
}

static void
pin (BaryNetworkView *self,
     gboolean         pinned,
     gboolean       (*meant) (BaryNetworkView *, guint))
{
  BaryNetwork *network = bary_network_view_get_network (self);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = NULL;
  guint n = 0;

  if (!bary_network_view_is_editable (self) || network == NULL)
    return;

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (self->scene, (int) i);

      if (bary_network_node (network, i)->pinned == pinned || !meant (self, i))
        continue;
      if (!add_place (self, (int) i, box->x, box->y, pinned, changes))
        return;
      g_free (name);
      name = g_strdup (bary_network_node (network, i)->short_name);
      n++;
    }
  if (n == 1)
    commit (self, pinned ? N_("Keep the place of %s on the diagram") : N_("Let %s move on the diagram"), name, changes);
  else
    commit (self, pinned ? N_("Keep places on the diagram") : N_("Let nodes move on the diagram"), NULL, changes);
}

void
bary_network_view_pin (BaryNetworkView *self)
{
  pin (self, TRUE, bary_network_view_is_meant);
}

void
bary_network_view_unpin (BaryNetworkView *self)
{
  pin (self, FALSE, bary_network_view_is_meant);
}

void
bary_network_view_unpin_all (BaryNetworkView *self)
{
  pin (self, FALSE, is_any);
}

static gboolean
is_selected (BaryNetworkView *self,
             guint            node)
{
  return (int) node == bary_canvas_get_selected (self->canvas);
}

void
bary_network_view_pin_node (BaryNetworkView *self,
                            gboolean         pinned)
{
  pin (self, pinned, is_selected);
}
