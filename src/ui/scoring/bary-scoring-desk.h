#pragma once

#include "bary-scoring-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The desk of one expert: the applications assigned, one at a time; its text at the left, the criteria at the right. What is
 * marked or written is in the database at once. Others' marks are shown when all have handed in.
 *
 * Actions: "desk.next", "desk.previous", "desk.hand-in", "desk.revise", "desk.declare", "desk.send". */
#define BARY_TYPE_SCORING_DESK (bary_scoring_desk_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringDesk, bary_scoring_desk, BARY, SCORING_DESK, AdwBin)

/* @panel: borrowed until another is shown; @guest: whether the assignment was received, and its sheets go back */
void bary_scoring_desk_show  (BaryScoringDesk *self,
                              BarySession     *session,
                              const BaryPanel *panel,
                              gboolean         guest);
/* What was typed and has not rested yet is written now. */
void bary_scoring_desk_flush (BaryScoringDesk *self);

G_END_DECLS
