#include "bary-roadmap.h"

#include <glib/gi18n.h>

static const BaryField bary_roadmap_fields[] = {
  BARY_VALUE (BaryRoadmap, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_REFERENCE (BaryRoadmap, cluster, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_VALUE (BaryRoadmap, school_year, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("School year")),
  BARY_VALUE (BaryRoadmap, goal, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Goal and tasks")),
  BARY_VALUE (BaryRoadmap, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryRoadmap, bary_roadmap, BARY_KIND_ROADMAP, "roadmap",
                    N_("Roadmap"), N_("Roadmaps"), NULL)
