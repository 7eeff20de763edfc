#include "bary-network-figures-private.h"

#include "bary-numbers.h"

#define SCHOOL "school"

gboolean
bary_figure_count_is_there (BaryPresence presence)
{
  return presence == BARY_PRESENCE_STAYS || presence == BARY_PRESENCE_LEFT || presence == BARY_PRESENCE_MOVED_OUT;
}

static void
clear_figure (BaryNetworkFigure *figure)
{
  g_free (figure->group);
  g_array_unref (figure->organisations);
  g_array_unref (figure->nodes);
  g_array_unref (figure->ranked);
  g_array_unref (figure->values);
}

guint
bary_figure_count_add (BaryFigureCount *count,
                       BaryFigureKind   kind,
                       const char      *group,
                       const char      *organisation_kind)
{
  BaryNetworkFigure figure = {
    .kind = kind, .group = g_strdup (group), .organisation_kind = organisation_kind, .district = -1,
    .organisations = g_array_new (FALSE, FALSE, sizeof (guint)), .nodes = g_array_new (FALSE, FALSE, sizeof (guint)),
    .ranked = g_array_new (FALSE, FALSE, sizeof (guint)), .values = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  g_array_append_val (count->figures, figure);
  return count->figures->len - 1;
}

BaryNetworkFigure *
bary_figure_count_get (BaryFigureCount *count,
                       guint            i)
{
  return &g_array_index (count->figures, BaryNetworkFigure, i);
}

void
bary_figure_count_finish (BaryFigureCount   *count,
                          BaryNetworkFigure *figure)
{
  bary_numbers_tidy (figure->organisations);
  for (guint i = 0; i < figure->organisations->len; i++)
    {
      const GArray *nodes = count->nodes_of->pdata[g_array_index (figure->organisations, guint, i)];

      if (nodes != NULL)
        g_array_append_vals (figure->nodes, nodes->data, nodes->len);
    }
  bary_numbers_tidy (figure->nodes);
}

static void
finish_count (BaryFigureCount *count,
              guint            figure)
{
  bary_figure_count_finish (count, bary_figure_count_get (count, figure));
  bary_figure_count_get (count, figure)->value = bary_figure_count_get (count, figure)->organisations->len;
}

/* Who is there */

static void
clear_numbers (gpointer numbers)
{
  g_clear_pointer ((GArray **) &numbers, g_array_unref);
}

static void
find_nodes (BaryFigureCount *count)
{
  const BaryNetwork *network = count->network;

  count->nodes_of = g_ptr_array_new_with_free_func (clear_numbers);
  g_ptr_array_set_size (count->nodes_of, (int) network->organisations->len);
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if (node->organisation < 0 || !bary_figure_count_is_there (node->presence))
        continue;
      if (count->nodes_of->pdata[node->organisation] == NULL)
        count->nodes_of->pdata[node->organisation] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (count->nodes_of->pdata[node->organisation], i);
    }
}

static void
find_members (BaryFigureCount *count)
{
  const BaryNetwork *network = count->network;

  count->member = g_new0 (guint8, network->organisations->len + 1);
  for (guint i = 0; i < network->memberships->len; i++)
    count->member[bary_network_membership (network, i)->organisation] = 1;
  for (guint i = 0; i < network->clusters->len; i++)
    {
      int barycenter = bary_network_cluster (network, i)->barycenter;

      if (barycenter >= 0 && bary_figure_count_is_there (bary_network_node (network, barycenter)->presence))
        count->member[bary_network_node (network, barycenter)->organisation] = 1;
    }
}

typedef gboolean (*Counts) (BaryFigureCount *count, guint organisation);

static gboolean
is_member (BaryFigureCount *count,
           guint            i)
{
  return count->member[i] != 0;
}

static gboolean
is_in_several (BaryFigureCount *count,
               guint            i)
{
  return count->member[i] && bary_network_organisation (count->network, i)->n_clusters > 1;
}

static gboolean
is_outside (BaryFigureCount *count,
            guint            i)
{
  return !count->member[i] && bary_network_organisation (count->network, i)->n_clusters == 0;
}

static gboolean
is_untied (BaryFigureCount *count,
           guint            i)
{
  return count->member[i] && bary_network_organisation (count->network, i)->n_ties == 0;
}

static void
add_count (BaryFigureCount *count,
           BaryFigureKind   kind,
           Counts           counts)
{
  guint figure = bary_figure_count_add (count, kind, NULL, NULL);

  for (guint i = 0; i < count->network->organisations->len; i++)
    if (counts (count, i))
      g_array_append_val (bary_figure_count_get (count, figure)->organisations, i);
  finish_count (count, figure);
}

/* Members by group and by kind */

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const BaryNetworkFigure *x = a, *y = b;
  int by_group;

  if ((x->group != NULL) != (y->group != NULL))
    return x->group != NULL ? 1 : -1;
  /* Groups in the order in which the schemes have them, kept in `district` meanwhile. */
  by_group = x->district - y->district;
  return by_group != 0 ? by_group : g_strcmp0 (x->organisation_kind, y->organisation_kind);
}

