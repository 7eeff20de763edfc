#pragma once

#include "bary-network.h"

G_BEGIN_DECLS

/* The network in figures, as it stood on the day shown: each says a value and which nodes it counts. Pure.
 *
 * A tie here is any line of the day: a membership ties a member to the barycenter, a link or an agreement its parties,
 * an answer a body to the one above it. An organisation is one vertex however often it is drawn. */

typedef enum {
  /* How many organisations are in a cluster, as members or barycenters; of those by group and by kind, each once:
   * n = |{ organisations }|. `group` or `kind` is set where only those are meant, both where both are. Groups of one
   * name in several clusters are one. */
  BARY_FIGURE_MEMBERS,
  /* |{ organisations in two clusters or more }| */
  BARY_FIGURE_SEVERAL,
  /* |{ organisations of the file in no cluster }|: they are not drawn: see `organisations`. */
  BARY_FIGURE_OUTSIDE,
  /* |{ organisations in a cluster without any link or agreement }| */
  BARY_FIGURE_UNTIED,
  /* How many hold the network together: without one of them it falls into more parts. bary_centrality_find_joints */
  BARY_FIGURE_JOINTS,
  /* Through whom the shortest ways lead: the BARY_FIGURES_MOST_BETWEEN greatest, in order, with the values of
   * bary_centrality_betweenness: `value` is the greatest, from 0 to 1. Exact up to BARY_FIGURES_EXACT vertices; in
   * larger networks estimated from BARY_FIGURES_SOURCES of them, always the same: `estimated`. */
  BARY_FIGURE_BETWEEN,
  /* Which share of the schools are in a cluster: in_cluster / schools, from 0 to 1, of the file and of each `district`
   * that has schools. A school is an organisation of the kind "school". */
  BARY_FIGURE_COVERAGE,
} BaryFigureKind;

#define BARY_FIGURES_MOST_BETWEEN 10
#define BARY_FIGURES_EXACT 3000
#define BARY_FIGURES_SOURCES 300

typedef struct {
  BaryFigureKind  kind;
  char           *group;             /* (nullable): name */
  const char     *organisation_kind; /* (nullable): word */
  int             district;          /* -1 for all */
  double          value;
  guint           part, whole;       /* of a share: value = part / whole; otherwise whole is 0 */
  gboolean        estimated;
  GArray         *organisations;     /* of guint: the numbers of those it counts, ascending */
  GArray         *nodes;             /* of guint: what it selects: their nodes, and bodies among those that hold the
                                      * network together, ascending */
  GArray         *ranked;            /* of guint: of BARY_FIGURE_BETWEEN, a node each, the greatest first; else empty */
  GArray         *values;            /* of double: in the order of `ranked` */
} BaryNetworkFigure;

/* Returns: (transfer full) (element-type BaryNetworkFigure): in the order of the kinds; members first all, then by
 * group, by kind, by both; coverage first of all, then by district. A picture of one cluster knows nothing of those
 * outside. */
GArray   *bary_network_figures_new     (const BaryNetwork       *network);

/* Returns: (transfer full): what a figure counts, in words: «В нескольких кластерах»; of those by kind, the name of the
 * kind is for the caller to add. */
char     *bary_network_figure_get_name (const BaryNetworkFigure *figure,
                                        const BaryNetwork       *network);
/* Returns: (transfer full): its value: «12», «0,52», «43 из 50 (86 %)» */
char     *bary_network_figure_to_words (const BaryNetworkFigure *figure);
/* Returns: translated: how it is computed, and whose formula that is. */
const char *bary_figure_kind_explain   (BaryFigureKind           kind);

/* What two organisations have in common on the day.
 * Returns: (transfer full) (element-type guint): numbers of `circles` that hold both. */
GArray   *bary_network_find_shared     (const BaryNetwork       *network,
                                        guint                    a,
                                        guint                    b);

G_END_DECLS
