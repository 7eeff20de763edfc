#include "bary-date.h"
#include "bary-network-builder.h"
#include "bary-short-name.h"
#include "bary-text.h"

/* Deeper chains of bodies share their last layer. */
#define MOST_LAYERS 64

static int
find_cluster (BaryNetworkBuilder *self,
              const char         *id)
{
  int row = bary_network_rows_find (self->rows, BARY_ROWS_CLUSTER, id);

  return row >= 0 && bary_builder_cluster (self, row)->drawn >= 0 ? row : -1;
}

static BaryNodeRole
role_of (BaryNetworkBuilder *self,
         const char *const  *cell)
{
  int row = bary_network_rows_find (self->rows, BARY_ROWS_CENTRE, cell[BODY_CENTRE]);
  const BaryNetworkRow *centre = row >= 0 ? bary_network_rows_get (self->rows, BARY_ROWS_CENTRE, (guint) row) : NULL;

  if (g_strcmp0 (cell[BODY_KIND], "coordination_council") == 0)
    return centre != NULL && centre->cell[CENTRE_DISTRICT] == NULL && centre->cell[CENTRE_REGION] != NULL ? BARY_ROLE_REGION
                                                                                                         : BARY_ROLE_COUNCIL;
  return g_strcmp0 (cell[BODY_KIND], "expert_council") == 0 || g_strcmp0 (cell[BODY_KIND], "expert_group") == 0
         ? BARY_ROLE_EXPERTS : BARY_ROLE_TEAM;
}

/* Returns: the row of the cluster that a body works in, or -1. */
static int
home_of_body (BaryNetworkBuilder *self,
              const char *const  *cell)
{
  int organisation = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, cell[BODY_ORGANISATION]);

  if (cell[BODY_CLUSTER] != NULL)
    return find_cluster (self, cell[BODY_CLUSTER]);
  return organisation >= 0 && self->homes[organisation].rank > 0 ? self->homes[organisation].cluster : -1;
}

static void
add_body (BaryNetworkBuilder   *self,
          const BaryNetworkRow *row,
          BaryPresence          presence)
{
  const char *const *cell = row->cell;
  int home = home_of_body (self, cell);
  int drawn = home >= 0 ? bary_builder_cluster (self, home)->drawn : -1;
  int organisation = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, cell[BODY_ORGANISATION]);
  g_autofree char *sort_key = bary_text_sort_key (cell[BODY_NAME]);
  BaryNetworkNode node = {
    .id = g_strdup (cell[ROW_ID]), .record = g_strdup (cell[ROW_ID]), .name = g_strdup (cell[BODY_NAME]),
    .short_name = g_strdup (cell[BODY_NAME]), .key = g_strjoin ("\t", sort_key, cell[ROW_ID], NULL),
    .role = role_of (self, cell), .organisation = -1, .cluster = -1, .group = -1, .presence = presence, .weight = 1,
    .body = TRUE,
  };

  if (organisation >= 0)
    node.caption = bary_short_name (bary_network_organisation (self->network, organisation)->name);
  if (g_strcmp0 (node.caption, node.name) == 0)
    g_clear_pointer (&node.caption, g_free);
  if (node.role == BARY_ROLE_TEAM)
    node.cluster = drawn;
  node.district = drawn >= 0 ? bary_network_cluster (self->network, drawn)->district
    : bary_builder_get_district (self, bary_network_rows_find (self->rows, BARY_ROWS_CENTRE, cell[BODY_CENTRE]),
                                 node.role != BARY_ROLE_REGION);
  bary_builder_append_node (self, &node);
}

/* In the scheme of interaction a cluster is one node. Returns: its node, or -1. */
static int
get_cluster_node (BaryNetworkBuilder *self,
                  int                 row)
{
  const BaryBuilderCluster *work = row >= 0 ? bary_builder_cluster (self, row) : NULL;
  BaryNetworkCluster *cluster = work != NULL && work->drawn >= 0 ? bary_network_cluster (self->network, work->drawn) : NULL;
  int centre = work != NULL ? bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, work->row->cell[CLUSTER_BARYCENTER]) : -1;
  BaryNetworkOrganisation *barycenter = centre >= 0 ? bary_network_organisation (self->network, centre) : NULL;
  BaryNetworkNode node;

  if (cluster == NULL || barycenter == NULL || cluster->barycenter >= 0)
    return cluster != NULL ? cluster->barycenter : -1;

  node = (BaryNetworkNode) {
    .id = g_strdup_printf ("%s/%s", cluster->id, barycenter->id), .record = g_strdup (barycenter->id),
    .key = g_strdup (cluster->id), .name = g_strdup (cluster->name), .short_name = g_strdup (cluster->name),
    .caption = bary_short_name (barycenter->name), .kind = barycenter->kind, .role = BARY_ROLE_BARYCENTER,
    .organisation = centre, .district = cluster->district, .cluster = work->drawn, .group = -1,
    .presence = bary_builder_compare_days (self, work->row->cell[ROW_FROM], work->row->cell[ROW_TO]),
    .n_clusters = barycenter->n_clusters, .statuses = barycenter->statuses, .weight = 1,
  };
  cluster->barycenter = (int) bary_builder_append_node (self, &node);
  return cluster->barycenter;
}

/* Whom a body that nobody of its cluster stands above is tied to: the barycenter, which is above teams and below
 * councils and experts. */
