#include "bary-mini-map.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH 168
#define HEIGHT 112
#define MARGIN 6.0
#define SMALLEST 1.6 /* of a node, in pixels */
#define LEAST_FRAME 9.0f
#define DISC_ALPHA 0.16
#define MOST_MISSED 0.03 /* of the picture on a side: who sees all the rest needs no map */

struct _BaryMiniMap {
  GtkWidget   parent_instance;

  BaryCanvas *canvas;  /* borrowed */
  GdkTexture *picture; /* NULL when it must be painted anew */
  BaryCamera  camera;  /* of the map */
};

G_DEFINE_FINAL_TYPE (BaryMiniMap, bary_mini_map, GTK_TYPE_WIDGET)

static BaryScene *
get_scene (BaryMiniMap *self)
{
  return self->canvas != NULL ? bary_canvas_get_scene (self->canvas) : NULL;
}

static const BaryTheme *
get_theme (BaryMiniMap *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  return bary_theme_get (adw_style_manager_get_dark (adw_style_manager_get_for_display (display)) ? BARY_THEME_DARK
                                                                                                   : BARY_THEME_LIGHT);
}

/* Painting */

static void
draw_disc (BaryMiniMap          *self,
           cairo_t              *cr,
           const BaryLayoutDisc *disc)
{
  cairo_save (cr);
  cairo_translate (cr, disc->x * self->camera.scale + self->camera.offset_x,
                   disc->y * self->camera.scale + self->camera.offset_y);
  cairo_scale (cr, MAX (disc->radius_x * self->camera.scale, 1), MAX (disc->radius_y * self->camera.scale, 1));
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

static void
draw_discs (BaryMiniMap           *self,
            cairo_t               *cr,
            const BaryGraphLayout *layout,
            const BaryTheme       *theme)
{
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < layout->n_districts; i++)
    {
      bary_scene_trace_district (get_scene (self), i, cr, &self->camera);
      bary_draw_set_colour (cr, theme->line, 0.08);
      cairo_fill_preserve (cr);
      bary_draw_set_colour (cr, theme->line, 0.6);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < layout->n_clusters; i++)
    {
      draw_disc (self, cr, &layout->clusters[i]);
      bary_draw_set_colour (cr, theme->accent, DISC_ALPHA);
      cairo_fill (cr);
    }
}

static void
draw_nodes (BaryMiniMap           *self,
            cairo_t               *cr,
            const BaryGraphLayout *layout,
            const BaryTheme       *theme)
{
  BaryNetwork *network = bary_scene_get_network (get_scene (self));

  for (guint i = 0; i < layout->n_nodes; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      double size = node->role == BARY_ROLE_MEMBER ? SMALLEST : 2 * SMALLEST;

      if (!bary_scene_is_shown (get_scene (self), (int) i))
        continue;
      bary_draw_set_colour (cr, node->role == BARY_ROLE_MEMBER && node->group >= 0
                                ? bary_palette_get_colour ((guint) node->group, theme->kind) : theme->text, 1);
      cairo_rectangle (cr, layout->nodes[i].x * self->camera.scale + self->camera.offset_x - size / 2,
                       layout->nodes[i].y * self->camera.scale + self->camera.offset_y - size / 2, size, size);
      cairo_fill (cr);
    }
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
paint (BaryMiniMap *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  const BaryGraphLayout *layout = bary_scene_get_layout (get_scene (self));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, factor, factor);
  cr = cairo_create (surface);
  self->camera = (BaryCamera) { .width = width, .height = height };
  bary_camera_fit (&self->camera, &layout->bounds, MARGIN, 1);
  draw_discs (self, cr, layout, get_theme (self));
  draw_nodes (self, cr, layout, get_theme (self));
  cairo_destroy (cr);
  self->picture = make_texture (surface);
  cairo_surface_destroy (surface);
}

