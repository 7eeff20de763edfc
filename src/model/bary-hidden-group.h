#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_HIDDEN_GROUP (bary_hidden_group_get_type ())
G_DECLARE_FINAL_TYPE (BaryHiddenGroup, bary_hidden_group, BARY, HIDDEN_GROUP, BaryRecord)

/* That a cluster is drawn without one of its groups. The fields are for reading. */
struct _BaryHiddenGroup {
  BaryRecord parent_instance;

  char *cluster;
  char *group;
};

extern const BaryKindInfo bary_hidden_group_info;

G_END_DECLS
