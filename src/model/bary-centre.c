#include "bary-centre.h"

#include <glib/gi18n.h>

static const BaryField bary_centre_fields[] = {
  BARY_VALUE (BaryCentre, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryCentre, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Full name")),
  BARY_VALUE (BaryCentre, district, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("District")),
  BARY_VALUE (BaryCentre, region, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Region")),
  BARY_VALUE (BaryCentre, address, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Address")),
  BARY_VALUE (BaryCentre, phone, BARY_FIELD_PHONE, BARY_FIELD_OPTIONAL, N_("Telephone")),
  BARY_VALUE (BaryCentre, email, BARY_FIELD_EMAIL, BARY_FIELD_OPTIONAL, N_("E-mail")),
  BARY_VALUE (BaryCentre, site, BARY_FIELD_SITE, BARY_FIELD_OPTIONAL, N_("Site")),
};

BARY_DEFINE_RECORD (BaryCentre, bary_centre, BARY_KIND_CENTRE, "centre",
                    N_("Centre"), N_("Centres"), NULL)
