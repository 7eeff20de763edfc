#pragma once

#include "bary-panel-draw.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Applications by experts: who scores what, with each expert's load. A cell answers why, and is set and taken away by hand. The
 * draw is previewed before it is written.
 *
 * Actions: "matrix.draw" (previews; not before each possible conflict is answered), "matrix.stop", "matrix.write" (the preview),
 * "matrix.doubts" (the possible conflicts), "matrix.paper" (sheets on paper); of the cell under the cursor: "matrix.set-by-hand",
 * "matrix.forbid", "matrix.take-away". */
#define BARY_TYPE_SCORING_MATRIX (bary_scoring_matrix_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringMatrix, bary_scoring_matrix, BARY, SCORING_MATRIX, AdwBin)

/* @panel: borrowed until another is shown */
void bary_scoring_matrix_show (BaryScoringMatrix *self,
                               BarySession       *session,
                               const BaryPanel   *panel);

G_END_DECLS
