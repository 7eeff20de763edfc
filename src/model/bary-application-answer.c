#include "bary-application-answer.h"

#include <glib/gi18n.h>

static const BaryField bary_application_answer_fields[] = {
  BARY_REFERENCE (BaryApplicationAnswer, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_REFERENCE (BaryApplicationAnswer, field, BARY_FIELD_REQUIRED, N_("Field"), BARY_KIND_CONTEST_FIELD),
  BARY_VALUE (BaryApplicationAnswer, part, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Part of the table")),
  BARY_VALUE (BaryApplicationAnswer, row, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Row")),
  BARY_VALUE (BaryApplicationAnswer, column, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Column")),
  BARY_VALUE (BaryApplicationAnswer, value, BARY_FIELD_LONG_TEXT, BARY_FIELD_REQUIRED, N_("Answer")),
};

BARY_DEFINE_RECORD (BaryApplicationAnswer, bary_application_answer, BARY_KIND_APPLICATION_ANSWER, "application_answer",
                    N_("Answer of an application"), N_("Answers of applications"), NULL)
