#pragma once

#include "bary-disc-search.h"
#include "bary-disc-zones.h"

G_BEGIN_DECLS

typedef struct {
  BaryDiscCost            cost;
  BaryDiscSector         *sectors; /* of the zones */
  const BarySearchEffort *effort;
  guint64                 random;
  float                   heat;
  guint8                 *rests;   /* of each member: it was idle in the last sweep */
} BaryDiscSearch;

static inline const BaryWorkNode *
bary_disc_search_node (const BaryDiscSearch *self,
                       guint                 box)
{
  return bary_disc_cost_node (&self->cost, box);
}

/* Whether a member may stand there, as far as the disc and its zone go. */
gboolean bary_disc_search_allows (const BaryDiscSearch *self,
                                  guint                 box,
                                  double                x,
                                  double                y);
/* Draws a place for a member. Returns: whether it may stand there; if the search is firm, also free of others. */
gboolean bary_disc_search_draw   (BaryDiscSearch       *self,
                                  guint                 box,
                                  double               *x,
                                  double               *y);

/* One search.
 * @start: others draw other places
 * @places: (out): where the nodes of the cluster come to stand, x and y of each
 * Returns: what all places cost, if there are several starts. */
float bary_disc_search_from (BaryLayoutWork         *work,
                             BaryWorkCluster        *cluster,
                             const GArray           *long_ties,
                             const BarySearchEffort *effort,
                             guint                   start,
                             double                 *places);

G_END_DECLS