static gboolean
sees_all (BaryMiniMap *self)
{
  const BaryCamera *camera = bary_canvas_get_camera (self->canvas);
  const BaryBox *bounds = &bary_scene_get_layout (get_scene (self))->bounds;
  double share = (0.5 - MOST_MISSED) * camera->scale;
  double x = bounds->x * camera->scale + camera->offset_x, y = bounds->y * camera->scale + camera->offset_y;

  return x - bounds->width * share >= 0 && x + bounds->width * share <= camera->width &&
         y - bounds->height * share >= 0 && y + bounds->height * share <= camera->height;
}

/* Over a picture that is seen as a whole the map would only hide a part of it. It keeps its place: what is seen changes in
 * the middle of allocations, too. */
static void
update_presence (BaryMiniMap *self)
{
  gboolean needed = get_scene (self) != NULL && bary_scene_get_layout (get_scene (self)) != NULL && !sees_all (self);

  gtk_widget_set_opacity (GTK_WIDGET (self), needed ? 1 : 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), needed);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !needed, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the canvas shows, on the map. */
static void
find_frame (BaryMiniMap     *self,
            graphene_rect_t *frame)
{
  const BaryCamera *camera = bary_canvas_get_camera (self->canvas);
  double ratio = self->camera.scale / MAX (camera->scale, 1e-9);
  float x = (float) (-camera->offset_x * ratio + self->camera.offset_x);
  float y = (float) (-camera->offset_y * ratio + self->camera.offset_y);

  graphene_rect_init (frame, x, y, (float) (camera->width * ratio), (float) (camera->height * ratio));
}

static void
snapshot_frame (BaryMiniMap *self,
                GtkSnapshot *snapshot)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, self->camera.width, self->camera.height);
  BaryColour accent = get_theme (self)->accent;
  GdkRGBA colour = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
  GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  graphene_rect_t frame;

  find_frame (self, &frame);
  /* Of a country little is seen at once. */
  graphene_rect_inset (&frame, MIN (0, (frame.size.width - LEAST_FRAME) / 2), MIN (0, (frame.size.height - LEAST_FRAME) / 2));
  if (!graphene_rect_intersection (&frame, &all, &frame))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &frame, 3);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
bary_mini_map_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BaryMiniMap *self = BARY_MINI_MAP (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (get_scene (self) == NULL || bary_scene_get_layout (get_scene (self)) == NULL)
    return;
  if (self->picture == NULL)
    paint (self);
  gtk_snapshot_append_texture (snapshot, self->picture, &area);
  snapshot_frame (self, snapshot);
}

static void
bary_mini_map_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* Moving */

static void
go_there (BaryMiniMap *self,
          double       x,
          double       y)
{
  BaryCamera camera;

  if (get_scene (self) == NULL || self->camera.scale <= 0)
    return;

  camera = *bary_canvas_get_camera (self->canvas);
  camera.offset_x = camera.width / 2 - (x - self->camera.offset_x) / self->camera.scale * camera.scale;
  camera.offset_y = camera.height / 2 - (y - self->camera.offset_y) / self->camera.scale * camera.scale;
  bary_canvas_set_camera (self->canvas, &camera, FALSE);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               BaryMiniMap    *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_there (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                BaryMiniMap    *self)
{
  double start_x, start_y;

  if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    go_there (self, start_x + x, start_y + y);
}

static void
bary_mini_map_dispose (GObject *object)
{
  BaryMiniMap *self = BARY_MINI_MAP (object);

  self->canvas = NULL;
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (bary_mini_map_parent_class)->dispose (object);
}

static void
bary_mini_map_class_init (BaryMiniMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_mini_map_dispose;
  widget_class->measure = bary_mini_map_measure;
  widget_class->snapshot = bary_mini_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bary_mini_map_init (BaryMiniMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (bary_mini_map_refresh), self,
                           G_CONNECT_SWAPPED);
}

void
bary_mini_map_set_canvas (BaryMiniMap *self,
                          BaryCanvas  *canvas)
{
  self->canvas = canvas;
  g_signal_connect_object (canvas, "camera-changed", G_CALLBACK (update_presence), self, G_CONNECT_SWAPPED);
}

void
bary_mini_map_refresh (BaryMiniMap *self)
{
  g_clear_object (&self->picture);
  update_presence (self);
}
