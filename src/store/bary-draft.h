#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What somebody began to write and did not save: kept in the file, beside its history, until it is saved. */

/* @subject: what is written, as "outcome:ID"
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): texts by their names; NULL if there are none */
GHashTable *bary_draft_read  (BaryStore   *store,
                              const char  *subject);
/* @texts: (nullable): NULL forgets them */
gboolean    bary_draft_write (BaryStore   *store,
                              const char  *subject,
                              GHashTable  *texts,
                              GError     **error);

G_END_DECLS
