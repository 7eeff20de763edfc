#include "bary-scene-private.h"

#include "bary-config.h"
#include "bary-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NAME_WIDTH 104.0 /* about 18 characters */
#define CENTRE_WIDTH 140.0
#define SECTOR_HEADING_WIDTH 120.0
#define RING_HEADING_WIDTH 300.0 /* every further line of a heading makes its whole ring wider */
#define TITLE_WIDTH 260.0
#define NARROW_WIDTH 150.0
#define DISTRICT_WIDTH 520.0

static SceneLook
look_of (const BaryNetworkNode *node)
{
  switch (node->role)
    {
    case BARY_ROLE_BARYCENTER:
      return SCENE_CENTRE;
    case BARY_ROLE_REGION:
    case BARY_ROLE_COUNCIL:
    case BARY_ROLE_EXPERTS:
    case BARY_ROLE_TEAM:
      return SCENE_BODY;
    case BARY_ROLE_MEMBER:
      break;
    }
  return SCENE_MEMBER;
}

static void
build_node (BaryScene *self,
            guint      i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);
  SceneNode *it = &self->nodes[i];
  const char *name = node->short_name != NULL ? node->short_name : node->name != NULL ? node->name : "";
  gboolean centre, bold;

  it->look = look_of (node);
  centre = it->look == SCENE_CENTRE;
  bold = node->base_site || node->role == BARY_ROLE_COUNCIL || node->role == BARY_ROLE_REGION;
  it->name = bary_text_book_fold (self->book, centre ? BARY_TEXT_CENTRE : bold ? BARY_TEXT_NAME_BOLD : BARY_TEXT_NAME, name,
                                  centre ? CENTRE_WIDTH : NAME_WIDTH);
  if (node->caption != NULL && *node->caption != '\0')
    it->caption = bary_text_book_fold (self->book, centre ? BARY_TEXT_CENTRE_CAPTION : BARY_TEXT_CAPTION, node->caption,
                                       centre ? CENTRE_WIDTH : NAME_WIDTH);
}

void
bary_scene_build_nodes (BaryScene *self)
{
  self->n_nodes = self->network->nodes->len;
  self->nodes = g_new0 (SceneNode, self->n_nodes + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    build_node (self, i);
}

static BaryBox
measure_two (const BaryLabel *first,
             const BaryLabel *second,
             double           space)
{
  double width = first != NULL ? first->width : 0, height = first != NULL ? first->height : 0;

  if (second != NULL)
    {
      width = MAX (width, second->width);
      height += second->height;
    }
  return (BaryBox) { 0, 0, ceil (width + space + 2 * BARY_SCENE_PADDING), ceil (height + 1.2 * BARY_SCENE_PADDING) };
}

static BaryBox
measure_node (BaryScene *self,
              guint      i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);
  const SceneNode *it = &self->nodes[i];
  BaryBox box = measure_two (it->name, it->caption, it->look == SCENE_MEMBER ? BARY_SCENE_MARK_SPACE : 4);

  if (node->n_clusters > 1 && it->look != SCENE_CENTRE)
    box.width += 2 * BARY_SCENE_RING + 3;
  if (it->look == SCENE_CENTRE)
    {
      box.width += 8;
      box.height += 6;
    }
  return box;
}

static void
build_graph_node (BaryScene *self,
                  guint      i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);
  g_autofree char *id = g_strdup_printf ("%s %s", node->key != NULL ? node->key : "", node->id);
  BaryBox box = measure_node (self, i);
  gboolean known = node->placed || node->pinned;

  self->graph_nodes[i] = (BaryGraphNode) {
    g_string_chunk_insert (self->ids, id), box.width, box.height, node->role, node->district, node->cluster,
    node->role == BARY_ROLE_MEMBER ? node->group : -1, node->level, node->weight > 0 ? node->weight : 1,
    known ? node->x : NAN, known ? node->y : NAN, node->pinned
  };
}

/* «А · Опорные учреждения», but not «Школы · Школы – участники кластера». */
static char *
compose_group_label (const BaryNetworkGroup *group)
{
  if (group->full_name == NULL)
    return g_strdup (group->name);

  return g_str_has_prefix (group->full_name, group->name) ? g_strdup (group->full_name)
                                                          : g_strdup_printf ("%s · %s", group->name, group->full_name);
}

static void
build_groups (BaryScene                *self,
              SceneCluster             *it,
              const BaryNetworkCluster *cluster)
{
  double width = cluster->arrangement == BARY_ARRANGEMENT_LEVELS ? RING_HEADING_WIDTH : SECTOR_HEADING_WIDTH;

  it->first_group = self->groups->len;
  it->n_groups = cluster->groups != NULL ? cluster->groups->len : 0;
  for (guint i = 0; i < it->n_groups; i++)
    {
      SceneGroup group = { compose_group_label (&g_array_index (cluster->groups, BaryNetworkGroup, i)), NULL };

      group.label = bary_text_book_fold (self->book, BARY_TEXT_HEADING, group.text, width);
      g_array_append_val (self->groups, group);
    }
}

