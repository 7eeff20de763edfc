#pragma once

#include "bary-panel-draw.h"
#include "bary-panel-results.h"

G_BEGIN_DECLS

/* The review of a contest on standard output, for people or as one JSON object. Numbers are exact decimals in quotes. */

void bary_panel_print_results (const BaryPanelResults *results,
                               gboolean                as_json);
/* @done: whether it was written to the database */
void bary_panel_print_draw    (const BaryPanelDraw    *draw,
                               const BaryAssignment   *assignment,
                               gboolean                done,
                               gboolean                as_json);
/* Returns: (transfer full) (nullable): why some go short, with remedies */
char *bary_panel_explain_draw (const BaryPanelDraw    *draw,
                               const BaryAssignment   *assignment);

G_END_DECLS
