#include "bary-contest-decision.h"

#include <glib/gi18n.h>

static const BaryChoice outcomes[] = {
  { "awarded", N_("The status is given") },
  { "reserve", N_("In reserve") },
  { "declined", N_("The status is not given") },
  { NULL, NULL }
};

static const BaryField bary_contest_decision_fields[] = {
  BARY_REFERENCE (BaryContestDecision, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_VALUE (BaryContestDecision, place, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Place")),
  BARY_VALUE (BaryContestDecision, total, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Total")),
  BARY_CHOICE (BaryContestDecision, outcome, BARY_FIELD_REQUIRED, N_("Outcome"), outcomes),
  BARY_REFERENCE (BaryContestDecision, status, BARY_FIELD_OPTIONAL, N_("Status"), BARY_KIND_STATUS),
  BARY_VALUE (BaryContestDecision, reason, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Reason")),
};

BARY_DEFINE_RECORD (BaryContestDecision, bary_contest_decision, BARY_KIND_CONTEST_DECISION, "contest_decision",
                    N_("Decision of a contest"), N_("Decisions of contests"), NULL)
