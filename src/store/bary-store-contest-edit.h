#pragma once

#include "bary-contest-check.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Editing the template of a contest: its parts stand in an order that their ordinals keep. */

/* Returns: (transfer full) (element-type BaryContestFault) (nullable): what is wrong with it */
GPtrArray  *bary_store_check_contest    (BaryStore    *self,
                                         BaryRecord   *contest,
                                         GError      **error);

/* A new part that stands last.
 * @reference: the field that leads to what it is a part of, whose id is @whole
 * Returns: (transfer full) (nullable) */
BaryRecord *bary_store_begin_part       (BaryStore    *self,
                                         BaryKind      kind,
                                         const char   *reference,
                                         const char   *whole,
                                         GError      **error);
/* Adds what puts a part so many places further; beyond the first and the last there is none. All get consecutive ordinals. */
gboolean    bary_store_collect_move     (BaryStore    *self,
                                         BaryRecord   *part,
                                         const char   *reference,
                                         int           by,
                                         BaryChanges  *changes,
                                         GError      **error);

G_END_DECLS
