#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the name of a new temporary file in the folder of `path`, which
 * holds one moment's state of the database, complete and checked. Publish or discard it. */
char *bary_copy_make (BaryDatabase  *source,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error);

G_END_DECLS
