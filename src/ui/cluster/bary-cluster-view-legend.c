#include "bary-cluster-view-private.h"

#define SETTLE_MS 60 /* after a change of size */

/* As large as the letters of the desktop. */
static double
get_scale (BaryClusterView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 72.0 : 96.0 / 72.0;
}

/* A legend that does not fit is scrolled to by keys too; one that fits is no stop on their way. */
static void
size_legend (BaryClusterView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->legend, GTK_TYPE_SCROLLED_WINDOW);
  double width = 0, height = 0, scale = get_scale (self);
  int most = gtk_widget_get_width (self->legend);
  gboolean scrolls;

  if (self->state == NULL || most <= 0)
    return;

  bary_scene_measure_legend (self->state->scene, most / scale, &width, &height);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->legend), (int) (height * scale) + 1);
  scrolls = height * scale > gtk_scrolled_window_get_max_content_height (GTK_SCROLLED_WINDOW (scroller));
  gtk_widget_set_can_focus (scroller, scrolls);
  gtk_widget_set_focusable (self->legend, scrolls);
}

static gboolean
size_legend_cb (gpointer data)
{
  BaryClusterView *self = data;

  self->legend_source = 0;
  size_legend (self);
  return G_SOURCE_REMOVE;
}

void
bary_cluster_view_resize_legend (BaryClusterView *self)
{
  if (self->legend_source == 0)
    self->legend_source = g_timeout_add (SETTLE_MS, size_legend_cb, self);
}

void
bary_cluster_view_show_legend (BaryClusterView *self)
{
  g_autofree char *words = NULL;

  if (self->state == NULL)
    return;

  words = bary_scene_describe_legend (self->state->scene);
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
  double scale = get_scale (self);

  if (self->state == NULL)
    return;
  cairo_scale (cr, scale, scale);
  bary_scene_draw_legend (self->state->scene, cr, bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT), width / scale);
}

void
bary_cluster_view_prepare_legend (BaryClusterView *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->legend), draw_legend, self, NULL);
}
