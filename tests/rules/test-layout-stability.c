#include "bary-graph-layout.h"
#include "bary-random-graph.h"

#include <math.h>

static void
stand_where (BaryRandomGraph       *random,
             const BaryGraphLayout *layout)
{
  for (guint i = 0; i < random->nodes->len; i++)
    {
      g_array_index (random->nodes, BaryGraphNode, i).x = layout->nodes[i].x;
      g_array_index (random->nodes, BaryGraphNode, i).y = layout->nodes[i].y;
    }
}

static guint
add_school (BaryRandomGraph *random)
{
  guint centre = 0, school;

  while (g_array_index (random->nodes, BaryGraphNode, centre).role != BARY_ROLE_BARYCENTER)
    centre++;
  school = bary_random_graph_add (random, "ГБОУ СОШ № 352", BARY_ROLE_MEMBER,
                                  g_array_index (random->nodes, BaryGraphNode, centre).cluster, 0, 2);
  bary_random_graph_tie (random, centre, school);
  bary_random_graph_finish (random);
  return school;
}

/* In a whole district and in a whole region nobody else moves. */
static void
test_one_school_more (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data), school;
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (n, 1);
  g_autoptr (BaryGraphLayout) before = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  g_autoptr (BaryGraphLayout) after = NULL;

  stand_where (random, before);
  school = add_school (random);
  after = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  g_assert_cmpuint (after->n_nodes, ==, before->n_nodes + 1);
  for (guint i = 0; i < before->n_nodes; i++)
    {
      g_assert_cmpfloat (after->nodes[i].x, ==, before->nodes[i].x);
      g_assert_cmpfloat (after->nodes[i].y, ==, before->nodes[i].y);
      g_assert_false (bary_box_overlaps (&after->nodes[i], &after->nodes[school]));
    }
}

/* And one less: those that are left stay. */
static void
test_one_school_less (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (n, 1);
  g_autoptr (BaryGraphLayout) before = NULL;
  g_autoptr (BaryGraphLayout) after = NULL;
  guint school = add_school (random);

  before = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  stand_where (random, before);
  g_array_set_size (random->nodes, school);
  g_array_set_size (random->edges, random->edges->len - 1);
  bary_random_graph_finish (random);
  after = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  for (guint i = 0; i < school; i++)
    {
      g_assert_cmpfloat (after->nodes[i].x, ==, before->nodes[i].x);
      g_assert_cmpfloat (after->nodes[i].y, ==, before->nodes[i].y);
    }
}

static gboolean
is_in_district (const BaryRandomGraph *random,
                guint                  node,
                int                    district)
{
  int cluster = g_array_index (random->nodes, BaryGraphNode, node).cluster;

  return cluster >= 0 && g_array_index (random->clusters, BaryGraphCluster, cluster).district == district;
}

/* How far the edges of two discs are from each other, as if nothing were stretched. */
static double
gap_between (const BaryGraphLayout *layout,
             const BaryLayoutDisc  *a,
             const BaryLayoutDisc  *b)
{
  return hypot ((a->x - b->x) / layout->stretch, a->y - b->y) - a->radius_y - b->radius_y;
}

/* A district that comes later stands beside the others: none of its clusters is within their circles. */
static void
test_a_district_more (gconstpointer data)
{
  int late = GPOINTER_TO_INT (data);
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (900, 5);
  g_autoptr (BaryGraphLayout) before = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  g_autoptr (BaryGraphLayout) after = NULL;

  g_assert_cmpuint (random->districts->len, ==, 3);
  stand_where (random, before);
  for (guint i = 0; i < random->nodes->len; i++)
    if (is_in_district (random, i, late))
      g_array_index (random->nodes, BaryGraphNode, i).x = NAN;
  after = bary_graph_layout_new (&random->graph, BARY_SCHEME_NETWORK, NULL, NULL);
  for (guint i = 0; i < before->n_nodes; i++)
    if (!is_in_district (random, i, late))
      {
        g_assert_cmpfloat (after->nodes[i].x, ==, before->nodes[i].x);
        g_assert_cmpfloat (after->nodes[i].y, ==, before->nodes[i].y);
      }
  for (guint i = 0; i < after->n_clusters; i++)
    for (int other = 0; other < 3; other++)
      if (g_array_index (random->clusters, BaryGraphCluster, i).district == late ? other != late : other == late)
        g_assert_cmpfloat (gap_between (after, &after->clusters[i], &after->districts[other]), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/layout-stability/one-more-of-300", GUINT_TO_POINTER (300), test_one_school_more);
  g_test_add_data_func ("/layout-stability/one-more-of-3000", GUINT_TO_POINTER (3000), test_one_school_more);
  g_test_add_data_func ("/layout-stability/one-less-of-300", GUINT_TO_POINTER (300), test_one_school_less);
  g_test_add_data_func ("/layout-stability/one-less-of-3000", GUINT_TO_POINTER (3000), test_one_school_less);
  g_test_add_data_func ("/layout-stability/the-first-district-comes-late", GINT_TO_POINTER (0), test_a_district_more);
  g_test_add_data_func ("/layout-stability/the-last-district-comes-late", GINT_TO_POINTER (2), test_a_district_more);
  return g_test_run ();
}
