#pragma once

#include "bary-cluster-state.h"
#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The directory in a popover: organisations are found by a few letters, and put into a group by Enter, by the
 * button of the row, or by dragging the row into the graph. It stays open while one after another is added.
 *
 * Signal "add-member" (const char *organisation, int group). */
#define BARY_TYPE_ADD_MEMBERS (bary_add_members_get_type ())
G_DECLARE_FINAL_TYPE (BaryAddMembers, bary_add_members, BARY, ADD_MEMBERS, GtkPopover)

/* @state: (transfer none) (nullable): must stay until the next call */
void bary_add_members_show (BaryAddMembers   *self,
                            BaryStore        *store,
                            BaryClusterState *state);

G_END_DECLS
