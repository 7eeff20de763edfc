#pragma once

#include "bary-plan-move.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What follows from a move, as rows to be read. */

/* @move: (nullable): NULL where the new dates are not understood
 * Returns: (transfer floating): a list of rows, each with a sign and words */
GtkWidget *bary_move_facts_new (const BaryPlanMove      *move,
                                const BaryConflictIndex *index,
                                const GArray            *rules);

G_END_DECLS
