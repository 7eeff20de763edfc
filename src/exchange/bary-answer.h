#pragma once

#include "bary-manifest.h"
#include "bary-senders.h"

G_BEGIN_DECLS

/* What a receipt says of a package that went. */

/* Whether this database has sent the package, and to who answers; a package for everybody is answered by anybody.
 * @manifest: without an answer, everything is right
 * @sender: (nullable): who was confirmed
 * @reason: (out) (transfer full) (nullable): what is wrong, translated
 * Returns: FALSE on an error of the database. */
gboolean bary_answer_check (BaryStore           *store,
                            const BaryManifest  *manifest,
                            const BarySender    *sender,
                            char               **reason,
                            GError             **error);

/* Writes it down. */
gboolean bary_answer_take  (BaryStore           *store,
                            const BaryManifest  *manifest,
                            GError             **error);

G_END_DECLS
