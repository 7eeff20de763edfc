#pragma once

#include "bary-cluster-check.h"
#include "bary-cluster-diagram.h"
#include "bary-kinds.h"

G_BEGIN_DECLS

/* A cluster as it stood on a day, with what has changed since, ready to be shown. Plain data read from the
 * store: made anew when something changes. */
typedef struct {
  char            *organisation;
  char            *membership; /* the one that counts on the day */
  int              group;      /* index, -1 if the scheme has no such group */
  BaryPresence     presence;
  char            *name;       /* of the organisation */
} BarySceneNode;

typedef struct {
  BaryCluster        *cluster;
  char               *day;         /* shown */
  char               *later;       /* today, or the day itself if it is yet to come */
  GPtrArray          *groups;      /* of BaryGroup, in the scheme's order */
  GPtrArray          *memberships; /* of BaryMembership, of all times */
  BaryOrganisation   *barycenter;  /* nullable */
  char               *leader;      /* nullable: «куратор Сысоева О. П.» */
  GArray             *nodes;       /* of BarySceneNode: the nodes of the diagram */
  guint               n_members, n_joined, n_left, n_moved;
  BaryClusterCheck   *check;
  BaryClusterDiagram *diagram;
} BaryClusterScene;

/* @family: (nullable): of the font. Returns: (transfer full) (nullable) */
BaryClusterScene *bary_cluster_scene_new         (BaryStore         *store,
                                                  const char        *cluster,
                                                  const char        *day,
                                                  const char        *family,
                                                  GError           **error);
void              bary_cluster_scene_free        (BaryClusterScene  *self);

/* @node: an index of the diagram. Returns: (nullable) */
const BarySceneNode *bary_cluster_scene_get_node (BaryClusterScene  *self,
                                                  int                node);
/* Returns: the node of an organisation that is in the cluster on the day, the centre, or BARY_DIAGRAM_NONE. */
int               bary_cluster_scene_find        (BaryClusterScene  *self,
                                                  const char        *organisation);
/* Returns: (transfer full): what a screen reader says of a node: «ГБОУ СОШ № 352, группа А, базовая площадка». */
char             *bary_cluster_scene_describe    (BaryClusterScene  *self,
                                                  int                node);
/* Returns: (transfer full): «группа А» or «уровень 1» */
char             *bary_cluster_scene_name_group  (BaryClusterScene  *self,
                                                  guint              group);
/* Whether a node is a member on the day, and so can be moved or taken out. */
gboolean          bary_cluster_scene_is_member   (BaryClusterScene  *self,
                                                  int                node);

/* Returns: (transfer full): the first day that anything of the cluster is dated with, or NULL. */
char             *bary_cluster_scene_dup_first_day (BaryClusterScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryClusterScene, bary_cluster_scene_free)

G_END_DECLS
