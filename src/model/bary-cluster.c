#include "bary-cluster.h"

#include <glib/gi18n.h>

static const BaryField bary_cluster_fields[] = {
  BARY_VALUE (BaryCluster, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryCluster, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Full name")),
  BARY_REFERENCE (BaryCluster, centre, BARY_FIELD_OPTIONAL, N_("Centre"), BARY_KIND_CENTRE),
  BARY_REFERENCE (BaryCluster, scheme, BARY_FIELD_REQUIRED, N_("Scheme"), BARY_KIND_SCHEME),
  BARY_REFERENCE (BaryCluster, direction, BARY_FIELD_OPTIONAL, N_("Direction"), BARY_KIND_DIRECTION),
  BARY_REFERENCE (BaryCluster, barycenter, BARY_FIELD_OPTIONAL, N_("Barycenter"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryCluster, base_site, BARY_FIELD_OPTIONAL, N_("Base site"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryCluster, goal, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Common goal")),
  BARY_VALUE (BaryCluster, interaction, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Mechanisms of interaction")),
  BARY_VALUE (BaryCluster, management, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Mechanism of management")),
  BARY_VALUE (BaryCluster, hashtag, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Hashtag")),
  BARY_VALUE (BaryCluster, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryCluster, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
  BARY_VALUE (BaryCluster, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryCluster, bary_cluster, BARY_KIND_CLUSTER, "cluster",
                    N_("Cluster"), N_("Clusters"), NULL)
