#include "bary-network-view-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

/* The tab's place before, beside and after the picture itself. */
static const char *
find_page (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  g_autofree char *as = bary_network_view_dup_state (self, "show-as");

  if (network == NULL)
    return self->store != NULL && bary_network_loader_is_working (self->loader) ? "waiting"
         : self->store != NULL && !self->stale ? "stopped" : "waiting";
  if (network->nodes->len == 0)
    return network->picture == BARY_PICTURE_NETWORK ? "empty" : self->body_day != NULL ? "over" : "bodiless";
  return g_str_equal (as, "table") ? "table" : "picture";
}

static void
describe_other_day (BaryNetworkView *self)
{
  g_autofree char *shown = bary_date_to_words (bary_session_get_day (bary_view_get_session (BARY_VIEW (self))));
  g_autofree char *other = bary_date_to_words (self->body_day);
  /* Translators: %s: two dates */
  g_autofree char *words = g_strdup_printf (_("On %s no council, group of experts or team is at work. On %s there were some."), shown, other);
  /* Translators: %s: a date */
  g_autofree char *label = g_strdup_printf (_("_Show %s"), other);

  adw_status_page_set_description (self->over, words);
  gtk_button_set_label (self->over_button, label);
}

void
bary_network_view_show_page (BaryNetworkView *self)
{
  const char *page = find_page (self);
  gboolean picture = g_str_equal (page, "picture"), drawn = picture || g_str_equal (page, "table");

  if (g_str_equal (page, "over"))
    describe_other_day (self);
  gtk_stack_set_visible_child_name (self->pages, page);
  /* GTK 4.8 tells screen readers of hidden widgets, not of those that a stack does not show. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 child != gtk_stack_get_visible_child (self->pages), -1);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->legend_revealer),
                                 picture && bary_network_view_get_state (self, "legend"));
  gtk_widget_set_visible (self->unfinished, drawn && !self->whole && !bary_network_loader_is_working (self->loader));
  gtk_widget_set_visible (GTK_WIDGET (self->map), bary_network_view_get_state (self, "map"));
  gtk_widget_set_visible (GTK_WIDGET (self->count), drawn);
  gtk_widget_set_visible (self->time, drawn);
  bary_network_view_update_actions (self);
}

/* Words */

static char *
count_all (BaryNetwork *network)
{
  guint organisations = 0;
  g_autofree char *clusters = NULL;
  g_autofree char *members = NULL;

  for (guint i = 0; i < network->organisations->len; i++)
    organisations += bary_network_organisation (network, i)->n_clusters > 0;
  clusters = g_strdup_printf (ngettext ("%u cluster", "%u clusters", network->clusters->len), network->clusters->len);
  members = g_strdup_printf (ngettext ("%u organisation", "%u organisations", organisations), organisations);
  return g_strdup_printf ("%s · %s", clusters, members);
}

/* Which of those that fit the selected one is: «2 из 5». */
static char *
count_fitting (BaryNetworkView *self,
               BaryNetwork     *network)
{
  int selected = bary_canvas_get_selected (self->canvas);
  guint place = 0, n;

  for (int i = 0; i <= selected && selected < (int) network->nodes->len; i++)
    place += self->fitting[i];
  if (selected != BARY_NODE_NONE && self->fitting[selected] && *gtk_editable_get_text (self->search) != '\0')
    /* Translators: of the nodes that were found, which one is selected: “2 of 5” */
    return g_strdup_printf (_("%1$u of %2$u"), place, self->n_fitting);
  n = bary_network_count_records (network, self->fitting);
  return g_strdup_printf (ngettext ("%u fits the filters", "%u fit the filters", n), n);
}

static void
describe_count (BaryNetworkView *self,
                BaryNetwork     *network)
{
  g_autofree char *all = count_all (network);
  g_autofree char *fitting = bary_network_filters_is_active (self->filters) ? count_fitting (self, network) : NULL;
  g_autofree char *words = fitting != NULL ? g_strdup_printf ("%s · %s", fitting, all) : g_strdup (all);

  gtk_label_set_text (self->count, words);
}

/* Where the filters are folded away, their button says that there are some. */
static void
describe_filters (BaryNetworkView *self)
{
  guint n = bary_network_filters_count (self->filters);
  /* Translators: a button that opens the filters of a diagram, %u: how many of them leave something aside */
  g_autofree char *words = n > 0 ? g_strdup_printf (_("Filters: %u"), n) : g_strdup (_("Filters"));

  gtk_menu_button_set_label (self->filters_button, words);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->filters_button), "bary-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filters_button), "bary-chosen");
}

