#include "bary-config.h"
#include "bary-date.h"
#include "bary-network-builder.h"
#include "bary-short-name.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Records made in the same moment, such as those of one package, are placed by name; later ones after them. */
#define MOMENT_LENGTH 13

typedef struct {
  guint       place; /* of the composition */
  int         rank;  /* 2 on the day, 1 later, 0 never */
  int         group;
  const char *organisation;
} Seat;

static const BaryPlace *
get_place (const BaryBuilderCluster *work,
           guint                     i)
{
  return &g_array_index (work->composition->places, BaryPlace, i);
}

static gboolean
is_on_day (BaryPresence presence)
{
  return presence == BARY_PRESENCE_STAYS || presence == BARY_PRESENCE_LEFT || presence == BARY_PRESENCE_MOVED_OUT;
}

/* Facts of organisations */

static void
append_organisations (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_ORGANISATION); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_ORGANISATION, i);
      int centre = bary_network_rows_find (self->rows, BARY_ROWS_CENTRE, row->cell[ORGANISATION_CENTRE]);
      BaryNetworkOrganisation organisation = {
        .id = g_strdup (row->cell[ROW_ID]), .name = g_strdup (row->cell[ORGANISATION_NAME]),
        .kind = bary_builder_intern (BARY_KIND_ORGANISATION, "kind", row->cell[ORGANISATION_KIND], NULL),
        .district = bary_builder_get_district (self, centre, FALSE), .home = -1,
      };

      g_array_append_val (self->network->organisations, organisation);
    }
}

static BaryNetworkOrganisation *
find_organisation (BaryNetworkBuilder *self,
                   const char         *id)
{
  int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, id);

  return row >= 0 ? bary_network_organisation (self->network, row) : NULL;
}

/* A candidate has no status yet. */
static void
count_statuses (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_STATUS); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_STATUS, i)->cell;
      BaryNetworkOrganisation *organisation = find_organisation (self, cell[STATUS_ORGANISATION]);
      guint index;

      if (organisation != NULL && g_strcmp0 (cell[STATUS_STATE], "candidate") != 0 &&
          bary_range_covers (cell[ROW_FROM], cell[ROW_TO], self->request->day) &&
          bary_builder_intern (BARY_KIND_STATUS, "kind", cell[STATUS_KIND], &index) != NULL)
        organisation->statuses |= 1u << index;
    }
}

static void
count_tie (BaryNetworkBuilder *self,
           const char         *organisation)
{
  BaryNetworkOrganisation *found = find_organisation (self, organisation);

  if (found != NULL)
    found->n_ties++;
}

static void
count_ties (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_LINK); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_LINK, i)->cell;

      if (!bary_range_covers (cell[ROW_FROM], cell[ROW_TO], self->request->day))
        continue;
      count_tie (self, cell[LINK_ORGANISATION]);
      count_tie (self, cell[LINK_PARTNER]);
    }
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_PARTY); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_PARTY, i)->cell;
      int row = bary_network_rows_find (self->rows, BARY_ROWS_AGREEMENT, cell[PARTY_AGREEMENT]);
      const BaryNetworkRow *agreement = row >= 0 ? bary_network_rows_get (self->rows, BARY_ROWS_AGREEMENT, (guint) row) : NULL;

      if (agreement != NULL && bary_range_covers (agreement->cell[ROW_FROM], agreement->cell[ROW_TO], self->request->day))
        count_tie (self, cell[PARTY_ORGANISATION]);
    }
}

/* Each organisation once per cluster: memberships of a cluster are looked at together. */
static void
count_clusters (BaryNetworkBuilder *self)
{
  g_autofree guint *seen = g_new0 (guint, self->network->organisations->len + 1);

  for (guint i = 0; i < self->clusters->len; i++)
    {
      BaryBuilderCluster *work = bary_builder_cluster (self, i);
      int centre = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, work->row->cell[CLUSTER_BARYCENTER]);

      if (!bary_range_covers (work->row->cell[ROW_FROM], work->row->cell[ROW_TO], self->request->day))
        continue;
      for (guint m = 0; m < work->entries->len; m++)
        {
          const BaryCompositionEntry *entry = &g_array_index (work->entries, BaryCompositionEntry, m);
          int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, entry->organisation);

          if (row >= 0 && seen[row] != i + 1 && bary_range_covers (entry->from, entry->to, self->request->day))
            {
              seen[row] = i + 1;
              bary_network_organisation (self->network, row)->n_clusters++;
            }
        }
      if (centre >= 0 && seen[centre] != i + 1)
        bary_network_organisation (self->network, centre)->n_clusters++;
    }
}

