#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EVENT_PART (bary_event_part_get_type ())
G_DECLARE_FINAL_TYPE (BaryEventPart, bary_event_part, BARY, EVENT_PART, BaryRecord)

/* An organisation that must or may take part in an event, and whether it did. The fields are for reading;
 * their table in bary-event-part.c says what they hold. */
struct _BaryEventPart {
  BaryRecord parent_instance;

  char *event;
  char *organisation;
  char *part;
  char *took_part;
  char *attended;
};

extern const BaryKindInfo bary_event_part_info;

G_END_DECLS
