#include "bary-scene-private.h"

gboolean
bary_scene_has_node (BaryScene  *self,
                     BaryDetail  detail,
                     guint       i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);

  switch (detail)
    {
    case BARY_DETAIL_DISCS:
      return node->role == BARY_ROLE_REGION || (node->role == BARY_ROLE_COUNCIL && node->cluster < 0);
    case BARY_DETAIL_CENTRES:
      return node->role != BARY_ROLE_MEMBER || node->level == 1 || node->base_site || node->cluster < 0;
    case BARY_DETAIL_ALL:
    case BARY_DETAIL_BY_SCALE:
      break;
    }
  return TRUE;
}

/* What a filter lets through or what is chosen would not be seen otherwise. */
static gboolean
is_asked_for (const BaryFrame *frame,
              guint            i)
{
  return frame->selected == (int) i || (frame->chosen != NULL && frame->chosen[i]) ||
         (frame->dimmed != NULL && !frame->dimmed[i]);
}

gboolean
bary_scene_can_find (BaryScene       *self,
                     const BaryFrame *frame,
                     BaryDetail       detail,
                     int              node)
{
  return bary_scene_is_shown (self, node) && (frame->hidden == NULL || !frame->hidden[node]) &&
         (bary_scene_has_node (self, detail, (guint) node) || is_asked_for (frame, (guint) node));
}

int
bary_scene_pick (BaryScene       *self,
                 const BaryFrame *frame,
                 double           x,
                 double           y)
{
  const guint *items;
  guint n;

  g_return_val_if_fail (self->layout != NULL, BARY_NODE_NONE);

  items = bary_scene_index_at (bary_scene_get_index (self), x, y, &n);
  /* What was painted last lies on top. */
  for (guint i = n; i > 0; i--)
    if (bary_box_contains (&self->layout->nodes[items[i - 1]], x, y) && bary_scene_can_find (self, frame, frame->detail, (int) items[i - 1]))
      return (int) items[i - 1];
  return BARY_NODE_NONE;
}

guint
bary_scene_pick_area (BaryScene       *self,
                      const BaryFrame *frame,
                      const BaryBox   *area,
                      guint8          *set)
{
  g_autoptr (GArray) found = NULL;
  guint n = 0;

  g_return_val_if_fail (self->layout != NULL, 0);

  found = bary_scene_index_find (bary_scene_get_index (self), area);
  for (guint i = 0; i < found->len; i++)
    {
      guint node = g_array_index (found, guint, i);
      const BaryBox *box = &self->layout->nodes[node];

      if (!bary_box_contains (area, box->x, box->y) || !bary_scene_can_find (self, frame, frame->detail, (int) node))
        continue;
      set[node] = 1;
      n++;
    }
  return n;
}
