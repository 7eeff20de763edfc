#include "bary-graph-layout.h"
#include "bary-random-graph.h"
#include "bary-turns.h"

#include <math.h>

#define GAP 8 /* at least, between two labels */

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

/* Many a small district. */

static BaryRandomGraph *
new_district (guint seed)
{
  return bary_random_graph_new (30 + seed * 7 % 120, seed);
}

static BaryGraphNode *
get_node (BaryRandomGraph *random,
          guint            node)
{
  return &g_array_index (random->nodes, BaryGraphNode, node);
}

static gboolean
is_in_the_way (BaryRandomGraph *random,
               int              cluster,
               guint            node)
{
  const BaryGraphNode *it = get_node (random, node);

  for (guint i = 0; i < random->nodes->len; i++)
    {
      const BaryGraphNode *other = get_node (random, i);

      if (other->cluster == cluster && fabs (other->x - it->x) < (other->width + it->width) / 2 + GAP &&
          fabs (other->y - it->y) < (other->height + it->height) / 2 + GAP)
        return TRUE;
    }
  return FALSE;
}

/* Whoever is not in the cluster, nor under somebody of it, stands where it stood. @cluster: -1: everybody */
static void
assert_stands (BaryRandomGraph       *random,
               const BaryGraphLayout *layout,
               int                    cluster)
{
  for (guint i = 0; i < random->nodes->len; i++)
    if (cluster < 0 || (get_node (random, i)->cluster != cluster && !is_in_the_way (random, cluster, i)))
      {
        g_assert_cmpfloat (layout->nodes[i].x, ==, get_node (random, i)->x);
        g_assert_cmpfloat (layout->nodes[i].y, ==, get_node (random, i)->y);
      }
}

/* Lays out twice: the second time nobody moves. */
static void
settle (BaryRandomGraph *random,
        int              cluster)
{
  g_autoptr (BaryGraphLayout) before = bary_graph_layout_new (&random->graph, BARY_SCHEME_AUTOMATIC, NULL, NULL);
  g_autoptr (BaryGraphLayout) after = NULL;

  if (cluster >= 0)
    assert_stands (random, before, cluster);
  stand_where (random, before);
  after = bary_graph_layout_new (&random->graph, BARY_SCHEME_AUTOMATIC, NULL, NULL);
  assert_stands (random, after, -1);
}

static void
forget_some (BaryRandomGraph *random,
             guint64          chance)
{
  for (guint i = 0; i < random->nodes->len; i++)
    if (bary_turns_draw (&chance) % 8 == 0)
      get_node (random, i)->x = NAN;
}

/* As if its places were those of an earlier day: everybody stands on the other side of the barycenter. */
static void
turn_round (BaryRandomGraph *random,
            int              cluster)
{
  guint centre = 0;
  double x, y;

  while (get_node (random, centre)->cluster != cluster || get_node (random, centre)->role != BARY_ROLE_BARYCENTER)
    centre++;
  x = get_node (random, centre)->x;
  y = get_node (random, centre)->y;
  for (guint i = 0; i < random->nodes->len; i++)
    if (get_node (random, i)->cluster == cluster)
      {
        get_node (random, i)->x = 2 * x - get_node (random, i)->x;
        get_node (random, i)->y = 2 * y - get_node (random, i)->y;
      }
}

static void
test_twice (void)
{
  guint n_districts = g_getenv ("BARYCENTER_LONG") != NULL ? 2000 : 100;

  for (guint seed = 1; seed <= n_districts; seed++)
    {
      g_autoptr (BaryRandomGraph) random = new_district (seed);
      int cluster = (int) (seed % random->clusters->len);

      settle (random, -1);
      forget_some (random, seed);
      settle (random, -1);
      turn_round (random, cluster);
      settle (random, cluster);
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
  g_test_add_data_func ("/layout-stability/the-first-district-comes-late", GINT_TO_POINTER (0), test_a_district_more);
  g_test_add_data_func ("/layout-stability/the-last-district-comes-late", GINT_TO_POINTER (2), test_a_district_more);
  g_test_add_func ("/layout-stability/nobody-moves-the-second-time", test_twice);
  return g_test_run ();
}
