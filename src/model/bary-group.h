#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_GROUP (bary_group_get_type ())
G_DECLARE_FINAL_TYPE (BaryGroup, bary_group, BARY, GROUP, BaryRecord)

/* A cluster-network group (А, Б, В, Г) or a level of a network. The fields are for reading; their
 * table in bary-group.c says what they hold. */
struct _BaryGroup {
  BaryRecord parent_instance;

  char *scheme;
  char *name;
  char *full_name;
  char *ordinal;
  char *admission;
  char *dissemination;
  char *note;
};

extern const BaryKindInfo bary_group_info;

G_END_DECLS
