#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Adds to @changes a new appendix with its contents, in pieces as packages can carry them.
 * @appendix: its name, and what it belongs to, are set; its size and SHA-256 are set here */
void    bary_store_add_appendix  (BaryRecord   *appendix,
                                  GBytes       *bytes,
                                  BaryChanges  *changes);

/* The contents of an appendix, put together from what is kept of it, and checked against its SHA-256.
 * @appendix: an appendix with contents
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_REFUSED if the contents are not those that came in */
GBytes *bary_store_read_appendix (BaryStore   *self,
                                  BaryRecord  *appendix,
                                  GError     **error);

G_END_DECLS
