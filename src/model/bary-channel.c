#include "bary-channel.h"

#include <glib/gi18n.h>

static const BaryField bary_channel_fields[] = {
  BARY_REFERENCE (BaryChannel, cluster, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Cluster"), BARY_KIND_CLUSTER),
  BARY_VALUE (BaryChannel, name, BARY_FIELD_TEXT, BARY_FIELD_REQUIRED, N_("Name")),
  BARY_VALUE (BaryChannel, link, BARY_FIELD_SITE, BARY_FIELD_OPTIONAL, N_("Link")),
  BARY_VALUE (BaryChannel, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Order")),
};

BARY_DEFINE_RECORD (BaryChannel, bary_channel, BARY_KIND_CHANNEL, "channel",
                    N_("Channel"), N_("Channels"), NULL)
