#pragma once

#include "bary-scene.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is known of the selected node: its place in the picture, and the card of its organisation or body.
 * Signal "pin" (gboolean pinned): the switch was turned. */
#define BARY_TYPE_NODE_PANE (bary_node_pane_get_type ())
G_DECLARE_FINAL_TYPE (BaryNodePane, bary_node_pane, BARY, NODE_PANE, AdwBin)

/* @scene: (nullable); @node: BARY_NODE_NONE for none */
void bary_node_pane_show (BaryNodePane *self,
                          BarySession  *session,
                          BaryScene    *scene,
                          int           node);

G_END_DECLS
