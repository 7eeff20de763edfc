#include "bary-cluster-view-private.h"

#include "bary-config.h"
#include "bary-picture-button.h"
#include "bary-shortcut.h"
#include "bary-size-watch.h"

#include <glib/gi18n-lib.h>

#define STEP_FACTOR 1.2
#define LOW 560 /* below this height what stands around the graph takes as little as it can */
#define LEGEND_USUAL 3 /* rows */
#define LEGEND_LOW 1

G_DEFINE_FINAL_TYPE (BaryClusterView, bary_cluster_view, BARY_TYPE_VIEW)

static void
show_member (BaryClusterView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));

  bary_member_pane_show (self->pane, session, self->state, bary_canvas_get_selected (self->canvas));
}

static void
describe_canvas (BaryClusterView *self)
{
  g_autofree char *words = NULL;

  if (self->state == NULL)
    return;

  /* Translators: what a screen reader says of the graph: the cluster's name and how many members it has */
  words = g_strdup_printf (ngettext ("Graph of the cluster “%1$s”, %2$u member", "Graph of the cluster “%1$s”, %2$u members",
                                     self->state->figures->n_members),
                           self->state->cluster->name, self->state->figures->n_members);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_day (BaryClusterView  *self,
          BaryClusterState *state)
{
  g_autofree char *earliest = state != NULL ? bary_cluster_state_dup_first_day (state) : NULL;
  BaryDayChanges changes = { 0 };

  if (state != NULL)
    changes = (BaryDayChanges) { state->figures->n_joined, state->figures->n_left, state->figures->n_moved };
  bary_day_slider_show (self->slider, state != NULL ? state->day : NULL, earliest, &changes);
}

static const char *
find_page (BaryClusterView *self)
{
  if (self->state == NULL)
    return "none";
  return self->state->groups->len == 0 && self->state->memberships->len == 0 ? "groupless" : "graph";
}

/* What letting go would do; else how many are chosen. */
static void
show_hint (BaryClusterView *self)
{
  guint n = bary_cluster_view_count_chosen (self);
  g_autofree char *hint = NULL;

  g_object_get (self->canvas, "hint", &hint, NULL);
  if (hint == NULL && n > 0)
    hint = g_strdup_printf (ngettext ("%u chosen: Menu moves it, Esc lets go", "%u chosen: Menu moves them, Esc lets go", n), n);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
show_state (BaryClusterView  *self,
            BaryClusterState *state)
{
  gboolean same = state != NULL && g_strcmp0 (self->shown_cluster, bary_record_get_id (BARY_RECORD (state->cluster))) == 0;
  gboolean editable = self->store != NULL && !bary_store_is_read_only (self->store);
  BaryClusterState *old = self->state;

  self->state = state;
  g_free (self->shown_cluster);
  self->shown_cluster = state != NULL ? g_strdup (bary_record_get_id (BARY_RECORD (state->cluster))) : NULL;

  bary_canvas_set_mode (self->canvas, editable ? BARY_CANVAS_ARRANGE : BARY_CANVAS_LOOK);
  bary_canvas_set_scene (self->canvas, state != NULL ? state->scene : NULL, same);
  bary_hidden_groups_show (self->hidden_groups, bary_view_get_session (BARY_VIEW (self)), state != NULL ? state->network : NULL);
  bary_passport_strip_show (self->passport, self->store, state);
  show_day (self, state);
  bary_add_members_show (self->add_members, self->store, state);
  gtk_widget_set_sensitive (self->add_button, editable && state != NULL && state->groups->len > 0);
  gtk_widget_set_sensitive (self->edit_button, editable && state != NULL);
  gtk_label_set_text (self->name, state != NULL ? state->cluster->name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), state != NULL ? state->cluster->full_name : NULL);
  gtk_stack_set_visible_child_name (self->pages, find_page (self));
  describe_canvas (self);
  bary_legend_pane_set_scene (self->legend, state != NULL ? state->scene : NULL);
  show_member (self);
  show_hint (self);
  bary_cluster_view_keep_layout (self);
  g_clear_pointer (&old, bary_cluster_state_free);
}

static void
select_awaited (BaryClusterView *self)
{
  int node;

  if (self->awaited_organisation == NULL || self->state == NULL)
    return;

  node = bary_cluster_state_find (self->state, self->awaited_organisation);
  if (node != BARY_NODE_NONE)
    bary_canvas_select (self->canvas, node);
  g_clear_pointer (&self->awaited_organisation, g_free);
}

static BaryClusterState *
read_state (BaryClusterView *self,
            const char      *cluster)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  BaryClusterState *earlier = g_strcmp0 (cluster, self->shown_cluster) == 0 ? self->state : NULL;
  BaryClusterState *state;
  g_autoptr (GError) error = NULL;

  state = bary_cluster_state_new (self->store, cluster, bary_session_get_day (session), family, self->memory, earlier, &error);
  if (state == NULL && !g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND))
    bary_session_fail (session, error);
  return state;
}

