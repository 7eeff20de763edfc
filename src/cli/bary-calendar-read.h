#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Takes a calendar in, see bary-ics-apply.h, as one action, and prints what came of it.
 * @cluster: (nullable): whose roadmap of the year new events go into */
gboolean bary_calendar_read (BaryStore   *store,
                             const char  *path,
                             const char  *cluster,
                             int          school_year,
                             const char  *zone,
                             gboolean     dry_run,
                             GError     **error);

G_END_DECLS
