#include "bary-centrality.h"

/* W. Zachary: An information flow model for conflict and fission in small groups. Journal of Anthropological
 * Research 33 (1977), 452–473; numbered from 0. */
static const BaryTie karate[] = {
  { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 0, 5 }, { 0, 6 }, { 0, 7 }, { 0, 8 }, { 0, 10 }, { 0, 11 }, { 0, 12 }, { 0, 13 },
  { 0, 17 }, { 0, 19 }, { 0, 21 }, { 0, 31 }, { 1, 2 }, { 1, 3 }, { 1, 7 }, { 1, 13 }, { 1, 17 }, { 1, 19 }, { 1, 21 },
  { 1, 30 }, { 2, 3 }, { 2, 7 }, { 2, 8 }, { 2, 9 }, { 2, 13 }, { 2, 27 }, { 2, 28 }, { 2, 32 }, { 3, 7 }, { 3, 12 },
  { 3, 13 }, { 4, 6 }, { 4, 10 }, { 5, 6 }, { 5, 10 }, { 5, 16 }, { 6, 16 }, { 8, 30 }, { 8, 32 }, { 8, 33 }, { 9, 33 },
  { 13, 33 }, { 14, 32 }, { 14, 33 }, { 15, 32 }, { 15, 33 }, { 18, 32 }, { 18, 33 }, { 19, 33 }, { 20, 32 }, { 20, 33 },
  { 22, 32 }, { 22, 33 }, { 23, 25 }, { 23, 27 }, { 23, 29 }, { 23, 32 }, { 23, 33 }, { 24, 25 }, { 24, 27 }, { 24, 31 },
  { 25, 31 }, { 26, 29 }, { 26, 33 }, { 27, 33 }, { 28, 31 }, { 28, 33 }, { 29, 32 }, { 29, 33 }, { 30, 32 }, { 30, 33 },
  { 31, 32 }, { 31, 33 }, { 32, 33 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (karate) == 78);

/* As NetworkX documents and prints them. */
static const struct {
  guint  vertex;
  double betweenness;
} karate_values[] = {
  { 0, 0.43763528138528146 }, { 33, 0.30407497594997596 }, { 32, 0.145247113997114 }, { 2, 0.14365680615680618 },
  { 31, 0.13827561327561325 }, { 8, 0.05592682780182781 }, { 1, 0.053936688311688304 }, { 13, 0.04586339586339586 },
  { 19, 0.03247504810004811 }, { 5, 0.02998737373737374 }, { 6, 0.029987373737373736 }, { 27, 0.02233345358345358 },
  { 11, 0 }, { 16, 0 },
};

static void
test_karate (void)
{
  g_autofree double *values = bary_centrality_betweenness (34, karate, G_N_ELEMENTS (karate), NULL, 0);
  g_autofree guint8 *joints = bary_centrality_find_joints (34, karate, G_N_ELEMENTS (karate));

  for (guint i = 0; i < G_N_ELEMENTS (karate_values); i++)
    g_assert_cmpfloat_with_epsilon (values[karate_values[i].vertex], karate_values[i].betweenness, 1e-12);
  for (guint v = 0; v < 34; v++)
    g_assert_cmpuint (joints[v], ==, v == 0);
}

/* Marriages of the Florentine families: J. Padgett, C. Ansell: Robust action and the rise of the Medici. American
 * Journal of Sociology 98 (1993), 1259–1319. Betweenness as in M. Jackson: Social and Economic Networks (2008), 2.2.4. */
enum {
  ACCIAIUOLI, ALBIZZI, BARBADORI, BISCHERI, CASTELLANI, GINORI, GUADAGNI, LAMBERTESCHI, MEDICI, PAZZI, PERUZZI, RIDOLFI,
  SALVIATI, STROZZI, TORNABUONI, N_FAMILIES
};

static const BaryTie florence[] = {
  { ACCIAIUOLI, MEDICI }, { CASTELLANI, PERUZZI }, { CASTELLANI, STROZZI }, { CASTELLANI, BARBADORI }, { MEDICI, BARBADORI },
  { MEDICI, RIDOLFI }, { MEDICI, TORNABUONI }, { MEDICI, ALBIZZI }, { MEDICI, SALVIATI }, { SALVIATI, PAZZI },
  { PERUZZI, STROZZI }, { PERUZZI, BISCHERI }, { STROZZI, RIDOLFI }, { STROZZI, BISCHERI }, { RIDOLFI, TORNABUONI },
  { TORNABUONI, GUADAGNI }, { ALBIZZI, GINORI }, { ALBIZZI, GUADAGNI }, { BISCHERI, GUADAGNI }, { GUADAGNI, LAMBERTESCHI },
};

static const double florence_values[N_FAMILIES] = {
  [ALBIZZI] = 0.212454, [BARBADORI] = 0.093407, [BISCHERI] = 0.104396, [CASTELLANI] = 0.054945, [GUADAGNI] = 0.254579,
  [MEDICI] = 0.521978, [PERUZZI] = 0.021978, [RIDOLFI] = 0.113553, [SALVIATI] = 0.142857, [STROZZI] = 0.102564,
  [TORNABUONI] = 0.091575,
};

static void
test_florence (void)
{
  g_autofree double *values = bary_centrality_betweenness (N_FAMILIES, florence, G_N_ELEMENTS (florence), NULL, 0);
  g_autofree guint8 *joints = bary_centrality_find_joints (N_FAMILIES, florence, G_N_ELEMENTS (florence));

  for (guint v = 0; v < N_FAMILIES; v++)
    {
      g_assert_cmpfloat_with_epsilon (values[v], florence_values[v], 5e-7);
      g_assert_cmpuint (joints[v], ==, v == ALBIZZI || v == GUADAGNI || v == MEDICI || v == SALVIATI);
    }
}

/* By definition, on small random graphs with loops and doubled edges. */

#define MOST 14

typedef struct {
  guint    n;
  gboolean tied[MOST][MOST];
} Matrix;

/* Returns: how many parts are left without vertex `out`. */
static guint
count_parts (const Matrix *matrix,
             guint         out)
{
  gboolean seen[MOST] = { FALSE };
  guint n_parts = 0;

  for (guint root = 0; root < matrix->n; root++)
    {
      guint queue[MOST], n_queue = 0;

      if (root == out || seen[root])
        continue;
      n_parts++;
      seen[root] = TRUE;
      queue[n_queue++] = root;
      for (guint i = 0; i < n_queue; i++)
        for (guint v = 0; v < matrix->n; v++)
          if (v != out && !seen[v] && matrix->tied[queue[i]][v])
            {
              seen[v] = TRUE;
              queue[n_queue++] = v;
            }
    }
  return n_parts;
}

/* Floyd and Warshall, with the number of shortest ways: w(s,t) = Σ w(s,u) over the neighbours u of t one step nearer. */
static void
count_ways (const Matrix *matrix,
            int           distance[MOST][MOST],
            double        ways[MOST][MOST])
{
  for (guint s = 0; s < matrix->n; s++)
    for (guint t = 0; t < matrix->n; t++)
      distance[s][t] = s == t ? 0 : matrix->tied[s][t] ? 1 : 1000;
  for (guint k = 0; k < matrix->n; k++)
    for (guint s = 0; s < matrix->n; s++)
      for (guint t = 0; t < matrix->n; t++)
        distance[s][t] = MIN (distance[s][t], distance[s][k] + distance[k][t]);
  for (guint s = 0; s < matrix->n; s++)
    for (int d = 0; d < MOST; d++)
      for (guint t = 0; t < matrix->n; t++)
        if (distance[s][t] == d)
          {
            ways[s][t] = d == 0;
            for (guint u = 0; d > 0 && u < matrix->n; u++)
              if (matrix->tied[u][t] && distance[s][u] == d - 1)
                ways[s][t] += ways[s][u];
          }
}

static double
find_betweenness (const Matrix *matrix,
                  guint         v)
{
  int distance[MOST][MOST];
  double ways[MOST][MOST] = { { 0 } };
  double sum = 0;

  count_ways (matrix, distance, ways);
  for (guint s = 0; s < matrix->n; s++)
    for (guint t = s + 1; t < matrix->n; t++)
      if (s != v && t != v && distance[s][t] < 1000 && distance[s][v] + distance[v][t] == distance[s][t])
        sum += ways[s][v] * ways[v][t] / ways[s][t];
  return matrix->n > 2 ? sum / ((matrix->n - 1) * (matrix->n - 2) / 2.0) : 0;
}

static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      BaryTie ties[3 * MOST];
      Matrix matrix = { (guint) g_test_rand_int_range (1, MOST + 1), { { FALSE } } };
      guint n_ties = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (ties));
      g_autofree double *values = NULL;
      g_autofree guint8 *joints = NULL;

      for (guint i = 0; i < n_ties; i++)
        {
          ties[i].a = (guint) g_test_rand_int_range (0, (int) matrix.n);
          ties[i].b = (guint) g_test_rand_int_range (0, (int) matrix.n);
          if (ties[i].a != ties[i].b)
            matrix.tied[ties[i].a][ties[i].b] = matrix.tied[ties[i].b][ties[i].a] = TRUE;
        }
      values = bary_centrality_betweenness (matrix.n, ties, n_ties, NULL, 0);
      joints = bary_centrality_find_joints (matrix.n, ties, n_ties);
      for (guint v = 0; v < matrix.n; v++)
        {
          gboolean alone = TRUE;

          for (guint u = 0; u < matrix.n; u++)
            alone = alone && !matrix.tied[v][u];
          g_assert_cmpfloat_with_epsilon (values[v], find_betweenness (&matrix, v), 1e-9);
          g_assert_cmpuint (joints[v], ==, count_parts (&matrix, v) > count_parts (&matrix, MOST) - alone);
        }
    }
}

