#pragma once

#include "bary-plan-form.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Reads a roadmap as it is printed. Returns: (transfer full) (nullable) */
BaryPlanForm *bary_store_read_form   (BaryStore    *store,
                                      BaryRecord   *roadmap,
                                      GError      **error);

/* The roadmaps of a school year, in the order of their clusters' names.
 * @cluster: (nullable): an id: of this cluster only
 * Returns: (transfer full) (element-type BaryPlanForm) (nullable) */
GPtrArray    *bary_store_read_forms  (BaryStore    *store,
                                      int           school_year,
                                      const char   *cluster,
                                      GError      **error);

G_END_DECLS
