#pragma once

#include "bary-disc-cost.h"

G_BEGIN_DECLS

typedef struct {
  guint    sweeps; /* how many times each member is tried elsewhere */
  guint    tries;  /* places tried for a member in a sweep */
  double   heat;   /* how much worse a place may be at first, in crossings */
  gboolean firm;   /* all is settled, without overlaps, and members only go where they overlap nothing */
  guint    swaps;  /* tried for a member in a sweep; one at least */
  guint    starts; /* searches of one cluster, of which the best is taken; one at least */
  gboolean slides; /* places are moved sideways until they are free: more are found, and boxes come to stand side by side */
  double   full;   /* how full of boxes and gaps the disc had better be, at most; 0 if that does not matter */
  float    idle;   /* what costs less stays where it is, in crossings */
  const BaryStressTables *stress; /* (nullable): NULL if that does not matter */
} BarySearchEffort;

/* Moves the members of a cluster about in their zones, so that fewer ties cross each other and run through labels,
 * labels overlap less and ties are shorter. Only what improves is kept, so it ends as it began or better; the number
 * of places tried is bounded. What lies outside the cluster stands still. */
void bary_disc_search (BaryLayoutWork         *work,
                       BaryWorkCluster        *cluster,
                       const GArray           *long_ties, /* of BaryLongTie */
                       const BarySearchEffort *effort);
/* The same for all clusters at once: for each, the others stand where they stood before. */
void bary_disc_search_all (BaryLayoutWork         *work,
                           const GArray           *long_ties,
                           const BarySearchEffort *effort);

G_END_DECLS
