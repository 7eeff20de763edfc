#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SECTION (bary_section_get_type ())
G_DECLARE_FINAL_TYPE (BarySection, bary_section, BARY, SECTION, BaryRecord)

/* A numbered part of a roadmap. The fields are for reading; their table in bary-section.c says what they
 * hold. */
struct _BarySection {
  BaryRecord parent_instance;

  char *roadmap;
  char *name;
  char *ordinal;
};

extern const BaryKindInfo bary_section_info;

G_END_DECLS
