#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* After a commit on the store's own connection: brings live records up to date and emits "changed". */
gboolean bary_store_announce (BaryStore  *self,
                              GError    **error);

G_END_DECLS
