#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_AGREEMENT (bary_agreement_get_type ())
G_DECLARE_FINAL_TYPE (BaryAgreement, bary_agreement, BARY, AGREEMENT, BaryRecord)

/* A contract or order that binds its parties and defines their roles. The fields are for reading;
 * their table in bary-agreement.c says what they hold. */
struct _BaryAgreement {
  BaryRecord parent_instance;

  char *name;
  char *number;
  char *date;
  char *valid_until;
  char *cluster;
  char *file;
  char *note;
};

extern const BaryKindInfo bary_agreement_info;

G_END_DECLS
