#include "bary-network-filter.h"
#include "bary-test-network.h"

typedef struct {
  BaryNetworkFilter filter;
  const char       *expected; /* a byte per node */
} Row;

static const guint8 within[] = { 1, 0, 0, 0, 0, 0, 1 };

static const Row rows[] = {
  { { NULL, NULL, 0, -1, NULL, NULL }, "1111111" },
  { { "green", NULL, 0, -1, NULL, NULL }, "0110011" },
  { { "nobody's", NULL, 0, -1, NULL, NULL }, "0000000" },
  { { NULL, "А", 0, -1, NULL, NULL }, "0001100" },
  { { "green", "Б", 0, -1, NULL, NULL }, "0000011" },
  { { NULL, NULL, 2, -1, NULL, NULL }, "0000100" },
  { { NULL, NULL, 0, 3, NULL, NULL }, "0001000" },
  { { NULL, NULL, 0, -1, "352", NULL }, "0001010" },
  { { NULL, NULL, 0, -1, "№352", NULL }, "0001010" },
  { { NULL, NULL, 0, -1, "52", NULL }, "0000000" },
  { { NULL, NULL, 0, -1, "ШКОЛА  иск", NULL }, "0000001" },
  { { NULL, NULL, 0, -1, "петербургская", NULL }, "0000001" },
  { { NULL, NULL, 0, -1, "", NULL }, "1111111" },
  { { NULL, NULL, 0, -1, NULL, within }, "1000001" },
  { { "civil", NULL, 0, -1, NULL, within }, "1000000" },
};

static void
test_table (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();
  g_autoptr (GPtrArray) folded = bary_network_fold_names (network);

  bary_network_node (network, 4)->level = 2;
  bary_network_node (network, 3)->statuses = 1 << 3 | 1 << 5;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char found[] = "0000000";
      guint8 set[7];
      guint n = bary_network_filter_apply (&rows[i].filter, network, folded, set), expected = 0;

      for (guint j = 0; j < G_N_ELEMENTS (set); j++)
        {
          found[j] = set[j] ? '1' : '0';
          expected += rows[i].expected[j] == '1';
        }
      g_test_message ("row %u", i);
      g_assert_cmpstr (found, ==, rows[i].expected);
      g_assert_cmpuint (n, ==, expected);
      g_assert_cmpint (bary_network_filter_is_any (&rows[i].filter), ==, expected == 7);
    }
}

static char *
list (const BaryNetwork    *network,
      BaryNetworkFacetKind  kind)
{
  g_autoptr (GArray) facets = bary_network_list_facets (network, kind);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < facets->len; i++)
    {
      const BaryNetworkFacet *facet = &g_array_index (facets, BaryNetworkFacet, i);

      g_string_append_printf (words, "%s(%s)%u ", facet->value, facet->name != NULL ? facet->name : "", facet->count);
    }
  return g_string_free (words, FALSE);
}

static void
check_list (const BaryNetwork    *network,
            BaryNetworkFacetKind  kind,
            const char           *expected)
{
  g_autofree char *found = list (network, kind);

  g_assert_cmpstr (found, ==, expected);
}

/* What only comes later is no choice yet. */
static void
test_facets (void)
{
  g_autoptr (BaryNetwork) network = make_test_network ();

  bary_network_node (network, 3)->statuses = 1 << 5 | 1 << 3;
  bary_network_node (network, 4)->statuses = 1 << 3;
  bary_network_node (network, 6)->level = 10;
  bary_network_node (network, 4)->level = 2;
  check_list (network, BARY_FACET_DIRECTION, "civil()3 green()4 ");
  check_list (network, BARY_FACET_GROUP, "А(Опорные школы)2 Б()2 ");
  check_list (network, BARY_FACET_LEVEL, "2()1 10()1 ");
  check_list (network, BARY_FACET_STATUS, "3()2 5()1 ");

  bary_network_node (network, 3)->presence = BARY_PRESENCE_JOINED;
  bary_network_node (network, 5)->presence = BARY_PRESENCE_MOVED_IN;
  bary_network_node (network, 6)->presence = BARY_PRESENCE_LEFT;
  check_list (network, BARY_FACET_GROUP, "А(Опорные школы)1 Б()1 ");
  check_list (network, BARY_FACET_STATUS, "3()1 ");

  g_free (g_array_index (bary_network_cluster (network, 1)->groups, BaryNetworkGroup, 0).full_name);
  g_array_index (bary_network_cluster (network, 1)->groups, BaryNetworkGroup, 0).full_name = g_strdup ("Школы");
  g_clear_pointer (&g_array_index (bary_network_cluster (network, 2)->groups, BaryNetworkGroup, 0).full_name, g_free);
  check_list (network, BARY_FACET_GROUP, "А()1 Б()1 ");
}

/* Nodes 3 and 5 are one school in two clusters; who is of a hidden group does not count. */
static void
test_records (void)
{
  static const guint8 all[] = { 1, 1, 1, 1, 1, 1, 1 }, twice[] = { 0, 0, 0, 1, 0, 1, 0 };
  g_autoptr (BaryNetwork) network = make_test_network ();

  g_assert_cmpuint (bary_network_count_records (network, all), ==, 6);
  g_assert_cmpuint (bary_network_count_records (network, twice), ==, 1);
  bary_network_node (network, 6)->hidden = TRUE;
  g_assert_cmpuint (bary_network_count_records (network, all), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-filter/table", test_table);
  g_test_add_func ("/network-filter/facets", test_facets);
  g_test_add_func ("/network-filter/records", test_records);
  return g_test_run ();
}
