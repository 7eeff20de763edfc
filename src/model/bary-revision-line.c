#include "bary-revision-line.h"

#include <glib/gi18n.h>

static const BaryField bary_revision_line_fields[] = {
  BARY_REFERENCE (BaryRevisionLine, revision, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Revision"), BARY_KIND_REVISION),
  BARY_REFERENCE (BaryRevisionLine, event, BARY_FIELD_OPTIONAL, N_("Event"), BARY_KIND_EVENT),
  BARY_VALUE (BaryRevisionLine, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryRevisionLine, section, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Section")),
  BARY_VALUE (BaryRevisionLine, number, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_VALUE (BaryRevisionLine, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BaryRevisionLine, dates, BARY_FIELD_PERIOD, BARY_FIELD_REQUIRED, N_("Dates")),
  BARY_VALUE (BaryRevisionLine, audience, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Audience")),
  BARY_VALUE (BaryRevisionLine, result, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Planned result")),
};

BARY_DEFINE_RECORD (BaryRevisionLine, bary_revision_line, BARY_KIND_REVISION_LINE, "revision_line",
                    N_("Line of a revision"), N_("Lines of revisions"), NULL)
