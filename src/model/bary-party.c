#include "bary-party.h"

#include <glib/gi18n.h>

static const BaryField bary_party_fields[] = {
  BARY_REFERENCE (BaryParty, agreement, BARY_FIELD_REQUIRED, N_("Agreement"), BARY_KIND_AGREEMENT),
  BARY_REFERENCE (BaryParty, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryParty, role, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Role")),
};

BARY_DEFINE_RECORD (BaryParty, bary_party, BARY_KIND_PARTY, "party",
                    N_("Party"), N_("Parties"), NULL)
