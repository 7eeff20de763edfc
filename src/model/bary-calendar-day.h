#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CALENDAR_DAY (bary_calendar_day_get_type ())
G_DECLARE_FINAL_TYPE (BaryCalendarDay, bary_calendar_day, BARY, CALENDAR_DAY, BaryRecord)

/* A day that the production calendar sets apart. The fields are for reading; their table in bary-calendar-
 * day.c says what they hold. */
struct _BaryCalendarDay {
  BaryRecord parent_instance;

  char *day;
  char *kind;
  char *name;
  char *source;
  char *state;
};

/* How certain the calendar is, here and of terms. */
extern const BaryChoice bary_calendar_states[];

extern const BaryKindInfo bary_calendar_day_info;

G_END_DECLS
