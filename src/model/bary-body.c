#include "bary-body.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice kinds[] = {
  { "coordination_council", N_("Coordination council") },
  { "expert_group", N_("Expert group") },
  { "expert_council", N_("Expert council") },
  { "management_team", N_("Management and teaching team") },
  { "initiative_group", N_("Initiative group") },
  { "working_group", N_("Working group") },
  { NULL, NULL }
};

static const BaryField bary_body_fields[] = {
  BARY_VALUE (BaryBody, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryBody, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Full name")),
  BARY_CHOICE (BaryBody, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryBody, centre, BARY_FIELD_OPTIONAL, N_("Centre"), BARY_KIND_CENTRE),
  BARY_REFERENCE (BaryBody, cluster, BARY_FIELD_OPTIONAL, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryBody, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryBody, parent, BARY_FIELD_OPTIONAL, N_("Answers to"), BARY_KIND_BODY),
  BARY_VALUE (BaryBody, functions, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Functions")),
  BARY_VALUE (BaryBody, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryBody, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryBody *self = BARY_BODY (record);

  if (g_strcmp0 (self->parent, bary_record_get_id (record)) != 0)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INCONSISTENT,
                       _("A body cannot answer to itself: choose another one"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryBody, bary_body, BARY_KIND_BODY, "body",
                    N_("Body"), N_("Bodies"), validate)
