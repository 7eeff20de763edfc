#pragma once

#include "bary-kinds.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* What edits of a cluster's composition do to its records. How it stood before the day stays true: a membership
 * that began earlier ends on the eve, and a new one begins; only one that began on the day itself is changed. */

/* Returns: FALSE if there is nothing to do: the member is in the group already. */
gboolean     bary_cluster_edit_move   (BaryChanges    *changes,
                                       BaryMembership *membership,
                                       const char     *group,
                                       const char     *day);
/* @reason: (nullable) */
void         bary_cluster_edit_remove (BaryChanges    *changes,
                                       BaryMembership *membership,
                                       const char     *day,
                                       const char     *reason);
/* @memberships: (element-type BaryMembership): of the cluster at all times. Returns: FALSE if the organisation is in
 * the cluster on the day already. */
gboolean     bary_cluster_edit_add    (BaryChanges    *changes,
                                       GPtrArray      *memberships,
                                       const char     *cluster,
                                       const char     *organisation,
                                       const char     *group,
                                       const char     *day);

/* Adds the three schemes of the districts' documents, with their groups. Returns: (transfer none): the first. */
BaryRecord  *bary_cluster_edit_add_standard_schemes (BaryChanges *changes);

G_END_DECLS
