#include "bary-event.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BaryChoice bary_event_kinds[] = {
  { "event", N_("Event") },
  { "contest", N_("Contest") },
  { "contest_stage", N_("Stage of a contest") },
  { "seminar", N_("Seminar") },
  { "conference", N_("Conference") },
  { "meeting", N_("Meeting") },
  { NULL, NULL }
};

static const BaryChoice states[] = {
  { "planned", N_("Planned") },
  { "announced", N_("Announced") },
  { "held", N_("Held") },
  { "moved", N_("Moved") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL }
};

static const BaryField bary_event_fields[] = {
  BARY_REFERENCE (BaryEvent, roadmap, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Roadmap"), BARY_KIND_ROADMAP),
  BARY_REFERENCE (BaryEvent, section, BARY_FIELD_OPTIONAL, N_("Section"), BARY_KIND_SECTION),
  BARY_VALUE (BaryEvent, number, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_VALUE (BaryEvent, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryEvent, dates, BARY_FIELD_PERIOD, BARY_FIELD_REQUIRED, N_("Dates")),
  BARY_VALUE (BaryEvent, start_time, BARY_FIELD_TIME, BARY_FIELD_OPTIONAL, N_("Begins at")),
  BARY_VALUE (BaryEvent, end_time, BARY_FIELD_TIME, BARY_FIELD_OPTIONAL, N_("Ends at")),
  BARY_CHOICE (BaryEvent, kind, BARY_FIELD_REQUIRED, N_("Kind"), bary_event_kinds),
  BARY_VALUE (BaryEvent, goal, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Purpose")),
  BARY_VALUE (BaryEvent, summary, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Summary")),
  BARY_VALUE (BaryEvent, audience, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Audience")),
  BARY_VALUE (BaryEvent, participants, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Participants")),
  BARY_VALUE (BaryEvent, result, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Planned result")),
  BARY_VALUE (BaryEvent, place, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Place")),
  BARY_REFERENCE (BaryEvent, host, BARY_FIELD_OPTIONAL, N_("Host"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryEvent, responsible, BARY_FIELD_OPTIONAL, N_("Responsible"), BARY_KIND_PERSON),
  BARY_VALUE (BaryEvent, expected_number, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Expected number")),
  BARY_VALUE (BaryEvent, registration_link, BARY_FIELD_SITE, BARY_FIELD_OPTIONAL, N_("Registration link")),
  BARY_CHOICE (BaryEvent, state, BARY_FIELD_REQUIRED, N_("State"), states),
  BARY_VALUE (BaryEvent, held_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Held on")),
  BARY_VALUE (BaryEvent, attended, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Attended")),
  BARY_VALUE (BaryEvent, feedback, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Feedback")),
  BARY_VALUE (BaryEvent, outcome, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Results")),
  BARY_VALUE (BaryEvent, links, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Links to photos and publications")),
  BARY_VALUE (BaryEvent, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryEvent *self = BARY_EVENT (record);

  if (self->start_time == NULL || self->end_time == NULL || strcmp (self->start_time, self->end_time) <= 0)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_RANGE,
                       _("The event ends before it begins: correct the times"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryEvent, bary_event, BARY_KIND_EVENT, "event",
                    N_("Event"), N_("Events"), validate)
