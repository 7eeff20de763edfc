#include "bary-event-move.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "moved", N_("Moved") },
  { "cancelled", N_("Cancelled") },
  { "restored", N_("Restored") },
  { NULL, NULL }
};

static const BaryChoice reasons[] = {
  { "illness", N_("Illness, quarantine") },
  { "weather", N_("Weather") },
  { "place", N_("The place is not available") },
  { "clash", N_("Clash with another event") },
  { "order", N_("Order from above") },
  { "few", N_("Too few participants") },
  { "request", N_("Request of the organiser") },
  { "other", N_("Another reason") },
  { NULL, NULL }
};

static const BaryField bary_event_move_fields[] = {
  BARY_REFERENCE (BaryEventMove, event, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Event"), BARY_KIND_EVENT),
  BARY_CHOICE (BaryEventMove, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_VALUE (BaryEventMove, moved_on, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Decided on")),
  BARY_VALUE (BaryEventMove, from_dates, BARY_FIELD_PERIOD, BARY_FIELD_OPTIONAL, N_("Dates before")),
  BARY_VALUE (BaryEventMove, to_dates, BARY_FIELD_PERIOD, BARY_FIELD_OPTIONAL, N_("Dates after")),
  BARY_CHOICE (BaryEventMove, reason, BARY_FIELD_REQUIRED, N_("Reason"), reasons),
  BARY_VALUE (BaryEventMove, remark, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Remark")),
  BARY_REFERENCE (BaryEventMove, agreed_by, BARY_FIELD_OPTIONAL, N_("Agreed by"), BARY_KIND_PERSON),
};

BARY_DEFINE_RECORD (BaryEventMove, bary_event_move, BARY_KIND_EVENT_MOVE, "event_move",
                    N_("Change of dates"), N_("Changes of dates"), NULL)
