#pragma once

#include "bary-kinds.h"
#include "bary-store-plan.h"

G_BEGIN_DECLS

/* The next school year's roadmap made from this one, see bary-plan-rollover.h. */
typedef struct {
  BaryRecord *roadmap;    /* the new one */
  guint       n_events;   /* all but cancelled ones */
  guint       n_unplaced; /* of them those that no good day was found for */
} BaryNextRoadmap;

/* Returns: (transfer full) (nullable): the roadmap that the cluster has already in the next school year; NULL without an error
 * if it has none. */
BaryRecord *bary_roadmap_find_next  (BaryStore        *store,
                                     BaryRoadmap      *roadmap,
                                     GError          **error);

/* Adds the roadmap, its sections, and its events with who takes part in them. All are planned; what was not placed keeps its
 * words, unless they name a day of the old year: then it gets the nearest guess.
 * @next: (out): its roadmap to be unreffed, if TRUE is returned. */
gboolean    bary_roadmap_plan_next  (BaryStore        *store,
                                     BaryRoadmap      *roadmap,
                                     BaryChanges      *changes,
                                     BaryNextRoadmap  *next,
                                     GError          **error);

G_END_DECLS
