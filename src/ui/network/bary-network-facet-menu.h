#pragma once

#include "bary-network-filter.h"
#include "bary-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words of what a network can be filtered by, and menus of it. */

/* Of the group "filters". */
const char *bary_network_facet_get_action  (BaryNetworkFacetKind  kind);
const char *bary_network_facet_get_title   (BaryNetworkFacetKind  kind);
/* Returns: (transfer full): what a value is called. @name: (nullable): the full name of a group */
char       *bary_network_facet_name_choice (BaryStore            *store,
                                            BaryNetworkFacetKind  kind,
                                            const char           *value,
                                            const char           *name);
/* Returns: (transfer full): any, and each with its count. @choices: of BaryNetworkFacet */
GMenuModel *bary_network_facet_make_menu   (BaryStore            *store,
                                            BaryNetworkFacetKind  kind,
                                            const GArray         *choices);

G_END_DECLS
