#pragma once

#include "bary-composition.h"
#include "bary-network-rows.h"

G_BEGIN_DECLS

/* Out of rows of the database, the network of a day: clusters and members, then bodies, then lines. */

/* What is known of a cluster while its picture is made. */
typedef struct {
  const BaryNetworkRow *row;
  GPtrArray            *memberships; /* of BaryNetworkRow, of all times, in the order of ids */
  GArray               *entries;     /* of BaryCompositionEntry, of the same */
  BaryComposition      *composition; /* NULL where it is not drawn */
  int                  *nodes;       /* of the composition's places, -1 where a place is not drawn */
  int                   drawn;       /* index of the network's clusters, -1 */
} BaryBuilderCluster;

/* The cluster that an organisation is drawn in: what decides. */
typedef struct {
  guint       rank; /* the least wins; 0 for none yet */
  const char *from; /* of the membership; NULL is the earliest */
  const char *id;
  int         cluster; /* row */
} BaryBuilderHome;

typedef struct {
  const BaryNetworkRequest *request;
  const char               *later;
  const char               *own_centre; /* (nullable) */
  const BaryNetworkRows    *rows;
  BaryNetwork              *network;    /* being made; its organisations are in the order of their rows */
  GArray                   *clusters;   /* of BaryBuilderCluster, in the order of rows */
  BaryBuilderHome          *homes;      /* of organisations */
  int                      *districts;  /* of centres' rows, -1 for none yet */
  GHashTable               *nodes;      /* id → node + 1; the ids are the nodes' */
} BaryNetworkBuilder;

#define bary_builder_cluster(self, i) (&g_array_index ((self)->clusters, BaryBuilderCluster, (i)))

void         bary_builder_add_clusters (BaryNetworkBuilder   *self);
void         bary_builder_add_members  (BaryNetworkBuilder   *self);
void         bary_builder_add_bodies   (BaryNetworkBuilder   *self);
void         bary_builder_add_lines    (BaryNetworkBuilder   *self);
void         bary_builder_add_circles  (BaryNetworkBuilder   *self);

/* Where the nodes stand: what people pinned, else as they stood last, else where people put them. */
void         bary_builder_add_places   (BaryNetworkBuilder   *self);

/* Returns: (nullable): the id of the group that a node stands in; none of a barycenter or a body. */
const char  *bary_builder_get_zone     (const BaryNetwork     *network,
                                        const BaryNetworkNode *node);
/* @node: (transfer full): what it points to. Returns: its index. */
guint        bary_builder_append_node  (BaryNetworkBuilder   *self,
                                        BaryNetworkNode      *node);
/* Returns: a node, or -1. */
int          bary_builder_find_node    (BaryNetworkBuilder   *self,
                                        const char           *id);
/* Returns: where an organisation stands in a cluster, if it does, otherwise where it is at home, or -1.
 * @cluster: row, or -1; @organisation: row, or -1 */
int          bary_builder_find_member  (BaryNetworkBuilder   *self,
                                        int                   cluster,
                                        int                   organisation);
/* @centre: row, or -1. Returns: the district, made if `make`; -1 for none. */
int          bary_builder_get_district (BaryNetworkBuilder   *self,
                                        int                   centre,
                                        gboolean              make);
/* Returns: the number of a group in the scheme of its cluster, or -1. */
int          bary_builder_find_group   (const BaryNetworkCluster *cluster,
                                        const char               *id);
/* STAYS, JOINED, LEFT or ABSENT */
BaryPresence bary_builder_compare_days (BaryNetworkBuilder   *self,
                                        const char           *from,
                                        const char           *to);
void         bary_builder_append_line  (BaryNetworkBuilder   *self,
                                        int                   a,
                                        int                   b,
                                        BaryLine              line,
                                        BaryPresence          presence);
/* Returns: the word of a choice that is not freed, or NULL. */
const char  *bary_builder_intern       (BaryKind              kind,
                                        const char           *field,
                                        const char           *word,
                                        guint                *index);

G_END_DECLS
