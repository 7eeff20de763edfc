#include "bary-direction.h"

#include "bary-organisation.h"

#include <glib/gi18n.h>

static const BaryField bary_direction_fields[] = {
  BARY_VALUE (BaryDirection, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryDirection, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Full name")),
  BARY_REFERENCE (BaryDirection, centre, BARY_FIELD_OPTIONAL, N_("Centre"), BARY_KIND_CENTRE),
  BARY_CHOICE (BaryDirection, organisation_kind, BARY_FIELD_OPTIONAL, N_("For organisations of kind"), bary_organisation_kinds),
  BARY_VALUE (BaryDirection, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Order")),
};

BARY_DEFINE_RECORD (BaryDirection, bary_direction, BARY_KIND_DIRECTION, "direction",
                    N_("Direction"), N_("Directions"), NULL)
