#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Everything that a database promises: sound pages, references that lead somewhere, records that are
 * valid, the rules between them, a search that knows them all, and a log that replays to what is there.
 * A snapshot is checked by a connection of its own, in any thread; others may go on writing.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): a translated sentence for each problem, at most a
 * hundred or so; empty if there is none. NULL with an error if it could not be checked. */
GPtrArray *bary_check_file  (const char    *path,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
