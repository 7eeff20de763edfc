#include "bary-interest-conflict.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice kinds[] = {
  { "own_organisation", N_("Own organisation") },
  { "second_job", N_("Second job") },
  { "partner", N_("Partner in a cluster group") },
  { "kinship", N_("Kinship") },
  { "applicant", N_("Applicant in the same contest") },
  { "declared", N_("Declared in the sheet") },
  { "name", N_("Similar name") },
  { "other", N_("Another reason") },
  { NULL, NULL }
};

static const BaryChoice states[] = {
  { "potential", N_("Potential") },
  { "confirmed", N_("Confirmed") },
  { "dismissed", N_("Dismissed") },
  { NULL, NULL }
};

static const BaryField bary_interest_conflict_fields[] = {
  BARY_REFERENCE (BaryInterestConflict, expert, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Expert"), BARY_KIND_CONTEST_EXPERT),
  BARY_REFERENCE (BaryInterestConflict, application, BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_REFERENCE (BaryInterestConflict, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_CHOICE (BaryInterestConflict, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_VALUE (BaryInterestConflict, source, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Source")),
  BARY_VALUE (BaryInterestConflict, noted_on, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Noted on")),
  BARY_CHOICE (BaryInterestConflict, state, BARY_FIELD_REQUIRED, N_("State"), states),
  BARY_VALUE (BaryInterestConflict, decided_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Decided on")),
  BARY_VALUE (BaryInterestConflict, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryInterestConflict *self = BARY_INTEREST_CONFLICT (record);

  if (self->application != NULL || self->organisation != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A conflict is with an application or with an organisation: choose one of them"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryInterestConflict, bary_interest_conflict, BARY_KIND_INTEREST_CONFLICT, "interest_conflict",
                    N_("Conflict of interest"), N_("Conflicts of interest"), validate)
