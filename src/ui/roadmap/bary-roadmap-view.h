#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

/* The tab of the roadmaps: a school year's plan as a sheet of the year, a quarter or a month and as a list, with one selection
 * and one set of filters, and the card of the selected event. */
#define BARY_TYPE_ROADMAP_VIEW (bary_roadmap_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryRoadmapView, bary_roadmap_view, BARY, ROADMAP_VIEW, BaryView)

G_END_DECLS
