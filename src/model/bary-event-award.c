#include "bary-event-award.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice awards[] = {
  { "winner", N_("Winner") },
  { "laureate", N_("Laureate") },
  { "prize_taker", N_("Prize-taker") },
  { "organiser", N_("Organiser") },
  { "expert", N_("Expert") },
  { NULL, NULL }
};

static const BaryField bary_event_award_fields[] = {
  BARY_REFERENCE (BaryEventAward, event, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Event"), BARY_KIND_EVENT),
  BARY_REFERENCE (BaryEventAward, organisation, BARY_FIELD_OPTIONAL, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryEventAward, person, BARY_FIELD_OPTIONAL, N_("Person"), BARY_KIND_PERSON),
  BARY_CHOICE (BaryEventAward, award, BARY_FIELD_REQUIRED, N_("Award"), awards),
  BARY_VALUE (BaryEventAward, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryEventAward *self = BARY_EVENT_AWARD (record);

  if (self->organisation != NULL || self->person != NULL)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("An award goes to a person or an organisation: choose one"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryEventAward, bary_event_award, BARY_KIND_EVENT_AWARD, "event_award",
                    N_("Award"), N_("Awards"), validate)
