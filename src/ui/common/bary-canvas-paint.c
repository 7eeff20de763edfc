#include "bary-canvas-private.h"

#define CORNER 8.0

static void
draw_dragged (BaryCanvas      *self,
              cairo_t         *cr,
              const BaryTheme *theme)
{
  const BaryBox *box = bary_scene_get_box (self->scene, self->dragged);
  double width = box->width * self->camera.scale, height = box->height * self->camera.scale;
  double x = self->drag_x - self->grip_x * self->camera.scale, y = self->drag_y - self->grip_y * self->camera.scale;
  const double dashes[] = { 5, 3 };

  bary_draw_rounded (cr, x - width / 2, y - height / 2, width, height, CORNER * self->camera.scale);
  bary_draw_set_colour (cr, theme->accent, 0.25);
  cairo_fill_preserve (cr);
  bary_draw_set_colour (cr, theme->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
}

static void
draw_area (BaryCanvas      *self,
           cairo_t         *cr,
           const BaryTheme *theme)
{
  cairo_rectangle (cr, MIN (self->start_x, self->drag_x) + 0.5, MIN (self->start_y, self->drag_y) + 0.5,
                   ABS (self->drag_x - self->start_x), ABS (self->drag_y - self->start_y));
  bary_draw_set_colour (cr, theme->accent, 0.15);
  cairo_fill_preserve (cr);
  bary_draw_set_colour (cr, theme->accent, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static double
get_magnification (BaryCanvas *self)
{
  return self->magnification > 0 ? self->magnification : 1;
}

static void
paint (BaryCanvas *self,
       cairo_t    *cr)
{
  BaryFrame frame = bary_canvas_get_frame (self);
  BaryCamera above = self->camera, camera;

  above.height -= self->foot;
  camera = bary_camera_magnify (&above, get_magnification (self));
  bary_backdrop_draw (self->backdrop, self->scene, cr, self->theme != NULL ? &self->theme->background : NULL, &camera, &frame);
  cairo_identity_matrix (cr);
  cairo_new_path (cr);
  if (self->dragging && self->drag == BARY_DRAG_NODE && self->mode == BARY_CANVAS_REGROUP)
    draw_dragged (self, cr, frame.theme);
  else if (self->dragging && self->drag == BARY_DRAG_AREA)
    draw_area (self, cr, frame.theme);
}

/* The scene has a painter of lines of its own, which needs pixels; a recording of its strokes would be slower to make
 * and to play. And a recording that plays one picture is what GTK 4.8 paints quickest: it converts textures pixel by
 * pixel. */
static GskRenderNode *
make_picture (BaryCanvas *self,
              int         width,
              int         height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, factor * get_magnification (self), factor * get_magnification (self));
  cr = cairo_create (surface);
  paint (self, cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, factor, factor);

  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface); /* the recording takes its pixels over */
  return node;
}

void
bary_canvas_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BaryCanvas *self = BARY_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->scene == NULL || width <= 0 || height <= 0)
    return;
  if (self->picture == NULL)
    self->picture = make_picture (self, width, height);
  gtk_snapshot_append_node (snapshot, self->picture);
}
