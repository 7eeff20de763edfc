#pragma once

#include "bary-changes.h"
#include "bary-school-calendar.h"

G_BEGIN_DECLS

/* Writes down what is built in about a school year, see bary-school-calendar.h, where a centre has nothing of its own: its special
 * days, quarters, vacations and exams.
 * @terms: (element-type BaryCalendarTerm): of the year; @days: (element-type BaryCalendarDay) */
void bary_calendar_fill (int          school_year,
                         GPtrArray   *terms,
                         GPtrArray   *days,
                         BaryChanges *changes);

G_END_DECLS
