#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Lists the possible conflicts of interest of a contest with their numbers, after answering those that are said.
 * @confirmed, @dismissed: (nullable): a number of the list, or "all": those without an answer */
gboolean bary_doubts_run (BaryStore   *store,
                          const char  *contest,
                          const char  *confirmed,
                          const char  *dismissed,
                          GError     **error);

G_END_DECLS
