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

/* Where the arrows lead within each cluster when all of it is drawn. */
struct _BarySceneSteps {
  guint  *first;   /* of each cluster + 1, and one more */
  guint  *members; /* nodes that are shown */
  guint8 *ready;   /* of each cluster + 1 */
  int   (*to)[4];  /* of each node: left, right, up, down; BARY_NODE_NONE where nothing is that way */
};

static int
cluster_of (BaryScene *self,
            int        node)
{
  return bary_network_node (self->network, node)->cluster;
}

static BarySceneSteps *
make_steps (BaryScene *self)
{
  BarySceneSteps *steps = g_new0 (BarySceneSteps, 1);
  guint n_clusters = self->network->clusters->len + 1;
  g_autofree guint *next = NULL;

  steps->first = g_new0 (guint, n_clusters + 1);
  steps->members = g_new (guint, self->n_nodes + 1);
  steps->ready = g_malloc0 (n_clusters);
  steps->to = g_malloc_n (self->n_nodes + 1, sizeof *steps->to);
  for (guint i = 0; i < self->n_nodes; i++)
    steps->first[cluster_of (self, (int) i) + 2] += bary_scene_is_shown (self, (int) i);
  for (guint i = 0; i < n_clusters; i++)
    steps->first[i + 1] += steps->first[i];
  next = g_memdup2 (steps->first, (n_clusters + 1) * sizeof (guint));
  for (guint i = 0; i < self->n_nodes; i++)
    if (bary_scene_is_shown (self, (int) i))
      steps->members[next[cluster_of (self, (int) i) + 1]++] = i;
  return steps;
}

static BarySceneSteps *
get_steps (BaryScene *self)
{
  if (self->steps == NULL)
    self->steps = make_steps (self);
  return self->steps;
}

void
bary_scene_steps_free (BarySceneSteps *steps)
{
  g_free (steps->first);
  g_free (steps->members);
  g_free (steps->ready);
  g_free (steps->to);
  g_free (steps);
}

static int
nearest_of (BaryScene     *self,
            const guint   *nodes,
            guint          n_nodes,
            int            from,
            BarySceneStep  step)
{
  double best = G_MAXDOUBLE;
  int found = BARY_NODE_NONE;

  for (guint i = 0; i < n_nodes; i++)
    {
      double distance = distance_towards (&self->layout->nodes[from], &self->layout->nodes[nodes[i]], step);

      if (distance < best)
        {
          best = distance;
          found = (int) nodes[i];
        }
    }
  return found;
}

static void
mark_reached (BarySceneSteps *steps,
              GArray         *reached,
              guint8         *is_reached,
              guint           from)
{
  g_array_append_val (reached, from);
  is_reached[from] = 1;
  for (guint i = reached->len - 1; i < reached->len; i++)
    for (guint step = 0; step < 4; step++)
      {
        int next = steps->to[g_array_index (reached, guint, i)][step];

        if (next < 0 || is_reached[next])
          continue;
        is_reached[next] = 1;
        g_array_append_val (reached, next);
      }
}

/* A node that no arrow leads to is put between two others: from the nearest one that can be reached the arrow leads to
 * it, and from it on to where it led before. So all that was reached stays so, and this one is as well. */
static void
splice (BaryScene      *self,
        BarySceneSteps *steps,
        GArray         *reached,
        guint           node)
{
  double best = G_MAXDOUBLE;
  guint from = g_array_index (reached, guint, 0), way = BARY_GO_RIGHT;

  for (guint i = 0; i < reached->len; i++)
    for (guint step = 0; step < 4; step++)
      {
        guint other = g_array_index (reached, guint, i);
        double distance = distance_towards (&self->layout->nodes[other], &self->layout->nodes[node], step);

        if (distance < best)
          {
            best = distance;
            from = other;
            way = step;
          }
      }
  steps->to[node][way] = steps->to[from][way];
  steps->to[from][way] = (int) node;
}

