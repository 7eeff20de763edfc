#pragma once

#include "bary-history.h"

G_BEGIN_DECLS

/* What a query of the table of actions selects, so that bary_action_read reads it. */
#define BARY_ACTION_COLUMNS "action.id, action.stamp, action.type, action.target, action.name, action.subject, action.author"

/* The action of a row that begins with BARY_ACTION_COLUMNS. Returns: (transfer full) */
BaryAction *bary_action_read (BaryStatement *statement);

G_END_DECLS
