#pragma once

#include "bary-test-store.h"

#include "bary-store-network.h"

G_BEGIN_DECLS

#define TOWN_DAY "2025-10-01"
#define TOWN_LATER "2026-03-01"

/* Two districts of one region. "centre" leads the clusters one and two, "other" the cluster three; "school" is in
 * one and two, "guest" in one and, later, in two. */
typedef struct {
  Fixture     base;
  BaryRecord *centre, *second;
  BaryRecord *scheme, *a, *b;
  BaryRecord *imc, *other, *school, *guest, *lonely;
  BaryRecord *one, *two, *three;
} Town;

const char            *town_id           (gpointer       record);
BaryRecord            *town_add_member   (Town          *town,
                                          BaryRecord    *cluster,
                                          BaryRecord    *organisation,
                                          BaryRecord    *group,
                                          const char    *from,
                                          const char    *to);
void                   town_set_up       (Town          *town,
                                          gconstpointer  data);
void                   town_tear_down    (Town          *town,
                                          gconstpointer  data);
/* Of a day, beside what will be on TOWN_LATER. @cluster: (nullable) */
BaryNetwork           *town_read_network (Town          *town,
                                          BaryPicture    picture,
                                          BaryRecord    *cluster,
                                          const char    *day,
                                          gboolean       ghosts);
/* Returns: the node of an organisation in a cluster, or -1. */
int                    town_find         (BaryNetwork   *network,
                                          BaryRecord    *cluster,
                                          BaryRecord    *organisation);
const BaryNetworkNode *town_get          (BaryNetwork   *network,
                                          BaryRecord    *cluster,
                                          BaryRecord    *organisation);

G_END_DECLS
