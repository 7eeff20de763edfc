#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

#define BARY_TYPE_CLUSTER_VIEW (bary_cluster_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryClusterView, bary_cluster_view, BARY, CLUSTER_VIEW, BaryView)

G_END_DECLS
