#pragma once

#include "bary-cluster-check.h"
#include "bary-kinds.h"
#include "bary-layout-memory.h"

G_BEGIN_DECLS

/* A cluster as it stood on a day, with what has changed since, ready to be shown. Plain data read from the
 * store: made anew when something changes. */
typedef struct {
  BaryCluster        *cluster;
  char               *day;         /* shown */
  BaryNetwork        *network;     /* of this one cluster */
  BaryNetworkCluster *figures;     /* of the network: the cluster's (borrowed) */
  GPtrArray          *groups;      /* of BaryGroup, in the order of the network's */
  GPtrArray          *memberships; /* of BaryMembership, of all times */
  BaryClusterCheck   *check;
  BaryScene          *scene;       /* arranged */
} BaryClusterState;

/* @family: (nullable): of the font. @memory, @earlier: (nullable): how the same cluster stood before: what need not
 * move stays. Returns: (transfer full) (nullable) */
BaryClusterState *bary_cluster_state_new         (BaryStore         *store,
                                                  const char        *cluster,
                                                  const char        *day,
                                                  const char        *family,
                                                  BaryLayoutMemory  *memory,
                                                  BaryClusterState  *earlier,
                                                  GError           **error);
void              bary_cluster_state_free        (BaryClusterState  *self);

/* @node: of the network. Returns: (nullable): NULL if it is no place of an organisation in a group. */
const BaryNetworkNode *bary_cluster_state_get_place (BaryClusterState *self,
                                                  int                node);
/* Whether a node is a member on the day, and so can be moved or taken out. */
gboolean          bary_cluster_state_is_member   (BaryClusterState  *self,
                                                  int                node);
/* Returns: the node of an organisation that is in the cluster on the day, the barycenter, or BARY_NODE_NONE. */
int               bary_cluster_state_find        (BaryClusterState  *self,
                                                  const char        *organisation);
/* Returns: (transfer full): «группа А» or «уровень 1» */
char             *bary_cluster_state_name_group  (BaryClusterState  *self,
                                                  guint              group);

/* Returns: (transfer full): the first day that anything of the cluster is dated with, or NULL. */
char             *bary_cluster_state_dup_first_day (BaryClusterState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryClusterState, bary_cluster_state_free)

G_END_DECLS
