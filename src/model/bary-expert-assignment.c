#include "bary-expert-assignment.h"

#include <glib/gi18n.h>

static const BaryChoice modes[] = {
  { "drawn", N_("By the draw") },
  { "by_hand", N_("By hand") },
  { "forbidden", N_("Forbidden") },
  { NULL, NULL }
};

static const BaryField bary_expert_assignment_fields[] = {
  BARY_REFERENCE (BaryExpertAssignment, expert, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Expert"), BARY_KIND_CONTEST_EXPERT),
  BARY_REFERENCE (BaryExpertAssignment, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_CHOICE (BaryExpertAssignment, mode, BARY_FIELD_REQUIRED, N_("Set"), modes),
  BARY_VALUE (BaryExpertAssignment, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Order")),
  BARY_VALUE (BaryExpertAssignment, sent_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Sent on")),
  BARY_VALUE (BaryExpertAssignment, note, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BaryExpertAssignment, bary_expert_assignment, BARY_KIND_EXPERT_ASSIGNMENT, "expert_assignment",
                    N_("Assignment of an expert"), N_("Assignments of experts"), NULL)
