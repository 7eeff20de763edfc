#pragma once

#include "bary-box.h"
#include "bary-network.h"

G_BEGIN_DECLS

/* What the layout is told of any graph. Nothing but what it needs: no texts, only the sizes of their boxes.
 * All lengths are points, y grows downwards. Strings and arrays are borrowed. */

typedef struct {
  const char   *id;            /* unique; decides wherever there is a choice, so that the order of the input does not */
  double        width, height; /* of the label box */
  BaryNodeRole  role;
  int           district, cluster, group; /* indices, -1 for none; `group` counts within the cluster */
  int           level;         /* 1 is nearest the barycenter; 0 where it is not known */
  double        weight;        /* heavier ones stand nearer the barycenter; 1 is usual */
  double        x, y;          /* the middle of the box as it stood before, or NAN */
  gboolean      pinned;        /* has x and y, and stays there exactly */
} BaryGraphNode;

typedef struct {
  guint a, b; /* loops and doubled edges count once at most */
} BaryGraphEdge;

typedef struct {
  const char      *id;
  int              district;
  BaryArrangement  arrangement;
  guint            n_groups;
  const BaryBox   *headings; /* (nullable): of the groups in the scheme's order: only sizes are read */
  BaryBox          title;    /* only the size is read: kept free above the disc; none for a cluster shown alone */
} BaryGraphCluster;

typedef struct {
  const char *id;
  int         region; /* equal for districts of one region, -1 if not known */
  BaryBox     title;  /* as of a cluster */
} BaryGraphDistrict;

typedef struct {
  const BaryGraphNode     *nodes;
  guint                    n_nodes;
  const BaryGraphEdge     *edges;
  guint                    n_edges;
  const BaryGraphCluster  *clusters;
  guint                    n_clusters;
  const BaryGraphDistrict *districts; /* where there are none, ties between clusters tell which belong together */
  guint                    n_districts;
} BaryGraph;

G_END_DECLS
