#include "bary-body-member.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryField bary_body_member_fields[] = {
  BARY_REFERENCE (BaryBodyMember, body, BARY_FIELD_REQUIRED, N_("Body"), BARY_KIND_BODY),
  BARY_REFERENCE (BaryBodyMember, person, BARY_FIELD_OPTIONAL, N_("Person"), BARY_KIND_PERSON),
  BARY_REFERENCE (BaryBodyMember, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryBodyMember, role, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Role")),
  BARY_VALUE (BaryBodyMember, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryBodyMember, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryBodyMember *self = BARY_BODY_MEMBER (record);

  if (self->person != NULL || self->organisation != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A member of a body is a person or an organisation: choose one"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryBodyMember, bary_body_member, BARY_KIND_BODY_MEMBER, "body_member",
                    N_("Member of a body"), N_("Members of bodies"), validate)
