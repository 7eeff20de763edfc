#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONFLICT_NOTE (bary_conflict_note_get_type ())
G_DECLARE_FINAL_TYPE (BaryConflictNote, bary_conflict_note, BARY, CONFLICT_NOTE, BaryRecord)

/* A conflict that a person has accepted, and why. The fields are for reading; their table in bary-conflict-
 * note.c says what they hold. */
struct _BaryConflictNote {
  BaryRecord parent_instance;

  char *event;
  char *other;
  char *conflict;
  char *note;
};

extern const BaryKindInfo bary_conflict_note_info;

G_END_DECLS
