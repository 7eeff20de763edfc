#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of clusters with search; each row says how many members a cluster has and how many conditions of its
 * passport are not met. What a row says is read when the row is seen.
 *
 * Signal "create": a new cluster is wanted. */
#define BARY_TYPE_CLUSTER_LIST (bary_cluster_list_get_type ())
G_DECLARE_FINAL_TYPE (BaryClusterList, bary_cluster_list, BARY, CLUSTER_LIST, AdwBin)

/* Follows the session's store and its "cluster", both ways. */
void bary_cluster_list_set_session (BaryClusterList *self,
                                    BarySession     *session);

/* Puts the cursor into the search. */
void bary_cluster_list_search      (BaryClusterList *self);

G_END_DECLS
