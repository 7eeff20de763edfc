#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which vertices hold a graph together. Undirected; loops and doubled edges count for nothing. Pure and
 * deterministic; no recursion, whatever the depth. */

typedef struct {
  guint a, b;
} BaryTie;

/* A vertex whose going leaves more parts than there were: an articulation point.
 * J. Hopcroft, R. Tarjan: Algorithm 447: efficient algorithms for graph manipulation. CACM 16 (1973), 372–378.
 * O(vertices + ties). Returns: (transfer full) (array length=n): 1 for those that are. */
guint8 *bary_centrality_find_joints (guint          n,
                                     const BaryTie *ties,
                                     guint          n_ties);

/* The share of the shortest ways between two others that lead through a vertex, from 0 to 1:
 *
 *   b(v) = Σ σ(s,t|v) / σ(s,t) : (n - 1)(n - 2) / 2    over the pairs {s, t} without v, σ counting shortest ways
 *
 * L. Freeman: A set of measures of centrality based on betweenness. Sociometry 40 (1977), 35–41; computed as in
 * U. Brandes: A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25 (2001), 163–177.
 * O(sources · (vertices + ties)).
 * @sources: (nullable): NULL takes the ways from all vertices: exact. Otherwise an estimate from those: each sum is
 * multiplied by n / n_sources, as in U. Brandes, C. Pich: Centrality estimation in large networks. International
 * Journal of Bifurcation and Chaos 17 (2007), 2303–2318.
 * Returns: (transfer full) (array length=n) */
double *bary_centrality_betweenness (guint          n,
                                     const BaryTie *ties,
                                     guint          n_ties,
                                     const guint   *sources,
                                     guint          n_sources);

G_END_DECLS
