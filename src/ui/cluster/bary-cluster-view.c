#include "bary-cluster-view-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define NARROW 960 /* below this width the side panes fold over the graph: it would be too small between them */
#define SETTLE_MS 60 /* after a change of size */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define STEP_FACTOR 1.2

G_DEFINE_FINAL_TYPE (BaryClusterView, bary_cluster_view, BARY_TYPE_VIEW)

static void
show_member (BaryClusterView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));

  bary_member_pane_show (self->pane, session, self->scene, bary_cluster_graph_get_selected (self->graph));
}

static void
describe_graph (BaryClusterView *self)
{
  g_autofree char *words = NULL;

  if (self->scene == NULL)
    return;

  /* Translators: what a screen reader says of the graph: the cluster's name and how many members it has */
  words = g_strdup_printf (ngettext ("Graph of the cluster “%1$s”, %2$u member", "Graph of the cluster “%1$s”, %2$u members",
                                     self->scene->n_members), self->scene->cluster->name, self->scene->n_members);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->graph), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
size_legend (BaryClusterView *self)
{
  double width = 0, height = 0;
  int most = gtk_widget_get_width (self->legend);

  if (self->scene == NULL || most <= 0)
    return;

  bary_cluster_diagram_measure_legend (self->scene->diagram, most / PIXELS_PER_POINT, &width, &height);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->legend), (int) (height * PIXELS_PER_POINT) + 1);
}

static gboolean
size_legend_cb (gpointer data)
{
  BaryClusterView *self = data;

  self->legend_source = 0;
  size_legend (self);
  return G_SOURCE_REMOVE;
}

/* This comes in the middle of an allocation, when nothing may ask for another size. */
static void
legend_resized_cb (BaryClusterView *self)
{
  if (self->legend_source == 0)
    self->legend_source = g_timeout_add (SETTLE_MS, size_legend_cb, self);
}

static void
show_legend (BaryClusterView *self)
{
  g_autofree char *words = NULL;

  if (self->scene == NULL)
    return;

  words = bary_cluster_diagram_describe_legend (self->scene->diagram);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  size_legend (self);
  gtk_widget_queue_draw (self->legend);
}

static void
draw_legend (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  BaryClusterView *self = user_data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (self->scene == NULL)
    return;
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  bary_cluster_diagram_draw_legend (self->scene->diagram, cr, bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT), width / PIXELS_PER_POINT);
}

static void
show_day (BaryClusterView  *self,
          BaryClusterScene *scene)
{
  g_autofree char *earliest = scene != NULL ? bary_cluster_scene_dup_first_day (scene) : NULL;

  if (scene != NULL)
    bary_day_slider_show (self->slider, scene->day, earliest, scene->n_joined, scene->n_left, scene->n_moved);
  else
    bary_day_slider_show (self->slider, NULL, NULL, 0, 0, 0);
}

static const char *
find_page (BaryClusterView *self)
{
  if (self->scene == NULL)
    return "none";
  return self->scene->groups->len == 0 && self->scene->memberships->len == 0 ? "groupless" : "graph";
}

static void
show_scene (BaryClusterView  *self,
            BaryClusterScene *scene)
{
  gboolean same = scene != NULL && g_strcmp0 (self->shown_cluster, bary_record_get_id (BARY_RECORD (scene->cluster))) == 0;
  gboolean editable = self->store != NULL && !bary_store_is_read_only (self->store);
  BaryClusterScene *old = self->scene;

  self->scene = scene;
  g_free (self->shown_cluster);
  self->shown_cluster = scene != NULL ? g_strdup (bary_record_get_id (BARY_RECORD (scene->cluster))) : NULL;

  bary_cluster_graph_set_editable (self->graph, editable);
  bary_cluster_graph_set_scene (self->graph, scene, same);
  bary_passport_strip_show (self->passport, self->store, scene);
  show_day (self, scene);
  bary_add_members_show (self->add_members, self->store, scene);
  gtk_widget_set_sensitive (self->add_button, editable && scene != NULL && scene->groups->len > 0);
  gtk_widget_set_sensitive (self->edit_button, editable && scene != NULL);
  gtk_label_set_text (self->name, scene != NULL ? scene->cluster->name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), scene != NULL ? scene->cluster->full_name : NULL);
  gtk_stack_set_visible_child_name (self->pages, find_page (self));
  describe_graph (self);
  show_legend (self);
  show_member (self);
  g_clear_pointer (&old, bary_cluster_scene_free);
}

static void
select_awaited (BaryClusterView *self)
{
  int node;

  if (self->awaited_organisation == NULL || self->scene == NULL)
    return;

  node = bary_cluster_scene_find (self->scene, self->awaited_organisation);
  if (node != BARY_DIAGRAM_NONE)
    bary_cluster_graph_select (self->graph, node);
  g_clear_pointer (&self->awaited_organisation, g_free);
}

static void
reload (BaryClusterView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  const char *cluster = session != NULL ? bary_session_get_cluster (session) : NULL;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  BaryClusterScene *scene = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && cluster != NULL)
    {
      scene = bary_cluster_scene_new (self->store, cluster, bary_session_get_day (session), family, &error);
      if (scene == NULL && !g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND))
        bary_session_fail (session, error);
    }
  show_scene (self, scene);
  select_awaited (self);

  /* The chosen cluster is gone: another one, if there is any, takes its place. */
  if (scene == NULL && cluster != NULL && self->store != NULL)
    bary_session_set_cluster (session, NULL);
}

