#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EVENT_MOVE (bary_event_move_get_type ())
G_DECLARE_FINAL_TYPE (BaryEventMove, bary_event_move, BARY, EVENT_MOVE, BaryRecord)

/* Why an event was moved, cancelled or restored, and who agreed. The fields are for reading; their table in
 * bary-event-move.c says what they hold. */
struct _BaryEventMove {
  BaryRecord parent_instance;

  char *event;
  char *kind;
  char *moved_on;
  char *from_dates;
  char *to_dates;
  char *reason;
  char *remark;
  char *agreed_by;
};

extern const BaryKindInfo bary_event_move_info;

G_END_DECLS
