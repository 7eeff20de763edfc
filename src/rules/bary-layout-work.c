#include "bary-layout-work.h"

#include "bary-turns.h"

#include <math.h>
#include <string.h>

#define LARGEST_BOX 20000.0
#define FARTHEST 1e7

static double
sane_size (double size)
{
  return isfinite (size) ? CLAMP (size, 0, LARGEST_BOX) : 0;
}

static gboolean
is_place (double x,
          double y)
{
  return isfinite (x) && isfinite (y) && fabs (x) <= FARTHEST && fabs (y) <= FARTHEST;
}

typedef struct {
  const char *id;
  guint       index;
} Sorted;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const Sorted *x = a, *y = b;
  int by_id = g_strcmp0 (x->id, y->id);

  return by_id != 0 ? by_id : x->index < y->index ? -1 : x->index > y->index;
}

/* Returns: (transfer full): the place of each cluster of the graph in the order of ids. */
static int *
add_clusters (BaryLayoutWork *self)
{
  const BaryGraph *graph = self->graph;
  g_autofree Sorted *sorted = g_new (Sorted, graph->n_clusters + 1);
  int *ranks = g_new (int, graph->n_clusters + 1);

  self->n_clusters = graph->n_clusters;
  self->clusters = g_new0 (BaryWorkCluster, graph->n_clusters + 1);
  for (guint i = 0; i < graph->n_clusters; i++)
    sorted[i] = (Sorted) { graph->clusters[i].id, i };
  qsort (sorted, graph->n_clusters, sizeof (Sorted), compare_ids);
  for (guint i = 0; i < graph->n_clusters; i++)
    {
      BaryWorkCluster *cluster = &self->clusters[i];

      ranks[sorted[i].index] = (int) i;
      cluster->input = sorted[i].index;
      cluster->source = &graph->clusters[cluster->input];
      cluster->centre = -1;
      cluster->district = -1;
      cluster->title.half_width = sane_size (cluster->source->title.width) / 2 / self->stretch;
      cluster->title.half_height = sane_size (cluster->source->title.height) / 2;
    }
  return ranks;
}

static void
fill_node (BaryLayoutWork *self,
           BaryWorkNode   *node,
           guint           input,
           const int      *ranks)
{
  const BaryGraphNode *source = &self->graph->nodes[input];

  node->source = source;
  node->input = input;
  node->cluster = source->cluster >= 0 && (guint) source->cluster < self->graph->n_clusters ? ranks[source->cluster] : -1;
  node->zone = -1;
  node->level = MAX (source->level, 0);
  node->weight = isfinite (source->weight) ? CLAMP (source->weight, 0.1, 10) : 1;
  node->body = source->role == BARY_ROLE_COUNCIL || source->role == BARY_ROLE_EXPERTS || source->role == BARY_ROLE_REGION ||
               (source->role == BARY_ROLE_TEAM && source->group < 0);
  node->known = is_place (source->x, source->y);
  node->box.half_width = sane_size (source->width) / 2 / self->stretch;
  node->box.half_height = sane_size (source->height) / 2;
  node->box.x = node->known ? source->x / self->stretch : 0;
  node->box.y = node->known ? source->y : 0;
}

/* Nodes of a cluster stand together: counted first, then laid out in the order of ids.
 * Returns: (transfer full): the place of each node of the graph. */
static guint *
add_nodes (BaryLayoutWork *self,
           const int      *ranks)
{
  const BaryGraph *graph = self->graph;
  g_autofree Sorted *sorted = g_new (Sorted, graph->n_nodes + 1);
  g_autofree guint *next = g_new0 (guint, graph->n_clusters + 2);
  guint *places = g_new (guint, graph->n_nodes + 1);

  self->n_nodes = graph->n_nodes;
  self->nodes = g_new0 (BaryWorkNode, graph->n_nodes + 1);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      BaryWorkNode node = { 0 };

      sorted[i] = (Sorted) { graph->nodes[i].id, i };
      fill_node (self, &node, i, ranks);
      next[(node.cluster < 0 ? (int) graph->n_clusters : node.cluster) + 1]++;
    }
  qsort (sorted, graph->n_nodes, sizeof (Sorted), compare_ids);
  for (guint i = 0; i < graph->n_clusters; i++)
    {
      next[i + 1] += next[i];
      self->clusters[i].first = next[i];
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const BaryGraphNode *source = &graph->nodes[sorted[i].index];
      gboolean inside = source->cluster >= 0 && (guint) source->cluster < graph->n_clusters;
      guint at = inside ? (guint) ranks[source->cluster] : graph->n_clusters;

      places[sorted[i].index] = next[at];
      fill_node (self, &self->nodes[next[at]++], sorted[i].index, ranks);
    }
  for (guint i = 0; i < graph->n_clusters; i++)
    self->clusters[i].n = next[i] - self->clusters[i].first;
  return places;
}

