#include "bary-scheme.h"

#include <glib/gi18n.h>

static const BaryChoice arrangements[] = {
  { "groups", N_("Lettered groups") },
  { "levels", N_("Levels") },
  { NULL, NULL }
};

static const BaryField bary_scheme_fields[] = {
  BARY_VALUE (BaryScheme, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_CHOICE (BaryScheme, arrangement, BARY_FIELD_REQUIRED, N_("Arrangement"), arrangements),
  BARY_VALUE (BaryScheme, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryScheme, bary_scheme, BARY_KIND_SCHEME, "scheme",
                    N_("Scheme"), N_("Schemes"), NULL)
