#pragma once

#include "bary-scene.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A node of the picture as a row of the table. */
#define BARY_TYPE_NETWORK_ROW (bary_network_row_get_type ())
G_DECLARE_FINAL_TYPE (BaryNetworkRow, bary_network_row, BARY, NETWORK_ROW, GObject)

typedef enum {
  BARY_COLUMN_NAME,
  BARY_COLUMN_ROLE,
  BARY_COLUMN_CLUSTER,
  BARY_COLUMN_GROUP,
  BARY_COLUMN_LEVEL,
  BARY_COLUMN_TIES,
  BARY_COLUMN_STATUSES,
  BARY_N_COLUMNS
} BaryNetworkColumn;

BaryNetworkRow *bary_network_row_new      (BaryScene         *scene,
                                           guint              node);
guint           bary_network_row_get_node (BaryNetworkRow    *self);
/* Returns: (transfer full) */
char           *bary_network_row_to_words (BaryNetworkRow    *self,
                                           BaryNetworkColumn  column);
/* As people expect it: numbers by value. Returns: < 0, 0 or > 0 */
int             bary_network_row_compare  (BaryNetworkRow    *a,
                                           BaryNetworkRow    *b,
                                           BaryNetworkColumn  column);

G_END_DECLS
