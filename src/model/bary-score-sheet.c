#include "bary-score-sheet.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

const BaryChoice bary_score_sheet_states[] = {
  { "draft", N_("Draft") },
  { "submitted", N_("Handed in") },
  { "void", N_("Void") },
  { NULL, NULL }
};

static const BaryChoice sources[] = {
  { "desk", N_("From the desk") },
  { "package", N_("By package") },
  { "paper", N_("On paper") },
  { NULL, NULL }
};

static const BaryField bary_score_sheet_fields[] = {
  BARY_REFERENCE (BaryScoreSheet, expert, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Expert"), BARY_KIND_CONTEST_EXPERT),
  BARY_REFERENCE (BaryScoreSheet, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_VALUE (BaryScoreSheet, revision, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Revision")),
  BARY_CHOICE (BaryScoreSheet, state, BARY_FIELD_REQUIRED, N_("State"), bary_score_sheet_states),
  BARY_VALUE (BaryScoreSheet, reason, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Reason")),
  BARY_VALUE (BaryScoreSheet, submitted_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Handed in on")),
  BARY_VALUE (BaryScoreSheet, submitted_time, BARY_FIELD_TIME, BARY_FIELD_OPTIONAL, N_("Handed in at")),
  BARY_CHOICE (BaryScoreSheet, source, BARY_FIELD_OPTIONAL, N_("Came"), sources),
  BARY_REFERENCE (BaryScoreSheet, typed_by, BARY_FIELD_OPTIONAL, N_("Typed by"), BARY_KIND_PERSON),
  BARY_REFERENCE (BaryScoreSheet, checked_by, BARY_FIELD_OPTIONAL, N_("Typed again by"), BARY_KIND_PERSON),
  BARY_VALUE (BaryScoreSheet, comment, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Comment")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryScoreSheet *self = BARY_SCORE_SHEET (record);
  gboolean submitted = g_strcmp0 (self->state, "submitted") == 0;
  gboolean typed_twice = self->typed_by != NULL && self->checked_by != NULL && !g_str_equal (self->typed_by, self->checked_by);

  if (submitted && self->submitted_on == NULL)
    g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                         _("A sheet that was handed in has a day: fill in “Handed in on”"));
  else if (submitted && g_strcmp0 (self->source, "paper") == 0 && !typed_twice)
    g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INCONSISTENT,
                         _("A sheet on paper counts when two people have typed it: let another one type it again"));
  else
    return TRUE;

  return FALSE;
}

BARY_DEFINE_RECORD (BaryScoreSheet, bary_score_sheet, BARY_KIND_SCORE_SHEET, "score_sheet",
                    N_("Score sheet"), N_("Score sheets"), validate)
