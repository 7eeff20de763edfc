#pragma once

#include "bary-network-path.h"

G_BEGIN_DECLS

/* What a network is called in words. All return (transfer full). */

/* «барицентр», «базовая площадка»: what it is in its cluster. */
char *bary_network_role_to_words     (const BaryNetworkNode *node);
/* @statuses: set of 1 << index of bary_status kinds' choices. Empty text for none. */
char *bary_network_statuses_to_words (guint                  statuses);
/* «А», or empty. */
char *bary_network_group_to_words    (const BaryNetwork     *network,
                                      const BaryNetworkNode *node);
/* What joins two organisations, and what they share, one thing per line; of one and the same, in which clusters it is. */
char *bary_network_path_to_words     (const BaryNetwork     *network,
                                      const BaryNetworkPath *path,
                                      guint                  from,
                                      guint                  to);

G_END_DECLS
