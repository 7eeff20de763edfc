#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_EXPERT (bary_contest_expert_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestExpert, bary_contest_expert, BARY, CONTEST_EXPERT, BaryRecord)

/* A person who gives marks in a contest. The fields are for reading; their table in bary-contest-expert.c
 * says what they hold. */
struct _BaryContestExpert {
  BaryRecord parent_instance;

  char *contest;
  char *person;
  char *organisation;
  char *second_job;
  char *quota;
  char *competence;
  char *commission;
  char *left_on;
  char *note;
};

extern const BaryKindInfo bary_contest_expert_info;

G_END_DECLS
