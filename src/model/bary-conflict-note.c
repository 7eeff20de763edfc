#include "bary-conflict-note.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice conflicts[] = {
  { "school", N_("The same school") },
  { "place", N_("The same place") },
  { "person", N_("The same person") },
  { "same_day", N_("The same day") },
  { "vacation", N_("Vacation") },
  { "exam", N_("Exams") },
  { "day_off", N_("Day off") },
  { NULL, NULL }
};

static const BaryField bary_conflict_note_fields[] = {
  BARY_REFERENCE (BaryConflictNote, event, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Event"), BARY_KIND_EVENT),
  BARY_REFERENCE (BaryConflictNote, other, BARY_FIELD_PART, N_("Other event"), BARY_KIND_EVENT),
  BARY_CHOICE (BaryConflictNote, conflict, BARY_FIELD_REQUIRED, N_("Conflict"), conflicts),
  BARY_VALUE (BaryConflictNote, note, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Note")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryConflictNote *self = BARY_CONFLICT_NOTE (record);

  if (g_strcmp0 (self->other, self->event) != 0)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INCONSISTENT,
                       _("An event cannot conflict with itself: choose another one"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryConflictNote, bary_conflict_note, BARY_KIND_CONFLICT_NOTE, "conflict_note",
                    N_("Accepted conflict"), N_("Accepted conflicts"), validate)
