#include "bary-technical-check.h"

#include <glib/gi18n.h>

static const BaryField bary_technical_check_fields[] = {
  BARY_REFERENCE (BaryTechnicalCheck, review, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Technical review"), BARY_KIND_TECHNICAL_REVIEW),
  BARY_REFERENCE (BaryTechnicalCheck, item, BARY_FIELD_REQUIRED, N_("Item"), BARY_KIND_CHECKLIST_ITEM),
  BARY_CHOICE (BaryTechnicalCheck, passed, BARY_FIELD_REQUIRED, N_("Passed"), bary_choice_yes_no),
  BARY_VALUE (BaryTechnicalCheck, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryTechnicalCheck, bary_technical_check, BARY_KIND_TECHNICAL_CHECK, "technical_check",
                    N_("Answer of a technical review"), N_("Answers of technical reviews"), NULL)
