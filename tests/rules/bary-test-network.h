#pragma once

#include "bary-network.h"

/* A small network by hand: three clusters of two directions with the groups А and Б, a school in two of them. */

static inline void
add_test_cluster (BaryNetwork *network,
                  const char  *id,
                  const char  *direction)
{
  BaryNetworkCluster cluster = { .id = g_strdup (id), .name = g_strdup (id), .direction = g_strdup (direction),
                                 .district = -1, .barycenter = -1, .groups = bary_network_make_groups () };
  BaryNetworkGroup a = { g_strdup ("a"), g_strdup ("А"), g_strdup ("Опорные школы") };
  BaryNetworkGroup b = { g_strdup ("b"), g_strdup ("Б"), NULL };

  g_array_append_val (cluster.groups, a);
  g_array_append_val (cluster.groups, b);
  g_array_append_val (network->clusters, cluster);
}

static inline guint
add_test_node (BaryNetwork *network,
               const char  *id,
               const char  *record,
               const char  *name,
               const char  *short_name,
               int          cluster,
               int          group)
{
  BaryNetworkNode node = { .id = g_strdup (id), .record = g_strdup (record), .name = g_strdup (name),
                           .short_name = g_strdup (short_name), .district = -1, .cluster = cluster, .group = group,
                           .presence = BARY_PRESENCE_STAYS, .weight = 1 };

  g_array_append_val (network->nodes, node);
  return network->nodes->len - 1;
}

static inline void
add_test_line (BaryNetwork  *network,
               guint         a,
               guint         b,
               BaryPresence  presence)
{
  BaryNetworkLine line = { a, b, BARY_LINE_MEMBERSHIP, presence };

  g_array_append_val (network->lines, line);
}

static inline void
add_test_centre (BaryNetwork *network,
                 int          cluster,
                 const char  *id)
{
  guint node = add_test_node (network, id, id, id, id, cluster, -1);

  bary_network_node (network, node)->role = BARY_ROLE_BARYCENTER;
  bary_network_cluster (network, cluster)->barycenter = (int) node;
}

/* Nodes: 0–2 the barycenters, 3 № 352 in the first, 4 № 203 in the first, 5 № 352 again in the second,
 * 6 the school of arts in the third, which nothing joins to the others. */
static inline BaryNetwork *
make_test_network (void)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_NETWORK);

  add_test_cluster (network, "first", "civil");
  add_test_cluster (network, "second", "green");
  add_test_cluster (network, "third", "green");
  add_test_centre (network, 0, "C1");
  add_test_centre (network, 1, "C2");
  add_test_centre (network, 2, "C3");
  add_test_node (network, "352-1", "352", "ГБОУ СОШ № 352", "№ 352", 0, 0);
  add_test_node (network, "203", "203", "ГБОУ СОШ № 203", "№ 203", 0, 0);
  add_test_node (network, "352-2", "352", "ГБОУ СОШ № 352", "№ 352", 1, 1);
  add_test_node (network, "arts", "arts", "Санкт-Петербургская школа искусств", "Школа искусств", 2, 1);
  add_test_line (network, 0, 3, BARY_PRESENCE_STAYS);
  add_test_line (network, 0, 4, BARY_PRESENCE_STAYS);
  add_test_line (network, 1, 5, BARY_PRESENCE_STAYS);
  add_test_line (network, 2, 6, BARY_PRESENCE_STAYS);
  return network;
}
