#pragma once

#include "bary-network.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Over a diagram: says how many groups it is drawn without, and shows any of them, or all, again. Seen only where there are some. */
#define BARY_TYPE_HIDDEN_GROUPS (bary_hidden_groups_get_type ())
G_DECLARE_FINAL_TYPE (BaryHiddenGroups, bary_hidden_groups, BARY, HIDDEN_GROUPS, AdwBin)

/* @network: (nullable): what the diagram shows */
void  bary_hidden_groups_show     (BaryHiddenGroups *self,
                                   BarySession      *session,
                                   BaryNetwork      *network);
/* Returns: (transfer full) (nullable): the words of a menu for hiding the group of a node; NULL where there is none to hide. */
char *bary_hidden_groups_describe (BaryNetwork      *network,
                                   int               node);
/* Hides the group of a node, if there is one to hide. */
void  bary_hidden_groups_hide     (BarySession      *session,
                                   BaryNetwork      *network,
                                   int               node);

G_END_DECLS
