#include "bary-agreement.h"

#include <glib/gi18n.h>

static const BaryField bary_agreement_fields[] = {
  BARY_VALUE (BaryAgreement, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryAgreement, number, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Number")),
  BARY_VALUE (BaryAgreement, date, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Date")),
  BARY_VALUE (BaryAgreement, valid_until, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Valid until")),
  BARY_REFERENCE (BaryAgreement, cluster, BARY_FIELD_OPTIONAL, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_VALUE (BaryAgreement, file, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("File")),
  BARY_VALUE (BaryAgreement, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryAgreement, bary_agreement, BARY_KIND_AGREEMENT, "agreement",
                    N_("Agreement"), N_("Agreements"), NULL)
