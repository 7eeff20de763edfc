#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EVENT (bary_event_get_type ())
G_DECLARE_FINAL_TYPE (BaryEvent, bary_event, BARY, EVENT, BaryRecord)

/* An item of a roadmap: what is planned, announced and held. The fields are for reading; their table in bary-
 * event.c says what they hold. */
struct _BaryEvent {
  BaryRecord parent_instance;

  char *roadmap;
  char *section;
  char *number;
  char *name;
  char *dates;
  char *start_time;
  char *end_time;
  char *kind;
  char *goal;
  char *summary;
  char *audience;
  char *participants;
  char *result;
  char *place;
  char *host;
  char *responsible;
  char *expected_number;
  char *registration_link;
  char *state;
  char *held_on;
  char *attended;
  char *feedback;
  char *outcome;
  char *links;
  char *note;
};

/* The words of `kind`, which rules of obligations share. */
extern const BaryChoice bary_event_kinds[];

extern const BaryKindInfo bary_event_info;

G_END_DECLS
