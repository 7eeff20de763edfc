#include "bary-graph-layout.h"
#include "bary-random-graph.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/layout-stability/one-more-of-300", GUINT_TO_POINTER (300), test_one_school_more);
  g_test_add_data_func ("/layout-stability/one-more-of-3000", GUINT_TO_POINTER (3000), test_one_school_more);
  g_test_add_data_func ("/layout-stability/one-less-of-300", GUINT_TO_POINTER (300), test_one_school_less);
  g_test_add_data_func ("/layout-stability/one-less-of-3000", GUINT_TO_POINTER (3000), test_one_school_less);
  return g_test_run ();
}
