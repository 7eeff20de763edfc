#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_DECISION (bary_contest_decision_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestDecision, bary_contest_decision, BARY, CONTEST_DECISION, BaryRecord)

/* What was decided of an application; pending until the contest has its order. The fields are for reading;
 * their table in bary-contest-decision.c says what they hold. */
struct _BaryContestDecision {
  BaryRecord parent_instance;

  char *application;
  char *place;
  char *total;
  char *outcome;
  char *status;
  char *reason;
};

extern const BaryKindInfo bary_contest_decision_info;

G_END_DECLS
