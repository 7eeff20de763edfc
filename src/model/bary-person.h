#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_PERSON (bary_person_get_type ())
G_DECLARE_FINAL_TYPE (BaryPerson, bary_person, BARY, PERSON, BaryRecord)

/* Somebody who holds a role or sits in a body. The fields are for reading; their table in bary-
 * person.c says what they hold. */
struct _BaryPerson {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *organisation;
  char *position;
  char *phone;
  char *email;
  char *note;
};

extern const BaryKindInfo bary_person_info;

G_END_DECLS
