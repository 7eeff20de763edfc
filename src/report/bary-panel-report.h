#pragma once

#include "bary-panel-results.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* The papers of a contest: the protocol with every sheet and its addends, the table of the order, and for each applicant an
 * extract on a page of its own with what the experts wrote, without their names. Russian, as the papers are.
 * Returns: (transfer full) */
BaryReport *bary_panel_report_new (const BaryPanelResults *results);

G_END_DECLS