/* Sorted by counting, first by one end, then by the other: linear, and doubles stand side by side. */
static void
add_ties (BaryLayoutWork *self,
          const guint    *places)
{
  const BaryGraph *graph = self->graph;
  guint n = self->n_nodes, m = 0, kept = 0;
  g_autofree guint *count = g_new0 (guint, n + 2);
  g_autofree guint *from = g_new (guint, 2 * (gsize) graph->n_edges + 1);
  g_autofree guint *to = g_new (guint, 2 * (gsize) graph->n_edges + 1);

  for (guint i = 0; i < graph->n_edges; i++)
    if (graph->edges[i].a < n && graph->edges[i].b < n && graph->edges[i].a != graph->edges[i].b)
      {
        count[places[graph->edges[i].a] + 1]++;
        count[places[graph->edges[i].b] + 1]++;
        m += 2;
      }
  for (guint i = 0; i < n; i++)
    count[i + 1] += count[i];
  self->first_tie = g_memdup2 (count, (n + 2) * sizeof (guint));
  self->ties = g_new0 (guint, m + 1);
  for (guint i = 0; i < graph->n_edges; i++)
    if (graph->edges[i].a < n && graph->edges[i].b < n && graph->edges[i].a != graph->edges[i].b)
      {
        guint a = places[graph->edges[i].a], b = places[graph->edges[i].b];

        from[count[a]] = a;
        to[count[a]++] = b;
        from[count[b]] = b;
        to[count[b]++] = a;
      }
  memcpy (count, self->first_tie, (n + 2) * sizeof (guint));
  for (guint i = 0; i < m; i++)
    self->ties[count[to[i]]++] = from[i];
  for (guint i = 0, start = 0; i < n; i++)
    {
      guint end = self->first_tie[i + 1];

      self->first_tie[i] = kept;
      for (guint j = start; j < end; j++)
        if (j == start || self->ties[j] != self->ties[j - 1])
          self->ties[kept++] = self->ties[j];
      start = end;
    }
  self->first_tie[n] = kept;
}

static void
add_zones (BaryLayoutWork  *self,
           BaryWorkCluster *cluster)
{
  guint n_groups = cluster->source->n_groups;
  gboolean unknown = FALSE;

  cluster->levels = cluster->source->arrangement == BARY_ARRANGEMENT_LEVELS;
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      BaryWorkNode *node = &self->nodes[i];

      cluster->n_known += node->known;
      if (cluster->centre < 0 && node->source->role == BARY_ROLE_BARYCENTER)
        cluster->centre = (int) i;
      else if (!node->body)
        {
          node->zone = node->source->group >= 0 && (guint) node->source->group < n_groups ? node->source->group : (int) n_groups;
          unknown = unknown || node->zone == (int) n_groups;
        }
    }
  cluster->n_zones = n_groups + (unknown ? 1 : 0);
  cluster->zones = g_new0 (BaryLayoutZone, cluster->n_zones + 1);
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (self->nodes[i].zone >= 0)
      cluster->zones[self->nodes[i].zone].n_members++;
  for (guint i = 0; i < n_groups && cluster->source->headings != NULL; i++)
    {
      cluster->zones[i].heading.width = sane_size (cluster->source->headings[i].width) / self->stretch;
      cluster->zones[i].heading.height = sane_size (cluster->source->headings[i].height);
    }
}

static void
add_districts (BaryLayoutWork *self)
{
  const BaryGraph *graph = self->graph;
  g_autofree Sorted *sorted = g_new (Sorted, graph->n_districts + 1);
  g_autofree int *ranks = g_new (int, graph->n_districts + 1);

  self->n_districts = graph->n_districts;
  self->districts = g_new0 (BaryWorkDistrict, graph->n_districts + 1);
  for (guint i = 0; i < graph->n_districts; i++)
    sorted[i] = (Sorted) { graph->districts[i].id, i };
  qsort (sorted, graph->n_districts, sizeof (Sorted), compare_ids);
  for (guint i = 0; i < graph->n_districts; i++)
    {
      BaryWorkDistrict *district = &self->districts[i];

      ranks[sorted[i].index] = (int) i;
      district->input = sorted[i].index;
      district->source = &graph->districts[district->input];
      district->region = district->source->region;
      district->title.half_width = sane_size (district->source->title.width) / 2 / self->stretch;
      district->title.half_height = sane_size (district->source->title.height) / 2;
    }
  for (guint i = 0; i < self->n_clusters; i++)
    {
      int district = self->clusters[i].source->district;

      if (district >= 0 && (guint) district < graph->n_districts)
        self->clusters[i].district = ranks[district];
    }
}

