#include "bary-organisation.h"

#include <glib/gi18n.h>

const BaryChoice bary_organisation_kinds[] = {
  { "school", N_("School") },
  { "kindergarten", N_("Kindergarten") },
  { "additional_education", N_("Additional education") },
  { "support_centre", N_("Support centre") },
  { "methodical_centre", N_("Methodical centre") },
  { "university", N_("University") },
  { "college", N_("College") },
  { "partner", N_("Partner") },
  { "authority", N_("Authority") },
  { "other", N_("Other") },
  { NULL, NULL }
};

static const BaryField bary_organisation_fields[] = {
  BARY_VALUE (BaryOrganisation, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryOrganisation, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Full name")),
  BARY_CHOICE (BaryOrganisation, kind, BARY_FIELD_REQUIRED, N_("Kind"), bary_organisation_kinds),
  BARY_VALUE (BaryOrganisation, number, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Number")),
  BARY_REFERENCE (BaryOrganisation, centre, BARY_FIELD_OPTIONAL, N_("Centre"), BARY_KIND_CENTRE),
  BARY_VALUE (BaryOrganisation, address, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Address")),
  BARY_VALUE (BaryOrganisation, phone, BARY_FIELD_PHONE, BARY_FIELD_SEARCHED, N_("Telephone")),
  BARY_VALUE (BaryOrganisation, email, BARY_FIELD_EMAIL, BARY_FIELD_SEARCHED, N_("E-mail")),
  BARY_VALUE (BaryOrganisation, site, BARY_FIELD_SITE, BARY_FIELD_SEARCHED, N_("Site")),
  BARY_VALUE (BaryOrganisation, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryOrganisation, bary_organisation, BARY_KIND_ORGANISATION, "organisation",
                    N_("Organisation"), N_("Organisations"), NULL)
