#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_DIRECTION (bary_direction_get_type ())
G_DECLARE_FINAL_TYPE (BaryDirection, bary_direction, BARY, DIRECTION, BaryRecord)

/* A direction of innovation or upbringing, for all organisations or for one kind of them. The
 * fields are for reading; their table in bary-direction.c says what they hold. */
struct _BaryDirection {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *centre;
  char *organisation_kind;
  char *ordinal;
};

extern const BaryKindInfo bary_direction_info;

G_END_DECLS
