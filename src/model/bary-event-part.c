#include "bary-event-part.h"

#include <glib/gi18n.h>

static const BaryChoice parts[] = {
  { "must", N_("Must take part") },
  { "may", N_("May take part") },
  { "organiser", N_("Organiser") },
  { NULL, NULL }
};

static const BaryField bary_event_part_fields[] = {
  BARY_REFERENCE (BaryEventPart, event, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Event"), BARY_KIND_EVENT),
  BARY_REFERENCE (BaryEventPart, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_CHOICE (BaryEventPart, part, BARY_FIELD_REQUIRED, N_("Part"), parts),
  BARY_CHOICE (BaryEventPart, took_part, BARY_FIELD_OPTIONAL, N_("Took part"), bary_choice_yes_no),
  BARY_VALUE (BaryEventPart, attended, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Attended")),
};

BARY_DEFINE_RECORD (BaryEventPart, bary_event_part, BARY_KIND_EVENT_PART, "event_part",
                    N_("Part in an event"), N_("Parts in events"), NULL)
