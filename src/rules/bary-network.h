#pragma once

#include "bary-box.h"
#include "bary-composition.h"

G_BEGIN_DECLS

typedef enum {
  BARY_ARRANGEMENT_GROUPS, /* a sector round the barycenter for each lettered group */
  BARY_ARRANGEMENT_LEVELS, /* a ring for each level */
} BaryArrangement;

/* A network as it stood on a day, with what has changed since: what pictures, tables and figures are made of.
 * Plain data: filled once, then only read, by any thread. Strings belong to it; indices are into its arrays,
 * -1 where there is nothing to point at. */

typedef enum {
  BARY_PICTURE_CLUSTER,     /* one cluster */
  BARY_PICTURE_NETWORK,     /* every cluster of the file, in districts and regions */
  BARY_PICTURE_INTERACTION, /* council → expert groups → teams → partner teams → initiative groups */
} BaryPicture;

typedef enum {
  BARY_ROLE_MEMBER,
  BARY_ROLE_BARYCENTER,
  BARY_ROLE_REGION,   /* stands above the districts */
  BARY_ROLE_COUNCIL,  /* stands above the clusters of a district */
  BARY_ROLE_EXPERTS,  /* a group or council of experts, between the council and a cluster */
  BARY_ROLE_TEAM,     /* works under a body of experts or in a cluster */
} BaryNodeRole;

/* How a line is drawn, each in its own pattern. */
typedef enum {
  BARY_LINE_AGREEMENT,
  BARY_LINE_METHODICAL,
  BARY_LINE_SCIENTIFIC,
  BARY_LINE_INFORMATIONAL,
  BARY_LINE_SOCIAL,
  BARY_LINE_RESOURCE,
  BARY_LINE_COORDINATION,
  BARY_LINE_MEMBERSHIP, /* a member and its barycenter; a pull on the layout, thin where it is drawn */
  BARY_LINE_ANSWERS_TO, /* a body and the one above it */
  BARY_N_LINES
} BaryLine;

/* Returns: (transfer none): what stands beside the line in a legend. */
const char *bary_line_get_label (BaryLine line);

typedef struct {
  char           *id;         /* unique, lasting: what positions are kept by: "cluster/organisation", a body's id */
  char           *record;     /* the organisation's or the body's */
  char           *membership; /* (nullable): the one that counts on the day */
  char           *key;        /* order of places in a group: what came last is the greatest */
  char           *name;       /* as it is written */
  char           *short_name; /* as the field abbreviates: № 352; equal to `name` where there is no shorter one */
  char           *caption;    /* (nullable): a second line: «базовая площадка», «куратор Ромашкина А. Т.» */
  const char     *kind;       /* (nullable): of the organisation: the word of its choice; NULL for a body */
  BaryNodeRole    role;
  int             organisation; /* of `organisations`; -1 for a body */
  int             district;
  int             cluster;    /* the one it is drawn in */
  int             group;      /* of the cluster's scheme, counted within the cluster; -1 for unknown or none. A barycenter
                               * stands in the middle whatever its group */
  int             level;      /* 1 is nearest the barycenter; 0 where there are none */
  BaryPresence    presence;
  gboolean        base_site;
  guint           n_clusters; /* how many clusters of the file the organisation is in on the day */
  guint           statuses;   /* set of 1 << index of bary_status kinds' choices, on the day */
  double          weight;     /* bary_network_weigh: heavier ones stand nearer the barycenter */
  gboolean        body;       /* `record` is a body, not an organisation */
  gboolean        hidden;     /* a member of a hidden group: it has its place, and is not drawn */
  gboolean        placed;     /* x and y are known from before */
  gboolean        pinned;     /* and must stay */
  double          x, y;       /* points, of the middle, as the layout gave them */
} BaryNetworkNode;

typedef struct {
  guint         a, b;
  BaryLine      line;
  BaryPresence  presence; /* STAYS, JOINED or LEFT */
} BaryNetworkLine;

typedef struct {
  char *id;
  char *name;      /* «А» */
  char *full_name; /* (nullable) */
  gboolean hidden; /* the cluster is drawn without it */
} BaryNetworkGroup;

typedef struct {
  char            *id;
  char            *name;
  char            *full_name; /* (nullable) */
  char            *leader;    /* (nullable): «Куратор: Ромашкина А. Т.» */
  char            *direction; /* (nullable): id */
  int              district;
  int              barycenter; /* node, -1 if none is chosen */
  BaryArrangement  arrangement;
  GArray          *groups;    /* of BaryNetworkGroup, in the scheme's order */
  guint            n_members; /* on the day and not of hidden groups, the barycenter too if it is one */
  guint            n_joined, n_left, n_moved;
} BaryNetworkCluster;

typedef struct {
  char *id;
  char *name;
  int   region; /* equal for districts of one region, -1 if it is not known */
  char *region_name; /* (nullable) */
} BaryNetworkDistrict;

