#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_CRITERION (bary_contest_criterion_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestCriterion, bary_contest_criterion, BARY, CONTEST_CRITERION, BaryRecord)

/* What experts give a mark for. The fields are for reading; their table in bary-contest-criterion.c says what
 * they hold. */
struct _BaryContestCriterion {
  BaryRecord parent_instance;

  char *contest;
  char *ordinal;
  char *name;
  char *help;
  char *weight;
  char *least;
  char *most;
  char *step;
  char *independent;
  char *comment_below;
  char *comment_above;
};

extern const BaryKindInfo bary_contest_criterion_info;

G_END_DECLS
