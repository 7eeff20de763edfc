#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_PLACE (bary_place_get_type ())
G_DECLARE_FINAL_TYPE (BaryNodePlace, bary_place, BARY, PLACE, BaryRecord)

/* Where a person put a node of a diagram. The fields are for reading; their table in bary-place.c says what they hold:
 * `node` is an id of BaryNetworkNode, `cluster` the one the node stands in, x and y are points of its middle. */
struct _BaryNodePlace {
  BaryRecord parent_instance;

  char *picture;
  char *cluster;
  char *node;
  char *x;
  char *y;
  char *pinned;
};

extern const BaryKindInfo bary_place_info;
#define BARY_PLACE_FREE 3

extern const BaryChoice bary_place_pictures[]; /* in the order of BaryPicture; that of BaryNetwork.free is the last */

G_END_DECLS
