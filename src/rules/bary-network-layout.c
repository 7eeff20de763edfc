#include "bary-network-layout.h"

#include "bary-disc-layout.h"
#include "bary-disc-search.h"
#include "bary-hops.h"
#include "bary-known-places.h"
#include "bary-nesting.h"

#define STRETCH 1.35
#define LARGEST_ALONE 60 /* nodes */
#define STARTS_WORK 1800 /* starts of one cluster, times the square of its nodes: what is small is searched more often */
#define MOST_STARTS 8
#define FEWEST_WITH_WAYS 3 /* clusters */
#define IDLE 8    /* crossings: of a member among many, it is not worth while to look for another place */
#define FULL 0.78 /* of a disc among many: it is drawn in until then */

static void
overrule_arrangement (BaryLayoutWork   *work,
                      BaryLayoutScheme  scheme)
{
  for (guint i = 0; i < work->n_clusters; i++)
    if (scheme == BARY_SCHEME_GROUPS || scheme == BARY_SCHEME_LEVELS)
      work->clusters[i].levels = scheme == BARY_SCHEME_LEVELS;
}

static int
district_of (const BaryLayoutWork *work,
             guint                 node)
{
  int cluster = work->nodes[node].cluster;

  return cluster >= 0 ? work->clusters[cluster].district : -1;
}

/* Returns: (transfer full) (element-type BaryLongTie) */
static GArray *
list_long_ties (const BaryLayoutWork *work)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (BaryLongTie));

  for (guint i = 0; i < work->n_nodes; i++)
    for (guint j = work->first_tie[i]; j < work->first_tie[i + 1]; j++)
      {
        BaryLongTie tie = { i, work->ties[j], district_of (work, i) };

        if (tie.b <= i || (work->nodes[i].cluster >= 0 && work->nodes[i].cluster == work->nodes[tie.b].cluster))
          continue;
        if (tie.district != district_of (work, tie.b))
          tie.district = -1;
        g_array_append_val (ties, tie);
      }
  return ties;
}

/* Whether stress counts: the way from one cluster to another is seen well only where there are several, and the ways
 * of many nodes are too many. */
static gboolean
minds_ways (const BaryLayoutWork *work)
{
  return work->n_clusters >= FEWEST_WITH_WAYS && work->n_nodes <= BARY_LAYOUT_FEW;
}

/* The first search, while labels may overlap. */
static BarySearchEffort
choose_effort (const BaryLayoutWork *work)
{
  if (work->alone && work->n_nodes <= LARGEST_ALONE)
    return (BarySearchEffort) { .sweeps = 30, .tries = 6, .heat = 2.5, .swaps = 2,
                                .starts = CLAMP (STARTS_WORK / MAX (work->n_nodes * work->n_nodes, 1), 2, MOST_STARTS) };
  if (work->n_nodes > BARY_LAYOUT_MANY)
    return (BarySearchEffort) { .sweeps = 2, .tries = 4 };
  if (work->n_nodes > BARY_LAYOUT_FEW)
    return (BarySearchEffort) { .sweeps = 3, .tries = 6, .idle = IDLE };
  return minds_ways (work) ? (BarySearchEffort) { .sweeps = 3, .tries = 8, .heat = 2 } : (BarySearchEffort) { .sweeps = 6, .tries = 10 };
}

/* The last one. */
static BarySearchEffort
choose_firm_effort (const BaryLayoutWork *work)
{
  if (work->n_nodes > BARY_LAYOUT_FEW)
    return (BarySearchEffort) { .sweeps = 6, .tries = 6, .firm = TRUE, .slides = TRUE, .full = FULL, .idle = IDLE };
  if (minds_ways (work))
    return (BarySearchEffort) { .sweeps = 4, .tries = 8, .heat = 1, .firm = TRUE, .slides = TRUE };
  if (work->alone)
    return (BarySearchEffort) { .sweeps = 10, .tries = 8, .swaps = 2, .firm = TRUE, .slides = TRUE };
  return (BarySearchEffort) { .sweeps = 6, .tries = 12, .firm = TRUE };
}

static void
settle_cluster (guint    piece,
                gpointer data)
{
  BaryLayoutWork *work = data;

  bary_disc_layout_settle (work, &work->clusters[piece]);
}

