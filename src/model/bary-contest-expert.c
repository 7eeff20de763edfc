#include "bary-contest-expert.h"

#include <glib/gi18n.h>

static const BaryField bary_contest_expert_fields[] = {
  BARY_REFERENCE (BaryContestExpert, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_REFERENCE (BaryContestExpert, person, BARY_FIELD_REQUIRED, N_("Person"), BARY_KIND_PERSON),
  BARY_REFERENCE (BaryContestExpert, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryContestExpert, second_job, BARY_FIELD_OPTIONAL, N_("Second job"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryContestExpert, quota, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Most applications")),
  BARY_VALUE (BaryContestExpert, competence, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Competence")),
  BARY_CHOICE (BaryContestExpert, commission, BARY_FIELD_OPTIONAL, N_("Signs for the commission"), bary_choice_yes),
  BARY_VALUE (BaryContestExpert, left_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Left on")),
  BARY_VALUE (BaryContestExpert, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryContestExpert, bary_contest_expert, BARY_KIND_CONTEST_EXPERT, "contest_expert",
                    N_("Expert of a contest"), N_("Experts of contests"), NULL)
