#pragma once

#include "bary-plan.h"
#include "bary-school-calendar.h"

G_BEGIN_DECLS

/* Next year's plan from this one's: by position, not by date. The second Thursday of September stays the second Thursday of
 * September, the third week of the second quarter its third week; memorial days stay on their date; deadlines and vague dates
 * keep their words. Pure. */

typedef enum {
  BARY_ROLLED_BY_WORDS,   /* as it was written, years named in it one later: vague dates, deadlines, positions in words */
  BARY_ROLLED_BY_DATE,    /* a memorial day: the same day and month */
  BARY_ROLLED_BY_WEEKDAY, /* the same weekday of the month: the second Thursday; a fifth one becomes the last */
  BARY_ROLLED_BY_QUARTER, /* the same weekday of the same week of the quarter */
  BARY_ROLLED_UNSOLVED,   /* no such day, or a day off or a vacation where it was none: a person decides */
} BaryRollover;

typedef struct {
  guint         event;    /* of the old plan */
  BaryRollover  how;
  BaryPeriod    period;   /* of an unsolved one the nearest guess */
  const char   *memorial; /* (nullable): the name of the memorial day */
} BaryRolledEvent;

/* Where a period of one school year lies in another. @by_quarter: prefer weeks of the quarter to weeks of the month.
 * @to: (out): to be cleared. @memorial: (out) (optional) (nullable). */
BaryRollover bary_period_roll_over  (const BaryPeriod         *from,
                                     const BarySchoolCalendar *from_calendar,
                                     const BarySchoolCalendar *to_calendar,
                                     gboolean                  by_quarter,
                                     BaryPeriod               *to,
                                     const char              **memorial);

/* All events of a plan but cancelled ones. Returns: (transfer full) (element-type BaryRolledEvent): in the plan's order. */
GArray      *bary_plan_roll_over    (const BaryPlan           *plan,
                                     const BarySchoolCalendar *from_calendar,
                                     const BarySchoolCalendar *to_calendar,
                                     gboolean                  by_quarter);

/* Returns: (nullable): the name of a day that is kept by its date: a holiday, a memorial or professional day. */
const char  *bary_day_find_memorial (BaryDay                   day);

G_END_DECLS
