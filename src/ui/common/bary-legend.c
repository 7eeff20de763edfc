#include "bary-legend.h"

#include <adwaita.h>
#include <math.h>

#define USUAL_DPI 96.0
#define LEAST_WIDTH 200
#define LEAST_ROWS 2    /* of a legend that is wanted as a whole, in a low window */
#define USUAL_WIDTH 900 /* for those who ask for a height before there is a width */

struct _BaryLegend {
  GtkWidget  parent_instance;

  BaryScene *scene;
  guint      n_rows; /* 0 for all */
};

G_DEFINE_FINAL_TYPE (BaryLegend, bary_legend, GTK_TYPE_WIDGET)

enum {
  ENTRY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* With the size of texts that the desktop is set to. */
static double
pixels_per_point (BaryLegend *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (dpi > 0 ? dpi / (double) PANGO_SCALE : USUAL_DPI) / 72;
}

static GtkSizeRequestMode
bary_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Of all of it. */
static int
measure_height (BaryLegend *self,
                int         for_width)
{
  double width, height;

  bary_scene_measure_legend (self->scene, BARY_LEGEND_WHOLE, (for_width < 0 ? USUAL_WIDTH : MAX (for_width, LEAST_WIDTH)) / pixels_per_point (self), &width, &height);
  return (int) ceil (height * pixels_per_point (self));
}

static int
rows_height (BaryLegend *self,
             guint       n_rows)
{
  return (int) ceil (bary_scene_measure_legend_rows (self->scene, n_rows) * pixels_per_point (self));
}

static void
bary_legend_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  BaryLegend *self = BARY_LEGEND (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : 0;
  if (self->scene == NULL || orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  *minimum = *natural = measure_height (self, for_size);
  if (self->n_rows > 0)
    *minimum = *natural = MIN (*natural, rows_height (self, self->n_rows));
  else
    *minimum = MIN (*natural, rows_height (self, LEAST_ROWS));
}

static void
bary_legend_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BaryLegend *self = BARY_LEGEND (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  int width = gtk_widget_get_width (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, pixels_per_point (self), pixels_per_point (self));
  bary_scene_draw_legend (self->scene, BARY_LEGEND_WHOLE, cr, bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT),
                          width / pixels_per_point (self));
  cairo_destroy (cr);
}

/* @members: (out caller-allocates) */
static gboolean
pick (BaryLegend *self,
      double      x,
      double      y,
      guint8     *members)
{
  return bary_scene_pick_legend (self->scene, gtk_widget_get_width (GTK_WIDGET (self)) / pixels_per_point (self),
                                 x / pixels_per_point (self), y / pixels_per_point (self), members);
}

static guint8 *
make_set (BaryLegend *self)
{
  return g_new0 (guint8, bary_scene_get_network (self->scene)->nodes->len + 1);
}

static void
released_cb (BaryLegend *self,
             int         n_press,
             double      x,
             double      y)
{
  g_autofree guint8 *members = self->scene != NULL ? make_set (self) : NULL;

  if (members != NULL && pick (self, x, y, members))
    g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, members);
}

static void
motion_cb (BaryLegend *self,
           double      x,
           double      y)
{
  g_autofree guint8 *members = self->scene != NULL ? make_set (self) : NULL;
  gboolean entry = members != NULL && pick (self, x, y, members);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), entry ? "pointer" : NULL);
}

static void
bary_legend_dispose (GObject *object)
{
  g_clear_pointer (&BARY_LEGEND (object)->scene, bary_scene_unref);

  G_OBJECT_CLASS (bary_legend_parent_class)->dispose (object);
}

static void
bary_legend_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bary_legend_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (gtk_widget_queue_resize), widget,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (widget);
}

static void
bary_legend_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), gtk_widget_queue_resize, widget);
  GTK_WIDGET_CLASS (bary_legend_parent_class)->unroot (widget);
}

static void
bary_legend_class_init (BaryLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_legend_dispose;
  widget_class->get_request_mode = bary_legend_get_request_mode;
  widget_class->measure = bary_legend_measure;
  widget_class->root = bary_legend_root;
  widget_class->unroot = bary_legend_unroot;
  widget_class->snapshot = bary_legend_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", BARY_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bary_legend_init (BaryLegend *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
bary_legend_set_scene (BaryLegend *self,
                       BaryScene  *scene)
{
  g_autofree char *words = scene != NULL ? bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE) : NULL;

  g_return_if_fail (BARY_IS_LEGEND (self));

  if (scene != NULL)
    bary_scene_ref (scene);
  g_clear_pointer (&self->scene, bary_scene_unref);
  self->scene = scene;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bary_legend_set_rows (BaryLegend *self,
                      guint       n_rows)
{
  g_return_if_fail (BARY_IS_LEGEND (self));

  if (self->n_rows == n_rows)
    return;
  self->n_rows = n_rows;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
bary_legend_has_more_rows (BaryLegend *self,
                           guint       n_rows)
{
  int width;

  g_return_val_if_fail (BARY_IS_LEGEND (self), FALSE);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  return self->scene != NULL && measure_height (self, width > 0 ? width : -1) > rows_height (self, n_rows);
}
