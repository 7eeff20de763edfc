#include "bary-network-view-private.h"

/* Filters and search */

/* A path leaves everything else aside; otherwise the filters do. */
static void
dim (BaryNetworkView *self,
     guint            n_nodes)
{
  g_autofree guint8 *dimmed = g_new0 (guint8, n_nodes + 1);

  for (guint i = 0; i < n_nodes; i++)
    dimmed[i] = self->path != NULL && self->path->nodes->len > 0 ? TRUE : !self->fitting[i];
  for (guint i = 0; self->path != NULL && i < self->path->nodes->len; i++)
    dimmed[g_array_index (self->path->nodes, guint, i)] = FALSE;
  bary_canvas_set_dimmed (self->canvas, dimmed);
}

void
bary_network_view_apply (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);

  if (network == NULL)
    return;

  g_free (self->fitting);
  self->fitting = g_new0 (guint8, network->nodes->len + 1);
  self->n_fitting = bary_network_filters_apply (self->filters, self->fitting);
  if (self->path == NULL && !bary_network_filters_is_active (self->filters))
    bary_canvas_set_dimmed (self->canvas, NULL);
  else
    dim (self, network->nodes->len);
  bary_network_view_describe (self);
}

/* The next node that fits, after the one that is selected. */
static void
next_match_cb (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  int n = network != NULL ? (int) network->nodes->len : 0;
  int from = bary_canvas_get_selected (self->canvas);

  for (int i = 1; i <= n; i++)
    {
      int node = (MAX (from, -1) + i) % n;

      if (self->fitting[node] && bary_scene_is_shown (self->scene, node))
        {
          bary_network_view_go (self, node);
          return;
        }
    }
}

static void
search_changed_cb (BaryNetworkView *self)
{
  const char *words = gtk_editable_get_text (self->search);
  int selected = bary_canvas_get_selected (self->canvas);

  bary_network_filters_set_words (self->filters, *words != '\0' ? words : NULL);
  if (*words != '\0' && self->fitting != NULL && (selected == BARY_NODE_NONE || !self->fitting[selected]))
    {
      bary_canvas_select (self->canvas, BARY_NODE_NONE);
      next_match_cb (self);
    }
}

static void
search_stopped_cb (BaryNetworkView *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "network.clear", NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD);
}

static void
filtered_cb (BaryNetworkView *self)
{
  if (self->settings != NULL)
    g_settings_set_value (self->settings, "network-filters", bary_network_filters_keep (self->filters));
  bary_network_view_apply (self);
}

static void
bring_back_filters (BaryNetworkView *self)
{
  g_autoptr (GVariant) kept = self->settings != NULL ? g_settings_get_value (self->settings, "network-filters") : NULL;

  if (kept != NULL)
    bary_network_filters_bring_back (self->filters, kept);
}

static void
legend_entry_cb (BaryNetworkView *self,
                 gpointer         members)
{
  bary_network_filters_set_within (self->filters, members);
}

void
bary_network_view_connect_search (BaryNetworkView *self)
{
  bring_back_filters (self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (next_match_cb), self);
  g_signal_connect_swapped (self->filters, "changed", G_CALLBACK (filtered_cb), self);
  g_signal_connect_swapped (self->legend, "entry-activated", G_CALLBACK (legend_entry_cb), self);
}
