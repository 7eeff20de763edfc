#pragma once

#include "bary-panel.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Reads the content review of a contest as plain data, all of it as of one moment.
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_NOT_FOUND if there is no such contest, with
 * BARY_STORE_ERROR_REFUSED if one of its numbers is too long to be exact. */
BaryPanel *bary_store_read_panel (BaryStore   *store,
                                  const char  *contest,
                                  GError     **error);

G_END_DECLS
