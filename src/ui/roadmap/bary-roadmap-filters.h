#pragma once

#include "bary-roadmap-year.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which events are shown, in all views alike: a button with a popover for cluster, section, school and state; the words come from
 * the search. Signal "changed". */
#define BARY_TYPE_ROADMAP_FILTERS (bary_roadmap_filters_get_type ())
G_DECLARE_FINAL_TYPE (BaryRoadmapFilters, bary_roadmap_filters, BARY, ROADMAP_FILTERS, AdwBin)

/* What can be chosen; what was chosen stays, where it is still there. @year: (nullable) */
void        bary_roadmap_filters_fill        (BaryRoadmapFilters *self,
                                              BaryRoadmapYear    *year);
void        bary_roadmap_filters_set_words   (BaryRoadmapFilters *self,
                                              const char         *words);
/* @cluster: (nullable): id */
void        bary_roadmap_filters_set_cluster (BaryRoadmapFilters *self,
                                              const char         *cluster);
/* Returns: (nullable): id */
const char *bary_roadmap_filters_get_cluster (BaryRoadmapFilters *self);
const char *bary_roadmap_filters_get_school  (BaryRoadmapFilters *self);
void        bary_roadmap_filters_clear       (BaryRoadmapFilters *self);
gboolean    bary_roadmap_filters_is_active   (BaryRoadmapFilters *self);

/* @fitting: (out): a byte per event; @rows: (out): a byte per roadmap. Returns: how many events fit. */
guint       bary_roadmap_filters_apply       (BaryRoadmapFilters *self,
                                              BaryRoadmapYear    *year,
                                              guint8             *fitting,
                                              guint8             *rows);

G_END_DECLS
