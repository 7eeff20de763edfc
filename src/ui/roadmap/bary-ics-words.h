#pragma once

#include "bary-ics-apply.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* What would come of an event of a calendar. */

/* The days of a new event, the fields that change of one that is there. Returns: (transfer full) */
char       *bary_ics_describe_changes (BaryStore            *store,
                                       const BaryChanges    *changes,
                                       const BaryIcsOutcome *outcome);
/* Returns: (transfer full) (nullable): the event as it would be. */
BaryRecord *bary_ics_imagine_event    (BaryStore            *store,
                                       const BaryChanges    *changes,
                                       const BaryIcsOutcome *outcome);

G_END_DECLS
