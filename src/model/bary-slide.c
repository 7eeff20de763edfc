#include "bary-slide.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "title", N_("Title") },
  { "barycenter", N_("Barycenter") },
  { "bodies", N_("Councils and teams") },
  { "group", N_("Group") },
  { "district", N_("District") },
  { "cluster", N_("Cluster") },
  { "links", N_("Links") },
  { "changes", N_("Changes") },
  { "whole", N_("Whole picture") },
  { "view", N_("View") },
  { NULL, NULL }
};

static const BaryChoice pictures[] = {
  { "interaction", N_("Interaction") },
  { NULL, NULL }
};

static const BaryField bary_slide_fields[] = {
  BARY_REFERENCE (BarySlide, cluster, BARY_FIELD_PART, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_CHOICE (BarySlide, kind, BARY_FIELD_REQUIRED, N_("Shows"), kinds),
  BARY_REFERENCE (BarySlide, group, BARY_FIELD_PART, N_("Group"), BARY_KIND_GROUP),
  BARY_REFERENCE (BarySlide, part, BARY_FIELD_PART, N_("Cluster shown"), BARY_KIND_CLUSTER),
  BARY_VALUE (BarySlide, district, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("District")),
  BARY_VALUE (BarySlide, caption, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Caption")),
  BARY_VALUE (BarySlide, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Speaker’s note")),
  BARY_VALUE (BarySlide, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_CHOICE (BarySlide, hidden, BARY_FIELD_OPTIONAL, N_("Passed over"), bary_choice_yes),
  BARY_CHOICE (BarySlide, lines, BARY_FIELD_OPTIONAL, N_("Links shown"), bary_choice_yes_no),
  BARY_VALUE (BarySlide, day, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Day")),
  BARY_VALUE (BarySlide, area, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Part of the picture")),
  BARY_VALUE (BarySlide, chosen, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Nodes that stand out")),
  BARY_CHOICE (BarySlide, picture, BARY_FIELD_OPTIONAL, N_("Diagram"), pictures),
  BARY_VALUE (BarySlide, layer, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Layer")),
};

BARY_DEFINE_RECORD (BarySlide, bary_slide, BARY_KIND_SLIDE, "slide",
                    N_("Step of a presentation"), N_("Steps of presentations"), NULL)
