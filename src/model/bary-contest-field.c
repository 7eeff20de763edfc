#include "bary-contest-field.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice kinds[] = {
  { "text", N_("Text") },
  { "long_text", N_("Long text") },
  { "number", N_("Number") },
  { "date", N_("Day") },
  { "choice", N_("Choice") },
  { "table", N_("Table") },
  { "appendix", N_("Appendix") },
  { "roadmap", N_("Roadmap") },
  { NULL, NULL }
};

static const BaryChoice sources[] = {
  { "full_name", N_("Full name of the organisation") },
  { "address", N_("Address of the organisation") },
  { "phone", N_("Telephone of the organisation") },
  { "email_site", N_("E-mail and site of the organisation") },
  { "head", N_("Head of the organisation") },
  { "topic", N_("Topic of the application") },
  { NULL, NULL }
};

static const BaryField bary_contest_field_fields[] = {
  BARY_REFERENCE (BaryContestField, section, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Section"), BARY_KIND_CONTEST_SECTION),
  BARY_VALUE (BaryContestField, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryContestField, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_CHOICE (BaryContestField, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_CHOICE (BaryContestField, required, BARY_FIELD_OPTIONAL, N_("Required"), bary_choice_yes),
  BARY_VALUE (BaryContestField, most_words, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Most words")),
  BARY_VALUE (BaryContestField, least, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Least number")),
  BARY_VALUE (BaryContestField, most, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Greatest number")),
  BARY_VALUE (BaryContestField, options, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Choices or columns")),
  BARY_VALUE (BaryContestField, groups, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Parts of a table")),
  BARY_CHOICE (BaryContestField, numbered, BARY_FIELD_OPTIONAL, N_("Rows are numbered"), bary_choice_yes),
  BARY_VALUE (BaryContestField, rows, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Empty rows on paper")),
  BARY_CHOICE (BaryContestField, source, BARY_FIELD_OPTIONAL, N_("Filled in from"), sources),
  BARY_VALUE (BaryContestField, help, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Help")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryContestField *self = BARY_CONTEST_FIELD (record);
  gboolean wants_options = g_strcmp0 (self->kind, "choice") == 0 || g_strcmp0 (self->kind, "table") == 0 ||
                           g_strcmp0 (self->kind, "roadmap") == 0;

  if (!wants_options || self->options != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A choice needs its choices and a table its columns: write one a line"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryContestField, bary_contest_field, BARY_KIND_CONTEST_FIELD, "contest_field",
                    N_("Field of a form"), N_("Fields of forms"), validate)
