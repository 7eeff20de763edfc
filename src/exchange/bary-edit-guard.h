#pragma once

#include "bary-authority.h"
#include "bary-edit-source.h"

G_BEGIN_DECLS

/* The edits of a package of changes, handed on as they are; when all are read, the package as a whole is judged. What
 * an edit may change is decided by the merge, which knows whose each record is.
 * @signer: (nullable): the replica whose key has signed it, if that was confirmed
 * Returns: (transfer full): @done is called after the last edit, with their number. */
BaryEditSource *bary_edit_guard_new (BaryPackage       *package,
                                     const char        *signer,
                                     BaryAuthorityDone  done,
                                     gpointer           user_data);

G_END_DECLS
