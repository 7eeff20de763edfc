#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_REVISION_LINE (bary_revision_line_get_type ())
G_DECLARE_FINAL_TYPE (BaryRevisionLine, bary_revision_line, BARY, REVISION_LINE, BaryRecord)

/* What a revision says of an event, as it was put forward. The fields are for reading; their table in bary-
 * revision-line.c says what they hold. */
struct _BaryRevisionLine {
  BaryRecord parent_instance;

  char *revision;
  char *event;
  char *ordinal;
  char *section;
  char *number;
  char *name;
  char *dates;
  char *audience;
  char *result;
};

extern const BaryKindInfo bary_revision_line_info;

G_END_DECLS
