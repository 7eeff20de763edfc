#include "bary-document.h"

#include <glib/gi18n.h>

static const BaryChoice kinds[] = {
  { "task", N_("Task") },
  { "concept", N_("Concept") },
  { "condition", N_("Condition") },
  { "regulation", N_("Regulation") },
  { "interaction", N_("Interaction") },
  { "management", N_("Management") },
  { "level", N_("Level") },
  { NULL, NULL }
};

static const BaryField bary_document_fields[] = {
  BARY_VALUE (BaryDocument, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED | BARY_FIELD_SEARCHED, N_("Name")),
  BARY_CHOICE (BaryDocument, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryDocument, centre, BARY_FIELD_OPTIONAL, N_("Centre"), BARY_KIND_CENTRE),
  BARY_REFERENCE (BaryDocument, cluster, BARY_FIELD_OPTIONAL, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryDocument, group, BARY_FIELD_OPTIONAL, N_("Group"), BARY_KIND_GROUP),
  BARY_VALUE (BaryDocument, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Order")),
  BARY_VALUE (BaryDocument, text, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Text")),
  BARY_VALUE (BaryDocument, number, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Number")),
  BARY_VALUE (BaryDocument, date, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Date")),
};

BARY_DEFINE_RECORD (BaryDocument, bary_document, BARY_KIND_DOCUMENT, "document",
                    N_("Document"), N_("Documents"), NULL)
