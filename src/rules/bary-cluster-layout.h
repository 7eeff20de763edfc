#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the members of a cluster stand: a sector round the barycenter for each lettered group, a ring for
 * each level. Pure and deterministic: the same members give the same picture whatever their order.
 *
 * All lengths are points, the barycenter is at 0, 0, y grows downwards. Horizontal distances are stretched
 * by `stretch`, so that the picture suits a screen: "radius" below is hypot (x / stretch, y) and an angle
 * is atan2 (y, x / stretch). */

typedef struct {
  double x, y; /* of the middle */
  double width, height;
} BaryBox;

gboolean bary_box_overlaps (const BaryBox *a,
                            const BaryBox *b);
gboolean bary_box_contains (const BaryBox *box,
                            double         x,
                            double         y);

typedef enum {
  BARY_ARRANGEMENT_GROUPS,
  BARY_ARRANGEMENT_LEVELS,
} BaryArrangement;

typedef struct {
  const char *key;   /* places are given out in the order of keys: what is added last gets the greatest */
  int         group; /* index; any other number goes to a zone of its own after the last */
  double      width, height;
} BaryLayoutMember;

typedef struct {
  BaryArrangement         arrangement;
  double                  centre_width, centre_height;
  const BaryLayoutMember *members;
  guint                   n_members;
  const BaryBox          *headings; /* of the groups in the scheme's order: only sizes are read */
  guint                   n_groups;
} BaryLayoutInput;

/* Angles grow clockwise; the whole circle has end - start = 2π. A zone reaches from radius inner to outer. */
typedef struct {
  double  start, end;
  double  inner, outer;
  BaryBox heading; /* of no size for the zone of unknown groups */
  guint   n_members;
} BaryLayoutZone;

typedef struct {
  BaryArrangement  arrangement;
  double           stretch;
  BaryBox          centre;
  BaryBox         *members; /* in the order of the input */
  guint            n_members;
  BaryLayoutZone  *zones;   /* one per group, and one more if some members' group is unknown */
  guint            n_zones;
  BaryBox          bounds;
} BaryClusterLayout;

/* No two of the boxes (centre, headings, members) overlap, each member lies in its zone, everything in the
 * bounds. Sizes that are not numbers count as 0. Returns: (transfer full) */
BaryClusterLayout *bary_cluster_layout_new       (const BaryLayoutInput   *input);
void               bary_cluster_layout_free      (BaryClusterLayout       *layout);

/* Returns: the index of the zone a point belongs to, or -1 in the middle and where there are no zones. */
int                bary_cluster_layout_find_zone (const BaryClusterLayout *layout,
                                                  double                   x,
                                                  double                   y);
gboolean           bary_cluster_layout_zone_holds (const BaryClusterLayout *layout,
                                                   guint                    zone,
                                                   const BaryBox           *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryClusterLayout, bary_cluster_layout_free)

G_END_DECLS
