#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_INTEREST_CONFLICT (bary_interest_conflict_get_type ())
G_DECLARE_FINAL_TYPE (BaryInterestConflict, bary_interest_conflict, BARY, INTEREST_CONFLICT, BaryRecord)

/* Why an expert may not judge an application, or those of an organisation. The fields are for reading; their
 * table in bary-interest-conflict.c says what they hold. */
struct _BaryInterestConflict {
  BaryRecord parent_instance;

  char *expert;
  char *application;
  char *organisation;
  char *kind;
  char *source;
  char *noted_on;
  char *state;
  char *decided_on;
  char *note;
};

extern const BaryKindInfo bary_interest_conflict_info;

G_END_DECLS
