#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_MEMBERSHIP (bary_membership_get_type ())
G_DECLARE_FINAL_TYPE (BaryMembership, bary_membership, BARY, MEMBERSHIP, BaryRecord)

/* An organisation in a group of a cluster, with a role, from a day to a day. The fields are for
 * reading; their table in bary-membership.c says what they hold. */
struct _BaryMembership {
  BaryRecord parent_instance;

  char *cluster;
  char *organisation;
  char *group;
  char *role;
  char *reason;
  char *from;
  char *to;
  char *leaving_reason;
};

extern const BaryKindInfo bary_membership_info;

G_END_DECLS
