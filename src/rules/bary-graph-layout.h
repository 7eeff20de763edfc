#pragma once

#include "bary-graph.h"

G_BEGIN_DECLS

/* Where the nodes of a graph stand. Pure and deterministic: the same graph in any order gives the same picture
 * on every machine. No two label boxes (nodes, headings, titles) overlap, whatever the graph; pinned nodes stand
 * exactly where they were, even upon each other. Nodes that stood somewhere before move only as far as they must. */

typedef enum {
  BARY_SCHEME_AUTOMATIC, /* by the structure there is: network, groups or levels, else free */
  BARY_SCHEME_NETWORK,   /* clusters are discs, in districts, in regions */
  BARY_SCHEME_GROUPS,    /* each cluster: the barycenter in the middle, groups are sectors */
  BARY_SCHEME_LEVELS,    /* each cluster: groups are rings */
  BARY_SCHEME_TREE,      /* layers from the top down */
  BARY_SCHEME_FREE,      /* stress alone */
} BaryLayoutScheme;

/* A sector or a ring of a disc. Radii are hypot (x / stretch, y) and angles atan2 (y, x / stretch) about the disc's
 * middle; angles grow clockwise, the whole circle has end - start = 2π. It reaches from radius inner to outer. */
typedef struct {
  double  start, end;
  double  inner, outer;
  BaryBox heading; /* of no size for the zone of unknown groups */
  guint   n_members;
} BaryLayoutZone;

/* An ellipse with the sectors or rings of its cluster. */
typedef struct {
  double          x, y;               /* of the barycenter's place */
  double          radius_x, radius_y; /* everything of the cluster is inside */
  BaryBox         title;              /* placed; of no size if there is none */
  BaryLayoutZone *zones;              /* (nullable): headings are placed in the picture */
  guint           n_zones;
} BaryLayoutDisc;

typedef struct {
  BaryLayoutScheme  scheme;  /* the one that was used */
  double            stretch; /* of x against y within discs, so that they suit a screen */
  BaryBox          *nodes;   /* in the order of the input */
  guint             n_nodes;
  BaryLayoutDisc   *clusters;
  guint             n_clusters;
  BaryLayoutDisc   *districts; /* without zones; those found where none were given come without a title */
  guint             n_districts;
  BaryBox           bounds;
} BaryGraphLayout;

/* Called now and then by the thread that lays out. @done: 0 to 1. @so_far: (nullable): a useful picture already:
 * all nodes placed, overlaps perhaps left. Returns: FALSE to stop. */
typedef gboolean (*BaryLayoutProgress) (double                 done,
                                        const BaryGraphLayout *so_far,
                                        gpointer               user_data);

/* @progress: (nullable). Returns: (transfer full) (nullable): NULL only if it was stopped. */
BaryGraphLayout *bary_graph_layout_new       (const BaryGraph       *graph,
                                              BaryLayoutScheme       scheme,
                                              BaryLayoutProgress     progress,
                                              gpointer               user_data);
BaryGraphLayout *bary_graph_layout_copy      (const BaryGraphLayout *self);
void             bary_graph_layout_free      (BaryGraphLayout       *self);

/* Returns: the cluster under a point, or -1; @zone: (out) (nullable): its sector or ring there, or -1. */
int              bary_graph_layout_find_zone (const BaryGraphLayout *self,
                                              double                 x,
                                              double                 y,
                                              int                   *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryGraphLayout, bary_graph_layout_free)

G_END_DECLS
