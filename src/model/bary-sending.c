#include "bary-sending.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

const BaryChoice bary_duties[] = {
  { "announcement", N_("Announcement") },
  { "reminder", N_("Repeated announcement") },
  { "eve", N_("Announcement on the eve") },
  { "press_release", N_("Press release") },
  { "correction", N_("Letter of correction") },
  { "meeting", N_("Meeting") },
  { "report", N_("Report") },
  { "stage", N_("Stage of a contest") },
  { NULL, NULL }
};

static const BaryField bary_sending_fields[] = {
  BARY_REFERENCE (BarySending, event, BARY_FIELD_PART, N_("Event"), BARY_KIND_EVENT),
  BARY_REFERENCE (BarySending, roadmap, BARY_FIELD_PART, N_("Roadmap"), BARY_KIND_ROADMAP),
  BARY_CHOICE (BarySending, duty, BARY_FIELD_REQUIRED, N_("Duty"), bary_duties),
  BARY_VALUE (BarySending, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_VALUE (BarySending, sent_on, BARY_FIELD_DATE, BARY_FIELD_REQUIRED, N_("Done on")),
  BARY_REFERENCE (BarySending, channel, BARY_FIELD_OPTIONAL, N_("Channel"), BARY_KIND_CHANNEL),
  BARY_VALUE (BarySending, link, BARY_FIELD_SITE, BARY_FIELD_OPTIONAL, N_("Link")),
  BARY_VALUE (BarySending, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BarySending *self = BARY_SENDING (record);

  if (self->event != NULL || self->roadmap != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("What was done belongs to an event or to a roadmap: choose one of them"));
  return FALSE;
}

BARY_DEFINE_RECORD (BarySending, bary_sending, BARY_KIND_SENDING, "sending",
                    N_("Sending"), N_("Sendings"), validate)
