#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPROVAL (bary_approval_get_type ())
G_DECLARE_FINAL_TYPE (BaryApproval, bary_approval, BARY, APPROVAL, BaryRecord)

/* What an organisation says of a revision; without a decision it is waited for. The fields are for reading;
 * their table in bary-approval.c says what they hold. */
struct _BaryApproval {
  BaryRecord parent_instance;

  char *revision;
  char *organisation;
  char *person;
  char *decision;
  char *decided_on;
  char *remark;
};

extern const BaryKindInfo bary_approval_info;

G_END_DECLS
