#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* A sheet is handed in with marks that its criteria permit: on the scale, and on a step of it. Asked where a sheet comes to be handed
 * in and where it gets a mark afterwards, whoever writes it: the desk, the commands, what was typed from paper, a package.
 * A draft holds what it likes.
 * @before, @after: (nullable)
 * Returns: FALSE with BARY_STORE_ERROR_REFUSED, which names the mark, the criterion and what is permitted. */
gboolean bary_marking_allows (BaryDatabase *database,
                              BaryRecord   *before,
                              BaryRecord   *after,
                              GError      **error);

G_END_DECLS
