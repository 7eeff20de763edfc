#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Records that cannot be without `record`, because a field of theirs that must be filled refers to it, and those that
 * cannot be without them, and so on; without `record` itself, in the order of the kinds. Parts
 * (BARY_FIELD_PART), which go unasked, are not among them.
 * Returns: (transfer full) (element-type BaryRecord) (nullable) */
GPtrArray   *bary_dependents_collect (BaryStore   *store,
                                      BaryRecord  *record,
                                      GError     **error);

/* What removes a record together with its dependents and the parts of all of them; optional references to what goes are emptied.
 * @dependents: (element-type BaryRecord): of bary_dependents_collect
 * Returns: (transfer full) (nullable) */
BaryChanges *bary_dependents_remove  (BaryStore   *store,
                                      BaryRecord  *record,
                                      GPtrArray   *dependents,
                                      GError     **error);

/* Adds to @changes that the parts of a record go. */
gboolean     bary_dependents_remove_parts (BaryStore    *store,
                                           BaryRecord   *record,
                                           BaryChanges  *changes,
                                           GError      **error);

G_END_DECLS
