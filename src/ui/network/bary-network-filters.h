#pragma once

#include "bary-network-filter.h"
#include "bary-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked for of a network: a row or a column of menus (direction, group, level, status) with counts, a chip for what was
 * chosen by the legend, and a button that clears it all. The words of the search belong to the filter too.
 * Signal "changed": something else is asked for. */
#define BARY_TYPE_NETWORK_FILTERS (bary_network_filters_get_type ())
G_DECLARE_FINAL_TYPE (BaryNetworkFilters, bary_network_filters, BARY, NETWORK_FILTERS, GtkBox)

/* @store, @network: (nullable). What was chosen stays, as far as there is such a choice. */
void     bary_network_filters_show       (BaryNetworkFilters *self,
                                          BaryStore          *store,
                                          BaryNetwork        *network);
void     bary_network_filters_set_words  (BaryNetworkFilters *self,
                                          const char         *words);
/* @set: (nullable): only these: a byte per node, copied. */
void     bary_network_filters_set_within (BaryNetworkFilters *self,
                                          const guint8       *set);
/* @set: a byte per node, 1 for those asked for. Returns: how many. */
guint    bary_network_filters_apply      (BaryNetworkFilters *self,
                                          guint8             *set);
gboolean bary_network_filters_is_active  (BaryNetworkFilters *self);
/* How many there are, without the words of the search. */
guint    bary_network_filters_count      (BaryNetworkFilters *self);
void     bary_network_filters_clear      (BaryNetworkFilters *self);
/* What the menus ask for, between one start and the next: of type a{ss}, a value for each facet that has one.
 * Returns: (transfer floating) */
GVariant *bary_network_filters_keep      (BaryNetworkFilters *self);
/* Before the first network is shown; what that one does not have is let go of then. */
void     bary_network_filters_bring_back (BaryNetworkFilters *self,
                                          GVariant           *kept);

G_END_DECLS
