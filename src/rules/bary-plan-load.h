#pragma once

#include "bary-plan.h"

G_BEGIN_DECLS

/* Schools × weeks: how many events each must take part in. Vague dates are left out, and so are ranges too long to be a sitting,
 * see bary-plan-conflicts.h. */
typedef struct {
  BaryDay  first;    /* the Monday of the week that 1 September is in */
  guint    n_weeks;  /* until the week that 31 August is in */
  guint    n_organisations;
  guint   *counts;   /* of a school its weeks, then of the next */
} BaryLoadMap;

/* Returns: (transfer full) */
BaryLoadMap *bary_load_map_new  (const BaryPlan    *plan);
void         bary_load_map_free (BaryLoadMap       *self);

guint        bary_load_map_get  (const BaryLoadMap *self,
                                 guint              organisation,
                                 guint              week);
/* Returns: (transfer full) (element-type guint): the events of the plan that were counted there, in its order. */
GArray      *bary_load_map_list (const BaryLoadMap *self,
                                 const BaryPlan    *plan,
                                 guint              organisation,
                                 guint              week);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLoadMap, bary_load_map_free)

G_END_DECLS
