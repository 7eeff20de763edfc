#include "bary-place.h"

#include <glib/gi18n.h>

const BaryChoice bary_place_pictures[] = {
  { "cluster", N_("Cluster") },
  { "network", N_("Network") },
  { "interaction", N_("Interaction") },
  { "free", N_("Network by its links") },
  { NULL, NULL }
};

static const BaryField bary_place_fields[] = {
  BARY_CHOICE (BaryNodePlace, picture, BARY_FIELD_REQUIRED, N_("Diagram"), bary_place_pictures),
  BARY_REFERENCE (BaryNodePlace, cluster, BARY_FIELD_PART, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_VALUE (BaryNodePlace, node, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Node")),
  BARY_VALUE (BaryNodePlace, x, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Across")),
  BARY_VALUE (BaryNodePlace, y, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Down")),
  BARY_CHOICE (BaryNodePlace, pinned, BARY_FIELD_OPTIONAL, N_("Pinned"), bary_choice_yes),
};

BARY_DEFINE_RECORD (BaryNodePlace, bary_place, BARY_KIND_PLACE, "place",
                    N_("Place on a diagram"), N_("Places on diagrams"), NULL)
