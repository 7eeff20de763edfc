#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CALENDAR_TERM (bary_calendar_term_get_type ())
G_DECLARE_FINAL_TYPE (BaryCalendarTerm, bary_calendar_term, BARY, CALENDAR_TERM, BaryRecord)

/* A quarter, vacation or exam weeks of a school year. The fields are for reading; their table in bary-
 * calendar-term.c says what they hold. */
struct _BaryCalendarTerm {
  BaryRecord parent_instance;

  char *school_year;
  char *kind;
  char *number;
  char *name;
  char *from;
  char *to;
  char *source;
  char *state;
};

extern const BaryKindInfo bary_calendar_term_info;

G_END_DECLS
