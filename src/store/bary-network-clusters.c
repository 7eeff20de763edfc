#include "bary-config.h"
#include "bary-date.h"
#include "bary-network-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
later_of (const char *a,
          const char *b)
{
  return a == NULL || (b != NULL && strcmp (a, b) < 0) ? b : a;
}

static const char *
earlier_of (const char *a,
            const char *b)
{
  return a == NULL || (b != NULL && strcmp (a, b) > 0) ? b : a;
}

BaryPresence
bary_builder_compare_days (BaryNetworkBuilder *self,
                           const char         *from,
                           const char         *to)
{
  gboolean on_day = bary_range_covers (from, to, self->request->day);
  gboolean on_later = bary_range_covers (from, to, self->later);

  if (on_day)
    return on_later ? BARY_PRESENCE_STAYS : BARY_PRESENCE_LEFT;
  return on_later ? BARY_PRESENCE_JOINED : BARY_PRESENCE_ABSENT;
}

static gboolean
is_drawn (BaryNetworkBuilder   *self,
          const BaryNetworkRow *row)
{
  if (self->request->picture == BARY_PICTURE_CLUSTER)
    return g_strcmp0 (row->cell[ROW_ID], self->request->cluster) == 0;

  return bary_builder_compare_days (self, row->cell[ROW_FROM], row->cell[ROW_TO]) != BARY_PRESENCE_ABSENT;
}

/* Districts are known by their names: several centres may share one. */
static int
find_or_make_district (BaryNetworkBuilder   *self,
                       const BaryNetworkRow *centre)
{
  const char *name = centre->cell[CENTRE_DISTRICT] != NULL ? centre->cell[CENTRE_DISTRICT] : centre->cell[CENTRE_NAME];
  const char *region = centre->cell[CENTRE_REGION];
  BaryNetworkDistrict added = { g_strdup_printf ("%s/%s", region != NULL ? region : "", name), NULL, -1, NULL };
  int n_districts = (int) self->network->districts->len;

  for (int i = 0; i < n_districts; i++)
    {
      const BaryNetworkDistrict *it = bary_network_district (self->network, i);

      if (g_str_equal (it->id, added.id))
        {
          g_free (added.id);
          return i;
        }
      if (region != NULL && g_strcmp0 (it->region_name, region) == 0)
        added.region = it->region;
    }
  added.name = g_strdup (name);
  added.region_name = g_strdup (region);
  if (region != NULL && added.region < 0)
    added.region = n_districts;
  g_array_append_val (self->network->districts, added);
  return n_districts;
}

int
bary_builder_get_district (BaryNetworkBuilder *self,
                           int                 centre,
                           gboolean            make)
{
  int *district;

  if (centre < 0)
    centre = bary_network_rows_find (self->rows, BARY_ROWS_CENTRE, self->own_centre);
  if (centre < 0)
    return -1;

  district = &self->districts[centre];
  if (*district < 0 && make)
    *district = find_or_make_district (self, bary_network_rows_get (self->rows, BARY_ROWS_CENTRE, (guint) centre));
  return *district;
}

static BaryArrangement
read_arrangement (BaryNetworkBuilder *self,
                  const char         *scheme)
{
  int row = bary_network_rows_find (self->rows, BARY_ROWS_SCHEME, scheme);

  return row >= 0 && g_strcmp0 (bary_network_rows_get (self->rows, BARY_ROWS_SCHEME, (guint) row)->cell[SCHEME_ARRANGEMENT],
                                "levels") == 0 ? BARY_ARRANGEMENT_LEVELS : BARY_ARRANGEMENT_GROUPS;
}

static gboolean
is_hidden (BaryNetworkBuilder *self,
           const char         *cluster,
           const char         *group)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_HIDDEN_GROUP); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_HIDDEN_GROUP, i);

      if (g_str_equal (row->cell[HIDDEN_GROUP_CLUSTER], cluster) && g_str_equal (row->cell[HIDDEN_GROUP_GROUP], group))
        return TRUE;
    }
  return FALSE;
}

static GArray *
read_groups (BaryNetworkBuilder *self,
             const char         *cluster,
             const char         *scheme)
{
  GArray *groups = bary_network_make_groups ();

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_GROUP); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_GROUP, i);
      BaryNetworkGroup group;

      if (g_strcmp0 (row->cell[GROUP_SCHEME], scheme) != 0)
        continue;
      group = (BaryNetworkGroup) { g_strdup (row->cell[ROW_ID]), g_strdup (row->cell[GROUP_NAME]),
                                   g_strdup (row->cell[GROUP_FULL_NAME]), is_hidden (self, cluster, row->cell[ROW_ID]) };
      g_array_append_val (groups, group);
    }
  return groups;
}

/* Who leads: curator before head before project leader. @roles: (nullable): of a cluster */
static char *
read_leader (BaryNetworkBuilder *self,
             GPtrArray          *roles)
{
  const char *const kinds[] = { "curator", "head", "project_leader" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; roles != NULL && i < roles->len; i++)
      {
        const BaryNetworkRow *role = roles->pdata[i];
        g_autofree char *kind = NULL;

        if (g_strcmp0 (role->cell[ROLE_KIND], kinds[k]) != 0 ||
            !bary_range_covers (role->cell[ROW_FROM], role->cell[ROW_TO], self->request->day))
          continue;
        kind = bary_field_to_words (bary_kind_find_field (BARY_KIND_ROLE, "kind", NULL), role->cell[ROLE_KIND]);
        /* Translators: under the barycenter of a diagram: "Curator: Sysoeva O. P." */
        return g_strdup_printf (_("%s: %s"), kind, role->cell[ROLE_PERSON]);
      }
  return NULL;
}