/* Every organisation that was read, drawn or not: what the figures count. A picture of one cluster has only its own. */
typedef struct {
  char       *id;
  char       *name;
  const char *kind;       /* word of the choice */
  int         district;   /* of its centre; -1 if not known */
  int         home;       /* node, -1 if it is not drawn */
  guint       n_clusters; /* on the day, also as a barycenter */
  guint       statuses;
  guint       n_ties;     /* links and agreements, on the day */
} BaryNetworkOrganisation;

/* A member of a cluster on the day, once for each group it is in; also of clusters where it is not drawn. */
typedef struct {
  guint organisation;
  guint cluster;
  int   group; /* of the cluster; -1 for unknown */
  int   node;  /* there, or where it is at home; -1 in a scheme of interaction */
} BaryNetworkMembership;

typedef enum {
  BARY_CIRCLE_CLUSTER,
  BARY_CIRCLE_BODY,
  BARY_CIRCLE_AGREEMENT,
} BaryCircleKind;

/* What several organisations have in common on the day. */
typedef struct {
  BaryCircleKind  kind;
  char           *id;
  char           *name;
  GArray         *organisations; /* of guint: indices of `organisations`, ascending, each once */
} BaryNetworkCircle;

typedef struct {
  BaryPicture  picture;
  gboolean     free;   /* nodes stand by their lines alone, as if there were no clusters */
  char        *title;  /* «Сеть инновационных кластеров Красносельского района» */
  char        *day;    /* shown */
  char        *later;  /* what presences compare it with */
  GArray      *nodes;     /* of BaryNetworkNode */
  GArray      *lines;     /* of BaryNetworkLine */
  GArray      *clusters;  /* of BaryNetworkCluster */
  GArray      *districts; /* of BaryNetworkDistrict */
  GArray      *organisations; /* of BaryNetworkOrganisation */
  GArray      *memberships;   /* of BaryNetworkMembership */
  GArray      *circles;       /* of BaryNetworkCircle; none in a picture of one cluster */
} BaryNetwork;

#define bary_network_node(network, i) (&g_array_index ((network)->nodes, BaryNetworkNode, (i)))
#define bary_network_line(network, i) (&g_array_index ((network)->lines, BaryNetworkLine, (i)))
#define bary_network_cluster(network, i) (&g_array_index ((network)->clusters, BaryNetworkCluster, (i)))
#define bary_network_district(network, i) (&g_array_index ((network)->districts, BaryNetworkDistrict, (i)))

#define bary_network_organisation(network, i) (&g_array_index ((network)->organisations, BaryNetworkOrganisation, (i)))
#define bary_network_membership(network, i) (&g_array_index ((network)->memberships, BaryNetworkMembership, (i)))
#define bary_network_circle(network, i) (&g_array_index ((network)->circles, BaryNetworkCircle, (i)))

/* An empty one, to be filled by appending to its arrays, which free what they hold. Returns: (transfer full) */
BaryNetwork *bary_network_new   (BaryPicture  picture);
BaryNetwork *bary_network_ref   (BaryNetwork *self);
void         bary_network_unref (BaryNetwork *self);
/* Returns: (transfer full): for the `groups` of a cluster. */
GArray      *bary_network_make_groups (void);

/* Returns: the index of a node, or -1. */
int          bary_network_find  (const BaryNetwork *self,
                                 const char        *id);

/* How many organisations and bodies the nodes of a set stand for, without those of hidden groups: one that stands in several places
 * counts once. @set: a byte per node */
guint        bary_network_count_records (const BaryNetwork *self,
                                 const guint8      *set);

/* Whether a cluster is drawn without its group of this number, which may be one more than it has, for members of no group. */
gboolean     bary_network_is_group_hidden (const BaryNetwork *self,
                                 guint              cluster,
                                 guint              group);
/* How many groups are hidden in all clusters. */
guint        bary_network_count_hidden (const BaryNetwork *self);
/* Marks the members of hidden groups, when all else is known. */
void         bary_network_hide_members (BaryNetwork     *self);

/* What an organisation weighs among the members of a cluster, from 1 to BARY_NETWORK_MOST_WEIGHT:
 *
 *   1 + Σ worth of its statuses + min (n_clusters - 1, 4) / 4 + min (n_ties, 10) / 10
 *
 * Statuses are worth 1 (federal), 0.8 (regional), 0.6 (municipal network), 0.4 (municipal, district
 * internship) and 0.3 (district base site). A convention of this program: each of the two kinds of activity counts as
 * much as the highest status at most. */
#define BARY_NETWORK_MOST_WEIGHT 6.5
double       bary_network_weigh (guint              statuses,
                                 guint              n_clusters,
                                 guint              n_ties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryNetwork, bary_network_unref)

G_END_DECLS
