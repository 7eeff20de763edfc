#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST (bary_contest_get_type ())
G_DECLARE_FINAL_TYPE (BaryContest, bary_contest, BARY, CONTEST, BaryRecord)

/* A contest for a status, or a template that contests are copied from. What its form asks, its stages,
 * criteria and the other rules are parts of it. The fields are for reading; their table in bary-contest.c
 * says what they hold. */
struct _BaryContest {
  BaryRecord parent_instance;

  char *name;
  char *form_title;
  char *template;
  char *copied_from;
  char *centre;
  char *school_year;
  char *state;
  char *status_kind;
  char *status_from;
  char *status_to;
  char *goal;
  char *email;
  char *places;
  char *pass_mark;
  char *experts;
  char *formula;
  char *trimmed;
  char *rounding;
  char *product_digits;
  char *sheet_digits;
  char *total_digits;
  char *divergence;
  char *divergence_limit;
  char *third;
  char *commission;
  char *speech_minutes;
  char *question_minutes;
  char *seed;
  char *frozen_on;
  char *order_number;
  char *order_date;
  char *note;
};

/* The words of `state`, in the order of the way. */
extern const BaryChoice bary_contest_states[];

extern const BaryKindInfo bary_contest_info;

G_END_DECLS
