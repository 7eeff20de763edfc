#pragma once

#include "bary-passport.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* The passport of a cluster on a day, read from the store. */
typedef struct {
  GArray *gaps;      /* of BaryPassportGap: valid as long as this is */
  guint   n_members; /* organisations on the day */

  /* owned, for what the gaps point at */
  GPtrArray *memberships;
  GPtrArray *agreements;
  GPtrArray *parties;
} BaryClusterCheck;

/* Returns: (transfer full) (nullable) */
BaryClusterCheck *bary_cluster_check_new    (BaryStore         *store,
                                             BaryRecord        *cluster,
                                             const char        *day,
                                             GError           **error);
void              bary_cluster_check_free   (BaryClusterCheck  *self);

/* Records of a kind that refer to one. @day: (nullable): only those of the day, as far as the kind has a range.
 * Returns: (transfer full) (element-type BaryRecord) (nullable) */
GPtrArray        *bary_cluster_select       (BaryStore         *store,
                                             BaryKind           kind,
                                             const char        *field,
                                             const char        *id,
                                             const char        *day,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryClusterCheck, bary_cluster_check_free)

G_END_DECLS
