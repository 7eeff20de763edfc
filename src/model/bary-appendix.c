#include "bary-appendix.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BaryField bary_appendix_fields[] = {
  BARY_REFERENCE (BaryAppendix, application, BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_REFERENCE (BaryAppendix, field, BARY_FIELD_OPTIONAL, N_("Field"), BARY_KIND_CONTEST_FIELD),
  BARY_VALUE (BaryAppendix, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryAppendix, sha256, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("SHA-256")),
  BARY_VALUE (BaryAppendix, kibibytes, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Size in KiB")),
  BARY_VALUE (BaryAppendix, link, BARY_FIELD_SITE, BARY_FIELD_OPTIONAL, N_("Link")),
  BARY_VALUE (BaryAppendix, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
  BARY_REFERENCE (BaryAppendix, revision, BARY_FIELD_PART, N_("Revision"), BARY_KIND_REVISION),
  BARY_REFERENCE (BaryAppendix, approval, BARY_FIELD_PART, N_("Approval"), BARY_KIND_APPROVAL),
  BARY_REFERENCE (BaryAppendix, contest, BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryAppendix, attached_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Attached on")),
};

/* What it is handed in with, or signs. */
static guint
count_wholes (const BaryAppendix *self)
{
  return (self->application != NULL) + (self->revision != NULL) + (self->approval != NULL) + (self->contest != NULL);
}

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryAppendix *self = BARY_APPENDIX (record);

  if (count_wholes (self) != 1)
    {
      g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                           _("A file belongs to an application, a revision, an approval or a contest: choose one of them"));
      return FALSE;
    }
  if (self->sha256 == NULL || (strlen (self->sha256) == 64 && strspn (self->sha256, "0123456789abcdef") == 64))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE,
                       _("A SHA-256 has 64 digits of 0–9 and a–f: copy it again"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryAppendix, bary_appendix, BARY_KIND_APPENDIX, "appendix",
                    N_("Appendix"), N_("Appendices"), validate)