static const BaryLabel *
count_label (BaryScene *self,
             guint      n_members)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u member", "%u members", n_members), n_members);

  return bary_text_book_fold (self->book, BARY_TEXT_COUNT, words, TITLE_WIDTH);
}

static void
build_cluster (BaryScene *self,
               guint      i)
{
  const BaryNetworkCluster *cluster = bary_network_cluster (self->network, i);
  SceneCluster *it = &self->clusters[i];

  build_groups (self, it, cluster);
  it->phantom = -1;
  if (cluster->name != NULL && self->network->picture != BARY_PICTURE_CLUSTER)
    {
      it->title = bary_text_book_fold (self->book, BARY_TEXT_TITLE, cluster->name, TITLE_WIDTH);
      it->narrow = bary_text_book_fold (self->book, BARY_TEXT_TITLE, cluster->name, NARROW_WIDTH);
      it->brief = scene_fold_first_words (self->book, it->narrow, NARROW_WIDTH);
      it->count = count_label (self, cluster->n_members);
    }
  if (cluster->barycenter >= 0)
    return;

  it->phantom = (int) (self->n_graph_nodes - self->n_nodes);
  self->graph_nodes[self->n_graph_nodes] = (BaryGraphNode) {
    "", CENTRE_WIDTH, 46, BARY_ROLE_BARYCENTER, cluster->district, (int) i, -1, 0, 1, NAN, NAN, FALSE
  };
  self->graph_nodes[self->n_graph_nodes].id =
    g_string_chunk_insert (self->ids, cluster->id != NULL ? cluster->id : "");
  self->n_graph_nodes++;
}

static void
build_graph_cluster (BaryScene *self,
                     guint      i)
{
  const BaryNetworkCluster *cluster = bary_network_cluster (self->network, i);
  const SceneCluster *it = &self->clusters[i];

  for (guint j = 0; j < it->n_groups; j++)
    self->headings[it->first_group + j] =
      measure_two (g_array_index (self->groups, SceneGroup, it->first_group + j).label, NULL, BARY_SCENE_MARK_SPACE);
  self->graph_clusters[i] = (BaryGraphCluster) {
    cluster->id != NULL ? cluster->id : "", cluster->district, cluster->arrangement, it->n_groups,
    self->headings + it->first_group, it->title != NULL ? measure_two (it->title, it->count, 0) : (BaryBox) { 0 }
  };
}

/* The name of the only one is that of the picture. */
static gboolean
has_district_titles (BaryScene *self)
{
  return self->network->picture != BARY_PICTURE_CLUSTER && self->network->districts->len > 1;
}

static void
build_district (BaryScene *self,
                guint      i)
{
  const BaryNetworkDistrict *district = bary_network_district (self->network, i);
  SceneDistrict *it = &self->districts[i];
  guint n_members = 0;

  for (guint j = 0; j < self->network->clusters->len; j++)
    if (bary_network_cluster (self->network, j)->district == (int) i)
      n_members++;
  it->title = bary_text_book_fold (self->book, BARY_TEXT_DISTRICT, district->name != NULL ? district->name : "", DISTRICT_WIDTH);
  if (n_members > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u cluster", "%u clusters", n_members), n_members);

      it->count = bary_text_book_fold (self->book, BARY_TEXT_TITLE, words, DISTRICT_WIDTH);
    }
  self->graph_districts[i] = (BaryGraphDistrict) {
    district->id != NULL ? district->id : "", district->region,
    has_district_titles (self) ? measure_two (it->title, it->count, 0) : (BaryBox) { 0 }
  };
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  BaryNetwork *network = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  guint m = bary_network_cluster (network, i)->n_members, n = bary_network_cluster (network, j)->n_members;

  return m != n ? (m < n) - (m > n) : (i > j) - (i < j);
}

static void
rank_clusters (BaryScene *self)
{
  guint n = self->network->clusters->len;

  self->by_size = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->by_size[i] = i;
  g_qsort_with_data (self->by_size, (int) n, sizeof (guint), compare_members, self->network);
}

void
bary_scene_build_graph (BaryScene *self)
{
  BaryNetwork *network = self->network;

  self->graph_nodes = g_new0 (BaryGraphNode, self->n_nodes + network->clusters->len + 1);
  self->n_graph_nodes = self->n_nodes;
  for (guint i = 0; i < self->n_nodes; i++)
    build_graph_node (self, i);

  self->clusters = g_new0 (SceneCluster, network->clusters->len + 1);
  self->graph_clusters = g_new0 (BaryGraphCluster, network->clusters->len + 1);
  for (guint i = 0; i < network->clusters->len; i++)
    build_cluster (self, i);
  self->headings = g_new0 (BaryBox, self->groups->len + 1);
  for (guint i = 0; i < network->clusters->len; i++)
    build_graph_cluster (self, i);
  rank_clusters (self);

  self->districts = g_new0 (SceneDistrict, network->districts->len + 1);
  self->graph_districts = g_new0 (BaryGraphDistrict, network->districts->len + 1);
  for (guint i = 0; i < network->districts->len; i++)
    build_district (self, i);

  self->edges = g_new0 (BaryGraphEdge, network->lines->len + 1);
  for (guint i = 0; i < network->lines->len; i++)
    self->edges[i] = (BaryGraphEdge) { bary_network_line (network, i)->a, bary_network_line (network, i)->b };
}

