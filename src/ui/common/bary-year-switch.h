#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the session's school year and switches it: to a year that has plans, this one or the next. Hidden while nothing is open.
 *
 * Properties: "session" (BarySession). */
#define BARY_TYPE_YEAR_SWITCH (bary_year_switch_get_type ())
G_DECLARE_FINAL_TYPE (BaryYearSwitch, bary_year_switch, BARY, YEAR_SWITCH, AdwBin)

G_END_DECLS
