#include "bary-graph-layout.h"

#include <math.h>

#define GAP 40.0

static BaryClusterLayout *
lay_out_cluster (const BaryGraph *graph,
                 int              cluster,
                 GArray          *indices,
                 int             *centre)
{
  const BaryGraphCluster *it = &graph->clusters[cluster];
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (BaryLayoutMember));
  g_autofree BaryBox *none = g_new0 (BaryBox, it->n_groups + 1);
  BaryLayoutInput input = { it->arrangement };

  *centre = -1;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const BaryGraphNode *node = &graph->nodes[i];
      BaryLayoutMember member = { node->id, node->group, node->width, node->height };

      if (node->cluster != cluster)
        continue;
      if (node->role == BARY_ROLE_BARYCENTER && *centre < 0)
        {
          *centre = (int) i;
          input.centre_width = node->width;
          input.centre_height = node->height;
          continue;
        }
      g_array_append_val (indices, i);
      g_array_append_val (members, member);
    }
  input.members = (const BaryLayoutMember *) members->data;
  input.n_members = members->len;
  input.headings = it->headings != NULL ? it->headings : none;
  input.n_groups = it->n_groups;
  return bary_cluster_layout_new (&input);
}

static void
place_cluster (BaryGraphLayout *self,
               const BaryGraph *graph,
               int              cluster,
               double          *x,
               double          *bottom)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  int centre;
  g_autoptr (BaryClusterLayout) one = lay_out_cluster (graph, cluster, indices, &centre);
  BaryLayoutDisc *disc = &self->clusters[cluster];

  disc->radius_x = fabs (one->bounds.x) + one->bounds.width / 2;
  disc->radius_y = fabs (one->bounds.y) + one->bounds.height / 2;
  disc->x = *x + disc->radius_x;
  disc->zones = g_memdup2 (one->zones, one->n_zones * sizeof (BaryLayoutZone));
  disc->n_zones = one->n_zones;
  for (guint i = 0; i < one->n_zones; i++)
    disc->zones[i].heading.x += disc->x;
  if (centre >= 0)
    self->nodes[centre].x = disc->x;
  for (guint i = 0; i < indices->len; i++)
    {
      BaryBox *box = &self->nodes[g_array_index (indices, guint, i)];

      box->x = disc->x + one->members[i].x;
      box->y = one->members[i].y;
    }
  *x += 2 * disc->radius_x + GAP;
  *bottom = MAX (*bottom, disc->radius_y);
}

static void
measure_bounds (BaryGraphLayout *self)
{
  double left = 0, top = 0, right = 0, bottom = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const BaryBox *box = &self->nodes[i];

      left = MIN (left, box->x - box->width / 2);
      right = MAX (right, box->x + box->width / 2);
      top = MIN (top, box->y - box->height / 2);
      bottom = MAX (bottom, box->y + box->height / 2);
    }
  for (guint i = 0; i < self->n_clusters; i++)
    {
      const BaryLayoutDisc *disc = &self->clusters[i];

      left = MIN (left, disc->x - disc->radius_x);
      right = MAX (right, disc->x + disc->radius_x);
      top = MIN (top, disc->y - disc->radius_y);
      bottom = MAX (bottom, disc->y + disc->radius_y);
    }
  self->bounds = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
}

BaryGraphLayout *
bary_graph_layout_new (const BaryGraph    *graph,
                       BaryLayoutScheme    scheme,
                       BaryLayoutProgress  progress,
                       gpointer            user_data)
{
  BaryGraphLayout *self = g_new0 (BaryGraphLayout, 1);
  double x = 0, bottom = 0;

  self->scheme = BARY_SCHEME_NETWORK;
  self->stretch = 1.45;
  self->n_nodes = graph->n_nodes;
  self->nodes = g_new0 (BaryBox, graph->n_nodes + 1);
  self->n_clusters = graph->n_clusters;
  self->clusters = g_new0 (BaryLayoutDisc, graph->n_clusters + 1);
  for (guint i = 0; i < graph->n_nodes; i++)
    self->nodes[i] = (BaryBox) { 0, 0, graph->nodes[i].width, graph->nodes[i].height };
  for (guint i = 0; i < graph->n_clusters; i++)
    place_cluster (self, graph, (int) i, &x, &bottom);
  x = 0;
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].cluster < 0)
      {
        self->nodes[i].x = x + graph->nodes[i].width / 2;
        self->nodes[i].y = bottom + GAP + graph->nodes[i].height;
        x += graph->nodes[i].width + GAP;
      }
  measure_bounds (self);
  return self;
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

      if (hypot ((x - disc->x) / disc->radius_x, (y - disc->y) / disc->radius_y) > 1)
        continue;
      if (zone != NULL)
        *zone = find_in_disc (disc, self->stretch, x - disc->x, y - disc->y);
      return (int) i;
    }
  if (zone != NULL)
    *zone = -1;
  return -1;
}
