#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_TIE_STEP (bary_tie_step_get_type ())
G_DECLARE_FINAL_TYPE (BaryTieStep, bary_tie_step, BARY, TIE_STEP, BaryRecord)

/* What decides between applications with the same total. The fields are for reading; their table in bary-tie-
 * step.c says what they hold. */
struct _BaryTieStep {
  BaryRecord parent_instance;

  char *contest;
  char *ordinal;
  char *kind;
  char *criterion;
  char *limit;
};

extern const BaryKindInfo bary_tie_step_info;

G_END_DECLS
