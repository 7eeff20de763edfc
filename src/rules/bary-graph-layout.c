#include "bary-graph-layout.h"

#include "bary-free-layout.h"
#include "bary-network-layout.h"
#include "bary-tree-layout.h"

#include <math.h>

static BaryLayoutScheme
choose_scheme (const BaryGraph *graph)
{
  if (graph->n_clusters == 0)
    return BARY_SCHEME_FREE;
  if (graph->n_clusters == 1)
    return graph->clusters[0].arrangement == BARY_ARRANGEMENT_LEVELS ? BARY_SCHEME_LEVELS : BARY_SCHEME_GROUPS;
  return BARY_SCHEME_NETWORK;
}

BaryGraphLayout *
bary_graph_layout_new (const BaryGraph    *graph,
                       BaryLayoutScheme    scheme,
                       BaryLayoutProgress  progress,
                       gpointer            user_data)
{
  if (scheme == BARY_SCHEME_AUTOMATIC)
    scheme = choose_scheme (graph);
  if (scheme == BARY_SCHEME_TREE)
    return bary_tree_layout_new (graph, progress, user_data);
  if (scheme == BARY_SCHEME_FREE)
    return bary_free_layout_new (graph, progress, user_data);
  return bary_network_layout_new (graph, scheme, progress, user_data);
}

BaryGraphLayout *
bary_graph_layout_copy (const BaryGraphLayout *self)
{
  BaryGraphLayout *copy = g_memdup2 (self, sizeof *self);

  copy->nodes = g_memdup2 (self->nodes, (self->n_nodes + 1) * sizeof (BaryBox));
  copy->clusters = g_memdup2 (self->clusters, (self->n_clusters + 1) * sizeof (BaryLayoutDisc));
  copy->districts = g_memdup2 (self->districts, self->n_districts * sizeof (BaryLayoutDisc));
  for (guint i = 0; i < self->n_clusters; i++)
    copy->clusters[i].zones = g_memdup2 (self->clusters[i].zones, self->clusters[i].n_zones * sizeof (BaryLayoutZone));
  return copy;
}

void
bary_graph_layout_free (BaryGraphLayout *self)
{
  for (guint i = 0; i < self->n_clusters; i++)
    g_free (self->clusters[i].zones);
  g_free (self->nodes);
  g_free (self->clusters);
  g_free (self->districts);
  g_free (self);
}

static int
find_in_disc (const BaryLayoutDisc *disc,
              double                stretch,
              double                x,
              double                y)
{
  double radius = hypot (x / stretch, y), angle = atan2 (y, x / stretch);

  for (guint i = 0; i < disc->n_zones; i++)
    {
      const BaryLayoutZone *zone = &disc->zones[i];
      double off = remainder (angle - (zone->start + zone->end) / 2, 2 * G_PI);

      if (radius >= zone->inner && radius < zone->outer && fabs (off) <= (zone->end - zone->start) / 2)
        return (int) i;
    }
  return -1;
}

int
bary_graph_layout_find_zone (const BaryGraphLayout *self,
                             double                 x,
                             double                 y,
                             int                   *zone)
{
  for (guint i = 0; i < self->n_clusters; i++)
    {
      const BaryLayoutDisc *disc = &self->clusters[i];

      if (!(hypot ((x - disc->x) / disc->radius_x, (y - disc->y) / disc->radius_y) <= 1))
        continue;
      if (zone != NULL)
        *zone = find_in_disc (disc, self->stretch, x - disc->x, y - disc->y);
      return (int) i;
    }
  if (zone != NULL)
    *zone = -1;
  return -1;
}
