#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

/* The tab of the whole network: every cluster, or the bodies that lead them, drawn, filtered, walked and read. */
#define BARY_TYPE_NETWORK_VIEW (bary_network_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryNetworkView, bary_network_view, BARY, NETWORK_VIEW, BaryView)

G_END_DECLS
