#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_BODY_MEMBER (bary_body_member_get_type ())
G_DECLARE_FINAL_TYPE (BaryBodyMember, bary_body_member, BARY, BODY_MEMBER, BaryRecord)

/* A person or an organisation in a body. The fields are for reading; their table in bary-body-
 * member.c says what they hold. */
struct _BaryBodyMember {
  BaryRecord parent_instance;

  char *body;
  char *person;
  char *organisation;
  char *role;
  char *from;
  char *to;
};

extern const BaryKindInfo bary_body_member_info;

G_END_DECLS
