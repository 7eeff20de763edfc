#pragma once

#include "bary-box-rows.h"
#include "bary-graph-layout.h"
#include "bary-layout-spacing.h"
#include "bary-team.h"
#include "bary-turns.h"

G_BEGIN_DECLS

/* A graph made ready for its layout: nodes and clusters in the order of their ids, so that nothing depends on the
 * order they came in, ties without loops and doubles, sizes that are numbers.
 *
 * All lengths in here are flattened: x is divided by `stretch`, so that discs are circles and sectors have their
 * true angles. Crossings, overlaps and what lies between what are the same for both. */

typedef struct {
  const BaryGraphNode *source;
  guint                input;
  BaryFlatBox          box;
  int                  cluster;  /* of the work, -1 for nodes that stand by themselves */
  int                  zone;     /* -1: the barycenter, bodies and what is in no cluster */
  int                  level;
  double               weight;
  gboolean             body;     /* stands above the members, in no zone */
  gboolean             known;    /* x and y were there */
  gboolean             settled;  /* has its final place */
} BaryWorkNode;

typedef struct {
  const BaryGraphCluster *source;
  guint                   input;
  guint                   first, n; /* its nodes */
  guint                   n_known;  /* of them had a place before */
  int                     centre;   /* node, -1 for none */
  gboolean                levels;   /* zones are rings */
  BaryLayoutZone         *zones;    /* headings flattened, about the middle until the end */
  guint                   n_zones;
  BaryFlatBox             title;
  double                  x, y, radius;
  int                     district;
} BaryWorkCluster;

typedef struct {
  const BaryGraphDistrict *source; /* (nullable): it was found */
  guint                    input;
  BaryFlatBox              title;
  double                   x, y, radius;
  int                      region;
} BaryWorkDistrict;

typedef struct {
  const BaryGraph    *graph;
  double              stretch;
  BaryLayoutSpacing   spacing;
  gboolean            alone;     /* one cluster and nothing else: it is never turned */
  BaryWorkNode       *nodes;     /* by cluster, then by id */
  guint               n_nodes;
  guint              *first_tie; /* n_nodes + 1 */
  guint              *ties;      /* the other ends */
  BaryWorkCluster    *clusters;
  guint               n_clusters;
  BaryWorkDistrict   *districts;
  guint               n_districts;
  BaryTeam           *team;
  BaryLayoutProgress  progress;
  gpointer            user_data;
} BaryLayoutWork;

BaryLayoutWork  *bary_layout_work_new    (const BaryGraph      *graph,
                                          double                stretch);
void             bary_layout_work_free   (BaryLayoutWork       *self);
/* Returns: (transfer full): what stands where now. */
BaryGraphLayout *bary_layout_work_finish (const BaryLayoutWork *self,
                                          BaryLayoutScheme      scheme);
/* Returns: FALSE to stop. */
gboolean         bary_layout_work_report (BaryLayoutWork       *self,
                                          BaryLayoutScheme      scheme,
                                          double                done);

/* Puts a title above a circle. */
static inline void
bary_flat_box_stand_above (BaryFlatBox *title,
                           double       x,
                           double       y,
                           double       radius)
{
  title->x = x;
  title->y = y - radius - BARY_LAYOUT_TITLE_GAP - title->half_height;
}

/* The distance of the farthest corner from a point. */
static inline double
bary_flat_box_reach (const BaryFlatBox *box,
                     double             x,
                     double             y)
{
  return bary_turns_length (fabs (box->x - x) + box->half_width, fabs (box->y - y) + box->half_height);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLayoutWork, bary_layout_work_free)

G_END_DECLS
