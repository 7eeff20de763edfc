#include "bary-expert-mark.h"

#include <glib/gi18n.h>

static const BaryField bary_expert_mark_fields[] = {
  BARY_REFERENCE (BaryExpertMark, sheet, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Score sheet"), BARY_KIND_SCORE_SHEET),
  BARY_REFERENCE (BaryExpertMark, criterion, BARY_FIELD_REQUIRED, N_("Criterion"), BARY_KIND_CONTEST_CRITERION),
  BARY_VALUE (BaryExpertMark, value, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Mark")),
  BARY_VALUE (BaryExpertMark, comment, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Comment")),
};

BARY_DEFINE_RECORD (BaryExpertMark, bary_expert_mark, BARY_KIND_EXPERT_MARK, "expert_mark",
                    N_("Mark"), N_("Marks"), NULL)
