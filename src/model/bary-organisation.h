#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_ORGANISATION (bary_organisation_get_type ())
G_DECLARE_FINAL_TYPE (BaryOrganisation, bary_organisation, BARY, ORGANISATION, BaryRecord)

/* A school, kindergarten, centre, university or partner that can be a member of clusters. The
 * fields are for reading; their table in bary-organisation.c says what they hold. */
struct _BaryOrganisation {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *kind;
  char *number;
  char *centre;
  char *address;
  char *phone;
  char *email;
  char *site;
  char *note;
};

extern const BaryKindInfo bary_organisation_info;
extern const BaryChoice bary_organisation_kinds[];

G_END_DECLS
