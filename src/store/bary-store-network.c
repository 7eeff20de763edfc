#include "bary-store-network.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-id.h"
#include "bary-network-builder.h"
#include "bary-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_cluster (BaryBuilderCluster *work)
{
  g_ptr_array_unref (work->memberships);
  g_array_unref (work->entries);
  g_clear_pointer (&work->composition, bary_composition_free);
  g_free (work->nodes);
}

const char *
bary_builder_intern (BaryKind    kind,
                     const char *field,
                     const char *word,
                     guint      *index)
{
  const BaryChoice *choices = bary_kind_find_field (kind, field, NULL)->choices;

  for (guint i = 0; choices[i].word != NULL; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      {
        if (index != NULL)
          *index = i;
        return choices[i].word;
      }
  return NULL;
}

guint
bary_builder_append_node (BaryNetworkBuilder *self,
                          BaryNetworkNode    *node)
{
  g_array_append_val (self->network->nodes, *node);
  g_hash_table_insert (self->nodes, node->id, GUINT_TO_POINTER (self->network->nodes->len));
  return self->network->nodes->len - 1;
}

int
bary_builder_find_node (BaryNetworkBuilder *self,
                        const char         *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, id)) - 1;
}

int
bary_builder_find_member (BaryNetworkBuilder *self,
                          int                 cluster,
                          int                 organisation)
{
  const BaryNetworkOrganisation *found = organisation >= 0 ? bary_network_organisation (self->network, organisation) : NULL;
  char id[2 * BARY_ID_LENGTH + 2];
  int node = -1;

  if (found == NULL)
    return -1;
  if (cluster >= 0)
    {
      g_snprintf (id, sizeof id, "%s/%s", bary_builder_cluster (self, cluster)->row->cell[ROW_ID], found->id);
      node = bary_builder_find_node (self, id);
    }
  return node >= 0 ? node : found->home;
}

/* Regions are named once there are several districts, the whole country not at all. */
static const char *
find_place_name (const BaryNetwork *network)
{
  const BaryNetworkDistrict *first = network->districts->len > 0 ? bary_network_district (network, 0) : NULL;

  if (network->districts->len <= 1)
    return first != NULL ? first->name : NULL;
  for (guint i = 1; i < network->districts->len; i++)
    if (g_strcmp0 (bary_network_district (network, i)->region_name, first->region_name) != 0)
      return NULL;
  return first->region_name;
}

static char *
make_title (const BaryNetwork *network)
{
  const char *place = find_place_name (network);

  switch (network->picture)
    {
    case BARY_PICTURE_CLUSTER:
      return g_strdup (bary_network_cluster (network, 0)->name);
    case BARY_PICTURE_INTERACTION:
      /* Translators: the title of a diagram; %s is a district or a region: "Scheme of interaction. Kalininsky district" */
      return place != NULL ? g_strdup_printf (_("Scheme of interaction. %s"), place) : g_strdup (_("Scheme of interaction"));
    case BARY_PICTURE_NETWORK:
    default:
      /* Translators: the title of a diagram; %s is a district or a region: "Network of clusters. Kalininsky district" */
      return place != NULL ? g_strdup_printf (_("Network of clusters. %s"), place) : g_strdup (_("Network of clusters"));
    }
}

static BaryNetwork *
build (BaryNetworkBuilder *self)
{
  guint n_centres = bary_network_rows_count (self->rows, BARY_ROWS_CENTRE);

  self->clusters = g_array_new (FALSE, TRUE, sizeof (BaryBuilderCluster));
  g_array_set_clear_func (self->clusters, (GDestroyNotify) clear_cluster);
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  self->districts = g_new (int, n_centres + 1);
  for (guint i = 0; i < n_centres; i++)
    self->districts[i] = -1;

  bary_builder_add_clusters (self);
  bary_builder_add_members (self);
  bary_builder_add_bodies (self);
  bary_builder_add_lines (self);
  bary_builder_add_circles (self);
  bary_builder_add_places (self);
  bary_network_hide_members (self->network);
  self->network->title = make_title (self->network);

  g_array_unref (self->clusters);
  g_hash_table_unref (self->nodes);
  g_free (self->districts);
  g_free (self->homes);
  return self->network;
}

/* All of it as of one moment: somebody else may be writing. */
static BaryNetworkRows *
read_rows (BaryDatabase              *database,
           const BaryNetworkRequest  *request,
           GError                   **error)
{
  const char *cluster = request->picture == BARY_PICTURE_CLUSTER ? request->cluster : NULL;
  g_autoptr (BaryNetworkRows) rows = NULL;

  if (!bary_database_execute (database, "SAVEPOINT network", error))
    return NULL;
  rows = bary_network_rows_read (database, cluster, error);
  if (!bary_database_execute (database, "RELEASE network", rows != NULL ? error : NULL))
    return NULL;
  if (rows != NULL && cluster != NULL && bary_network_rows_find (rows, BARY_ROWS_CLUSTER, cluster) < 0)
    {
      bary_store_set_not_found (BARY_KIND_CLUSTER, cluster, error);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

BaryNetwork *
bary_store_read_network (BaryStore                 *store,
                         const BaryNetworkRequest  *request,
                         GError                   **error)
{
  g_autofree char *today = bary_date_today ();
  g_autofree char *own_centre = NULL;
  g_autoptr (BaryNetworkRows) rows = NULL;
  BaryNetworkBuilder builder = { request, request->later };

  g_return_val_if_fail (BARY_IS_STORE (store) && request->day != NULL, NULL);
  g_return_val_if_fail (request->picture != BARY_PICTURE_CLUSTER || request->cluster != NULL, NULL);

  rows = read_rows (bary_store_get_database (store), request, error);
  if (rows == NULL)
    return NULL;

  if (builder.later == NULL)
    builder.later = strcmp (request->day, today) > 0 ? request->day : today;
  own_centre = bary_store_dup_meta (store, BARY_META_OWN_CENTRE);
  builder.own_centre = own_centre;
  builder.rows = rows;
  builder.network = bary_network_new (request->picture);
  builder.network->free = request->free && request->picture == BARY_PICTURE_NETWORK;
  builder.network->day = g_strdup (request->day);
  builder.network->later = g_strdup (builder.later);
  return build (&builder);
}

char *
bary_store_dup_first_day (BaryStore *store)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (
    bary_store_get_database (store),
    "SELECT min (day) FROM (SELECT min (\"from\") AS day FROM cluster UNION ALL SELECT min (\"from\") FROM membership)", NULL);

  return statement != NULL && bary_statement_step (statement, NULL) == BARY_STEP_ROW
         ? g_strdup (bary_statement_get_text (statement, 0)) : NULL;
}

char *
bary_store_dup_body_day (BaryStore  *store,
                         const char *day)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (
    bary_store_get_database (store),
    "SELECT coalesce ((SELECT max (\"to\") FROM body WHERE \"to\" < ?1), (SELECT min (\"from\") FROM body WHERE \"from\" > ?1))",
    NULL);

  if (statement == NULL)
    return NULL;
  bary_statement_bind_text (statement, 0, day);
  return bary_statement_step (statement, NULL) == BARY_STEP_ROW ? g_strdup (bary_statement_get_text (statement, 0)) : NULL;
}
