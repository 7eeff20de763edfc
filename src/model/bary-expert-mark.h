#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EXPERT_MARK (bary_expert_mark_get_type ())
G_DECLARE_FINAL_TYPE (BaryExpertMark, bary_expert_mark, BARY, EXPERT_MARK, BaryRecord)

/* A mark by one criterion; without a value it is not given yet. The fields are for reading; their table in
 * bary-expert-mark.c says what they hold. */
struct _BaryExpertMark {
  BaryRecord parent_instance;

  char *sheet;
  char *criterion;
  char *value;
  char *comment;
};

extern const BaryKindInfo bary_expert_mark_info;

G_END_DECLS
