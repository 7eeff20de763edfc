#include "bary-approval.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice decisions[] = {
  { "agreed", N_("Agreed") },
  { "refused", N_("Refused") },
  { NULL, NULL }
};

static const BaryField bary_approval_fields[] = {
  BARY_REFERENCE (BaryApproval, revision, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Revision"), BARY_KIND_REVISION),
  BARY_REFERENCE (BaryApproval, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryApproval, person, BARY_FIELD_OPTIONAL, N_("Person"), BARY_KIND_PERSON),
  BARY_CHOICE (BaryApproval, decision, BARY_FIELD_OPTIONAL, N_("Decision"), decisions),
  BARY_VALUE (BaryApproval, decided_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Decided on")),
  BARY_VALUE (BaryApproval, remark, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Remark")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryApproval *self = BARY_APPROVAL (record);

  if (self->decision == NULL || self->decided_on != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A decision has a day: fill in “Decided on”"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryApproval, bary_approval, BARY_KIND_APPROVAL, "approval",
                    N_("Approval"), N_("Approvals"), validate)
