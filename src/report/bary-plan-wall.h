#pragma once

#include "bary-plan.h"
#include "bary-report.h"
#include "bary-school-calendar.h"

G_BEGIN_DECLS

/* The year of all clusters on one sheet of A3 for the wall: bary-year-sheet.h on paper, with what the marks mean below it.
 * Returns: (transfer full) */
BaryReport *bary_plan_wall_new (const BaryPlan           *plan,
                                const BarySchoolCalendar *calendar);

G_END_DECLS
