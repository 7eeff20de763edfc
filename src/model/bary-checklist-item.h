#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CHECKLIST_ITEM (bary_checklist_item_get_type ())
G_DECLARE_FINAL_TYPE (BaryChecklistItem, bary_checklist_item, BARY, CHECKLIST_ITEM, BaryRecord)

/* What the technical review looks at. The fields are for reading; their table in bary-checklist-item.c says
 * what they hold. */
struct _BaryChecklistItem {
  BaryRecord parent_instance;

  char *contest;
  char *ordinal;
  char *name;
  char *kind;
  char *field;
  char *help;
};

extern const BaryKindInfo bary_checklist_item_info;

G_END_DECLS
