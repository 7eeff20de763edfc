#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_FIELD (bary_contest_field_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestField, bary_contest_field, BARY, CONTEST_FIELD, BaryRecord)

/* What the form of an application asks. The fields are for reading; their table in bary-contest-field.c says
 * what they hold. */
struct _BaryContestField {
  BaryRecord parent_instance;

  char *section;
  char *ordinal;
  char *name;
  char *kind;
  char *required;
  char *most_words;
  char *least;
  char *most;
  char *options;
  char *groups;
  char *numbered;
  char *rows;
  char *source;
  char *help;
};

extern const BaryKindInfo bary_contest_field_info;

G_END_DECLS