BaryLayoutWork *
bary_layout_work_new (const BaryGraph *graph,
                      double           stretch)
{
  BaryLayoutWork *self = g_new0 (BaryLayoutWork, 1);
  g_autofree int *ranks = NULL;
  g_autofree guint *places = NULL;

  self->graph = graph;
  self->stretch = stretch;
  self->team = bary_team_new ();
  ranks = add_clusters (self);
  places = add_nodes (self, ranks);
  add_ties (self, places);
  add_districts (self);
  self->spacing = bary_layout_spacing_choose (self->n_nodes, stretch);
  for (guint i = 0; i < self->n_clusters; i++)
    add_zones (self, &self->clusters[i]);
  self->alone = self->n_clusters == 1 && self->clusters[0].n == self->n_nodes;
  return self;
}

void
bary_layout_work_free (BaryLayoutWork *self)
{
  bary_team_free (self->team);
  for (guint i = 0; i < self->n_clusters; i++)
    g_free (self->clusters[i].zones);
  g_free (self->clusters);
  g_free (self->nodes);
  g_free (self->first_tie);
  g_free (self->ties);
  g_free (self->districts);
  g_free (self);
}

static BaryBox
stretch_box (const BaryLayoutWork *self,
             const BaryFlatBox    *box)
{
  return (BaryBox) { box->x * self->stretch, box->y, 2 * box->half_width * self->stretch, 2 * box->half_height };
}

static void
finish_cluster (const BaryLayoutWork  *self,
                const BaryWorkCluster *cluster,
                BaryLayoutDisc        *disc)
{
  disc->x = cluster->x * self->stretch;
  disc->y = cluster->y;
  disc->radius_x = cluster->radius * self->stretch;
  disc->radius_y = cluster->radius;
  disc->title = stretch_box (self, &cluster->title);
  disc->n_zones = cluster->n_zones;
  disc->zones = g_memdup2 (cluster->zones, cluster->n_zones * sizeof (BaryLayoutZone));
  for (guint i = 0; i < cluster->n_zones; i++)
    {
      BaryBox *heading = &disc->zones[i].heading;

      heading->x = (heading->x + cluster->x) * self->stretch;
      heading->y += cluster->y;
      heading->width *= self->stretch;
    }
}

static void
extend_by_discs (double                bounds[4],
                 const BaryLayoutDisc *discs,
                 guint                 n_discs)
{
  for (guint i = 0; i < n_discs; i++)
    {
      BaryBox whole = { discs[i].x, discs[i].y, 2 * discs[i].radius_x, 2 * discs[i].radius_y };

      bary_box_extend (bounds, &whole);
      if (discs[i].title.width > 0)
        bary_box_extend (bounds, &discs[i].title);
    }
}

static void
measure_bounds (BaryGraphLayout *layout)
{
  double bounds[4] = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < layout->n_nodes; i++)
    bary_box_extend (bounds, &layout->nodes[i]);
  extend_by_discs (bounds, layout->clusters, layout->n_clusters);
  extend_by_discs (bounds, layout->districts, layout->n_districts);
  if (bounds[0] <= bounds[1])
    layout->bounds = (BaryBox) { (bounds[0] + bounds[1]) / 2, (bounds[2] + bounds[3]) / 2,
                                 bounds[1] - bounds[0], bounds[3] - bounds[2] };
}

/* What stands where it stood gets its very numbers back. */
BaryGraphLayout *
bary_layout_work_finish (const BaryLayoutWork *self,
                         BaryLayoutScheme      scheme)
{
  BaryGraphLayout *layout = g_new0 (BaryGraphLayout, 1);

  layout->scheme = scheme;
  layout->stretch = self->stretch;
  layout->n_nodes = self->n_nodes;
  layout->nodes = g_new0 (BaryBox, self->n_nodes + 1);
  layout->n_clusters = self->n_clusters;
  layout->clusters = g_new0 (BaryLayoutDisc, self->n_clusters + 1);
  layout->n_districts = self->n_districts;
  layout->districts = g_new0 (BaryLayoutDisc, self->n_districts + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const BaryWorkNode *node = &self->nodes[i];
      BaryBox *box = &layout->nodes[node->input];

      *box = stretch_box (self, &node->box);
      if (node->known && node->box.x == node->source->x / self->stretch && node->box.y == node->source->y)
        box->x = node->source->x;
    }
  for (guint i = 0; i < self->n_clusters; i++)
    finish_cluster (self, &self->clusters[i], &layout->clusters[self->clusters[i].input]);
  for (guint i = 0; i < self->n_districts; i++)
    {
      const BaryWorkDistrict *district = &self->districts[i];

      layout->districts[district->source != NULL ? district->input : i] = (BaryLayoutDisc) {
        district->x * self->stretch, district->y, district->radius * self->stretch, district->radius,
        stretch_box (self, &district->title), NULL, 0
      };
    }
  measure_bounds (layout);
  return layout;
}

gboolean
bary_layout_work_report (BaryLayoutWork   *self,
                         BaryLayoutScheme  scheme,
                         double            done)
{
  g_autoptr (BaryGraphLayout) so_far = NULL;

  if (self->progress == NULL)
    return TRUE;
  so_far = bary_layout_work_finish (self, scheme);
  return self->progress (done, so_far, self->user_data);
}
