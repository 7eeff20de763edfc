#include "bary-criterion-level.h"

#include <glib/gi18n.h>

static const BaryField bary_criterion_level_fields[] = {
  BARY_REFERENCE (BaryCriterionLevel, criterion, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Criterion"), BARY_KIND_CONTEST_CRITERION),
  BARY_VALUE (BaryCriterionLevel, mark, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Mark")),
  BARY_VALUE (BaryCriterionLevel, description, BARY_FIELD_LONG_TEXT, BARY_FIELD_REQUIRED, N_("Description")),
};

BARY_DEFINE_RECORD (BaryCriterionLevel, bary_criterion_level, BARY_KIND_CRITERION_LEVEL, "criterion_level",
                    N_("Level of a criterion"), N_("Levels of criteria"), NULL)
