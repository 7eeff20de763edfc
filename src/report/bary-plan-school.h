#pragma once

#include "bary-plan.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* One school's sheet: every event of the plan that it must or may take part in or that takes place at it, by days, in the words
 * of the plan's form. @organisation: of the plan, or -1 for one that is in none of it; @name: its name.
 * Returns: (transfer full) */
BaryReport *bary_plan_school_report_new (const BaryPlan *plan,
                                         int             organisation,
                                         const char     *name);

G_END_DECLS
