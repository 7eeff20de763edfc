#pragma once

#include "bary-edit-source.h"
#include "bary-import.h"

G_BEGIN_DECLS

/* Takes the edits of others in and merges them with what is known here, field by field (see bary-edit-merge.h), as one
 * action that is taken back as one. What is known already is passed over, so that packages may come twice, late and in
 * any order; one that builds on what is not known here is refused, with the stamps from which it is to be asked for.
 * A source whose clock is more than a day ahead is refused too, and no stamp of it comes into the file.
 *
 * What cannot stand by the rules of the domain, or because others refer to it, is left as it stands and listed; nothing
 * is refused for it, and the digest of the state is of what the edits say.
 *
 * @plan: (nullable): the `plan` of the report of a dry run: what is committed is what that one listed, or nothing is
 * Returns: FALSE when the whole was refused: BARY_STORE_ERROR_REFUSED, BARY_STORE_ERROR_GAP,
 * BARY_STORE_ERROR_OUTDATED, or the source's own error. */
gboolean bary_store_merge (BaryStore         *store,
                           const char        *name,
                           const char        *subject,
                           BaryEditSource    *source,
                           BaryImportFlags    flags,
                           const char        *plan,
                           BaryImportReport  *report,
                           GCancellable      *cancellable,
                           GError           **error);

/* How far a sender's clock may be ahead, in milliseconds. */
#define BARY_MERGE_MOST_AHEAD (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

G_END_DECLS
