#include "bary-contest-section.h"

#include <glib/gi18n.h>

static const BaryField bary_contest_section_fields[] = {
  BARY_REFERENCE (BaryContestSection, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryContestSection, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryContestSection, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BaryContestSection, help, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Help")),
};

BARY_DEFINE_RECORD (BaryContestSection, bary_contest_section, BARY_KIND_CONTEST_SECTION, "contest_section",
                    N_("Section of a form"), N_("Sections of forms"), NULL)
