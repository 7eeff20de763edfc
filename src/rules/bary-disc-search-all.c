#include "bary-disc-search-private.h"

#define WAVES 8u /* of clusters that are searched at once: what is searched later knows what is better now */
#define LEAST_WAVE 8 /* clusters: of a few of different sizes, a thread would be idle while the other has the largest */

static void
take_places (BaryLayoutWork *work,
             guint           first,
             guint           n,
             const double   *places)
{
  for (guint i = 0; i < n; i++)
    {
      work->nodes[first + i].box.x = places[2 * i];
      work->nodes[first + i].box.y = places[2 * i + 1];
    }
}

typedef struct {
  BaryLayoutWork         *work;
  BaryWorkCluster        *cluster;
  const GArray           *long_ties;
  const BarySearchEffort *effort;
  double                 *places; /* of the nodes of the cluster, for each start */
  float                  *costs;
} Starts;

static void
search_from_start (guint    piece,
                   gpointer data)
{
  const Starts *starts = data;

  starts->costs[piece] = bary_disc_search_from (starts->work, starts->cluster, starts->long_ties, starts->effort, piece,
                                                &starts->places[2 * (gsize) starts->cluster->n * piece]);
}

void
bary_disc_search (BaryLayoutWork         *work,
                  BaryWorkCluster        *cluster,
                  const GArray           *long_ties,
                  const BarySearchEffort *effort)
{
  guint n_starts = MAX (effort->starts, 1), best = 0;
  g_autofree double *places = g_new (double, 2 * (gsize) cluster->n * n_starts + 1);
  g_autofree float *costs = g_new (float, n_starts);
  Starts starts = { work, cluster, long_ties, effort, places, costs };

  bary_team_do (work->team, n_starts, search_from_start, &starts);
  for (guint i = 1; i < n_starts; i++)
    best = costs[i] < costs[best] ? i : best;
  take_places (work, cluster->first, cluster->n, &places[2 * (gsize) cluster->n * best]);
}

typedef struct {
  BaryLayoutWork         *work;
  const GArray           *long_ties;
  const BarySearchEffort *effort;
  const guint            *clusters; /* of the wave, the smallest first */
  guint                   n;
  double                 *places;   /* of all nodes */
} Wave;

/* The largest begins, so that in the end no thread waits long for it. */
static void
search_piece (guint    piece,
              gpointer data)
{
  const Wave *wave = data;
  BaryWorkCluster *cluster = &wave->work->clusters[wave->clusters[wave->n - 1 - piece]];

  bary_disc_search_from (wave->work, cluster, wave->long_ties, wave->effort, 0, &wave->places[2 * (gsize) cluster->first]);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      clusters)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  guint n_i = ((const BaryWorkCluster *) clusters)[i].n, n_j = ((const BaryWorkCluster *) clusters)[j].n;

  return n_i != n_j ? (n_i < n_j ? -1 : 1) : i < j ? -1 : i > j;
}

/* Those of one wave take about as long, and the largest come last, when the others stand.
 * Returns: (transfer full) */
static guint *
list_by_size (const BaryLayoutWork *work)
{
  guint *clusters = g_new (guint, work->n_clusters + 1);

  for (guint i = 0; i < work->n_clusters; i++)
    clusters[i] = i;
  g_qsort_with_data (clusters, (int) work->n_clusters, sizeof (guint), compare_sizes, work->clusters);
  return clusters;
}

void
bary_disc_search_all (BaryLayoutWork         *work,
                      const GArray           *long_ties,
                      const BarySearchEffort *effort)
{
  g_autofree double *places = g_new (double, 2 * (gsize) work->n_nodes + 1);
  g_autofree guint *clusters = list_by_size (work);
  guint n_waves = CLAMP (work->n_clusters / LEAST_WAVE, 1, WAVES);

  for (guint i = 0; i < n_waves; i++)
    {
      guint first = i * work->n_clusters / n_waves, end = (i + 1) * work->n_clusters / n_waves;
      Wave wave = { work, long_ties, effort, &clusters[first], end - first, places };

      bary_team_do (work->team, end - first, search_piece, &wave);
      for (guint j = first; j < end; j++)
        take_places (work, work->clusters[clusters[j]].first, work->clusters[clusters[j]].n,
                     &places[2 * (gsize) work->clusters[clusters[j]].first]);
    }
}
