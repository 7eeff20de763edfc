#include "bary-network-figures.h"

/* Two clusters led by "0"; school 1 in both, 2 in the first, 3 in the second with a link to 2, 4 joins later,
 * 5 and the kindergarten 6 in none. A team answers to 3. */

static void
add_organisation (BaryNetwork *network,
                  const char  *kind,
                  int          home,
                  guint        n_clusters,
                  guint        n_ties)
{
  BaryNetworkOrganisation it = { g_strdup_printf ("o%u", network->organisations->len), g_strdup ("Имя"), kind, 0, home,
                                 n_clusters, 0, n_ties };

  g_array_append_val (network->organisations, it);
}

static void
add_node (BaryNetwork  *network,
          int           organisation,
          BaryNodeRole  role,
          int           cluster,
          BaryPresence  presence)
{
  BaryNetworkNode it = { .id = g_strdup_printf ("n%u", network->nodes->len), .role = role, .organisation = organisation,
                         .cluster = cluster, .presence = presence, .body = organisation < 0 };

  it.record = organisation >= 0 ? g_strdup_printf ("o%d", organisation) : g_strdup (it.id);
  g_array_append_val (network->nodes, it);
}

static void
add_line (BaryNetwork  *network,
          guint         a,
          guint         b,
          BaryPresence  presence)
{
  BaryNetworkLine it = { a, b, BARY_LINE_MEMBERSHIP, presence };

  g_array_append_val (network->lines, it);
}

static void
add_cluster (BaryNetwork *network,
             int          barycenter)
{
  const char *const names[] = { "А", "Б" };
  BaryNetworkCluster it = { .id = g_strdup ("c"), .name = g_strdup ("Кластер"), .barycenter = barycenter,
                            .groups = bary_network_make_groups () };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      BaryNetworkGroup group = { g_strdup_printf ("%u/%u", network->clusters->len, i), g_strdup (names[i]), NULL };

      g_array_append_val (it.groups, group);
    }
  g_array_append_val (network->clusters, it);
}

static void
add_membership (BaryNetwork *network,
                guint        organisation,
                guint        cluster,
                int          group,
                int          node)
{
  BaryNetworkMembership it = { organisation, cluster, group, node };

  g_array_append_val (network->memberships, it);
}

static BaryNetwork *
make_network (void)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_NETWORK);
  BaryNetworkDistrict district = { g_strdup ("d"), g_strdup ("Район"), -1, NULL };
  const struct { int home; guint n_clusters, n_ties; } facts[] = { { 0, 2, 0 }, { 2, 2, 0 }, { 3, 1, 1 }, { 4, 1, 1 }, { 5, 0, 0 },
                                                                   { -1, 0, 0 }, { -1, 0, 0 } };

  g_array_append_val (network->districts, district);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_organisation (network, i == 0 ? "methodical_centre" : i == 6 ? "kindergarten" : "school", facts[i].home,
                      facts[i].n_clusters, facts[i].n_ties);
  add_cluster (network, 0);
  add_cluster (network, 1);
  add_node (network, 0, BARY_ROLE_BARYCENTER, 0, BARY_PRESENCE_STAYS);
  add_node (network, 0, BARY_ROLE_BARYCENTER, 1, BARY_PRESENCE_STAYS);
  add_node (network, 1, BARY_ROLE_MEMBER, 0, BARY_PRESENCE_STAYS);
  add_node (network, 2, BARY_ROLE_MEMBER, 0, BARY_PRESENCE_LEFT);
  add_node (network, 3, BARY_ROLE_MEMBER, 1, BARY_PRESENCE_STAYS);
  add_node (network, 4, BARY_ROLE_MEMBER, 1, BARY_PRESENCE_JOINED);
  add_node (network, -1, BARY_ROLE_TEAM, 1, BARY_PRESENCE_STAYS);
  add_line (network, 2, 0, BARY_PRESENCE_STAYS);
  add_line (network, 2, 1, BARY_PRESENCE_STAYS);
  add_line (network, 3, 0, BARY_PRESENCE_LEFT);
  add_line (network, 4, 1, BARY_PRESENCE_STAYS);
  add_line (network, 3, 4, BARY_PRESENCE_STAYS);
  add_line (network, 5, 1, BARY_PRESENCE_JOINED);
  add_line (network, 6, 4, BARY_PRESENCE_STAYS);
  add_membership (network, 1, 0, 0, 2);
  add_membership (network, 1, 1, 0, 2);
  add_membership (network, 2, 0, 1, 3);
  add_membership (network, 3, 1, 0, 4);
  return network;
}

