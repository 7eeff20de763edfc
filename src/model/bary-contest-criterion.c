#include "bary-contest-criterion.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryField bary_contest_criterion_fields[] = {
  BARY_REFERENCE (BaryContestCriterion, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryContestCriterion, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryContestCriterion, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BaryContestCriterion, help, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Help")),
  BARY_VALUE (BaryContestCriterion, weight, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Weight")),
  BARY_VALUE (BaryContestCriterion, least, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Lowest mark")),
  BARY_VALUE (BaryContestCriterion, most, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Highest mark")),
  BARY_VALUE (BaryContestCriterion, step, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Step of marks")),
  BARY_CHOICE (BaryContestCriterion, independent, BARY_FIELD_OPTIONAL, N_("Shown, not counted"), bary_choice_yes),
  BARY_VALUE (BaryContestCriterion, comment_below, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Comment needed below")),
  BARY_VALUE (BaryContestCriterion, comment_above, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Comment needed above")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryContestCriterion *self = BARY_CONTEST_CRITERION (record);

  if (self->least == NULL || self->most == NULL ||
      g_ascii_strtod (self->least, NULL) <= g_ascii_strtod (self->most, NULL))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_RANGE,
                       _("The highest mark is below the lowest one: exchange them"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryContestCriterion, bary_contest_criterion, BARY_KIND_CONTEST_CRITERION, "contest_criterion",
                    N_("Criterion"), N_("Criteria"), validate)
