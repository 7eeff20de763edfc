#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SCHEME (bary_scheme_get_type ())
G_DECLARE_FINAL_TYPE (BaryScheme, bary_scheme, BARY, SCHEME, BaryRecord)

/* The ordered list of groups that a cluster uses. The fields are for reading; their table in bary-
 * scheme.c says what they hold. */
struct _BaryScheme {
  BaryRecord parent_instance;

  char *name;
  char *arrangement;
  char *note;
};

extern const BaryKindInfo bary_scheme_info;

G_END_DECLS