/* Returns: a figure, which must be there. */
static const BaryNetworkFigure *
find (GArray         *figures,
      BaryFigureKind  kind,
      const char     *group,
      const char     *organisation_kind)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const BaryNetworkFigure *it = &g_array_index (figures, BaryNetworkFigure, i);

      if (it->kind == kind && g_strcmp0 (it->group, group) == 0 && g_strcmp0 (it->organisation_kind, organisation_kind) == 0)
        return it;
    }
  g_assert_not_reached ();
}

static void
assert_figure (const BaryNetworkFigure *figure,
               double                   value,
               const char              *nodes)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < figure->nodes->len; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", g_array_index (figure->nodes, guint, i));
  g_assert_cmpfloat_with_epsilon (figure->value, value, 1e-12);
  g_assert_cmpstr (found->str, ==, nodes);
}

static void
test_members (void)
{
  g_autoptr (BaryNetwork) network = make_network ();
  g_autoptr (GArray) figures = bary_network_figures_new (network);

  assert_figure (find (figures, BARY_FIGURE_MEMBERS, NULL, NULL), 4, "0 1 2 3 4");
  assert_figure (find (figures, BARY_FIGURE_MEMBERS, "А", NULL), 2, "2 4");
  assert_figure (find (figures, BARY_FIGURE_MEMBERS, "Б", NULL), 1, "3");
  assert_figure (find (figures, BARY_FIGURE_MEMBERS, NULL, "school"), 3, "2 3 4");
  assert_figure (find (figures, BARY_FIGURE_MEMBERS, NULL, "methodical_centre"), 1, "0 1");
  assert_figure (find (figures, BARY_FIGURE_MEMBERS, "А", "school"), 2, "2 4");
  g_assert_null (g_array_index (figures, BaryNetworkFigure, 0).group);
  g_assert_cmpstr (g_array_index (figures, BaryNetworkFigure, 3).group, ==, "А");
}

static void
test_sets (void)
{
  g_autoptr (BaryNetwork) network = make_network ();
  g_autoptr (GArray) figures = bary_network_figures_new (network);
  const BaryNetworkFigure *outside = find (figures, BARY_FIGURE_OUTSIDE, NULL, NULL);

  assert_figure (find (figures, BARY_FIGURE_SEVERAL, NULL, NULL), 2, "0 1 2");
  assert_figure (find (figures, BARY_FIGURE_UNTIED, NULL, NULL), 2, "0 1 2");
  assert_figure (outside, 3, "");
  g_assert_cmpuint (g_array_index (outside->organisations, guint, 0), ==, 4);
}

