#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_ROLE (bary_role_get_type ())
G_DECLARE_FINAL_TYPE (BaryRole, bary_role, BARY, ROLE, BaryRecord)

/* What a person is for a cluster or an organisation. The fields are for reading; their table in
 * bary-role.c says what they hold. */
struct _BaryRole {
  BaryRecord parent_instance;

  char *person;
  char *kind;
  char *cluster;
  char *organisation;
  char *name;
  char *from;
  char *to;
};

extern const BaryKindInfo bary_role_info;

G_END_DECLS
