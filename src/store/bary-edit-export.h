#pragma once

#include "bary-edit-source.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* All edits that are known here and not yet, as far as anybody here can tell, to one other replica, or to nobody.
 * What @peer knows is what it last told by a package of its own.
 * @peer: (nullable): the id of a replica; NULL: everything that was ever edited
 * Returns: (transfer full) (nullable) */
BaryEditSource *bary_edit_export_new  (BaryStore   *store,
                                       const char  *peer,
                                       GError     **error);

/* How many edits there were, once they were gone through. @source: of bary_edit_export_new */
guint           bary_edit_export_get_length (BaryEditSource *source);

/* A replica by its id, the beginning of its id or its name. Returns: (transfer full) (nullable): NULL with
 * BARY_STORE_ERROR_NOT_FOUND naming those there are. */
char           *bary_edit_export_find_peer (BaryStore   *store,
                                            const char  *words,
                                            GError     **error);

G_END_DECLS