/* The barycenter is one vertex although it is drawn twice: 1 – 0 – 2, 0 – 3 – 2, team – 3. */
static void
test_ties (void)
{
  g_autoptr (BaryNetwork) network = make_network ();
  g_autoptr (GArray) figures = bary_network_figures_new (network);
  const BaryNetworkFigure *between = find (figures, BARY_FIGURE_BETWEEN, NULL, NULL);

  assert_figure (find (figures, BARY_FIGURE_JOINTS, NULL, NULL), 2, "0 1 4");
  /* Of the six pairs of others, three lead through each of the two. */
  assert_figure (between, 0.5, "0 1 4");
  g_assert_false (between->estimated);
  g_assert_cmpuint (between->ranked->len, ==, 2);
  g_assert_cmpuint (g_array_index (between->ranked, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (between->ranked, guint, 1), ==, 4);
}

static void
test_coverage (void)
{
  g_autoptr (BaryNetwork) network = make_network ();
  g_autoptr (GArray) figures = bary_network_figures_new (network);
  const BaryNetworkFigure *coverage = find (figures, BARY_FIGURE_COVERAGE, NULL, NULL);
  g_autofree char *words = bary_network_figure_to_words (coverage);

  assert_figure (coverage, 0.6, "2 3 4");
  g_assert_cmpuint (coverage->part, ==, 3);
  g_assert_cmpuint (coverage->whole, ==, 5);
  g_assert_cmpstr (words, ==, "3 of 5 (60 %)");
}

static void
test_empty (void)
{
  g_autoptr (BaryNetwork) network = bary_network_new (BARY_PICTURE_NETWORK);
  g_autoptr (GArray) figures = bary_network_figures_new (network);

  g_assert_cmpuint (figures->len, ==, 6);
  for (guint i = 0; i < figures->len; i++)
    {
      const BaryNetworkFigure *figure = &g_array_index (figures, BaryNetworkFigure, i);
      g_autofree char *name = bary_network_figure_get_name (figure, network);

      g_assert_cmpfloat (figure->value, ==, 0);
      g_assert_cmpstr (name, !=, "");
      g_assert_nonnull (bary_figure_kind_explain (figure->kind));
    }
}

/* A star whose middle lies on all ways, too large for an exact answer. */
static void
test_estimated (void)
{
  g_autoptr (BaryNetwork) network = bary_network_new (BARY_PICTURE_NETWORK);
  g_autoptr (GArray) figures = NULL;
  const BaryNetworkFigure *between;

  for (guint i = 0; i <= BARY_FIGURES_EXACT; i++)
    {
      add_organisation (network, "school", (int) i, 1, 0);
      add_node (network, (int) i, BARY_ROLE_MEMBER, -1, BARY_PRESENCE_STAYS);
      if (i > 0)
        add_line (network, i, 0, BARY_PRESENCE_STAYS);
    }
  figures = bary_network_figures_new (network);
  between = find (figures, BARY_FIGURE_BETWEEN, NULL, NULL);
  g_assert_true (between->estimated);
  g_assert_cmpfloat_with_epsilon (between->value, 1, 0.01);
  g_assert_cmpuint (g_array_index (between->ranked, guint, 0), ==, 0);
  g_assert_cmpuint (between->ranked->len, ==, 1);
}

static void
test_shared (void)
{
  g_autoptr (BaryNetwork) network = make_network ();
  const guint members[][3] = { { 0, 1, 2 }, { 1, 2, 3 }, { 0, 3, 4 } };
  g_autoptr (GArray) shared = NULL;
  g_autoptr (GArray) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      BaryNetworkCircle circle = { BARY_CIRCLE_BODY, g_strdup ("id"), g_strdup ("Совет"), g_array_new (FALSE, FALSE, sizeof (guint)) };

      g_array_append_vals (circle.organisations, members[i], 3);
      g_array_append_val (network->circles, circle);
    }
  shared = bary_network_find_shared (network, 2, 1);
  none = bary_network_find_shared (network, 5, 1);
  g_assert_cmpuint (shared->len, ==, 2);
  g_assert_cmpuint (g_array_index (shared, guint, 1), ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-figures/members", test_members);
  g_test_add_func ("/network-figures/sets", test_sets);
  g_test_add_func ("/network-figures/ties", test_ties);
  g_test_add_func ("/network-figures/coverage", test_coverage);
  g_test_add_func ("/network-figures/empty", test_empty);
  g_test_add_func ("/network-figures/estimated", test_estimated);
  g_test_add_func ("/network-figures/shared", test_shared);
  return g_test_run ();
}
