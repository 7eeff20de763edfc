#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CRITERION_LEVEL (bary_criterion_level_get_type ())
G_DECLARE_FINAL_TYPE (BaryCriterionLevel, bary_criterion_level, BARY, CRITERION_LEVEL, BaryRecord)

/* What a mark by a criterion means. The fields are for reading; their table in bary-criterion-level.c says
 * what they hold. */
struct _BaryCriterionLevel {
  BaryRecord parent_instance;

  char *criterion;
  char *mark;
  char *description;
};

extern const BaryKindInfo bary_criterion_level_info;

G_END_DECLS
