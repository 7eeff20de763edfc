#include "bary-technical-review.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice results[] = {
  { "complete", N_("Complete") },
  { "remarks", N_("Admitted with remarks") },
  { "to_mend", N_("To be mended") },
  { "rejected", N_("Rejected") },
  { NULL, NULL }
};

static const BaryField bary_technical_review_fields[] = {
  BARY_REFERENCE (BaryTechnicalReview, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_VALUE (BaryTechnicalReview, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Number")),
  BARY_CHOICE (BaryTechnicalReview, result, BARY_FIELD_REQUIRED, N_("Result"), results),
  BARY_VALUE (BaryTechnicalReview, reason, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Reason")),
  BARY_VALUE (BaryTechnicalReview, until, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("To be mended until")),
  BARY_REFERENCE (BaryTechnicalReview, person, BARY_FIELD_OPTIONAL, N_("Reviewer"), BARY_KIND_PERSON),
  BARY_VALUE (BaryTechnicalReview, reviewed_on, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Reviewed on")),
  BARY_VALUE (BaryTechnicalReview, sent_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Letter sent on")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryTechnicalReview *self = BARY_TECHNICAL_REVIEW (record);
  gboolean complete = g_strcmp0 (self->result, "complete") == 0;
  gboolean to_mend = g_strcmp0 (self->result, "to_mend") == 0;

  if ((complete || self->reason != NULL) && (!to_mend || self->until != NULL))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("Say the reason of a result other than “complete”, and the day until which to mend"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryTechnicalReview, bary_technical_review, BARY_KIND_TECHNICAL_REVIEW, "technical_review",
                    N_("Technical review"), N_("Technical reviews"), validate)
