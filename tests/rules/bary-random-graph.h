#pragma once

#include "bary-graph.h"

G_BEGIN_DECLS

/* Networks as they are found in the field, out of chance: a district has eight directions, each a cluster with a
 * barycenter and 10 to 25 partners in four groups, a third of them in two or three clusters; sites hang on partners; a
 * council, groups of experts and teams stand above. Districts are tied by a regional centre, by some ties of barycenters
 * of one direction and by shared partners. Small graphs are one to three clusters. */
typedef struct {
  BaryGraph  graph;     /* districts are given */
  GPtrArray *labels;    /* of the nodes */
  GArray    *nodes, *edges, *clusters, *districts; /* what `graph` points to */
  GPtrArray *ids;
  guint64    chance;
} BaryRandomGraph;

BaryRandomGraph *bary_random_graph_new     (guint            n_nodes,
                                            guint64          seed);
void             bary_random_graph_free    (BaryRandomGraph *self);
/* Keeps one tie for each node, to what stands above it: the scheme of interaction, council → experts → teams → … */
void             bary_random_graph_keep_tree (BaryRandomGraph *self);
/* Breaks labels at spaces into lines of at most so many letters, as the program folds them. */
void             bary_random_graph_fold    (BaryRandomGraph *self,
                                            guint            letters);
/* The same graph in another order: node i has become (*places)[i]. @places: (out) (transfer full) */
BaryRandomGraph *bary_random_graph_shuffle (BaryRandomGraph *self,
                                            guint64          seed,
                                            guint          **places);
/* Room for graphs made by hand: an empty one, nodes and edges are added. */
BaryRandomGraph *bary_random_graph_new_empty (void);
guint            bary_random_graph_add     (BaryRandomGraph *self,
                                            const char      *label,
                                            BaryNodeRole     role,
                                            int              cluster,
                                            int              group,
                                            int              level);
void             bary_random_graph_tie     (BaryRandomGraph *self,
                                            guint            a,
                                            guint            b);
int              bary_random_graph_add_cluster (BaryRandomGraph *self,
                                            int              district);
/* After the last addition: `graph` points to what there is. */
void             bary_random_graph_finish  (BaryRandomGraph *self);

/* As a file for barycenterctl, and for Graphviz: nodes are n0, n1 … */
char            *bary_random_graph_to_json (BaryRandomGraph *self);
char            *bary_random_graph_to_dot  (BaryRandomGraph *self,
                                            gboolean         directed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryRandomGraph, bary_random_graph_free)

G_END_DECLS
