#include "bary-role.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "curator", N_("Curator") },
  { "project_leader", N_("Project leader") },
  { "network_methodist", N_("Network methodist") },
  { "network_tutor", N_("Network tutor") },
  { "head", N_("Head") },
  { "other", N_("Other") },
  { NULL, NULL }
};

static const BaryField bary_role_fields[] = {
  BARY_REFERENCE (BaryRole, person, BARY_FIELD_REQUIRED, N_("Person"), BARY_KIND_PERSON),
  BARY_CHOICE (BaryRole, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryRole, cluster, BARY_FIELD_OPTIONAL, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryRole, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryRole, name, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Name")),
  BARY_VALUE (BaryRole, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryRole, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
};

BARY_DEFINE_RECORD (BaryRole, bary_role, BARY_KIND_ROLE, "role",
                    N_("Role"), N_("Roles"), NULL)
