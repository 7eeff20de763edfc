#include "bary-person.h"

#include <glib/gi18n.h>

static const BaryField bary_person_fields[] = {
  BARY_VALUE (BaryPerson, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Surname and initials")),
  BARY_VALUE (BaryPerson, full_name, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Surname, first name, patronymic")),
  BARY_REFERENCE (BaryPerson, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_VALUE (BaryPerson, position, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Position")),
  BARY_VALUE (BaryPerson, phone, BARY_FIELD_PHONE, BARY_FIELD_SEARCHED, N_("Telephone")),
  BARY_VALUE (BaryPerson, email, BARY_FIELD_EMAIL, BARY_FIELD_SEARCHED, N_("E-mail")),
  BARY_VALUE (BaryPerson, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryPerson, bary_person, BARY_KIND_PERSON, "person",
                    N_("Person"), N_("People"), NULL)
