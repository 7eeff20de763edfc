#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_STAGE (bary_contest_stage_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestStage, bary_contest_stage, BARY, CONTEST_STAGE, BaryRecord)

/* A stage of a contest with its days. The fields are for reading; their table in bary-contest-stage.c says
 * what they hold. */
struct _BaryContestStage {
  BaryRecord parent_instance;

  char *contest;
  char *ordinal;
  char *name;
  char *kind;
  char *dates;
  char *from;
  char *to;
  char *grace;
  char *goal;
};

extern const BaryKindInfo bary_contest_stage_info;

G_END_DECLS
