#include "bary-application.h"

#include <glib/gi18n.h>

const BaryChoice bary_application_states[] = {
  { "draft", N_("Being filled in") },
  { "submitted", N_("Handed in") },
  { "admitted", N_("Admitted") },
  { "to_mend", N_("To be mended") },
  { "rejected", N_("Rejected") },
  { "withdrawn", N_("Withdrawn") },
  { NULL, NULL }
};

static const BaryField bary_application_fields[] = {
  BARY_REFERENCE (BaryApplication, contest, BARY_FIELD_REQUIRED, N_("Contest"), BARY_KIND_CONTEST),
  BARY_REFERENCE (BaryApplication, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryApplication, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Topic")),
  BARY_VALUE (BaryApplication, number, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_CHOICE (BaryApplication, state, BARY_FIELD_REQUIRED, N_("State"), bary_application_states),
  BARY_VALUE (BaryApplication, submitted_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Handed in on")),
  BARY_VALUE (BaryApplication, submitted_time, BARY_FIELD_TIME, BARY_FIELD_OPTIONAL, N_("Handed in at")),
  BARY_CHOICE (BaryApplication, late, BARY_FIELD_OPTIONAL, N_("Late"), bary_choice_yes),
  BARY_VALUE (BaryApplication, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryApplication, bary_application, BARY_KIND_APPLICATION, "application",
                    N_("Application"), N_("Applications"), NULL)
