#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_REVISION (bary_revision_get_type ())
G_DECLARE_FINAL_TYPE (BaryRevision, bary_revision, BARY, REVISION, BaryRecord)

/* A roadmap as it goes through its approval; what it says is in its lines. The fields are for reading; their
 * table in bary-revision.c says what they hold. */
struct _BaryRevision {
  BaryRecord parent_instance;

  char *roadmap;
  char *number;
  char *state;
  char *approved_by;
  char *approved_on;
  char *from;
  char *note;
};

extern const BaryKindInfo bary_revision_info;

G_END_DECLS
