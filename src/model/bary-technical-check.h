#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_TECHNICAL_CHECK (bary_technical_check_get_type ())
G_DECLARE_FINAL_TYPE (BaryTechnicalCheck, bary_technical_check, BARY, TECHNICAL_CHECK, BaryRecord)

/* What the reviewer found at an item. The fields are for reading; their table in bary-technical-check.c says
 * what they hold. */
struct _BaryTechnicalCheck {
  BaryRecord parent_instance;

  char *review;
  char *item;
  char *passed;
  char *note;
};

extern const BaryKindInfo bary_technical_check_info;

G_END_DECLS
