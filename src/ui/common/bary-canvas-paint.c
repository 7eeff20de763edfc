#include "bary-canvas-private.h"

#include <adwaita.h>

#define CORNER 8.0

/* The scene has a painter of lines of its own, which needs pixels: a recording would be slower to play than to make. */
static cairo_surface_t *
take_surface (BaryCanvas *self,
              int         width,
              int         height,
              int         factor)
{
  cairo_surface_t **place = NULL;

  for (guint i = 0; i < BARY_CANVAS_N_SURFACES && place == NULL; i++)
    if (self->surfaces[i] == NULL || cairo_surface_get_reference_count (self->surfaces[i]) == 1)
      place = &self->surfaces[i];
  if (place == NULL)
    place = &self->surfaces[0];

  if (*place != NULL && cairo_surface_get_reference_count (*place) == 1 &&
      cairo_image_surface_get_width (*place) == width * factor && cairo_image_surface_get_height (*place) == height * factor)
    {
      cairo_t *cr = cairo_create (*place);

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_destroy (cr);
      return *place;
    }
  g_clear_pointer (place, cairo_surface_destroy);
  *place = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_surface_set_device_scale (*place, factor, factor);
  return *place;
}

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

static void
paint (BaryCanvas *self,
       cairo_t    *cr)
{
  BaryFrame frame = bary_canvas_get_frame (self);

  if (self->theme != NULL)
    {
      bary_draw_set_colour (cr, self->theme->background, 1);
      cairo_paint (cr);
    }
  bary_scene_draw (self->scene, cr, &self->camera, &frame);
  cairo_identity_matrix (cr);
  cairo_new_path (cr);
  if (self->dragging && self->drag == BARY_DRAG_NODE && self->mode == BARY_CANVAS_REGROUP)
    draw_dragged (self, cr, frame.theme);
  else if (self->dragging && self->drag == BARY_DRAG_AREA)
    draw_area (self, cr, frame.theme);
}

static GdkTexture *
make_texture (BaryCanvas *self,
              int         width,
              int         height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = take_surface (self, width, height, factor);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  paint (self, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) (height * factor),
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (width * factor, height * factor, GDK_MEMORY_DEFAULT, bytes, stride);
}

void
bary_canvas_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BaryCanvas *self = BARY_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->scene == NULL || width <= 0 || height <= 0)
    return;
  if (self->texture == NULL)
    self->texture = make_texture (self, width, height);
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}
