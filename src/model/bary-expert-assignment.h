#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_EXPERT_ASSIGNMENT (bary_expert_assignment_get_type ())
G_DECLARE_FINAL_TYPE (BaryExpertAssignment, bary_expert_assignment, BARY, EXPERT_ASSIGNMENT, BaryRecord)

/* That an expert judges an application, or must not. The fields are for reading; their table in bary-expert-
 * assignment.c says what they hold. */
struct _BaryExpertAssignment {
  BaryRecord parent_instance;

  char *expert;
  char *application;
  char *mode;
  char *ordinal;
  char *sent_on;
  char *note;
};

extern const BaryKindInfo bary_expert_assignment_info;

G_END_DECLS
