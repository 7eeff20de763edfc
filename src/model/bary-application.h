#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPLICATION (bary_application_get_type ())
G_DECLARE_FINAL_TYPE (BaryApplication, bary_application, BARY, APPLICATION, BaryRecord)

/* What an organisation hands in to a contest; answers and appendices are parts of it. The fields are for
 * reading; their table in bary-application.c says what they hold. */
struct _BaryApplication {
  BaryRecord parent_instance;

  char *contest;
  char *organisation;
  char *name;
  char *number;
  char *state;
  char *submitted_on;
  char *submitted_time;
  char *late;
  char *note;
};

/* The words of `state`. */
extern const BaryChoice bary_application_states[];

extern const BaryKindInfo bary_application_info;

G_END_DECLS
