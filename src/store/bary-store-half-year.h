#pragma once

#include "bary-half-year.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* The half year of a roadmap with what is written down at its events. The district's schools are those of the directory that
 * belong to the cluster's centre; all of them, where it has none.
 * @half: 1 or 2. Returns: (transfer full) (nullable) */
BaryHalfYear *bary_store_read_half_year   (BaryStore   *store,
                                           BaryRecord  *roadmap,
                                           guint        half,
                                           GError     **error);

/* What a person wrote for it. Returns: (transfer full) (nullable): NULL without an error if there is nothing yet. */
BaryRecord   *bary_store_find_half_year   (BaryStore   *store,
                                           BaryRecord  *roadmap,
                                           guint        half,
                                           GError     **error);

G_END_DECLS
