#include "bary-membership.h"

#include <glib/gi18n.h>

static const BaryField bary_membership_fields[] = {
  BARY_REFERENCE (BaryMembership, cluster, BARY_FIELD_REQUIRED, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryMembership, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryMembership, group, BARY_FIELD_REQUIRED, N_("Group"), BARY_KIND_GROUP),
  BARY_VALUE (BaryMembership, role, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Role")),
  BARY_VALUE (BaryMembership, reason, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Reason of joining")),
  BARY_VALUE (BaryMembership, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryMembership, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
  BARY_VALUE (BaryMembership, leaving_reason, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Reason of leaving")),
};

BARY_DEFINE_RECORD (BaryMembership, bary_membership, BARY_KIND_MEMBERSHIP, "membership",
                    N_("Membership"), N_("Memberships"), NULL)
