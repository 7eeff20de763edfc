#pragma once

#include "bary-cluster-state.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The inspector of a cluster: the chosen member's place in it above the card of the organisation; the
 * barycenter's card; or the cluster's own card when nobody is chosen.
 *
 * Signals, for the view to carry out: "move-member" (int node, int group), "remove-member" (int node, const char *reason),
 * "bind-member" (const char *organisation): an agreement is wanted, "unpin-node" (int node). */
#define BARY_TYPE_MEMBER_PANE (bary_member_pane_get_type ())
G_DECLARE_FINAL_TYPE (BaryMemberPane, bary_member_pane, BARY, MEMBER_PANE, AdwBin)

/* @state: (transfer none) (nullable): must stay until the next call */
void bary_member_pane_show   (BaryMemberPane   *self,
                              BarySession      *session,
                              BaryClusterState *state,
                              int               node);
/* Opens the question for the reason of leaving. */
void bary_member_pane_ask_to_remove (BaryMemberPane *self);

G_END_DECLS
