#pragma once

#include "bary-network.h"

G_BEGIN_DECLS

/* Which nodes of a picture a person asks for. Pure. */

/* What every node must fit. Strings are borrowed. */
typedef struct {
  const char   *direction; /* (nullable): id: of its cluster */
  const char   *group;     /* (nullable): name: «А» is one group in all clusters */
  int           level;     /* 0 for any */
  int           status;    /* index of bary_status kinds' choices, -1 for any */
  const char   *words;     /* (nullable): each begins a word of the name, as it is written or abbreviated, or of the caption */
  const guint8 *within;    /* (nullable): a byte per node: only these */
} BaryNetworkFilter;

#define BARY_NETWORK_FILTER_ANY { NULL, NULL, 0, -1, NULL, NULL }

/* What is searched in a node, ready to be compared: made once for a picture. Returns: (transfer full) (element-type utf8) */
GPtrArray  *bary_network_fold_names      (const BaryNetwork       *network);

gboolean    bary_network_filter_is_any   (const BaryNetworkFilter *filter);

/* @folded: from bary_network_fold_names; @set: a byte per node, 1 for those that fit. Returns: how many fit. */
guint       bary_network_filter_apply    (const BaryNetworkFilter *filter,
                                          const BaryNetwork       *network,
                                          GPtrArray               *folded,
                                          guint8                  *set);

/* A choice that a filter offers, with how many nodes it has. */
typedef struct {
  char  *value; /* id of a direction, name of a group, digits of a level or of a status' index */
  char  *name;  /* (nullable): of a group: its full name where all clusters have the same; else NULL */
  guint  count;
} BaryNetworkFacet;

typedef enum {
  BARY_FACET_DIRECTION,
  BARY_FACET_GROUP,
  BARY_FACET_LEVEL,
  BARY_FACET_STATUS,
  BARY_N_FACETS
} BaryNetworkFacetKind;

/* Returns: (transfer full) (element-type BaryNetworkFacet): those that have nodes, in the order of the schemes. */
GArray     *bary_network_list_facets     (const BaryNetwork       *network,
                                          BaryNetworkFacetKind     kind);

/* Returns: (nullable): the group of a node. */
const BaryNetworkGroup *bary_network_group_of (const BaryNetwork     *network,
                                               const BaryNetworkNode *node);

/* Whether it is there on the day shown: what comes later is drawn, but not yet there. */
gboolean    bary_network_is_present      (const BaryNetworkNode   *node);

G_END_DECLS
