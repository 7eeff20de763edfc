#include "bary-checklist-item.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "human", N_("A person looks") },
  { "filled", N_("Fields are filled in") },
  { "limits", N_("Limits are kept") },
  { "appendices", N_("Appendices are there") },
  { "in_time", N_("Handed in in time") },
  { NULL, NULL }
};

static const BaryField bary_checklist_item_fields[] = {
  BARY_REFERENCE (BaryChecklistItem, contest, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Contest"), BARY_KIND_CONTEST),
  BARY_VALUE (BaryChecklistItem, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryChecklistItem, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_CHOICE (BaryChecklistItem, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryChecklistItem, field, BARY_FIELD_OPTIONAL, N_("Field"), BARY_KIND_CONTEST_FIELD),
  BARY_VALUE (BaryChecklistItem, help, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Help")),
};

BARY_DEFINE_RECORD (BaryChecklistItem, bary_checklist_item, BARY_KIND_CHECKLIST_ITEM, "checklist_item",
                    N_("Item of the technical review"), N_("Items of the technical review"), NULL)
