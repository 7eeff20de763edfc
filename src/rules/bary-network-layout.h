#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* Lays out clusters, districts and regions. @scheme: NETWORK, GROUPS or LEVELS; the last two overrule how the
 * clusters are arranged. Returns: (transfer full) (nullable): NULL if it was stopped. */
BaryGraphLayout *bary_network_layout_new (const BaryGraph    *graph,
                                          BaryLayoutScheme    scheme,
                                          BaryLayoutProgress  progress,
                                          gpointer            user_data);

G_END_DECLS
