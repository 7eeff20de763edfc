#pragma once

#include "bary-panel-draw.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* What a draw does to the database as one action: seats that were drawn before and are not any more go, new ones come, each
 * expert's in an order of their own; the contest keeps the seed. Sheets begun, and what was set by hand or sent out, stay; nothing
 * goes where a draw only adds.
 * @n_added, @n_removed: (out) (optional): seats. Returns: (transfer full) (nullable) */
BaryChanges *bary_panel_changes_draw (BaryStore            *store,
                                      const BaryPanelDraw  *draw,
                                      const BaryAssignment *assignment,
                                      guint                *n_added,
                                      guint                *n_removed,
                                      GError              **error);

G_END_DECLS
