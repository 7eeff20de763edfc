#include "bary-obligation-rule.h"

#include "bary-event.h"
#include "bary-sending.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice bases[] = {
  { "start", N_("Start of the event") },
  { "end", N_("End of the event") },
  { "quarter", N_("Beginning of the quarter") },
  { "half_year", N_("End of the half-year") },
  { NULL, NULL }
};

static const BaryField bary_obligation_rule_fields[] = {
  BARY_VALUE (BaryObligationRule, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_CHOICE (BaryObligationRule, event_kind, BARY_FIELD_OPTIONAL, N_("For events of kind"), bary_event_kinds),
  BARY_CHOICE (BaryObligationRule, duty, BARY_FIELD_REQUIRED, N_("Duty"), bary_duties),
  BARY_CHOICE (BaryObligationRule, base, BARY_FIELD_REQUIRED, N_("Counted from"), bases),
  BARY_VALUE (BaryObligationRule, first_day, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("First day")),
  BARY_VALUE (BaryObligationRule, last_day, BARY_FIELD_NUMBER, BARY_FIELD_REQUIRED, N_("Last day")),
  BARY_VALUE (BaryObligationRule, lead, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Working days for the curator")),
  BARY_CHOICE (BaryObligationRule, off, BARY_FIELD_OPTIONAL, N_("Switched off"), bary_choice_yes),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryObligationRule *self = BARY_OBLIGATION_RULE (record);

  if (self->first_day == NULL || self->last_day == NULL ||
      g_ascii_strtod (self->first_day, NULL) <= g_ascii_strtod (self->last_day, NULL))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_RANGE,
                       _("The last day of a rule is before its first day: exchange them"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryObligationRule, bary_obligation_rule, BARY_KIND_OBLIGATION_RULE, "obligation_rule",
                    N_("Rule of obligations"), N_("Rules of obligations"), validate)
