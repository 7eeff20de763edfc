#include "bary-tie-step.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice kinds[] = {
  { "criterion", N_("Higher by a criterion") },
  { "low_marks", N_("Fewer low marks") },
  { "earlier", N_("Handed in earlier") },
  { "draw", N_("Draw") },
  { NULL, NULL }
};

static const BaryField bary_tie_step_fields[] = {
  BARY_REFERENCE (BaryTieStep, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryTieStep, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_CHOICE (BaryTieStep, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryTieStep, criterion, BARY_FIELD_OPTIONAL, N_("Criterion"), BARY_KIND_CONTEST_CRITERION),
  BARY_VALUE (BaryTieStep, limit, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Low marks are below")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryTieStep *self = BARY_TIE_STEP (record);

  if ((g_strcmp0 (self->kind, "criterion") != 0 || self->criterion != NULL) &&
      (g_strcmp0 (self->kind, "low_marks") != 0 || self->limit != NULL))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A step by a criterion names the criterion, a step by low marks has their limit: fill it in"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryTieStep, bary_tie_step, BARY_KIND_TIE_STEP, "tie_step",
                    N_("Step for equal totals"), N_("Steps for equal totals"), validate)
