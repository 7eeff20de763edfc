#include "bary-scene-private.h"

#include <math.h>

/* How far a place is in a direction; what lies aside counts more. G_MAXDOUBLE: not that way. */
static double
distance_towards (const BaryBox *from,
                  const BaryBox *to,
                  BarySceneStep  step)
{
  double along = step == BARY_GO_LEFT ? from->x - to->x : step == BARY_GO_RIGHT ? to->x - from->x
               : step == BARY_GO_UP ? from->y - to->y : to->y - from->y;
  double aside = step == BARY_GO_LEFT || step == BARY_GO_RIGHT ? fabs (to->y - from->y) : fabs (to->x - from->x);

  return along > 1 && aside <= 3 * along ? along + 2 * aside : G_MAXDOUBLE;
}

static int
cluster_of (BaryScene *self,
            int        node)
{
  return bary_network_node (self->network, node)->cluster;
}

/* @within: only nodes of the same cluster, or only of others. */
static int
step_towards (BaryScene       *self,
              const BaryFrame *frame,
              int              from,
              BarySceneStep    step,
              gboolean         within)
{
  double best = G_MAXDOUBLE;
  int found = from;

  for (int i = 0; i < (int) self->n_nodes; i++)
    {
      double distance;

      if (i == from || (cluster_of (self, i) == cluster_of (self, from)) != within || !bary_scene_can_find (self, frame, i))
        continue;
      distance = distance_towards (&self->layout->nodes[from], &self->layout->nodes[i], step);
      if (distance < best)
        {
          best = distance;
          found = i;
        }
    }
  return found;
}

/* The first place of a group; of bodies, which have none, in group -1. */
static int
first_of_group (BaryScene       *self,
                const BaryFrame *frame,
                int              cluster,
                int              group)
{
  int found = BARY_NODE_NONE;

  for (int i = 0; i < (int) self->n_nodes; i++)
    {
      const BaryNetworkNode *node = bary_network_node (self->network, i);

      if (node->cluster != cluster || node->role != BARY_ROLE_MEMBER || (int) bary_scene_zone_of (self, node) != group ||
          !bary_scene_can_find (self, frame, i))
        continue;
      if (found < 0 || g_strcmp0 (self->graph_nodes[i].id, self->graph_nodes[found].id) < 0)
        found = i;
    }
  return found;
}

static int
step_by_group (BaryScene       *self,
               const BaryFrame *frame,
               int              from,
               int              direction)
{
  const BaryNetworkNode *node = bary_network_node (self->network, from);
  int n_zones = node->cluster >= 0 ? (int) self->clusters[node->cluster].n_groups + 1 : 1;
  int zone = node->role == BARY_ROLE_MEMBER ? (int) bary_scene_zone_of (self, node) : direction > 0 ? -1 : n_zones;

  for (int i = 0; i < n_zones; i++)
    {
      int found;

      zone = (zone + direction + n_zones) % n_zones;
      found = first_of_group (self, frame, node->cluster, zone);
      if (found >= 0)
        return found;
    }
  return from;
}

/* The barycenter, or who is there instead. */
static int
head_of (BaryScene       *self,
         const BaryFrame *frame,
         int              cluster)
{
  int first = BARY_NODE_NONE;

  for (int i = 0; i < (int) self->n_nodes; i++)
    if (cluster_of (self, i) == cluster && bary_scene_can_find (self, frame, i))
      {
        if (bary_network_node (self->network, i)->role == BARY_ROLE_BARYCENTER)
          return i;
        if (first < 0 || g_strcmp0 (self->graph_nodes[i].id, self->graph_nodes[first].id) < 0)
          first = i;
      }
  return first;
}

/* Those outside the clusters come before the first. */
static int
step_by_cluster (BaryScene       *self,
                 const BaryFrame *frame,
                 int              from,
                 int              direction)
{
  int n = (int) self->network->clusters->len + 1;
  int cluster = cluster_of (self, from) + 1;

  for (int i = 0; i < n; i++)
    {
      int found;

      cluster = (cluster + direction + n) % n;
      found = head_of (self, frame, cluster - 1);
      if (found >= 0)
        return found;
    }
  return from;
}

static int
step_to_centre (BaryScene       *self,
                const BaryFrame *frame,
                int              from)
{
  int found = head_of (self, frame, cluster_of (self, from));

  return found >= 0 ? found : from;
}

int
bary_scene_step (BaryScene       *self,
                 const BaryFrame *frame,
                 int              from,
                 BarySceneStep    step)
{
  int found;

  g_return_val_if_fail (self->layout != NULL && from >= 0 && from < (int) self->n_nodes, from);

  switch (step)
    {
    case BARY_GO_NEXT_GROUP:
    case BARY_GO_PREVIOUS_GROUP:
      return step_by_group (self, frame, from, step == BARY_GO_NEXT_GROUP ? 1 : -1);
    case BARY_GO_NEXT_CLUSTER:
    case BARY_GO_PREVIOUS_CLUSTER:
      return step_by_cluster (self, frame, from, step == BARY_GO_NEXT_CLUSTER ? 1 : -1);
    case BARY_GO_CENTRE:
      return step_to_centre (self, frame, from);
    case BARY_GO_LEFT:
    case BARY_GO_RIGHT:
    case BARY_GO_UP:
    case BARY_GO_DOWN:
      break;
    }
  /* What lies that way in the cluster; at its edge, what lies beyond. */
  found = step_towards (self, frame, from, step, TRUE);
  return found != from ? found : step_towards (self, frame, from, step, FALSE);
}