/* Homes */

static void
offer_home (BaryNetworkBuilder *self,
            int                 organisation,
            guint               cluster,
            guint               rank,
            const char         *from,
            const char         *id)
{
  BaryBuilderHome *home = organisation >= 0 ? &self->homes[organisation] : NULL;
  int order;

  if (home == NULL)
    return;

  order = home->rank == 0 ? 1 : (int) home->rank - (int) rank;
  if (order == 0)
    order = g_strcmp0 (home->from, from);
  if (order == 0)
    order = g_strcmp0 (home->id, id);
  if (order > 0)
    *home = (BaryBuilderHome) { rank, from, id, (int) cluster };
}

static void
offer_homes (BaryNetworkBuilder *self,
             guint               cluster)
{
  const BaryBuilderCluster *work = bary_builder_cluster (self, cluster);

  if (work->drawn < 0)
    return;

  offer_home (self, bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, work->row->cell[CLUSTER_BARYCENTER]), cluster, 1,
              work->row->cell[ROW_FROM], work->row->cell[ROW_ID]);
  for (guint i = 0; i < work->composition->places->len; i++)
    {
      const BaryPlace *place = get_place (work, i);
      const BaryCompositionEntry *entry = &g_array_index (work->entries, BaryCompositionEntry, place->entry);
      const BaryNetworkRow *membership = work->memberships->pdata[place->entry];
      gboolean base_site = g_strcmp0 (work->row->cell[CLUSTER_BASE_SITE], place->organisation) == 0;

      if (place->presence != BARY_PRESENCE_ABSENT)
        offer_home (self, bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, place->organisation), cluster,
                    (is_on_day (place->presence) ? 2 : 4) + !base_site, entry->from, membership->cell[ROW_ID]);
    }
}

/* Nodes */

int
bary_builder_find_group (const BaryNetworkCluster *cluster,
                         const char               *id)
{
  for (guint i = 0; i < cluster->groups->len; i++)
    if (g_strcmp0 (g_array_index (cluster->groups, BaryNetworkGroup, i).id, id) == 0)
      return (int) i;
  return -1;
}

static char *
make_key (const char           *membership,
          const BaryNetworkRow *organisation)
{
  g_autofree char *moment = g_strndup (membership, MOMENT_LENGTH);
  g_autofree char *made = NULL;
  const char *sort_key = organisation->cell[ORGANISATION_SORT_KEY];

  if (sort_key == NULL)
    sort_key = made = bary_text_sort_key (organisation->cell[ORGANISATION_NAME]);
  return g_strjoin ("\t", moment, sort_key, organisation->cell[ROW_ID], NULL);
}

/* What every node of an organisation has. */
static BaryNetworkNode
start_node (BaryNetworkBuilder *self,
            BaryBuilderCluster *work,
            int                 row)
{
  const BaryNetworkRow *organisation = bary_network_rows_get (self->rows, BARY_ROWS_ORGANISATION, (guint) row);
  const BaryNetworkOrganisation *facts = bary_network_organisation (self->network, row);
  const char *name = organisation->cell[ORGANISATION_NAME];
  BaryNetworkNode node = {
    .id = g_strdup_printf ("%s/%s", work->row->cell[ROW_ID], facts->id), .record = g_strdup (facts->id),
    .name = g_strdup (name), .short_name = bary_short_name (name), .kind = facts->kind, .organisation = row,
    .district = bary_network_cluster (self->network, work->drawn)->district, .cluster = work->drawn, .group = -1,
    .n_clusters = facts->n_clusters, .statuses = facts->statuses,
    .weight = bary_network_weigh (facts->statuses, facts->n_clusters, facts->n_ties),
    .base_site = g_strcmp0 (work->row->cell[CLUSTER_BASE_SITE], facts->id) == 0,
  };

  return node;
}

static void
add_barycenter (BaryNetworkBuilder *self,
                BaryBuilderCluster *work)
{
  BaryNetworkCluster *cluster = bary_network_cluster (self->network, work->drawn);
  int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, work->row->cell[CLUSTER_BARYCENTER]);
  BaryNetworkNode node;

  if (row < 0)
    return;

  node = start_node (self, work, row);
  node.role = BARY_ROLE_BARYCENTER;
  node.caption = g_strdup (cluster->leader);
  node.key = make_key (work->row->cell[ROW_ID], bary_network_rows_get (self->rows, BARY_ROWS_ORGANISATION, (guint) row));
  node.presence = BARY_PRESENCE_STAYS;
  if (self->request->picture != BARY_PICTURE_CLUSTER)
    node.presence = bary_builder_compare_days (self, work->row->cell[ROW_FROM], work->row->cell[ROW_TO]);
  for (guint i = 0; i < work->composition->places->len; i++)
    if (g_str_equal (get_place (work, i)->organisation, node.record) && is_on_day (get_place (work, i)->presence) &&
        node.membership == NULL)
      {
        const BaryNetworkRow *membership = work->memberships->pdata[get_place (work, i)->entry];

        node.group = bary_builder_find_group (cluster, get_place (work, i)->group);
        node.membership = g_strdup (membership->cell[ROW_ID]);
      }
  cluster->barycenter = (int) bary_builder_append_node (self, &node);
}