static void
tie_to_cluster (BaryNetworkBuilder *self,
                int                 body,
                int                 cluster)
{
  BaryPresence presence = bary_network_node (self->network, body)->presence;
  gboolean team = bary_network_node (self->network, body)->role == BARY_ROLE_TEAM;
  int barycenter = get_cluster_node (self, cluster);

  if (team)
    bary_builder_append_line (self, body, barycenter, BARY_LINE_ANSWERS_TO, presence);
  else
    bary_builder_append_line (self, barycenter, body, BARY_LINE_ANSWERS_TO, presence);
}

static void
tie_body (BaryNetworkBuilder   *self,
          const BaryNetworkRow *row)
{
  int body = bary_builder_find_node (self, row->cell[ROW_ID]);
  int above = row->cell[BODY_PARENT] != NULL ? bary_builder_find_node (self, row->cell[BODY_PARENT]) : -1;
  int parent = bary_network_rows_find (self->rows, BARY_ROWS_BODY, row->cell[BODY_PARENT]);
  int home = body >= 0 ? home_of_body (self, row->cell) : -1;
  int organisation = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, row->cell[BODY_ORGANISATION]);

  if (body < 0)
    return;
  if (above >= 0)
    bary_builder_append_line (self, body, above, BARY_LINE_ANSWERS_TO, bary_network_node (self->network, body)->presence);

  /* A team of an organisation belongs to it, where that is drawn. */
  if (organisation >= 0 && self->request->picture == BARY_PICTURE_NETWORK &&
      bary_builder_find_member (self, home, organisation) >= 0)
    bary_builder_append_line (self, body, bary_builder_find_member (self, home, organisation), BARY_LINE_ANSWERS_TO,
                              bary_network_node (self->network, body)->presence);
  else if (home >= 0 && (above < 0 || home != home_of_body (self, bary_network_rows_get (self->rows, BARY_ROWS_BODY,
                                                                                       (guint) parent)->cell)))
    tie_to_cluster (self, body, home);
}

/* Clusters without a council or experts of their own answer to those of their centre. */
static void
tie_clusters (BaryNetworkBuilder   *self,
              const BaryNetworkRow *row,
              BaryNodeRole          role,
              gboolean             *served)
{
  int body = bary_builder_find_node (self, row->cell[ROW_ID]);

  if (body < 0 || bary_network_node (self->network, body)->role != role || row->cell[BODY_CLUSTER] != NULL ||
      row->cell[BODY_ORGANISATION] != NULL || row->cell[BODY_CENTRE] == NULL)
    return;

  for (guint i = 0; i < self->clusters->len; i++)
    {
      const BaryBuilderCluster *work = bary_builder_cluster (self, i);

      if (work->drawn >= 0 && !served[i] && g_strcmp0 (work->row->cell[CLUSTER_CENTRE], row->cell[BODY_CENTRE]) == 0)
        bary_builder_append_line (self, get_cluster_node (self, (int) i), body, BARY_LINE_ANSWERS_TO,
                                  bary_network_node (self->network, body)->presence);
    }
}

static void
mark_served (BaryNetworkBuilder *self,
             gboolean           *served)
{
  for (guint i = 0; i < self->network->lines->len; i++)
    {
      const BaryNetworkLine *line = bary_network_line (self->network, i);
      const BaryNetworkNode *below = bary_network_node (self->network, line->a);

      if (line->line == BARY_LINE_ANSWERS_TO && below->role == BARY_ROLE_BARYCENTER)
        for (guint c = 0; c < self->clusters->len; c++)
          if (bary_builder_cluster (self, c)->drawn == below->cluster)
            served[c] = TRUE;
    }
}

static void
tie_common_bodies (BaryNetworkBuilder *self)
{
  const BaryNodeRole roles[] = { BARY_ROLE_EXPERTS, BARY_ROLE_COUNCIL };
  g_autofree gboolean *served = g_new0 (gboolean, self->clusters->len + 1);

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      mark_served (self, served);
      for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_BODY); i++)
        tie_clusters (self, bary_network_rows_get (self->rows, BARY_ROWS_BODY, i), roles[r], served);
    }
}

/* Layers from the top: each node stands below all that it answers to. */
static void
find_layers (BaryNetworkBuilder *self)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < self->network->nodes->len; i++)
    bary_network_node (self->network, i)->level = 1;
  for (guint round = 1; changed && round < MOST_LAYERS; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->network->lines->len; i++)
        {
          const BaryNetworkLine *line = bary_network_line (self->network, i);
          BaryNetworkNode *below = bary_network_node (self->network, line->a);
          int level = bary_network_node (self->network, line->b)->level + 1;

          if (line->line != BARY_LINE_ANSWERS_TO || below->level >= level || level > MOST_LAYERS)
            continue;
          below->level = level;
          changed = TRUE;
        }
    }
}

void
bary_builder_add_bodies (BaryNetworkBuilder *self)
{
  guint n_bodies = bary_network_rows_count (self->rows, BARY_ROWS_BODY);

  if (self->request->picture == BARY_PICTURE_CLUSTER)
    return;

  for (guint i = 0; i < n_bodies; i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_BODY, i);
      BaryPresence presence = bary_builder_compare_days (self, row->cell[ROW_FROM], row->cell[ROW_TO]);

      if (presence != BARY_PRESENCE_ABSENT)
        add_body (self, row, presence);
    }
  for (guint i = 0; i < n_bodies; i++)
    tie_body (self, bary_network_rows_get (self->rows, BARY_ROWS_BODY, i));
  tie_common_bodies (self);
  if (self->request->picture == BARY_PICTURE_INTERACTION)
    find_layers (self);
}
