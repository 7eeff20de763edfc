#include "bary-section.h"

#include <glib/gi18n.h>

static const BaryField bary_section_fields[] = {
  BARY_REFERENCE (BarySection, roadmap, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Roadmap"), BARY_KIND_ROADMAP),
  BARY_VALUE (BarySection, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BarySection, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
};

BARY_DEFINE_RECORD (BarySection, bary_section, BARY_KIND_SECTION, "section",
                    N_("Section"), N_("Sections"), NULL)
