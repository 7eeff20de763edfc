#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* A file that went back in time, or that is a copy of another, is another replica from now on: two that go on apart
 * under one name would give different edits the same stamp, and each would take the other's for its own. What was edited
 * so far stays the work of the former replica; what that one did later comes back from others like anybody's edits.
 * Inside a transaction of its own. */
gboolean bary_replica_renew (BaryDatabase  *database,
                             GError       **error);

#define BARY_META_FORMER_REPLICA "former_replica" /* whose key this file goes on signing with */

#define BARY_META_HOME "home"                     /* which computer it is at home on; a new replica is at home nowhere yet */

G_END_DECLS