BaryGraph
bary_scene_get_graph (BaryScene *self)
{
  return (BaryGraph) {
    self->graph_nodes, self->n_graph_nodes, self->edges, self->network->lines->len, self->graph_clusters,
    self->network->clusters->len, self->graph_districts, self->network->districts->len
  };
}

/* Lines that touch each node, as one array; loops are left out. */
static void
index_lines (BaryScene *self)
{
  g_autofree guint *next = NULL;
  guint n_lines = self->network->lines->len;

  self->first_line = g_new0 (guint, self->n_nodes + 2);
  self->lines = g_new0 (guint, 2 * n_lines + 1);
  for (guint i = 0; i < n_lines; i++)
    if (self->edges[i].a != self->edges[i].b)
      {
        self->first_line[self->edges[i].a + 1]++;
        self->first_line[self->edges[i].b + 1]++;
      }
  for (guint i = 0; i < self->n_nodes; i++)
    self->first_line[i + 1] += self->first_line[i];
  next = g_memdup2 (self->first_line, (self->n_nodes + 1) * sizeof (guint));
  for (guint i = 0; i < n_lines; i++)
    if (self->edges[i].a != self->edges[i].b)
      {
        self->lines[next[self->edges[i].a]++] = i;
        self->lines[next[self->edges[i].b]++] = i;
      }
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const BaryTie *x = a, *y = b;

  return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

static void
collect_ties (BaryScene *self)
{
  guint n = 0;

  for (guint i = 0; i < self->network->lines->len; i++)
    {
      int a = bary_network_node (self->network, self->edges[i].a)->cluster;
      int b = bary_network_node (self->network, self->edges[i].b)->cluster;
      BaryTie ties = { (guint) MIN (a, b), (guint) MAX (a, b), 1, 0 };

      if (a >= 0 && b >= 0 && a != b && !bary_network_node (self->network, self->edges[i].a)->hidden &&
          !bary_network_node (self->network, self->edges[i].b)->hidden)
        g_array_append_val (self->ties, ties);
    }
  g_array_sort (self->ties, compare_ties);
  for (guint i = 0; i < self->ties->len; i++)
    {
      BaryTie *it = &g_array_index (self->ties, BaryTie, i);

      if (n > 0 && compare_ties (&g_array_index (self->ties, BaryTie, n - 1), it) == 0)
        g_array_index (self->ties, BaryTie, n - 1).n++;
      else
        g_array_index (self->ties, BaryTie, n++) = *it;
    }
  g_array_set_size (self->ties, n);
}

static guint
rank_of (BaryScene *self,
         guint      i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);

  if (node->role == BARY_ROLE_BARYCENTER)
    return node->n_clusters > 1 ? 3 : 0;
  return node->role != BARY_ROLE_MEMBER ? 1 : node->base_site ? 2 : 3;
}

/* Barycenters, councils, base sites, and those with the most lines; the name of one that several clusters have is
 * written often enough. */
static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  BaryScene *self = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  guint x = rank_of (self, i), y = rank_of (self, j);
  guint m = self->first_neighbour[i + 1] - self->first_neighbour[i], n = self->first_neighbour[j + 1] - self->first_neighbour[j];

  if (x != y)
    return (x > y) - (x < y);
  if (m != n)
    return (m < n) - (m > n);
  return strcmp (self->graph_nodes[i].id, self->graph_nodes[j].id);
}

static void
rank_nodes (BaryScene *self)
{
  self->order = g_new (guint, self->n_nodes + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) self->n_nodes, sizeof (guint), compare_importance, self);
}

void
bary_scene_build_neighbours (BaryScene *self)
{
  guint n = 0;

  index_lines (self);
  self->first_neighbour = g_new0 (guint, self->n_nodes + 1);
  self->neighbours = g_new0 (guint, 2 * self->network->lines->len + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint start = n, kept;

      self->first_neighbour[i] = n;
      for (guint j = self->first_line[i]; j < self->first_line[i + 1]; j++)
        {
          const BaryGraphEdge *edge = &self->edges[self->lines[j]];

          self->neighbours[n++] = edge->a == i ? edge->b : edge->a;
        }
      qsort (self->neighbours + start, n - start, sizeof (guint), bary_numbers_compare);
      kept = start;
      for (guint j = start; j < n; j++)
        if (j == start || self->neighbours[j] != self->neighbours[j - 1])
          self->neighbours[kept++] = self->neighbours[j];
      n = kept;
    }
  self->first_neighbour[self->n_nodes] = n;
  collect_ties (self);
  rank_nodes (self);
}
