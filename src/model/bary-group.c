#include "bary-group.h"

#include <glib/gi18n.h>

static const BaryField bary_group_fields[] = {
  BARY_REFERENCE (BaryGroup, scheme, BARY_FIELD_REQUIRED, N_("Scheme"), BARY_KIND_SCHEME),
  BARY_VALUE (BaryGroup, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BaryGroup, full_name, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Full name")),
  BARY_VALUE (BaryGroup, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryGroup, admission, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Reasons of admission")),
  BARY_VALUE (BaryGroup, dissemination, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Principle of dissemination")),
  BARY_VALUE (BaryGroup, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryGroup, bary_group, BARY_KIND_GROUP, "group",
                    N_("Group"), N_("Groups"), NULL)