static void
surround_clusters (BaryLayoutWork *work)
{
  for (guint i = 0; i < work->n_clusters; i++)
    bary_disc_layout_surround (work, &work->clusters[i]);
}

static void
settle_clusters (BaryLayoutWork   *work,
                 const GArray     *long_ties,
                 BaryStressTables *stress)
{
  BarySearchEffort effort = choose_effort (work), firm = choose_firm_effort (work);

  effort.stress = firm.stress = stress;
  if (work->alone)
    bary_disc_search (work, work->clusters, long_ties, &effort);
  else
    bary_disc_search_all (work, long_ties, &effort);
  bary_team_do (work->team, work->n_clusters, settle_cluster, work);
  if (stress != NULL)
    bary_stress_tables_scale (stress);
  if (work->n_nodes <= BARY_LAYOUT_MANY)
    bary_disc_search_all (work, long_ties, &firm);
  surround_clusters (work);
}

/* Once more as the clusters stand now, which is not where they stood when their members went where ties are short. */
static void
settle_again (BaryLayoutWork         *work,
              const GArray           *long_ties,
              const BaryStressTables *stress)
{
  BarySearchEffort effort = { 3, 8, 0.2, .firm = TRUE, .slides = TRUE, .stress = stress };

  bary_disc_search_all (work, long_ties, &effort);
  surround_clusters (work);
}

typedef struct {
  BaryLayoutWork *work;
  BaryNesting    *nesting;
  guint8         *hops; /* (nullable) */
} Start;

/* Two pieces that do not touch each other: where the clusters go, and how long the ways are. */
static void
start (guint    piece,
       gpointer data)
{
  Start *self = data;

  if (piece == 0)
    bary_nesting_arrange (self->nesting);
  else
    self->hops = bary_hops_count (self->work);
}

/* Returns: (nullable) (transfer full) */
static BaryStressTables *
start_clusters (BaryLayoutWork *work,
                BaryNesting    *nesting)
{
  Start self = { work, nesting };
  BaryStressTables *stress = NULL;

  bary_team_do (work->team, minds_ways (work) ? 2 : 1, start, &self);
  if (self.hops != NULL)
    {
      stress = bary_stress_tables_new (work, self.hops);
      bary_nesting_spread (nesting, stress);
    }
  for (guint i = 0; i < work->n_clusters; i++)
    bary_disc_layout_divide (work, &work->clusters[i]);
  for (guint i = 0; i < work->n_clusters; i++)
    bary_disc_layout_seed (work, &work->clusters[i]);
  if (stress != NULL)
    bary_stress_tables_scale (stress);
  return stress;
}

static gboolean
lay_out (BaryLayoutWork   *work,
         BaryLayoutScheme  scheme)
{
  g_autoptr (BaryNesting) nesting = NULL;
  g_autoptr (BaryStressTables) stress = NULL;
  g_autoptr (GArray) long_ties = NULL;

  for (guint i = 0; i < work->n_clusters; i++)
    bary_disc_layout_measure (work, &work->clusters[i]);
  nesting = bary_nesting_new (work);
  if (bary_known_places_are_there (work))
    {
      long_ties = list_long_ties (work);
      return bary_known_places_lay_out (work, scheme, long_ties);
    }
  stress = start_clusters (work, nesting);
  if (!bary_layout_work_report (work, scheme, 0.3))
    return FALSE;
  long_ties = list_long_ties (work);
  settle_clusters (work, long_ties, stress);
  bary_nesting_tighten (nesting);
  if (!bary_layout_work_report (work, scheme, 0.7))
    return FALSE;
  if (stress != NULL)
    {
      settle_again (work, long_ties, stress);
      bary_nesting_tighten (nesting);
    }
  bary_nesting_finish (nesting);
  return bary_known_places_confirm (work, scheme, long_ties) && bary_layout_work_report (work, scheme, 1);
}

BaryGraphLayout *
bary_network_layout_new (const BaryGraph    *graph,
                         BaryLayoutScheme    scheme,
                         BaryLayoutProgress  progress,
                         gpointer            user_data)
{
  g_autoptr (BaryLayoutWork) work = bary_layout_work_new (graph, STRETCH);

  work->progress = progress;
  work->user_data = user_data;
  overrule_arrangement (work, scheme);
  return lay_out (work, scheme) ? bary_layout_work_finish (work, scheme) : NULL;
}