static void
reload (BaryClusterView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  const char *cluster = session != NULL ? bary_session_get_cluster (session) : NULL;
  BaryClusterState *state = self->store != NULL && cluster != NULL ? read_state (self, cluster) : NULL;

  show_state (self, state);
  select_awaited (self);

  /* The chosen cluster is gone: another one, if there is any, takes its place. */
  if (state == NULL && cluster != NULL && self->store != NULL)
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

/* Those that an entry stands for are chosen, as by a box. */
static void
legend_entry_cb (BaryClusterView *self,
                 gpointer         members)
{
  bary_canvas_set_chosen (self->canvas, members);
  show_hint (self);
}

/* Toolbar */

static void
zoom_in_cb (BaryClusterView *self)
{
  bary_canvas_zoom (self->canvas, STEP_FACTOR);
}

static void
zoom_out_cb (BaryClusterView *self)
{
  bary_canvas_zoom (self->canvas, 1 / STEP_FACTOR);
}

static void
fit_cb (BaryClusterView *self)
{
  bary_canvas_fit (self->canvas);
}

static void
settled_cb (BaryClusterView *self,
            int              width,
            int              height)
{
  bary_legend_pane_set_rows (self->legend, height < LOW ? LEGEND_LOW : LEGEND_USUAL);
  bary_day_slider_set_low (self->slider, height < LOW);
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

static GtkWidget *
bary_cluster_view_get_canvas (BaryView *view)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (view);

  return self->state != NULL ? GTK_WIDGET (self->canvas) : NULL;
}

static void
bary_cluster_view_dispose (GObject *object)
{
  BaryClusterView *self = BARY_CLUSTER_VIEW (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->canvas != NULL)
    bary_canvas_set_scene (self->canvas, NULL, FALSE);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_CLUSTER_VIEW);
  g_clear_pointer (&self->state, bary_cluster_state_free);
  g_clear_pointer (&self->memory, bary_layout_memory_free);
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
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, canvas);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, hint);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, hidden_groups);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, legend);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, add_button);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, add_members);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, slider);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterView, pane);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_hint);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "edit_cb", G_CALLBACK (bary_cluster_view_edit));
  gtk_widget_class_bind_template_callback_full (widget_class, "create_cb", G_CALLBACK (bary_cluster_view_create));
}

static void
bary_cluster_view_class_init (BaryClusterViewClass *klass)
{
  BARY_VIEW_CLASS (klass)->session_changed = bary_cluster_view_session_changed;
  BARY_VIEW_CLASS (klass)->go_to = bary_cluster_view_go_to;
  BARY_VIEW_CLASS (klass)->get_canvas = bary_cluster_view_get_canvas;
  G_OBJECT_CLASS (klass)->dispose = bary_cluster_view_dispose;

  g_type_ensure (BARY_TYPE_ADD_MEMBERS);
  g_type_ensure (BARY_TYPE_CANVAS);
  g_type_ensure (BARY_TYPE_CLUSTER_LIST);
  g_type_ensure (BARY_TYPE_DAY_SLIDER);
  g_type_ensure (BARY_TYPE_HIDDEN_GROUPS);
  g_type_ensure (BARY_TYPE_LEGEND_PANE);
  g_type_ensure (BARY_TYPE_MEMBER_PANE);
  g_type_ensure (BARY_TYPE_PASSPORT_STRIP);
  g_type_ensure (BARY_TYPE_PICTURE_BUTTON);
  g_type_ensure (BARY_TYPE_SIZE_WATCH);
  bind_template (GTK_WIDGET_CLASS (klass));
  bary_cluster_view_class_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
bary_cluster_view_init (BaryClusterView *self)
{
  self->memory = bary_layout_memory_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>f", "cluster.search");
  bary_cluster_view_connect_acts (self);
  bary_cluster_view_connect_places (self);
}
