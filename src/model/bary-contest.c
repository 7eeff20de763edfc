#include "bary-contest.h"

#include "bary-status.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

const BaryChoice bary_contest_states[] = {
  { "preparation", N_("Preparation") },
  { "submission", N_("Applications are taken in") },
  { "technical", N_("Technical review") },
  { "content", N_("Content review") },
  { "presentation", N_("Public presentation") },
  { "decision", N_("Decision") },
  { "finished", N_("Finished") },
  { NULL, NULL }
};

static const BaryChoice formulas[] = {
  { "mean", N_("Mean") },
  { "median", N_("Median") },
  { "trimmed", N_("Mean without the extremes") },
  { "sum", N_("Sum") },
  { NULL, NULL }
};

static const BaryChoice roundings[] = {
  { "half_up", N_("Half up") },
  { "half_even", N_("Half to even") },
  { NULL, NULL }
};

static const BaryChoice divergences[] = {
  { "points", N_("Points between totals") },
  { "share", N_("Share of the greatest total") },
  { "criterion", N_("Points by a criterion") },
  { "verdicts", N_("Opposite verdicts") },
  { NULL, NULL }
};

static const BaryChoice thirds[] = {
  { "final", N_("The third total counts") },
  { "mean", N_("The mean of three") },
  { "closest", N_("The mean of the two closest") },
  { NULL, NULL }
};

static const BaryChoice commissions[] = {
  { "sheet", N_("The sheet signed for it is one more") },
  { "vote", N_("The share of its votes is one more sheet") },
  { "information", N_("Does not count, for information") },
  { NULL, NULL }
};

static const BaryField bary_contest_fields[] = {
  BARY_VALUE (BaryContest, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_VALUE (BaryContest, form_title, BARY_FIELD_TEXT, BARY_FIELD_SEARCHED, N_("Title of the form")),
  BARY_CHOICE (BaryContest, template, BARY_FIELD_OPTIONAL, N_("Template of contests"), bary_choice_yes),
  BARY_REFERENCE (BaryContest, copied_from, BARY_FIELD_OPTIONAL, N_("Copied from"), BARY_KIND_CONTEST),
  BARY_REFERENCE (BaryContest, centre, BARY_FIELD_OPTIONAL, N_("Organiser"), BARY_KIND_CENTRE),
  BARY_VALUE (BaryContest, school_year, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("School year")),
  BARY_CHOICE (BaryContest, state, BARY_FIELD_REQUIRED, N_("State"), bary_contest_states),
  BARY_CHOICE (BaryContest, status_kind, BARY_FIELD_OPTIONAL, N_("Status that is given"), bary_status_kinds),
  BARY_VALUE (BaryContest, status_from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Status since")),
  BARY_VALUE (BaryContest, status_to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Status until")),
  BARY_VALUE (BaryContest, goal, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Purpose")),
  BARY_VALUE (BaryContest, email, BARY_FIELD_EMAIL, BARY_FIELD_OPTIONAL, N_("Applications by e-mail")),
  BARY_VALUE (BaryContest, places, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Places")),
  BARY_VALUE (BaryContest, pass_mark, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Pass mark")),
  BARY_VALUE (BaryContest, experts, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Experts for an application")),
  BARY_CHOICE (BaryContest, formula, BARY_FIELD_OPTIONAL, N_("Total of the sheets"), formulas),
  BARY_VALUE (BaryContest, trimmed, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Sheets left out at each end")),
  BARY_CHOICE (BaryContest, rounding, BARY_FIELD_OPTIONAL, N_("Rounding"), roundings),
  BARY_VALUE (BaryContest, product_digits, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Digits of weight × mark")),
  BARY_VALUE (BaryContest, sheet_digits, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Digits of a sheet’s total")),
  BARY_VALUE (BaryContest, total_digits, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Digits of the total")),
  BARY_CHOICE (BaryContest, divergence, BARY_FIELD_OPTIONAL, N_("Divergence is measured by"), divergences),
  BARY_VALUE (BaryContest, divergence_limit, BARY_FIELD_NUMBER, BARY_FIELD_OPTIONAL, N_("Greatest divergence")),
  BARY_CHOICE (BaryContest, third, BARY_FIELD_OPTIONAL, N_("With a third expert"), thirds),
  BARY_CHOICE (BaryContest, commission, BARY_FIELD_OPTIONAL, N_("The commission of the presentation"), commissions),
  BARY_VALUE (BaryContest, speech_minutes, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Minutes of a speech")),
  BARY_VALUE (BaryContest, question_minutes, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Minutes of questions")),
  BARY_VALUE (BaryContest, seed, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Seed of the draw")),
  BARY_VALUE (BaryContest, frozen_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Frozen since")),
  BARY_VALUE (BaryContest, order_number, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Number of the order")),
  BARY_VALUE (BaryContest, order_date, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Date of the order")),
  BARY_VALUE (BaryContest, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryContest *self = BARY_CONTEST (record);

  if (self->divergence == NULL || self->divergence_limit != NULL || g_str_equal (self->divergence, "verdicts"))
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                       _("A divergence is measured against a limit: fill in “Greatest divergence”"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryContest, bary_contest, BARY_KIND_CONTEST, "contest",
                    N_("Contest"), N_("Contests"), validate)
