#pragma once

#include "bary-store-network.h"

G_BEGIN_DECLS

/* Whole kinds of records read at once, each by one statement, as plain rows: many times quicker than objects. */

typedef enum {
  BARY_ROWS_CENTRE,
  BARY_ROWS_ORGANISATION,
  BARY_ROWS_SCHEME,
  BARY_ROWS_GROUP,
  BARY_ROWS_CLUSTER,
  BARY_ROWS_MEMBERSHIP,
  BARY_ROWS_ROLE,
  BARY_ROWS_BODY,
  BARY_ROWS_BODY_MEMBER,
  BARY_ROWS_AGREEMENT,
  BARY_ROWS_PARTY,
  BARY_ROWS_STATUS,
  BARY_ROWS_LINK,
  BARY_ROWS_PLACE,
  BARY_ROWS_HIDDEN_GROUP,
  BARY_ROWS_LAYOUT,
  BARY_N_ROWS
} BaryRows;

/* Cells of each; the id is the first of all. */
enum { ROW_ID, ROW_FROM, ROW_TO, ROW_OTHERS };
enum { CENTRE_NAME = ROW_OTHERS, CENTRE_DISTRICT, CENTRE_REGION };
enum { ORGANISATION_NAME = ROW_OTHERS, ORGANISATION_KIND, ORGANISATION_CENTRE, ORGANISATION_SORT_KEY };
enum { SCHEME_ARRANGEMENT = ROW_OTHERS };
enum { GROUP_NAME = ROW_OTHERS, GROUP_SCHEME, GROUP_FULL_NAME };
enum {
  CLUSTER_NAME = ROW_OTHERS, CLUSTER_FULL_NAME, CLUSTER_CENTRE, CLUSTER_SCHEME, CLUSTER_DIRECTION, CLUSTER_BARYCENTER,
  CLUSTER_BASE_SITE
};
enum { MEMBERSHIP_CLUSTER = ROW_OTHERS, MEMBERSHIP_ORGANISATION, MEMBERSHIP_GROUP };
enum { ROLE_CLUSTER = ROW_OTHERS, ROLE_KIND, ROLE_PERSON };
enum { BODY_NAME = ROW_OTHERS, BODY_KIND, BODY_CENTRE, BODY_CLUSTER, BODY_ORGANISATION, BODY_PARENT };
enum { BODY_MEMBER_BODY = ROW_OTHERS, BODY_MEMBER_ORGANISATION };
enum { AGREEMENT_NAME = ROW_OTHERS, AGREEMENT_CLUSTER };
enum { PARTY_AGREEMENT = ROW_OTHERS, PARTY_ORGANISATION };
enum { STATUS_ORGANISATION = ROW_OTHERS, STATUS_KIND, STATUS_STATE };
enum { LINK_CLUSTER = ROW_OTHERS, LINK_ORGANISATION, LINK_PARTNER, LINK_KIND };
enum { PLACE_PICTURE = ROW_OTHERS, PLACE_NODE, PLACE_X, PLACE_Y, PLACE_PINNED };
enum { HIDDEN_GROUP_CLUSTER = ROW_OTHERS, HIDDEN_GROUP_GROUP };
enum { LAYOUT_PICTURE = ROW_OTHERS, LAYOUT_ZONE, LAYOUT_X, LAYOUT_Y }; /* its id is that of a node */
#define BARY_MOST_CELLS (CLUSTER_BASE_SITE + 1)

typedef struct {
  const char *cell[BARY_MOST_CELLS]; /* NULL for no value */
} BaryNetworkRow;

typedef struct {
  GStringChunk *texts;
  GArray       *rows[BARY_N_ROWS];  /* of BaryNetworkRow, by id; groups and clusters as people order them */
  GHashTable   *by_id[BARY_N_ROWS]; /* id → number of the row + 1, of kinds that others refer to */
} BaryNetworkRows;

/* @cluster: (nullable): NULL reads everything; otherwise what a picture of that cluster needs.
 * Returns: (transfer full) (nullable) */
BaryNetworkRows *bary_network_rows_read (BaryDatabase     *database,
                                         const char       *cluster,
                                         GError          **error);
void             bary_network_rows_free (BaryNetworkRows  *self);

guint            bary_network_rows_count (const BaryNetworkRows *self,
                                          BaryRows               kind);
const BaryNetworkRow   *bary_network_rows_get  (const BaryNetworkRows *self,
                                         BaryRows               kind,
                                         guint                  i);
/* @id: (nullable): of a centre, organisation, scheme, cluster, body or agreement. Returns: the number of a row, or -1. */
int              bary_network_rows_find (const BaryNetworkRows *self,
                                         BaryRows               kind,
                                         const char            *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryNetworkRows, bary_network_rows_free)

G_END_DECLS
