#include "bary-cluster-diagram-private.h"

#include <math.h>

/* How far a place is in a direction; what lies aside counts more. G_MAXDOUBLE: not that way. */
static double
distance_towards (const BaryBox   *from,
                  const BaryBox   *to,
                  BaryDiagramStep  step)
{
  double along = step == BARY_GO_LEFT ? from->x - to->x : step == BARY_GO_RIGHT ? to->x - from->x
               : step == BARY_GO_UP ? from->y - to->y : to->y - from->y;
  double aside = step == BARY_GO_LEFT || step == BARY_GO_RIGHT ? fabs (to->y - from->y) : fabs (to->x - from->x);

  return along > 1 && aside <= 3 * along ? along + 2 * aside : G_MAXDOUBLE;
}

static int
step_towards (BaryClusterDiagram *self,
              int                 from,
              BaryDiagramStep     step)
{
  const BaryBox *start = bary_cluster_diagram_get_box (self, from);
  double best = G_MAXDOUBLE;
  int found = from;

  for (int i = BARY_DIAGRAM_CENTRE; i < (int) self->nodes->len; i++)
    {
      double distance;

      if (i == from || !bary_cluster_diagram_is_shown (self, i))
        continue;
      distance = distance_towards (start, bary_cluster_diagram_get_box (self, i), step);
      if (distance < best)
        {
          best = distance;
          found = i;
        }
    }
  return found;
}

static int
first_of_group (BaryClusterDiagram *self,
                int                 group)
{
  int found = BARY_DIAGRAM_NONE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const DiagramNode *node = &g_array_index (self->nodes, DiagramNode, i);

      if (node->group == group && bary_presence_is_shown (node->presence) &&
          (found < 0 || g_strcmp0 (node->key, g_array_index (self->nodes, DiagramNode, found).key) < 0))
        found = (int) i;
    }
  return found;
}

static int
step_by_group (BaryClusterDiagram *self,
               int                 from,
               int                 direction)
{
  int n_groups = (int) self->groups->len;
  int group = from >= 0 ? g_array_index (self->nodes, DiagramNode, from).group : direction > 0 ? -1 : n_groups;

  for (int i = 0; i < n_groups; i++)
    {
      int found;

      group = (group + direction + n_groups) % n_groups;
      found = first_of_group (self, group);
      if (found >= 0)
        return found;
    }
  return from;
}

int
bary_cluster_diagram_step (BaryClusterDiagram *self,
                           int                 from,
                           BaryDiagramStep     step)
{
  g_return_val_if_fail (self->layout != NULL && from >= BARY_DIAGRAM_CENTRE, from);

  if (step == BARY_GO_NEXT_GROUP || step == BARY_GO_PREVIOUS_GROUP)
    return step_by_group (self, from, step == BARY_GO_NEXT_GROUP ? 1 : -1);
  return step_towards (self, from, step);
}
