#pragma once

#include "bary-panel-results.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* The papers of a contest. Russian, as the papers are. */

typedef enum {
  BARY_PANEL_PAPERS,   /* all of these, and an extract for each applicant, each on a page of its own */
  BARY_PANEL_PROTOCOL, /* every sheet and its addends, with the names of experts */
  BARY_PANEL_ORDER,    /* the table that goes with the order */
} BaryPanelPaper;

/* Returns: (transfer full) */
BaryReport *bary_panel_report_new         (const BaryPanelResults *results,
                                           BaryPanelPaper          paper);
/* What one applicant gets: marks and what the experts wrote, without their names and without anything of the others.
 * @application: id. Returns: (transfer full) (nullable): NULL if it was not admitted */
BaryReport *bary_panel_report_new_extract (const BaryPanelResults *results,
                                           const char             *application);

G_END_DECLS
