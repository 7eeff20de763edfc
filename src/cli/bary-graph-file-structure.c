#include "bary-graph-file-private.h"

#include "bary-text.h"

#include <stdlib.h>
#include <string.h>

/* Natural order */

typedef struct {
  const char *key;
  char       *order; /* (nullable): what texts are compared by */
  double      value; /* of a number */
  int         number;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *one = a, *other = b;
  int order;

  if ((one->order != NULL) != (other->order != NULL))
    return one->order != NULL ? 1 : -1;
  if (one->order == NULL && one->value != other->value)
    return one->value < other->value ? -1 : 1;

  order = g_strcmp0 (one->order, other->order);
  return order != 0 ? order : strcmp (one->key, other->key);
}

/* Returns: (transfer full): the rank of each name. @sorted: (out) (transfer container): keys by rank. */
static int *
rank_names (const BaryNames *names,
            GPtrArray      **sorted)
{
  guint n = names->keys->len;
  g_autofree Name *list = g_new0 (Name, n + 1);
  int *ranks = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *key = names->keys->pdata[i];

      list[i] = (Name) { key, *key == '"' ? bary_text_sort_key (key + 1) : NULL, g_ascii_strtod (key, NULL), (int) i };
    }
  qsort (list, n, sizeof (Name), compare_names);
  *sorted = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    {
      ranks[list[i].number] = (int) i;
      g_ptr_array_add (*sorted, (gpointer) list[i].key);
      g_free (list[i].order);
    }
  return ranks;
}

/* Clusters and districts */

#define NODE(i) (&g_array_index (self->nodes, BaryGraphNode, (i)))
#define TEXT(i) (&g_array_index (self->texts, BaryNodeText, (i)))
#define CLUSTER(i) (&g_array_index (self->sectors, BaryGraphCluster, (i)))

static gboolean
has_structure (const BaryGraphFile *self,
               gboolean             levels)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (NODE (i)->role == BARY_ROLE_BARYCENTER || TEXT (i)->group >= 0 || (levels && NODE (i)->level > 0))
      return TRUE;
  return FALSE;
}

/* One cluster for all, where the file knows groups but no clusters. */
static void
make_only_cluster (BaryGraphFile   *self,
                   BaryArrangement  arrangement)
{
  BaryGraphCluster cluster = { "", -1, arrangement };

  g_array_append_val (self->sectors, cluster);
  for (guint i = 0; i < self->nodes->len; i++)
    NODE (i)->cluster = 0;
}

static void
make_clusters (BaryGraphFile   *self,
               BaryArrangement  arrangement)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree int *ranks = rank_names (&self->clusters, &sorted);

  for (guint i = 0; i < sorted->len; i++)
    {
      BaryGraphCluster cluster = { sorted->pdata[i], -1, arrangement };

      g_array_append_val (self->sectors, cluster);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    NODE (i)->cluster = TEXT (i)->cluster >= 0 ? ranks[TEXT (i)->cluster] : -1;
}

/* A cluster is in the district of its barycenter, else in the first of its members'. */
static void
make_districts (BaryGraphFile *self)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree int *ranks = rank_names (&self->districts, &sorted);
  g_autofree gboolean *certain = g_new0 (gboolean, self->sectors->len + 1);

  for (guint i = 0; i < sorted->len; i++)
    {
      BaryGraphDistrict district = { sorted->pdata[i], -1 };

      g_array_append_val (self->regions, district);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      BaryGraphNode *node = NODE (i);
      gboolean centre = node->role == BARY_ROLE_BARYCENTER;
      int *district;

      node->district = TEXT (i)->district >= 0 ? ranks[TEXT (i)->district] : -1;
      if (node->cluster < 0 || node->district < 0 || (certain[node->cluster] && !centre))
        continue;
      district = &CLUSTER (node->cluster)->district;
      if (*district < 0 || node->district < *district || (centre && !certain[node->cluster]))
        *district = node->district;
      certain[node->cluster] |= centre;
    }
}

/* Groups */

typedef struct {
  int   cluster, group;
  guint node;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->cluster != other->cluster)
    return one->cluster < other->cluster ? -1 : 1;
  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  return (one->node > other->node) - (one->node < other->node);
}

/* Members of a group; bodies and barycenters stand apart from the groups. */
static GArray *
collect_places (BaryGraphFile *self,
                gboolean       levels)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree int *ranks = rank_names (&self->groups, &sorted);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const BaryGraphNode *node = NODE (i);
      int group = levels && node->level > 0 ? node->level : -1;

      if (group < 0 && TEXT (i)->group >= 0)
        group = ranks[TEXT (i)->group] + (levels ? 1000 : 0);
      if (node->role == BARY_ROLE_MEMBER && node->cluster >= 0 && group >= 0)
        g_array_append_val (places, ((Place) { node->cluster, group, i }));
    }
  g_array_sort (places, compare_places);
  return places;
}

static void
make_groups (BaryGraphFile *self,
             gboolean       levels)
{
  g_autoptr (GArray) places = collect_places (self, levels);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      BaryGraphCluster *cluster = CLUSTER (place->cluster);

      if (i == 0 || place[-1].cluster != place->cluster || place[-1].group != place->group)
        cluster->n_groups++;
      NODE (place->node)->group = (int) cluster->n_groups - 1;
    }
}

void
bary_graph_file_build_structure (BaryGraphFile    *self,
                                 BaryLayoutScheme  scheme)
{
  gboolean levels = scheme == BARY_SCHEME_LEVELS;
  BaryArrangement arrangement = levels ? BARY_ARRANGEMENT_LEVELS : BARY_ARRANGEMENT_GROUPS;

  if (self->clusters.keys->len > 0)
    make_clusters (self, arrangement);
  else if (has_structure (self, levels) && scheme != BARY_SCHEME_TREE && scheme != BARY_SCHEME_FREE)
    make_only_cluster (self, arrangement);
  make_districts (self);
  make_groups (self, levels);

  self->graph = (BaryGraph) {
    (const BaryGraphNode *) self->nodes->data, self->nodes->len,
    (const BaryGraphEdge *) self->edges->data, self->edges->len,
    (const BaryGraphCluster *) self->sectors->data, self->sectors->len,
    (const BaryGraphDistrict *) self->regions->data, self->regions->len,
  };
}
