#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* A contest is frozen when the first assignment goes out: from then on nobody changes what applications answer and what sheets are
 * counted by — sections, fields, criteria with their levels, the rules of ties and totals. Dates of stages and who scores
 * stay free. What comes with the freeze itself, in the same action, is no change of it.
 * @action: that is being written; @before, @after: (nullable)
 * Returns: FALSE with BARY_STORE_ERROR_REFUSED, which says what to do instead. */
gboolean bary_freeze_allows (BaryDatabase *database,
                             gint64        action,
                             BaryRecord   *before,
                             BaryRecord   *after,
                             GError      **error);

/* What a frozen contest holds fast: parts of such a kind, and such fields of its own. */
gboolean bary_freeze_holds_kind  (BaryKind    kind);
gboolean bary_freeze_holds_field (const char *field);

G_END_DECLS
