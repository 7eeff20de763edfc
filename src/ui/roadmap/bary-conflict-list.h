#pragma once

#include "bary-roadmap-year.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What gets in the way of an event, as it is or as it is being written; hidden while nothing does. One that is accepted with a
 * note stays quiet. */
#define BARY_TYPE_CONFLICT_LIST (bary_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (BaryConflictList, bary_conflict_list, BARY, CONFLICT_LIST, AdwBin)

/* @year: with its plan; @event: (nullable): the record as it is typed so far, or of the store */
void bary_conflict_list_show (BaryConflictList *self,
                              BarySession      *session,
                              BaryRoadmapYear  *year,
                              BaryEvent        *event);

G_END_DECLS