/* The barycenter, or who is there instead. */
static int
head_of (BaryScene       *self,
         const BaryFrame *frame,
         int              cluster)
{
  const BarySceneSteps *steps = get_steps (self);
  int first = BARY_NODE_NONE;

  for (guint j = steps->first[cluster + 1]; j < steps->first[cluster + 2]; j++)
    if (bary_scene_can_find (self, frame, frame->detail, (int) steps->members[j]))
      {
        int i = (int) steps->members[j];

        if (bary_network_node (self->network, i)->role == BARY_ROLE_BARYCENTER)
          return i;
        if (first < 0 || g_strcmp0 (self->graph_nodes[i].id, self->graph_nodes[first].id) < 0)
          first = i;
      }
  return first;
}

static void
fill_steps (BaryScene      *self,
            BarySceneSteps *steps,
            int             cluster)
{
  const guint *members = steps->members + steps->first[cluster + 1];
  guint n = steps->first[cluster + 2] - steps->first[cluster + 1];
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *is_reached = g_malloc0 (self->n_nodes + 1);
  const BaryFrame all = { .detail = BARY_DETAIL_ALL };

  if (steps->ready[cluster + 1] || n == 0)
    return;
  steps->ready[cluster + 1] = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint step = 0; step < 4; step++)
      steps->to[members[i]][step] = nearest_of (self, members, n, (int) members[i], step);
  /* From everyone a key leads to the head, from there the arrows lead to everyone. */
  mark_reached (steps, reached, is_reached, (guint) head_of (self, &all, cluster));
  for (guint i = 0; i < n; i++)
    if (!is_reached[members[i]])
      {
        splice (self, steps, reached, members[i]);
        mark_reached (steps, reached, is_reached, members[i]);
      }
}

static gboolean
shows_all (const BaryFrame *frame)
{
  return frame->hidden == NULL && (frame->detail == BARY_DETAIL_ALL || frame->detail == BARY_DETAIL_BY_SCALE);
}

/* The nearest that way of those that can be found; @within: of the same cluster, or of others. */
static int
search_towards (BaryScene       *self,
                const BaryFrame *frame,
                int              from,
                BarySceneStep    step,
                gboolean         within)
{
  double best = G_MAXDOUBLE;
  int found = BARY_NODE_NONE;

  for (int i = 0; i < (int) self->n_nodes; i++)
    {
      double distance;

      if (i == from || (cluster_of (self, i) == cluster_of (self, from)) != within || !bary_scene_can_find (self, frame, frame->detail, i))
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

/* What lies that way in the cluster; at its edge, what lies beyond. */
static int
step_towards (BaryScene       *self,
              const BaryFrame *frame,
              int              from,
              BarySceneStep    step)
{
  int found;

  if (shows_all (frame) && bary_scene_is_shown (self, from))
    {
      fill_steps (self, get_steps (self), cluster_of (self, from));
      found = self->steps->to[from][step];
    }
  else
    found = search_towards (self, frame, from, step, TRUE);
  if (found < 0)
    found = search_towards (self, frame, from, step, FALSE);
  return found >= 0 ? found : from;
}

/* The first place of a group; of bodies, which have none, in group -1. */
static int
first_of_group (BaryScene       *self,
                const BaryFrame *frame,
                int              cluster,
                int              group)
{
  const BarySceneSteps *steps = get_steps (self);
  int found = BARY_NODE_NONE;

  for (guint j = steps->first[cluster + 1]; j < steps->first[cluster + 2]; j++)
    {
      int i = (int) steps->members[j];
      const BaryNetworkNode *node = bary_network_node (self->network, i);

      if (node->role != BARY_ROLE_MEMBER || (int) bary_scene_zone_of (self, node) != group ||
          !bary_scene_can_find (self, frame, frame->detail, i))
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
  return step_towards (self, frame, from, step);
}
