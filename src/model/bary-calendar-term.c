#include "bary-calendar-term.h"

#include "bary-calendar-day.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "quarter", N_("Quarter") },
  { "vacation", N_("Vacation") },
  { "exam", N_("Exams") },
  { NULL, NULL }
};

static const BaryField bary_calendar_term_fields[] = {
  BARY_VALUE (BaryCalendarTerm, school_year, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("School year")),
  BARY_CHOICE (BaryCalendarTerm, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_VALUE (BaryCalendarTerm, number, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_VALUE (BaryCalendarTerm, name, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Name")),
  BARY_VALUE (BaryCalendarTerm, from, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Since")),
  BARY_VALUE (BaryCalendarTerm, to, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Until")),
  BARY_VALUE (BaryCalendarTerm, source, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Source")),
  BARY_CHOICE (BaryCalendarTerm, state, BARY_FIELD_REQUIRED, N_("State"), bary_calendar_states),
};

BARY_DEFINE_RECORD (BaryCalendarTerm, bary_calendar_term, BARY_KIND_CALENDAR_TERM, "calendar_term",
                    N_("Term of the school year"), N_("Terms of school years"), NULL)
