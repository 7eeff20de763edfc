#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_DOCUMENT (bary_document_get_type ())
G_DECLARE_FINAL_TYPE (BaryDocument, bary_document, BARY, DOCUMENT, BaryRecord)

/* A text of a centre, a cluster or a group: a task, a condition, a regulation. The fields are for
 * reading; their table in bary-document.c says what they hold. */
struct _BaryDocument {
  BaryRecord parent_instance;

  char *name;
  char *kind;
  char *centre;
  char *cluster;
  char *group;
  char *ordinal;
  char *text;
  char *number;
  char *date;
};

extern const BaryKindInfo bary_document_info;

G_END_DECLS
