#include "bary-contest-stage.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "preparation", N_("Preparation") },
  { "submission", N_("Submission") },
  { "technical", N_("Technical review") },
  { "content", N_("Content review") },
  { "presentation", N_("Public presentation") },
  { "decision", N_("Decision") },
  { NULL, NULL }
};

static const BaryField bary_contest_stage_fields[] = {
  BARY_REFERENCE (BaryContestStage, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryContestStage, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryContestStage, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_CHOICE (BaryContestStage, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_VALUE (BaryContestStage, dates, BARY_FIELD_PERIOD, BARY_FIELD_OPTIONAL, N_("Dates")),
  BARY_VALUE (BaryContestStage, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryContestStage, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
  BARY_VALUE (BaryContestStage, grace, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Days of grace")),
  BARY_VALUE (BaryContestStage, goal, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Purpose")),
};

BARY_DEFINE_RECORD (BaryContestStage, bary_contest_stage, BARY_KIND_CONTEST_STAGE, "contest_stage",
                    N_("Stage of a contest"), N_("Stages of contests"), NULL)