static void
add_member (BaryNetworkBuilder *self,
            BaryBuilderCluster *work,
            const Seat         *seat)
{
  const BaryPlace *place = get_place (work, seat->place);
  const BaryNetworkCluster *cluster = bary_network_cluster (self->network, work->drawn);
  int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, place->organisation);
  const BaryNetworkRow *first = work->memberships->pdata[place->first];
  const BaryNetworkRow *counting = work->memberships->pdata[place->entry];
  BaryNetworkNode node = start_node (self, work, row);

  if (bary_builder_find_node (self, node.id) >= 0)
    {
      g_free (node.id);
      node.id = g_strdup_printf ("%s/%s/%s", cluster->id, place->organisation, place->group);
    }
  node.group = seat->group;
  node.level = cluster->arrangement == BARY_ARRANGEMENT_LEVELS ? seat->group + 1 : 0;
  node.presence = place->presence;
  node.membership = g_strdup (counting->cell[ROW_ID]);
  node.caption = node.base_site ? g_strdup (_("base site")) : NULL;
  node.key = make_key (first->cell[ROW_ID], bary_network_rows_get (self->rows, BARY_ROWS_ORGANISATION, (guint) row));
  work->nodes[seat->place] = (int) bary_builder_append_node (self, &node);
}

/* Who is there on the day comes first, and so has the lasting id. */
static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  const Seat *x = a, *y = b;

  if (x->rank != y->rank)
    return y->rank - x->rank;
  if (x->group != y->group)
    return x->group - y->group;
  return strcmp (x->organisation, y->organisation);
}

static gboolean
is_seated (BaryNetworkBuilder *self,
           guint               cluster,
           const BaryPlace    *place)
{
  const BaryBuilderCluster *work = bary_builder_cluster (self, cluster);
  int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, place->organisation);

  /* The barycenter stands in the middle, whatever group it is in as well. */
  if (row < 0 || g_strcmp0 (place->organisation, work->row->cell[CLUSTER_BARYCENTER]) == 0)
    return FALSE;
  if (self->request->picture == BARY_PICTURE_CLUSTER)
    return TRUE;
  return place->presence != BARY_PRESENCE_ABSENT && (self->request->ghosts || self->homes[row].cluster == (int) cluster);
}

static void
add_cluster_nodes (BaryNetworkBuilder *self,
                   guint               cluster)
{
  BaryBuilderCluster *work = bary_builder_cluster (self, cluster);
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  add_barycenter (self, work);
  for (guint i = 0; i < work->composition->places->len; i++)
    {
      const BaryPlace *place = get_place (work, i);
      Seat seat = { i, is_on_day (place->presence) ? 2 : place->presence != BARY_PRESENCE_ABSENT, 0, place->organisation };

      if (!is_seated (self, cluster, place))
        continue;
      seat.group = bary_builder_find_group (bary_network_cluster (self->network, work->drawn), place->group);
      g_array_append_val (seats, seat);
    }
  g_array_sort (seats, compare_seats);
  for (guint i = 0; i < seats->len; i++)
    add_member (self, work, &g_array_index (seats, Seat, i));
}

void
bary_builder_add_members (BaryNetworkBuilder *self)
{
  append_organisations (self);
  count_statuses (self);
  count_ties (self);
  count_clusters (self);
  self->homes = g_new0 (BaryBuilderHome, self->network->organisations->len + 1);
  for (guint i = 0; i < self->clusters->len; i++)
    offer_homes (self, i);

  if (self->request->picture == BARY_PICTURE_INTERACTION)
    return;
  for (guint i = 0; i < self->clusters->len; i++)
    if (bary_builder_cluster (self, i)->drawn >= 0)
      add_cluster_nodes (self, i);
  for (guint i = 0; i < self->network->organisations->len; i++)
    if (self->homes[i].rank > 0)
      bary_network_organisation (self->network, i)->home =
        bary_builder_find_member (self, self->homes[i].cluster, (int) i);
}
