#pragma once

#include "bary-kinds.h"
#include "bary-plan-conflicts.h"

G_BEGIN_DECLS

/* What an event would meet if it were as its record says: as it is, as it is being typed, or as it would be taken in.
 * @cluster: (nullable): id of that which a new event would belong to. Returns: (transfer full) (element-type BaryConflict): those that
 * nobody has accepted; `event` is -1 for one that is not in the plan yet. */
GArray *bary_event_find_conflicts (const BaryConflictIndex *index,
                                   BaryEvent               *event,
                                   const char              *cluster);
/* Returns: (transfer full) (nullable): the same as lines for people; NULL for none. */
char   *bary_event_name_conflicts (const BaryConflictIndex *index,
                                   BaryEvent               *event,
                                   const char              *cluster);

G_END_DECLS
