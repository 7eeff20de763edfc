#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SENDING (bary_sending_get_type ())
G_DECLARE_FINAL_TYPE (BarySending, bary_sending, BARY, SENDING, BaryRecord)

/* Proof that something due was done: an announcement sent, a press release published, a report handed in. The
 * fields are for reading; their table in bary-sending.c says what they hold. */
struct _BarySending {
  BaryRecord parent_instance;

  char *event;
  char *roadmap;
  char *duty;
  char *ordinal;
  char *sent_on;
  char *channel;
  char *link;
  char *note;
};

/* The words of `duty`, which rules of obligations share. */
extern const BaryChoice bary_duties[];

extern const BaryKindInfo bary_sending_info;

G_END_DECLS
