#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* What was handed in stands, and so does what a decision rests on. A sheet that was handed in is only voided, and another revision
 * follows it; its marks do not change. Of a contest with an order nothing changes any more that its totals and places come
 * from: applications, experts, conflicts of interest, sheets, marks, votes. What comes with the handing in or the decision itself, in the
 * same action, is no change of it. For what people do here; taking an action back stays possible, and packages have their own guard.
 * @action: that is being written; @before, @after: (nullable)
 * Returns: FALSE with BARY_STORE_ERROR_REFUSED, which says what to do instead. */
gboolean bary_settled_allows (BaryDatabase *database,
                           gint64        action,
                           BaryRecord   *before,
                           BaryRecord   *after,
                           GError      **error);

G_END_DECLS
