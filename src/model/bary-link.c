#include "bary-link.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryChoice kinds[] = {
  { "methodical", N_("Methodical") },
  { "scientific", N_("Scientific") },
  { "informational", N_("Informational") },
  { "social", N_("Social") },
  { "resource", N_("Resources") },
  { "coordination", N_("Coordination") },
  { NULL, NULL }
};

static const BaryField bary_link_fields[] = {
  BARY_REFERENCE (BaryLink, cluster, BARY_FIELD_REQUIRED, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_REFERENCE (BaryLink, organisation, BARY_FIELD_REQUIRED, N_("Organisation"), BARY_KIND_ORGANISATION),
  BARY_REFERENCE (BaryLink, partner, BARY_FIELD_REQUIRED, N_("Partner"), BARY_KIND_ORGANISATION),
  BARY_CHOICE (BaryLink, kind, BARY_FIELD_REQUIRED, N_("Kind"), kinds),
  BARY_REFERENCE (BaryLink, agreement, BARY_FIELD_OPTIONAL, N_("Agreement"), BARY_KIND_AGREEMENT),
  BARY_VALUE (BaryLink, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
  BARY_VALUE (BaryLink, from, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Since")),
  BARY_VALUE (BaryLink, to, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Until")),
};

static gboolean
validate (BaryRecord  *record,
          GError     **error)
{
  BaryLink *self = BARY_LINK (record);

  if (g_strcmp0 (self->organisation, self->partner) != 0)
    return TRUE;

  g_set_error_literal (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INCONSISTENT,
                       _("A link needs two different organisations: choose another partner"));
  return FALSE;
}

BARY_DEFINE_RECORD (BaryLink, bary_link, BARY_KIND_LINK, "link",
                    N_("Link"), N_("Links"), validate)
