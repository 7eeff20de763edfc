#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The contents of an appendix, put together from what is kept of it, and checked against its SHA-256.
 * @appendix: an appendix with contents
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_REFUSED if the contents are not those that came in */
GBytes *bary_store_read_appendix (BaryStore   *self,
                                  BaryRecord  *appendix,
                                  GError     **error);

G_END_DECLS
