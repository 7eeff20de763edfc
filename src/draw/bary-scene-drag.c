#include "bary-scene-private.h"

#include <math.h>

void
bary_scene_forget_drag (BaryScene *self)
{
  g_clear_pointer (&self->undragged, bary_graph_layout_free);
  g_clear_pointer (&self->undragged_nodes, g_free);
  self->dragged = BARY_NODE_NONE;
}

static void
begin_drag (BaryScene *self,
            int        node)
{
  if (self->dragged == node)
    return;

  bary_scene_forget_drag (self);
  self->dragged = node;
  /* The boxes of barycenters not chosen yet stand behind those of the nodes. */
  self->layout->n_nodes = self->n_graph_nodes;
  self->undragged = bary_graph_layout_copy (self->layout);
  self->layout->n_nodes = self->n_nodes;
  self->undragged_nodes = g_memdup2 (self->graph_nodes, (self->n_graph_nodes + 1) * sizeof (BaryGraphNode));
}

void
bary_scene_drag (BaryScene *self,
                 int        node,
                 double     x,
                 double     y)
{
  BaryGraphNode *dragged;

  g_return_if_fail (self->layout != NULL && node >= 0 && node < (int) self->n_nodes && isfinite (x) && isfinite (y));

  begin_drag (self, node);
  for (guint i = 0; i < self->n_graph_nodes; i++)
    {
      self->graph_nodes[i].x = self->undragged->nodes[i].x;
      self->graph_nodes[i].y = self->undragged->nodes[i].y;
    }
  dragged = &self->graph_nodes[node];
  dragged->x = x;
  dragged->y = y;
  dragged->pinned = TRUE;
  bary_scene_arrange (self, NULL, NULL);
}

void
bary_scene_cancel_drag (BaryScene *self)
{
  BaryGraphLayout *layout = g_steal_pointer (&self->undragged);

  if (layout == NULL)
    return;
  bary_scene_take_layout (self, layout);
  g_free (self->graph_nodes);
  self->graph_nodes = g_steal_pointer (&self->undragged_nodes);
  self->dragged = BARY_NODE_NONE;
}
