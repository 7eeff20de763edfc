#include "bary-revision.h"

#include <glib/gi18n.h>

static const BaryChoice states[] = {
  { "draft", N_("Draft") },
  { "agreeing", N_("Being agreed") },
  { "approved", N_("Approved") },
  { "in_force", N_("In force") },
  { "superseded", N_("Superseded") },
  { NULL, NULL }
};

static const BaryField bary_revision_fields[] = {
  BARY_REFERENCE (BaryRevision, roadmap, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Roadmap"), BARY_KIND_ROADMAP),
  BARY_VALUE (BaryRevision, number, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Number")),
  BARY_CHOICE (BaryRevision, state, BARY_FIELD_REQUIRED, N_("State"), states),
  BARY_VALUE (BaryRevision, approved_by, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Approved by")),
  BARY_VALUE (BaryRevision, approved_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Approved on")),
  BARY_VALUE (BaryRevision, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("In force since")),
  BARY_VALUE (BaryRevision, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryRevision, bary_revision, BARY_KIND_REVISION, "revision",
                    N_("Revision"), N_("Revisions"), NULL)
