#pragma once

#include "bary-panel-results.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The results of a contest: the ranking, each row of which opens its addends; how far the experts agree; for reference what the
 * marks come to without anybody's severity; what would change the decision. Nothing is shown before everybody has handed in:
 * an application has no total until then.
 *
 * Actions: "results.decide" asks for the order, "results.papers" saves the protocol and the extracts. */
#define BARY_TYPE_SCORING_RESULTS (bary_scoring_results_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringResults, bary_scoring_results, BARY, SCORING_RESULTS, AdwBin)

/* @panel: (nullable): read at once, not kept */
void bary_scoring_results_show (BaryScoringResults *self,
                                BarySession        *session,
                                const BaryPanel    *panel);

G_END_DECLS
