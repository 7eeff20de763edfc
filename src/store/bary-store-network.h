#pragma once

#include "bary-network.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Reads pictures' data from the store. */

typedef struct {
  BaryPicture  picture;
  const char  *cluster; /* (nullable): which one, for BARY_PICTURE_CLUSTER */
  const char  *day;     /* ISO: shown */
  const char  *later;   /* (nullable): compared with; today, or the day itself if it is yet to come */
  gboolean     ghosts;  /* an organisation stands in each of its clusters, not once with lines to the others */
  gboolean     free;    /* places are those of BaryNetwork.free, which are kept apart; BARY_PICTURE_NETWORK alone has them */
} BaryNetworkRequest;

/* Returns: (transfer full) (nullable) */
BaryNetwork *bary_store_read_network  (BaryStore                 *store,
                                       const BaryNetworkRequest  *request,
                                       GError                   **error);

/* Returns: (transfer full) (nullable): the first day that a cluster or a membership is dated with. */
char        *bary_store_dup_first_day (BaryStore                 *store);
/* Returns: (transfer full) (nullable): the last day before @day on which there was a body, else the first one after it. */
char        *bary_store_dup_body_day  (BaryStore                 *store,
                                       const char                *day);

/* Where the nodes of a picture stood when it was last shown. Kept in the file beside the records, not part of its
 * history, and nobody is told of it: bary_store_read_network starts from it, so that a picture looks the same when it
 * is opened again. A place holds in the group that the node stood in. What a person pinned is a record of kind `place`
 * and goes before it; what is kept of a pinned node stays as it was, for the day when it is let go. Nodes of other
 * days keep theirs. @boxes: one per node of the network. A file that is only read keeps nothing, which is no error. */
gboolean     bary_store_keep_layout   (BaryStore                 *store,
                                       const BaryNetwork         *network,
                                       const BaryBox             *boxes,
                                       GError                   **error);

/* Pictures are laid out as if they had never been shown: everybody is told that anything may have changed. */
gboolean     bary_store_forget_layout (BaryStore                 *store,
                                       GError                   **error);

/* Adds to @changes that a node stands at x, y from now on; unpinned, it may move again, and stands where it stood
 * last. Nothing is added where nothing differs.
 * Commit as N_("Move %s on the diagram"). */
gboolean     bary_store_place_node    (BaryStore                 *store,
                                       const BaryNetwork         *network,
                                       int                        node,
                                       double                     x,
                                       double                     y,
                                       gboolean                   pinned,
                                       BaryChanges               *changes,
                                       GError                   **error);

/* Adds to @changes that a cluster is drawn without a group from now on, in all its pictures, slides and exports. Its members
 * keep their places. Commit as N_("Hide the group %s"). */
void         bary_store_hide_group    (const char                *cluster,
                                       const char                *group,
                                       BaryChanges               *changes);
/* Adds to @changes that a cluster is drawn with a group again. @group: (nullable): NULL for all of the cluster.
 * Commit as N_("Show the group %s again"). */
gboolean     bary_store_show_group    (BaryStore                 *store,
                                       const char                *cluster,
                                       const char                *group,
                                       BaryChanges               *changes,
                                       GError                   **error);
/* Adds to @changes that all groups of the clusters of a network are drawn again.
 * Commit as N_("Show all groups again"). */
gboolean     bary_store_show_groups   (BaryStore                 *store,
                                       const BaryNetwork         *network,
                                       BaryChanges               *changes,
                                       GError                   **error);

G_END_DECLS
