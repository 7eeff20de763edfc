#include "bary-network-builder.h"

void
bary_builder_append_line (BaryNetworkBuilder *self,
                          int                 a,
                          int                 b,
                          BaryLine            line,
                          BaryPresence        presence)
{
  BaryNetworkLine added = { (guint) a, (guint) b, line, presence };

  if (a >= 0 && b >= 0 && a != b && presence != BARY_PRESENCE_ABSENT)
    g_array_append_val (self->network->lines, added);
}

/* A line is as lasting as its ends are. */
static BaryPresence
presence_between (BaryNetworkBuilder *self,
                  int                 a,
                  int                 b,
                  BaryPresence        presence)
{
  gboolean earlier = presence != BARY_PRESENCE_JOINED, later = presence != BARY_PRESENCE_LEFT;
  const int ends[] = { a, b };

  if (presence == BARY_PRESENCE_ABSENT || a < 0 || b < 0)
    return BARY_PRESENCE_ABSENT;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    switch (bary_network_node (self->network, ends[i])->presence)
      {
      case BARY_PRESENCE_JOINED:
      case BARY_PRESENCE_MOVED_IN:
        earlier = FALSE;
        break;
      case BARY_PRESENCE_LEFT:
        later = FALSE;
        break;
      case BARY_PRESENCE_ABSENT:
        earlier = later = FALSE;
        break;
      case BARY_PRESENCE_STAYS:
      case BARY_PRESENCE_MOVED_OUT:
      default:
        break;
      }
  if (earlier)
    return later ? BARY_PRESENCE_STAYS : BARY_PRESENCE_LEFT;
  return later ? BARY_PRESENCE_JOINED : BARY_PRESENCE_ABSENT;
}

/* A move within a cluster leaves the membership; it shows only where both places are drawn. */
static BaryPresence
presence_of_membership (BaryPresence presence,
                        gboolean     drawn)
{
  switch (presence)
    {
    case BARY_PRESENCE_MOVED_IN:
      return drawn ? BARY_PRESENCE_JOINED : BARY_PRESENCE_ABSENT;
    case BARY_PRESENCE_MOVED_OUT:
      return drawn ? BARY_PRESENCE_LEFT : BARY_PRESENCE_STAYS;
    case BARY_PRESENCE_ABSENT:
    case BARY_PRESENCE_STAYS:
    case BARY_PRESENCE_JOINED:
    case BARY_PRESENCE_LEFT:
    default:
      return presence;
    }
}

static void
add_memberships (BaryNetworkBuilder *self,
                 BaryBuilderCluster *work)
{
  int barycenter = bary_network_cluster (self->network, work->drawn)->barycenter;

  for (guint i = 0; barycenter >= 0 && i < work->composition->places->len; i++)
    {
      const BaryPlace *place = &g_array_index (work->composition->places, BaryPlace, i);
      int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, place->organisation);
      int node = work->nodes[i];

      if (node < 0 && row >= 0)
        node = bary_network_organisation (self->network, row)->home;
      bary_builder_append_line (self, node, barycenter, BARY_LINE_MEMBERSHIP,
                                presence_of_membership (place->presence, work->nodes[i] >= 0));
    }
}

static void
note_members (BaryNetworkBuilder *self,
              BaryBuilderCluster *work)
{
  const BaryNetworkCluster *cluster = bary_network_cluster (self->network, work->drawn);

  for (guint i = 0; i < work->composition->places->len; i++)
    {
      const BaryPlace *place = &g_array_index (work->composition->places, BaryPlace, i);
      int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, place->organisation);
      BaryNetworkMembership membership = { (guint) row, (guint) work->drawn, bary_builder_find_group (cluster, place->group),
                                           work->nodes[i] };

      if (row < 0 || place->presence == BARY_PRESENCE_ABSENT || place->presence == BARY_PRESENCE_JOINED ||
          place->presence == BARY_PRESENCE_MOVED_IN)
        continue;
      if (g_strcmp0 (place->organisation, work->row->cell[CLUSTER_BARYCENTER]) == 0)
        membership.node = cluster->barycenter;
      if (membership.node < 0)
        membership.node = bary_network_organisation (self->network, row)->home;
      g_array_append_val (self->network->memberships, membership);
    }
}

static BaryLine
line_of_kind (const char *kind)
{
  static const struct {
    const char *kind;
    BaryLine    line;
  } lines[] = {
    { "methodical", BARY_LINE_METHODICAL }, { "scientific", BARY_LINE_SCIENTIFIC },
    { "informational", BARY_LINE_INFORMATIONAL }, { "social", BARY_LINE_SOCIAL },
    { "resource", BARY_LINE_RESOURCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (kind, lines[i].kind) == 0)
      return lines[i].line;
  return BARY_LINE_COORDINATION;
}

static int
find_in_cluster (BaryNetworkBuilder *self,
                 int                 cluster,
                 const char         *organisation)
{
  return bary_builder_find_member (self, cluster,
                                   bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, organisation));
}

