#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EVENT_AWARD (bary_event_award_get_type ())
G_DECLARE_FINAL_TYPE (BaryEventAward, bary_event_award, BARY, EVENT_AWARD, BaryRecord)

/* Who is rewarded after an event. The fields are for reading; their table in bary-event-award.c says what
 * they hold. */
struct _BaryEventAward {
  BaryRecord parent_instance;

  char *event;
  char *organisation;
  char *person;
  char *award;
  char *note;
};

extern const BaryKindInfo bary_event_award_info;

G_END_DECLS
