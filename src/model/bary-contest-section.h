#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CONTEST_SECTION (bary_contest_section_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestSection, bary_contest_section, BARY, CONTEST_SECTION, BaryRecord)

/* A numbered section of the form of an application. The fields are for reading; their table in bary-contest-
 * section.c says what they hold. */
struct _BaryContestSection {
  BaryRecord parent_instance;

  char *contest;
  char *ordinal;
  char *name;
  char *help;
};

extern const BaryKindInfo bary_contest_section_info;

G_END_DECLS
