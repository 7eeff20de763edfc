#include "bary-random-graph.h"

#include "bary-disc-stress.h"
#include "bary-hops.h"

#include <math.h>

#define N_NODES 240
#define STRETCH 1.35
#define SEED 3

static BaryLayoutWork *
make_work (BaryRandomGraph **random)
{
  *random = bary_random_graph_new (N_NODES, SEED);
  return bary_layout_work_new (&(*random)->graph, STRETCH);
}

/* Floyd's algorithm, which has nothing in common with sets of bits. */
static void
test_hops (void)
{
  g_autoptr (BaryRandomGraph) random = NULL;
  g_autoptr (BaryLayoutWork) work = make_work (&random);
  g_autofree guint8 *hops = bary_hops_count (work);
  g_autofree guint *ways = g_new (guint, N_NODES * N_NODES);
  guint n = work->n_nodes;

  g_assert_cmpuint (n, <=, N_NODES);
  for (guint i = 0; i < n * n; i++)
    ways[i] = i % (n + 1) == 0 ? 0 : BARY_HOPS_NONE;
  for (guint i = 0; i < n; i++)
    for (guint j = work->first_tie[i]; j < work->first_tie[i + 1]; j++)
      ways[i * n + work->ties[j]] = 1;
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        ways[i * n + j] = MIN (ways[i * n + j], ways[i * n + k] + ways[k * n + j]);
  for (guint i = 0; i < n * n; i++)
    g_assert_cmpuint (hops[i], ==, ways[i]);
}

static void
test_no_way (void)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new_empty ();
  g_autoptr (BaryLayoutWork) work = NULL;
  g_autofree guint8 *hops = NULL;
  int cluster = bary_random_graph_add_cluster (random, -1);

  for (guint i = 0; i < 3; i++)
    bary_random_graph_add (random, "Школа", BARY_ROLE_MEMBER, cluster, 0, 2);
  bary_random_graph_tie (random, 0, 1);
  bary_random_graph_finish (random);
  work = bary_layout_work_new (&random->graph, STRETCH);
  hops = bary_hops_count (work);
  g_assert_cmpuint (hops[0 * 3 + 1], ==, 1);
  g_assert_cmpuint (hops[0 * 3 + 2], ==, BARY_HOPS_NONE);
  g_assert_cmpuint (hops[2 * 3 + 2], ==, 0);
}

/* The definition, pair by pair. */
static double
sum_stress (const BaryLayoutWork *work,
            const guint8         *hops,
            guint                 node,
            double                scale)
{
  const BaryFlatBox *box = &work->nodes[node].box;
  double sum = 0;

  for (guint i = 0; i < work->n_nodes; i++)
    {
      guint8 way = hops[(gsize) node * work->n_nodes + i];
      double length = hypot ((work->nodes[i].box.x - box->x) * work->stretch, work->nodes[i].box.y - box->y);

      if (i != node && way != BARY_HOPS_NONE)
        sum += (scale * length / way - 1) * (scale * length / way - 1);
    }
  return sum;
}

/* Members stand anywhere, each other cluster in one point, so that nothing is estimated. */
static void
scatter (BaryLayoutWork *work)
{
  for (guint i = 0; i < work->n_nodes; i++)
    {
      BaryFlatBox *box = &work->nodes[i].box;
      int cluster = work->nodes[i].cluster;

      box->x = cluster == 0 ? (i * 37) % 200 : cluster > 0 ? 300 * cluster : -400.0 * (1 + i % 3);
      box->y = cluster == 0 ? (i * 91) % 170 : cluster > 0 ? 90 * cluster : 200;
    }
  work->clusters[0].x = 100;
  work->clusters[0].y = 80;
}

/* Constant terms are left out: what a move changes is the same. */
static void
test_moves (void)
{
  g_autoptr (BaryRandomGraph) random = NULL;
  g_autoptr (BaryLayoutWork) work = make_work (&random);
  g_autoptr (GArray) long_ties = g_array_new (FALSE, FALSE, sizeof (BaryLongTie));
  g_autofree guint8 *hops = bary_hops_count (work);
  g_autoptr (BaryStressTables) tables = NULL;
  g_auto (BaryDiscBoard) board = { 0 };
  BaryDiscStress stress;

  scatter (work);
  tables = bary_stress_tables_new (work, bary_hops_count (work));
  bary_stress_tables_scale (tables);
  bary_disc_board_init (&board, work, &work->clusters[0], long_ties, FALSE);
  bary_disc_stress_init (&stress, tables, &work->clusters[0]);
  for (guint i = 0; i < work->clusters[0].n; i++)
    {
      BaryFlatBox *box = &work->nodes[work->clusters[0].first + i].box;
      double before = sum_stress (work, hops, work->clusters[0].first + i, stress.scale), after;
      double reckoned = bary_disc_stress_of (&stress, &board, i);

      box->x += 70;
      box->y -= 45;
      bary_disc_board_move (&board, i, (float) (box->x - work->clusters[0].x), (float) (box->y - work->clusters[0].y));
      after = sum_stress (work, hops, work->clusters[0].first + i, stress.scale);
      g_assert_cmpfloat_with_epsilon (bary_disc_stress_of (&stress, &board, i) - reckoned, after - before, 1e-3 * (before + after));
    }
  bary_disc_stress_clear (&stress);
}

/* Pair by pair, between clusters and single nodes and within them. */
static void
test_sums (void)
{
  g_autoptr (BaryRandomGraph) random = NULL;
  g_autoptr (BaryLayoutWork) work = make_work (&random);
  g_autofree guint8 *hops = bary_hops_count (work);
  g_autoptr (BaryStressTables) tables = bary_stress_tables_new (work, bary_hops_count (work));
  guint n = work->n_clusters, n_units = n;
  g_autofree guint *units = g_new (guint, work->n_nodes);
  g_autofree double *expected = NULL;

  for (guint i = 0; i < work->n_nodes; i++)
    units[i] = work->nodes[i].cluster >= 0 ? (guint) work->nodes[i].cluster : n_units++;
  g_assert_cmpuint (n_units, >, n);
  expected = g_new0 (double, 2 * n_units * n_units);
  for (guint i = 0; i < work->n_nodes; i++)
    for (guint j = 0; j < work->n_nodes; j++)
      {
        double way = hops[i * work->n_nodes + j];
        double *sums = &expected[2 * (units[i] * n_units + units[j])];

        if (i == j || way == BARY_HOPS_NONE || (units[i] == units[j] && i > j))
          continue;
        sums[0] += 1 / (way * way);
        sums[1] += 1 / way;
      }
  for (guint i = 0; i < n_units; i++)
    {
      g_autofree double *squares = g_new0 (double, n_units);
      g_autofree double *lengths = g_new0 (double, n_units);

      bary_stress_tables_add_up (tables, i, squares, lengths);
      for (guint j = 0; j < n_units; j++)
        {
          g_assert_cmpfloat_with_epsilon (squares[j], expected[2 * (i * n_units + j)], 1e-3);
          g_assert_cmpfloat_with_epsilon (lengths[j], expected[2 * (i * n_units + j) + 1], 1e-3);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disc-stress/hops", test_hops);
  g_test_add_func ("/disc-stress/no-way", test_no_way);
  g_test_add_func ("/disc-stress/moves", test_moves);
  g_test_add_func ("/disc-stress/sums", test_sums);
  return g_test_run ();
}