static void
store_changed_cb (BaryClusterView *self)
{
  g_autoptr (BaryRecord) awaited = NULL;

  if (self->awaited_cluster != NULL)
    awaited = bary_store_get (self->store, BARY_KIND_CLUSTER, self->awaited_cluster, NULL);
  if (awaited != NULL)
    {
      g_clear_pointer (&self->awaited_cluster, g_free);
      bary_session_set_cluster (bary_view_get_session (BARY_VIEW (self)), bary_record_get_id (awaited));
    }
  reload (self);
}

static void
store_replaced_cb (BaryClusterView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  BaryStore *store = bary_session_get_store (session);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
selected_cb (BaryClusterView *self)
{
  show_member (self);
}

static void
hint_cb (BaryClusterView *self)
{
  g_autofree char *hint = NULL;

  g_object_get (self->graph, "hint", &hint, NULL);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/* Toolbar */

static void
zoom_in_cb (BaryClusterView *self)
{
  bary_cluster_graph_zoom (self->graph, STEP_FACTOR);
}

static void
zoom_out_cb (BaryClusterView *self)
{
  bary_cluster_graph_zoom (self->graph, 1 / STEP_FACTOR);
}

static void
fit_cb (BaryClusterView *self)
{
  bary_cluster_graph_fit (self->graph);
}

static gboolean
fold_cb (gpointer data)
{
  BaryClusterView *self = data;
  AdwFlapFoldPolicy policy = self->narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  self->fold_source = 0;
  adw_flap_set_fold_policy (self->list_flap, policy);
  adw_flap_set_fold_policy (self->member_flap, policy);
  adw_flap_set_reveal_flap (self->list_flap, !self->narrow);
  adw_flap_set_reveal_flap (self->member_flap, !self->narrow);
  return G_SOURCE_REMOVE;
}

/* This comes in the middle of an allocation, when nothing may be allocated anew. */
static void
resized_cb (BaryClusterView *self,
            int              width,
            int              height)
{
  gboolean narrow = width > 0 && width < NARROW;

  if (narrow != self->narrow && self->fold_source == 0)
    self->fold_source = g_timeout_add (SETTLE_MS, fold_cb, self);
  self->narrow = narrow;
}

/* Meeting the others */

static void
bary_cluster_view_session_changed (BaryView *view)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (view);
  BarySession *session = bary_view_get_session (view);

  if (session == NULL)
    return;

  bary_day_slider_set_session (self->slider, session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cluster", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  bary_cluster_list_set_session (self->list, session);
  store_replaced_cb (self);
}

/* This view is the home of clusters and of what belongs to one: it shows that one. */
static gboolean
bary_cluster_view_go_to (BaryView   *view,
                         BaryKind    kind,
                         const char *id)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (view);
  BarySession *session = bary_view_get_session (view);
  g_autoptr (BaryRecord) record = NULL;
  const char *cluster = id;

  if (kind != BARY_KIND_CLUSTER && kind != BARY_KIND_MEMBERSHIP)
    return FALSE;

  if (kind == BARY_KIND_MEMBERSHIP)
    {
      record = bary_store_get (self->store, kind, id, NULL);
      if (record == NULL)
        return FALSE;
      cluster = BARY_MEMBERSHIP (record)->cluster;
      g_free (self->awaited_organisation);
      self->awaited_organisation = g_strdup (BARY_MEMBERSHIP (record)->organisation);
    }
  bary_session_set_cluster (session, cluster);
  select_awaited (self);
  return TRUE;
}

static void
bary_cluster_view_dispose (GObject *object)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_handle_id (&self->legend_source, g_source_remove);
  if (self->graph != NULL)
    bary_cluster_graph_set_scene (self->graph, NULL, FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_CLUSTER_VIEW);
  g_clear_pointer (&self->scene, bary_cluster_scene_free);
  g_clear_pointer (&self->shown_cluster, g_free);
  g_clear_pointer (&self->awaited_cluster, g_free);
  g_clear_pointer (&self->awaited_organisation, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bary_cluster_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/cluster/bary-cluster-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, list_flap);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, member_flap);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, list);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, name);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, passport);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, graph);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, hint);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, legend);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, add_button);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, add_members);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, slider);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, pane);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_resized_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "edit_cb", G_CALLBACK (bary_cluster_view_edit));
  gtk_widget_class_bind_template_callback_full (widget_class, "create_cb", G_CALLBACK (bary_cluster_view_create));
}

static void
bary_cluster_view_class_init (BaryClusterViewClass *klass)
{
  BARY_VIEW_CLASS (klass)->session_changed = bary_cluster_view_session_changed;
  BARY_VIEW_CLASS (klass)->go_to = bary_cluster_view_go_to;
  G_OBJECT_CLASS (klass)->dispose = bary_cluster_view_dispose;

  g_type_ensure (BARY_TYPE_ADD_MEMBERS);
  g_type_ensure (BARY_TYPE_CLUSTER_GRAPH);
  g_type_ensure (BARY_TYPE_CLUSTER_LIST);
  g_type_ensure (BARY_TYPE_DAY_SLIDER);
  g_type_ensure (BARY_TYPE_MEMBER_PANE);
  g_type_ensure (BARY_TYPE_PASSPORT_STRIP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bary_cluster_view_init (BaryClusterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->legend), draw_legend, self, NULL);
  bary_cluster_view_connect_acts (self);
}