/* Returns: (transfer full): of each name of a group its place in the order of the schemes, from 1. */
static GHashTable *
number_groups (const BaryNetwork *network)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint c = 0; c < network->clusters->len; c++)
    for (guint g = 0; g < bary_network_cluster (network, c)->groups->len; g++)
      {
        const char *name = g_array_index (bary_network_cluster (network, c)->groups, BaryNetworkGroup, g).name;

        if (!g_hash_table_contains (numbers, name))
          g_hash_table_insert (numbers, (gpointer) name, GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
      }
  return numbers;
}

static void
put_member (BaryFigureCount *count,
            GHashTable      *places,
            const char      *group,
            const char      *kind,
            int              number,
            guint            organisation)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", group != NULL ? group : "", kind != NULL ? kind : "");
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

  if (place == 0)
    {
      place = bary_figure_count_add (count, BARY_FIGURE_MEMBERS, group, kind) + 1;
      bary_figure_count_get (count, place - 1)->district = number;
      g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
    }
  g_array_append_val (bary_figure_count_get (count, place - 1)->organisations, organisation);
}

static void
add_members (BaryFigureCount *count)
{
  const BaryNetwork *network = count->network;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = number_groups (network);

  add_count (count, BARY_FIGURE_MEMBERS, is_member);
  for (guint i = 0; i < network->organisations->len; i++)
    if (count->member[i])
      put_member (count, places, NULL, bary_network_organisation (network, i)->kind, 0, i);
  for (guint i = 0; i < network->memberships->len; i++)
    {
      const BaryNetworkMembership *it = bary_network_membership (network, i);
      const GArray *of_cluster = bary_network_cluster (network, it->cluster)->groups;
      const char *group = it->group >= 0 ? g_array_index (of_cluster, BaryNetworkGroup, it->group).name : NULL;
      int number = group != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (groups, group)) : 0;

      if (group == NULL)
        continue;
      put_member (count, places, group, NULL, number, it->organisation);
      put_member (count, places, group, bary_network_organisation (network, it->organisation)->kind, number, it->organisation);
    }
  g_array_sort (count->figures, compare_members);
  for (guint i = 0; i < count->figures->len; i++)
    {
      bary_figure_count_get (count, i)->district = -1;
      finish_count (count, i);
    }
}

/* Coverage */

static void
add_coverage_of (BaryFigureCount *count,
                 int              district)
{
  guint place = bary_figure_count_add (count, BARY_FIGURE_COVERAGE, NULL, NULL);
  BaryNetworkFigure *figure = bary_figure_count_get (count, place);

  figure->district = district;
  for (guint i = 0; i < count->network->organisations->len; i++)
    {
      const BaryNetworkOrganisation *it = bary_network_organisation (count->network, i);

      if (g_strcmp0 (it->kind, SCHOOL) != 0 || (district >= 0 && it->district != district))
        continue;
      figure->whole++;
      if (count->member[i])
        g_array_append_val (figure->organisations, i);
    }
  bary_figure_count_finish (count, figure);
  figure->part = figure->organisations->len;
  figure->value = figure->whole > 0 ? (double) figure->part / figure->whole : 0;
  if (figure->whole == 0)
    g_array_remove_index (count->figures, place);
}

static void
add_coverage (BaryFigureCount *count)
{
  add_coverage_of (count, -1);
  if (count->network->districts->len > 1)
    for (guint i = 0; i < count->network->districts->len; i++)
      add_coverage_of (count, (int) i);
}

GArray *
bary_network_figures_new (const BaryNetwork *network)
{
  BaryFigureCount count = { network, g_array_new (FALSE, TRUE, sizeof (BaryNetworkFigure)) };

  g_array_set_clear_func (count.figures, (GDestroyNotify) clear_figure);
  find_nodes (&count);
  find_members (&count);

  add_members (&count);
  add_count (&count, BARY_FIGURE_SEVERAL, is_in_several);
  if (network->picture != BARY_PICTURE_CLUSTER)
    add_count (&count, BARY_FIGURE_OUTSIDE, is_outside);
  add_count (&count, BARY_FIGURE_UNTIED, is_untied);
  bary_figure_count_add_ties (&count);
  if (network->picture != BARY_PICTURE_CLUSTER)
    add_coverage (&count);

  g_ptr_array_unref (count.nodes_of);
  g_free (count.member);
  return count.figures;
}

static gboolean
holds (const GArray *numbers,
       guint         number)
{
  guint index;

  return g_array_binary_search ((GArray *) numbers, &number, bary_numbers_compare, &index);
}

GArray *
bary_network_find_shared (const BaryNetwork *network,
                          guint              a,
                          guint              b)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < network->circles->len; i++)
    if (holds (bary_network_circle (network, i)->organisations, a) && holds (bary_network_circle (network, i)->organisations, b))
      g_array_append_val (shared, i);
  return shared;
}
