#include "bary-network-view-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-picture-button.h"
#include "bary-settings.h"
#include "bary-size-watch.h"

#define NARROW 1140 /* below this width the filters fold into a popover, and the pane over the picture */
#define LOW 560     /* below this height what stands around the picture takes as little as it can */
#define LEGEND_WIDE 3 /* rows */
#define LEGEND_NARROW 2
#define LEGEND_LOW 1

G_DEFINE_FINAL_TYPE (BaryNetworkView, bary_network_view, BARY_TYPE_VIEW)

static BarySession *
get_session (BaryNetworkView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

BaryNetwork *
bary_network_view_get_network (BaryNetworkView *self)
{
  return self->scene != NULL ? bary_scene_get_network (self->scene) : NULL;
}

gboolean
bary_network_view_is_editable (BaryNetworkView *self)
{
  return self->store != NULL && !bary_store_is_read_only (self->store) && self->whole;
}

void
bary_network_view_go (BaryNetworkView *self,
                      int              node)
{
  bary_canvas_select (self->canvas, node);
  bary_canvas_fly_to_node (self->canvas, node);
}

/* Reading */

/* The day compared with: what a person chose, if it is before the day shown; else the first of the school year. */
static char *
find_since (BaryNetworkView *self,
            const char      *day)
{
  if (self->since != NULL && g_strcmp0 (self->since, day) < 0)
    return g_strdup (self->since);
  return bary_school_year_start (bary_school_year_of (day));
}

static void
read_picture (BaryNetworkView *self)
{
  const char *day = bary_session_get_day (get_session (self));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  g_autofree char *picture = bary_network_view_dup_state (self, "picture");
  g_autofree char *since = find_since (self, day);
  gboolean compared = bary_network_view_get_state (self, "compare");
  BaryNetworkRequest request = {
    .picture = g_str_equal (picture, "network") ? BARY_PICTURE_NETWORK : BARY_PICTURE_INTERACTION,
    .day = compared ? since : day,
    .later = compared ? day : NULL,
    .ghosts = bary_network_view_get_state (self, "ghosts"),
    .free = bary_network_view_get_state (self, "free"),
  };

  self->stale = FALSE;
  g_free (self->earliest);
  self->earliest = bary_store_dup_first_day (self->store);
  g_free (self->body_day);
  self->body_day = bary_store_dup_body_day (self->store, day);
  bary_network_loader_load (self->loader, get_session (self), &request, family);
  bary_network_view_show_page (self);
}

void
bary_network_view_reload (BaryNetworkView *self)
{
  if (self->store == NULL)
    {
      bary_network_loader_stop (self->loader);
      bary_network_view_show_scene (self, NULL, TRUE);
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_picture (self);
  else
    self->stale = TRUE;
}

static void
bary_network_view_map (GtkWidget *widget)
{
  BaryNetworkView *self = BARY_NETWORK_VIEW (widget);

  GTK_WIDGET_CLASS (bary_network_view_parent_class)->map (widget);
  if (self->stale && self->store != NULL)
    read_picture (self);
}

static void
arrived_cb (BaryNetworkView *self,
            gpointer         scene,
            gboolean         whole)
{
  bary_network_view_show_scene (self, scene, whole);
}

static void
stopped_cb (BaryNetworkView *self,
            gpointer         error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bary_session_fail (get_session (self), error);
  bary_network_view_show_page (self);
}

static void
again_cb (BaryNetworkView *self)
{
  bary_network_view_reload (self);
}

static void
store_replaced_cb (BaryNetworkView *self)
{
  BaryStore *store = bary_session_get_store (get_session (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, bary_network_view_reload, self);
  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (bary_network_view_reload), self, G_CONNECT_SWAPPED);
  bary_network_view_show_scene (self, NULL, TRUE);
  bary_network_view_reload (self);
}

/* Two days */

static void
since_cb (BaryNetworkView *self,
          const char      *day)
{
  g_free (self->since);
  self->since = g_strdup (day);
  bary_network_view_set_state (self, "compare", g_variant_new_boolean (TRUE));
  bary_network_view_reload (self);
}

/* Narrow and low windows */

static void
fold_filters (BaryNetworkView *self,
              gboolean         narrow)
{
  GtkBox *from = narrow ? self->bar_place : self->fold_place, *to = narrow ? self->fold_place : self->bar_place;

  if (gtk_widget_get_parent (self->filters_place) != GTK_WIDGET (from))
    return;
  g_object_ref (self->filters_place);
  gtk_box_remove (from, self->filters_place);
  gtk_box_append (to, self->filters_place);
  g_object_unref (self->filters_place);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->filters_button), narrow);
}

static void
settled_cb (BaryNetworkView *self,
            int              width,
            int              height)
{
  gboolean narrow = width < NARROW, low = height < LOW;

  fold_filters (self, narrow);
  bary_legend_pane_set_rows (self->legend, low ? LEGEND_LOW : narrow ? LEGEND_NARROW : LEGEND_WIDE);
  bary_day_slider_set_low (self->slider, low);
}

