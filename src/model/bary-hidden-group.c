#include "bary-hidden-group.h"

#include <glib/gi18n.h>

static const BaryField bary_hidden_group_fields[] = {
  BARY_REFERENCE (BaryHiddenGroup, cluster, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryHiddenGroup, group, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Group"), BARY_KIND_GROUP),
};

BARY_DEFINE_RECORD (BaryHiddenGroup, bary_hidden_group, BARY_KIND_HIDDEN_GROUP, "hidden_group",
                    N_("Hidden group"), N_("Hidden groups"), NULL)
