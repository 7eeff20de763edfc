#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPLICATION_ANSWER (bary_application_answer_get_type ())
G_DECLARE_FINAL_TYPE (BaryApplicationAnswer, bary_application_answer, BARY, APPLICATION_ANSWER, BaryRecord)

/* What an application says to a field; in a table a cell, counted from 1. The fields are for reading; their
 * table in bary-application-answer.c says what they hold. */
struct _BaryApplicationAnswer {
  BaryRecord parent_instance;

  char *application;
  char *field;
  char *part;
  char *row;
  char *column;
  char *value;
};

extern const BaryKindInfo bary_application_answer_info;

G_END_DECLS
