#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SCORE_SHEET (bary_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoreSheet, bary_score_sheet, BARY, SCORE_SHEET, BaryRecord)

/* One expert’s marks of one application; one that was handed in is followed by a revision, never changed. The
 * fields are for reading; their table in bary-score-sheet.c says what they hold. */
struct _BaryScoreSheet {
  BaryRecord parent_instance;

  char *expert;
  char *application;
  char *revision;
  char *state;
  char *reason;
  char *submitted_on;
  char *submitted_time;
  char *source;
  char *typed_by;
  char *checked_by;
  char *comment;
};

/* The words of `state`. */
extern const BaryChoice bary_score_sheet_states[];

extern const BaryKindInfo bary_score_sheet_info;

G_END_DECLS
