#include "bary-status.h"

#include <glib/gi18n.h>

const BaryChoice bary_status_kinds[] = {
  { "federal_site", N_("Federal innovation site") },
  { "regional_site", N_("Regional innovation site") },
  { "municipal_network_site", N_("Municipal network innovation site") },
  { "municipal_site", N_("Municipal innovation site") },
  { "district_internship_site", N_("District internship site") },
  { "district_base_site", N_("District base site") },
  { NULL, NULL }
};

static const BaryChoice states[] = {
  { "continued", N_("Continued") },
  { "new", N_("New") },
  { "candidate", N_("Candidate") },
  { NULL, NULL }
};

static const BaryField bary_status_fields[] = {
  BARY_REFERENCE (BaryStatus, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_CHOICE (BaryStatus, kind, BARY_FIELD_REQUIRED, N_("Kind"), bary_status_kinds),
  BARY_CHOICE (BaryStatus, state, BARY_FIELD_OPTIONAL, N_("State"), states),
  BARY_VALUE (BaryStatus, name, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Topic")),
  BARY_VALUE (BaryStatus, order_number, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Number of the order")),
  BARY_VALUE (BaryStatus, order_date, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Date of the order")),
  BARY_VALUE (BaryStatus, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryStatus, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
  BARY_VALUE (BaryStatus, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryStatus, bary_status, BARY_KIND_STATUS, "status",
                    N_("Status"), N_("Statuses"), NULL)
