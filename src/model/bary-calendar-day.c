#include "bary-calendar-day.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "day_off", N_("Day off") },
  { "shortened", N_("Shortened day") },
  { "working", N_("Working weekend") },
  { NULL, NULL }
};

const BaryChoice bary_calendar_states[] = {
  { "law", N_("Law") },
  { "draft", N_("Draft") },
  { "forecast", N_("Forecast") },
  { NULL, NULL }
};

static const BaryField bary_calendar_day_fields[] = {
  BARY_VALUE (BaryCalendarDay, day, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Day")),
  BARY_CHOICE (BaryCalendarDay, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_VALUE (BaryCalendarDay, name, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Name")),
  BARY_VALUE (BaryCalendarDay, source, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Source")),
  BARY_CHOICE (BaryCalendarDay, state, BARY_FIELD_REQUIRED, N_("State"), bary_calendar_states),
};

BARY_DEFINE_RECORD (BaryCalendarDay, bary_calendar_day, BARY_KIND_CALENDAR_DAY, "calendar_day",
                    N_("Day of the calendar"), N_("Days of the calendar"), NULL)