/* Returns: whether a line of this cluster belongs into the picture; without one it always does in a network. */
static gboolean
concerns (BaryNetworkBuilder *self,
          const char         *cluster,
          int                *row)
{
  *row = bary_network_rows_find (self->rows, BARY_ROWS_CLUSTER, cluster);
  if (self->request->picture == BARY_PICTURE_CLUSTER)
    return g_strcmp0 (cluster, self->request->cluster) == 0;
  return cluster == NULL || (*row >= 0 && bary_builder_cluster (self, *row)->drawn >= 0);
}

static void
add_links (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_LINK); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_LINK, i)->cell;
      int cluster, a, b;

      if (!concerns (self, cell[LINK_CLUSTER], &cluster))
        continue;
      a = find_in_cluster (self, cluster, cell[LINK_ORGANISATION]);
      b = find_in_cluster (self, cluster, cell[LINK_PARTNER]);
      bary_builder_append_line (self, a, b, line_of_kind (cell[LINK_KIND]),
                                presence_between (self, a, b, bary_builder_compare_days (self, cell[ROW_FROM], cell[ROW_TO])));
    }
}

/* The parties of an agreement are tied to the barycenter of its cluster; where it has none, to the first of them. */
static void
add_agreements (BaryNetworkBuilder *self)
{
  g_autofree int *centres = g_new (int, bary_network_rows_count (self->rows, BARY_ROWS_AGREEMENT) + 1);

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_AGREEMENT); i++)
    centres[i] = -1;
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_PARTY); i++)
    {
      const char *const *party = bary_network_rows_get (self->rows, BARY_ROWS_PARTY, i)->cell;
      int agreement = bary_network_rows_find (self->rows, BARY_ROWS_AGREEMENT, party[PARTY_AGREEMENT]);
      const char *const *cell;
      int cluster, node;

      if (agreement < 0)
        continue;
      cell = bary_network_rows_get (self->rows, BARY_ROWS_AGREEMENT, (guint) agreement)->cell;
      if (!concerns (self, cell[AGREEMENT_CLUSTER], &cluster))
        continue;
      node = find_in_cluster (self, cluster, party[PARTY_ORGANISATION]);
      if (centres[agreement] < 0)
        centres[agreement] = cluster >= 0 ? bary_network_cluster (self->network, bary_builder_cluster (self, cluster)->drawn)->barycenter
                                          : node;
      bary_builder_append_line (self, centres[agreement], node, BARY_LINE_AGREEMENT,
                                presence_between (self, centres[agreement], node,
                                                  bary_builder_compare_days (self, cell[ROW_FROM], cell[ROW_TO])));
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const BaryNetworkLine *x = a, *y = b;
  const guint xs[] = { x->line, MIN (x->a, x->b), MAX (x->a, x->b), x->presence };
  const guint ys[] = { y->line, MIN (y->a, y->b), MAX (y->a, y->b), y->presence };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    if (xs[i] != ys[i])
      return xs[i] < ys[i] ? -1 : 1;
  return 0;
}

/* Of lines of one kind between the same two, one is drawn: the most lasting. */
static void
drop_doubles (GArray *lines)
{
  guint kept = 0;

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const BaryNetworkLine *it = &g_array_index (lines, BaryNetworkLine, i);
      const BaryNetworkLine *last = kept > 0 ? &g_array_index (lines, BaryNetworkLine, kept - 1) : NULL;

      if (last == NULL || last->line != it->line || MIN (last->a, last->b) != MIN (it->a, it->b) ||
          MAX (last->a, last->b) != MAX (it->a, it->b))
        g_array_index (lines, BaryNetworkLine, kept++) = *it;
    }
  g_array_set_size (lines, kept);
}

void
bary_builder_add_lines (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < self->clusters->len; i++)
    if (bary_builder_cluster (self, i)->drawn >= 0)
      note_members (self, bary_builder_cluster (self, i));
  if (self->request->picture != BARY_PICTURE_INTERACTION)
    {
      for (guint i = 0; i < self->clusters->len; i++)
        if (bary_builder_cluster (self, i)->drawn >= 0)
          add_memberships (self, bary_builder_cluster (self, i));
      add_agreements (self);
      add_links (self);
    }
  drop_doubles (self->network->lines);
}
