#pragma once

#include "bary-panel-results.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Returns: FALSE with BARY_STORE_ERROR_REFUSED while an application has no total or is in the technical review, or once it is
 * decided */
gboolean     bary_panel_decision_check   (const BaryPanelResults *results,
                                          GError                **error);

/* What the order decides, as one action that can be undone: the contest is finished and has the number and the date of the
 * order; each admitted application has its decision with place and total; whoever is above the line gets the status that the
 * contest gives, with its days. Sheets that do not count for a conflict of interest are voided, and the rules are frozen if
 * they were not: nothing that is known or changed later moves what was decided.
 * @date: ISO. Returns: (transfer full) (nullable): NULL where bary_panel_decision_check is FALSE */
BaryChanges *bary_panel_decision_compose (BaryStore              *store,
                                          const BaryPanelResults *results,
                                          const char             *order_number,
                                          const char             *date,
                                          GError                **error);

G_END_DECLS