/* Meeting the others */

static void
bary_network_view_session_changed (BaryView *view)
{
  BaryNetworkView *self = BARY_NETWORK_VIEW (view);
  BarySession *session = get_session (self);

  if (session == NULL)
    return;

  bary_day_slider_set_session (self->slider, session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (bary_network_view_reload), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
}

/* No record has its home here, but organisations, bodies and clusters are shown. */
static gboolean
bary_network_view_show_record (BaryView   *view,
                               BaryKind    kind,
                               const char *id)
{
  BaryNetworkView *self = BARY_NETWORK_VIEW (view);

  if (kind != BARY_KIND_ORGANISATION && kind != BARY_KIND_BODY && kind != BARY_KIND_CLUSTER)
    return FALSE;

  g_free (self->awaited);
  self->awaited = g_strdup (id);
  if (self->scene != NULL && self->whole && !self->stale)
    bary_network_view_show_scene (self, self->scene, TRUE);
  return TRUE;
}

static GtkWidget *
bary_network_view_get_canvas (BaryView *view)
{
  BaryNetworkView *self = BARY_NETWORK_VIEW (view);

  return self->scene != NULL ? GTK_WIDGET (self->canvas) : NULL;
}

static void
bary_network_view_dispose (GObject *object)
{
  BaryNetworkView *self = BARY_NETWORK_VIEW (object);

  if (self->loader != NULL)
    bary_network_loader_stop (self->loader);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_NETWORK_VIEW);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->scene, bary_scene_unref);
  g_clear_pointer (&self->fitting, g_free);
  g_clear_pointer (&self->path, bary_network_path_free);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->earliest, g_free);
  g_clear_pointer (&self->body_day, g_free);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (bary_network_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, flap);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, bar_place);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, filters_button);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, fold_place);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, filters_place);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, filters);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, search);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, canvas);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, corner);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, map);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, chosen_bar);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, hint);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, hidden_groups);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, table);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, legend_revealer);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, over);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, over_button);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, unfinished);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, legend);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, count);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, time);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, slider);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, compare_button);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, side);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, node_pane);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, figures_pane);
  gtk_widget_class_bind_template_child (widget_class, BaryNetworkView, changes_pane);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, since_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "pick_cb", G_CALLBACK (bary_network_view_go));
  gtk_widget_class_bind_template_callback_full (widget_class, "placed_cb", G_CALLBACK (bary_network_view_place));
  gtk_widget_class_bind_template_callback_full (widget_class, "pick_set_cb", G_CALLBACK (bary_network_view_pick_set));
  gtk_widget_class_bind_template_callback_full (widget_class, "pin_cb", G_CALLBACK (bary_network_view_pin_node));
}

static void
bary_network_view_class_init (BaryNetworkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BARY_VIEW_CLASS (klass)->session_changed = bary_network_view_session_changed;
  BARY_VIEW_CLASS (klass)->show_record = bary_network_view_show_record;
  BARY_VIEW_CLASS (klass)->get_canvas = bary_network_view_get_canvas;
  G_OBJECT_CLASS (klass)->dispose = bary_network_view_dispose;
  widget_class->map = bary_network_view_map;

  g_type_ensure (BARY_TYPE_CANVAS);
  g_type_ensure (BARY_TYPE_CHANGES_PANE);
  g_type_ensure (BARY_TYPE_CHOSEN_BAR);
  g_type_ensure (BARY_TYPE_DAY_SLIDER);
  g_type_ensure (BARY_TYPE_FIGURES_PANE);
  g_type_ensure (BARY_TYPE_HIDDEN_GROUPS);
  g_type_ensure (BARY_TYPE_LEGEND_PANE);
  g_type_ensure (BARY_TYPE_MINI_MAP);
  g_type_ensure (BARY_TYPE_NETWORK_FILTERS);
  g_type_ensure (BARY_TYPE_NETWORK_TABLE);
  g_type_ensure (BARY_TYPE_NODE_PANE);
  g_type_ensure (BARY_TYPE_PICTURE_BUTTON);
  g_type_ensure (BARY_TYPE_SIZE_WATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/network/bary-network-view.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
bary_network_view_init (BaryNetworkView *self)
{
  self->settings = bary_settings_new ();
  self->loader = bary_network_loader_new ();
  self->path_start = BARY_NODE_NONE;
  bary_network_view_install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  bary_canvas_set_mode (self->canvas, BARY_CANVAS_LOOK);
  bary_mini_map_set_canvas (self->map, self->canvas);
  g_signal_connect_object (self->loader, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  bary_network_view_connect_search (self);
  bary_network_view_connect_choosing (self);
  bary_network_view_show_page (self);
}
