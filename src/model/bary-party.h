#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_PARTY (bary_party_get_type ())
G_DECLARE_FINAL_TYPE (BaryParty, bary_party, BARY, PARTY, BaryRecord)

/* An organisation bound by an agreement, and its role there. The fields are for reading; their
 * table in bary-party.c says what they hold. */
struct _BaryParty {
  BaryRecord parent_instance;

  char *agreement;
  char *organisation;
  char *role;
};

extern const BaryKindInfo bary_party_info;

G_END_DECLS
