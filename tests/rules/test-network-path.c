#include "bary-network-path.h"
#include "bary-test-network.h"

static char *
show (GArray *numbers)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (words, "%s%u", i > 0 ? " " : "", g_array_index (numbers, guint, i));
  return g_string_free (words, FALSE);
}

static void
check (const BaryNetwork *network,
       guint              from,
       guint              to,
       const char        *nodes,
       const char        *neighbours)
{
  g_autoptr (BaryNetworkPath) path = bary_network_path_new (network, from, to);
  g_autofree char *found_nodes = show (path->nodes);
  g_autofree char *found_neighbours = show (path->neighbours);

  g_assert_cmpstr (found_nodes, ==, nodes);
  g_assert_cmpstr (found_neighbours, ==, neighbours);
}

static void
test_in_a_cluster (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  check (network, 3, 4, "3 0 4", "0");
  check (network, 4, 3, "4 0 3", "0");
  check (network, 0, 4, "0 4", "");
}

/* № 352 stands in two clusters: no distance between its nodes, and it is named once. */
static void
test_through_a_school_in_two_clusters (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  check (network, 4, 1, "4 0 5 1", "");
  check (network, 1, 4, "1 3 0 4", "");
  check (network, 4, 5, "4 0 3", "0");
}

static void
test_one_organisation_is_shown_wherever_it_stands (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();
  g_autoptr (BaryNetworkPath) path = NULL;

  check (network, 3, 5, "3 5", "");
  check (network, 5, 3, "3 5", "");
  add_test_node (network, "352-3", "352", "ГБОУ СОШ № 352", "№ 352", 2, 0);
  check (network, 3, 5, "3 5 7", "");
  bary_network_node (network, 7)->presence = BARY_PRESENCE_ABSENT;
  check (network, 3, 5, "3 5", "");
  path = bary_network_path_new (network, 5, 3);
  g_assert_true (path->same);
  g_clear_pointer (&path, bary_network_path_free);
  path = bary_network_path_new (network, 4, 3);
  g_assert_false (path->same);
}

static void
test_nothing_joins_them (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  check (network, 4, 6, "", "");
}

static void
test_lines_of_another_day_lead_nowhere (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  add_test_line (network, 4, 6, BARY_PRESENCE_JOINED);
  check (network, 4, 6, "", "");
  add_test_line (network, 4, 6, BARY_PRESENCE_LEFT);
  check (network, 4, 6, "4 6", "");
  add_test_line (network, 6, 6, BARY_PRESENCE_STAYS);
  add_test_line (network, 6, 4, BARY_PRESENCE_STAYS);
  check (network, 4, 6, "4 6", "");
}

static void
test_a_line_to_a_barycenter_is_a_membership (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  add_test_line (network, 4, 1, BARY_PRESENCE_STAYS);
  check (network, 4, 5, "4 0 3", "0 1");
}

static void
test_statuses (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();
  g_autoptr (BaryNetworkPath) path = NULL;

  bary_network_node (network, 3)->statuses = 1 << 2 | 1 << 4;
  bary_network_node (network, 4)->statuses = 1 << 4 | 1 << 5;
  path = bary_network_path_new (network, 5, 4);
  g_assert_cmpuint (path->statuses, ==, 1 << 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-path/in-a-cluster", test_in_a_cluster);
  g_test_add_func ("/network-path/through-a-school-in-two-clusters", test_through_a_school_in_two_clusters);
  g_test_add_func ("/network-path/one-organisation", test_one_organisation_is_shown_wherever_it_stands);
  g_test_add_func ("/network-path/nothing-joins-them", test_nothing_joins_them);
  g_test_add_func ("/network-path/lines-of-another-day", test_lines_of_another_day_lead_nowhere);
  g_test_add_func ("/network-path/a-line-is-a-membership", test_a_line_to_a_barycenter_is_a_membership);
  g_test_add_func ("/network-path/statuses", test_statuses);
  return g_test_run ();
}
