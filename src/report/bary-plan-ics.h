#pragma once

#include "bary-ics.h"
#include "bary-obligations.h"

G_BEGIN_DECLS

/* The hours of a plan are those of its schools' clocks. */
#define BARY_PLAN_ZONE "Europe/Moscow"

/* Events of a plan as other calendars take them in. The uid is the event's id, the sequence the number of its moves,
 * cancellations and restorations, so that a calendar that is taken in again is brought up to date and nothing is in it
 * twice. What has no certain day yet, or is only planned, is tentative; a cancelled event is told as cancelled. */

/* Obligations that are open come as alarms on the day they are due. Returns: (transfer full) */
BaryIcsEvent *bary_plan_event_to_ics (const BaryPlan           *plan,
                                      guint                     event,
                                      const BarySchoolCalendar *calendar,
                                      const BaryDutyRule       *rules,
                                      guint                     n_rules);

/* All events, by their first days. @zone: «Europe/Moscow». Returns: (transfer full) */
BaryIcs      *bary_plan_to_ics       (const BaryPlan           *plan,
                                      const BarySchoolCalendar *calendar,
                                      const BaryDutyRule       *rules,
                                      guint                     n_rules,
                                      const char               *name,
                                      const char               *zone);

G_END_DECLS