static void
describe_picture (BaryNetworkView *self,
                  BaryNetwork     *network)
{
  g_autofree char *all = count_all (network);
  /* Translators: what a screen reader says of the diagram: its title, and how much is on it */
  g_autofree char *words = g_strdup_printf (_("Diagram “%1$s”, %2$s"), network->title, all);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
bary_network_view_describe (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);

  if (network == NULL)
    return;
  describe_filters (self);
  describe_count (self, network);
  describe_picture (self, network);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "table") == 0)
    bary_network_table_show (self->table, self->scene,
                             bary_network_filters_is_active (self->filters) ? self->fitting : NULL);
}

static void
show_day (BaryNetworkView *self,
          BaryNetwork     *network)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  gboolean compared = bary_network_view_get_state (self, "compare");
  g_autofree char *since = NULL;
  g_autofree char *words = NULL;
  BaryDayChanges changes = { 0 };

  if (network == NULL)
    {
      bary_day_slider_show (self->slider, NULL, NULL, NULL);
      return;
    }

  for (guint i = 0; i < network->clusters->len && !compared; i++)
    {
      changes.n_joined += bary_network_cluster (network, i)->n_joined;
      changes.n_left += bary_network_cluster (network, i)->n_left;
      changes.n_moved += bary_network_cluster (network, i)->n_moved;
    }
  bary_day_slider_show (self->slider, bary_session_get_day (session), self->earliest, compared ? NULL : &changes);
  since = compared ? g_strdup (network->day)
                   : bary_school_year_start (bary_school_year_of (bary_session_get_day (session)));
  if (self->since != NULL && !compared)
    {
      g_free (since);
      since = g_strdup (self->since);
    }
  words = bary_date_to_words (since);
  gtk_button_set_label (GTK_BUTTON (self->compare_button), _("What has changed"));
  g_free (since);
  /* Translators: %s: a date */
  since = g_strdup_printf (_("Show what has changed since %s"), words);
  gtk_widget_set_tooltip_text (self->compare_button, since);
}

/* They are computed when somebody looks at them. */
void
bary_network_view_show_figures (BaryNetworkView *self)
{
  g_autofree char *side = bary_network_view_dup_state (self, "side");
  gboolean wanted = g_str_equal (side, "figures") && self->whole;

  bary_figures_pane_show (self->figures_pane, wanted ? self->scene : NULL);
}

/* Selection after arrival */

static void
select_awaited (BaryNetworkView *self,
                BaryNetwork     *network)
{
  g_autofree char *awaited = g_steal_pointer (&self->awaited);

  for (guint i = 0; awaited != NULL && i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      gboolean of_cluster = node->role == BARY_ROLE_BARYCENTER && node->cluster >= 0 &&
                            g_str_equal (bary_network_cluster (network, node->cluster)->id, awaited);

      if ((of_cluster || g_strcmp0 (node->record, awaited) == 0) && bary_scene_is_shown (self->scene, (int) i))
        {
          bary_network_view_go (self, (int) i);
          return;
        }
    }
}

void
bary_network_view_show_scene (BaryNetworkView *self,
                              BaryScene       *scene,
                              gboolean         whole)
{
  BaryNetwork *network = scene != NULL ? bary_scene_get_network (scene) : NULL;
  BaryNetwork *shown = bary_network_view_get_network (self);
  gboolean same = network != NULL && shown != NULL && network->picture == shown->picture;

  bary_network_view_clear_path (self);
  if (scene != NULL)
    bary_scene_ref (scene);
  g_clear_pointer (&self->scene, bary_scene_unref);
  self->scene = scene;
  self->whole = whole;

  bary_network_filters_show (self->filters, self->store, network);
  bary_canvas_set_dimmed (self->canvas, NULL);
  bary_canvas_set_scene (self->canvas, scene, same);
  bary_canvas_set_mode (self->canvas, bary_network_view_is_editable (self) ? BARY_CANVAS_PLACE : BARY_CANVAS_LOOK);
  bary_hidden_groups_show (self->hidden_groups, bary_view_get_session (BARY_VIEW (self)), network);
  bary_mini_map_refresh (self->map);
  bary_legend_pane_set_scene (self->legend, scene);
  bary_changes_pane_show (self->changes_pane, scene);
  bary_network_view_show_figures (self);
  show_day (self, network);
  bary_network_view_show_page (self);
  bary_network_view_apply (self);
  if (network != NULL && whole)
    select_awaited (self, network);
  bary_node_pane_show (self->node_pane, bary_view_get_session (BARY_VIEW (self)), scene,
                       scene != NULL ? bary_canvas_get_selected (self->canvas) : BARY_NODE_NONE);
}