/* All sources, named, are as good as all; some give an estimate near it. */
static void
test_sources (void)
{
  g_autofree double *exact = bary_centrality_betweenness (34, karate, G_N_ELEMENTS (karate), NULL, 0);
  g_autofree double *named = NULL;
  g_autofree double *some = NULL;
  guint sources[34];
  guint greatest = 0;

  for (guint v = 0; v < 34; v++)
    sources[v] = (v * 13 + 5) % 34;
  named = bary_centrality_betweenness (34, karate, G_N_ELEMENTS (karate), sources, 34);
  some = bary_centrality_betweenness (34, karate, G_N_ELEMENTS (karate), sources, 17);
  for (guint v = 0; v < 34; v++)
    {
      g_assert_cmpfloat_with_epsilon (named[v], exact[v], 1e-12);
      g_assert_cmpfloat_with_epsilon (some[v], exact[v], 0.15);
      greatest = some[v] > some[greatest] ? v : greatest;
    }
  g_assert_cmpuint (greatest, ==, 0);
}

/* A path as long as this would be too deep for recursion. */
static void
test_deep (void)
{
  const guint n = 300000;
  g_autofree BaryTie *ties = g_new (BaryTie, n);
  g_autofree guint8 *joints = NULL;

  for (guint i = 0; i + 1 < n; i++)
    ties[i] = (BaryTie) { i, i + 1 };
  joints = bary_centrality_find_joints (n, ties, n - 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (joints[i], ==, i > 0 && i + 1 < n);
}

static void
test_nothing (void)
{
  g_autofree double *values = bary_centrality_betweenness (0, NULL, 0, NULL, 0);
  g_autofree guint8 *joints = bary_centrality_find_joints (0, NULL, 0);

  g_assert_nonnull (values);
  g_assert_nonnull (joints);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/centrality/karate", test_karate);
  g_test_add_func ("/centrality/florence", test_florence);
  g_test_add_func ("/centrality/random", test_random);
  g_test_add_func ("/centrality/sources", test_sources);
  g_test_add_func ("/centrality/deep", test_deep);
  g_test_add_func ("/centrality/nothing", test_nothing);
  return g_test_run ();
}