/* Returns: (transfer full): the roles of each cluster. */
static GHashTable *
sort_roles (BaryNetworkBuilder *self)
{
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_ROLE); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_ROLE, i);
      const char *cluster = row->cell[ROLE_CLUSTER];
      GPtrArray *of_cluster = cluster != NULL ? g_hash_table_lookup (roles, cluster) : NULL;

      if (cluster == NULL)
        continue;
      if (of_cluster == NULL)
        {
          of_cluster = g_ptr_array_new ();
          g_hash_table_insert (roles, (gpointer) cluster, of_cluster);
        }
      g_ptr_array_add (of_cluster, (gpointer) row);
    }
  return roles;
}

static gboolean
is_place_counted (const BaryBuilderCluster *work,
                  const BaryNetworkCluster *cluster,
                  const BaryPlace          *place)
{
  int group = bary_builder_find_group (cluster, place->group);

  if (place->presence != BARY_PRESENCE_STAYS && place->presence != BARY_PRESENCE_LEFT && place->presence != BARY_PRESENCE_MOVED_OUT)
    return FALSE;
  return group < 0 || !g_array_index (cluster->groups, BaryNetworkGroup, group).hidden ||
         g_strcmp0 (place->organisation, work->row->cell[CLUSTER_BARYCENTER]) == 0;
}

/* Those of hidden groups are not counted, but the barycenter, which is drawn in any case. */
static guint
count_members (const BaryBuilderCluster *work,
               const BaryNetworkCluster *cluster)
{
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < work->composition->places->len; i++)
    {
      const BaryPlace *place = &g_array_index (work->composition->places, BaryPlace, i);

      if (is_place_counted (work, cluster, place))
        g_hash_table_add (organisations, (gpointer) place->organisation);
    }
  return g_hash_table_size (organisations);
}

static void
draw_cluster (BaryNetworkBuilder *self,
              BaryBuilderCluster *work,
              GPtrArray          *roles)
{
  const char *const *cell = work->row->cell;
  int centre = bary_network_rows_find (self->rows, BARY_ROWS_CENTRE, cell[CLUSTER_CENTRE]);
  BaryNetworkCluster cluster = {
    .id = g_strdup (cell[ROW_ID]), .name = g_strdup (cell[CLUSTER_NAME]), .full_name = g_strdup (cell[CLUSTER_FULL_NAME]),
    .leader = read_leader (self, roles), .direction = g_strdup (cell[CLUSTER_DIRECTION]),
    .district = bary_builder_get_district (self, centre, TRUE), .barycenter = -1,
    .arrangement = read_arrangement (self, cell[CLUSTER_SCHEME]), .groups = read_groups (self, cell[ROW_ID], cell[CLUSTER_SCHEME]),
  };

  work->composition = bary_composition_compare ((BaryCompositionEntry *) (void *) work->entries->data, work->entries->len,
                                                self->request->day, self->later);
  work->nodes = g_new (int, work->composition->places->len + 1);
  for (guint i = 0; i < work->composition->places->len; i++)
    work->nodes[i] = -1;
  cluster.n_members = count_members (work, &cluster);
  cluster.n_joined = work->composition->n_joined;
  cluster.n_left = work->composition->n_left;
  cluster.n_moved = work->composition->n_moved;
  work->drawn = (int) self->network->clusters->len;
  g_array_append_val (self->network->clusters, cluster);
}

static void
sort_memberships (BaryNetworkBuilder *self)
{
  /* In the picture of one cluster its memberships count even beyond its own days. */
  gboolean alone = self->request->picture == BARY_PICTURE_CLUSTER;

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_MEMBERSHIP); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_MEMBERSHIP, i);
      int cluster = bary_network_rows_find (self->rows, BARY_ROWS_CLUSTER, row->cell[MEMBERSHIP_CLUSTER]);
      BaryBuilderCluster *work = cluster >= 0 ? bary_builder_cluster (self, cluster) : NULL;
      BaryCompositionEntry entry;

      if (work == NULL)
        continue;
      entry = (BaryCompositionEntry) { row->cell[MEMBERSHIP_ORGANISATION], row->cell[MEMBERSHIP_GROUP],
                                       row->cell[ROW_FROM], row->cell[ROW_TO] };
      if (!alone)
        {
          entry.from = later_of (entry.from, work->row->cell[ROW_FROM]);
          entry.to = earlier_of (entry.to, work->row->cell[ROW_TO]);
        }
      g_ptr_array_add (work->memberships, (gpointer) row);
      g_array_append_val (work->entries, entry);
    }
}

void
bary_builder_add_clusters (BaryNetworkBuilder *self)
{
  g_autoptr (GHashTable) roles = sort_roles (self);

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_CLUSTER); i++)
    {
      BaryBuilderCluster work = { bary_network_rows_get (self->rows, BARY_ROWS_CLUSTER, i), g_ptr_array_new (),
                                  g_array_new (FALSE, FALSE, sizeof (BaryCompositionEntry)), NULL, NULL, -1 };

      g_array_append_val (self->clusters, work);
    }
  sort_memberships (self);
  for (guint i = 0; i < self->clusters->len; i++)
    {
      BaryBuilderCluster *work = bary_builder_cluster (self, i);

      if (is_drawn (self, work->row))
        draw_cluster (self, work, g_hash_table_lookup (roles, work->row->cell[ROW_ID]));
    }
}
