#include "bary-canvas-private.h"

#include <adwaita.h>
#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define SMALLEST_SCALE 0.08
#define LARGEST_SCALE 8.0
#define LARGEST_FIT (1.45 * PIXELS_PER_POINT)
#define MARGIN 14.0
#define LEAST_FILL 0.9 /* of the scale at which the picture fills the canvas */
#define FLIGHT_US 300000.0
#define CHANGE_US 380000.0

/* Large letters of the desktop are large in the picture, too. */
static double
get_text_scale (BaryCanvas *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 3) : 1;
}

static void
find_fit (BaryCanvas *self,
          BaryCamera *camera)
{
  const BaryBox *bounds = &bary_scene_get_layout (self->scene)->bounds;

  *camera = self->camera;
  bary_camera_fit (camera, bounds, MARGIN, LARGEST_FIT * get_text_scale (self));
}

/* The first look: with large letters not all of the picture is seen at once, but it can be read. */
static void
find_first_look (BaryCanvas *self,
                 BaryCamera *camera)
{
  double text_scale = get_text_scale (self), factor;

  find_fit (self, camera);
  factor = CLAMP (PIXELS_PER_POINT * text_scale / camera->scale, 1, text_scale);
  if (text_scale <= 1.05 || factor <= 1)
    return;
  camera->offset_x = camera->width / 2 - (camera->width / 2 - camera->offset_x) * factor;
  camera->offset_y = camera->height / 2 - (camera->height / 2 - camera->offset_y) * factor;
  camera->scale *= factor;
}

static double
clamp_scale (BaryCanvas *self,
             double      scale)
{
  BaryCamera fit;

  find_fit (self, &fit);
  return CLAMP (scale, MIN (SMALLEST_SCALE, fit.scale * 0.8), LARGEST_SCALE);
}

static void
put_camera (BaryCanvas       *self,
            const BaryCamera *camera)
{
  BaryCamera was = self->camera;

  self->camera = *camera;
  self->camera.width = was.width;
  self->camera.height = was.height;
  if (was.scale == camera->scale && was.offset_x == camera->offset_x && was.offset_y == camera->offset_y)
    return;
  bary_canvas_redraw (self);
  bary_canvas_unsettle (self);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_CAMERA_CHANGED], 0);
}

static double
ease_out (double t)
{
  return 1 - (1 - t) * (1 - t) * (1 - t);
}

/* A point that does not move on the way in stands still on the screen: the middle goes as 1 / scale does. */
static BaryCamera
between (const BaryCamera *from,
         const BaryCamera *to,
         double            t)
{
  double scale = from->scale * pow (to->scale / from->scale, t), half_width = to->width / 2, half_height = to->height / 2;
  double share = fabs (to->scale / from->scale - 1) < 0.001 ? t
               : (1 / scale - 1 / from->scale) / (1 / to->scale - 1 / from->scale);
  double from_x = (half_width - from->offset_x) / from->scale, from_y = (half_height - from->offset_y) / from->scale;
  double to_x = (half_width - to->offset_x) / to->scale, to_y = (half_height - to->offset_y) / to->scale;

  return (BaryCamera) { scale, half_width - (from_x + (to_x - from_x) * share) * scale,
                        half_height - (from_y + (to_y - from_y) * share) * scale, to->width, to->height };
}

static double
share_of (gint64 *start,
          gint64  now,
          double  duration)
{
  double share = (now - *start) / duration;

  if (share < 1)
    return ease_out (MAX (share, 0));
  *start = 0;
  return 1;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BaryCanvas *self = BARY_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->flight_start != 0)
    {
      double share = share_of (&self->flight_start, now, FLIGHT_US);
      BaryCamera camera = share < 1 ? between (&self->flight_from, &self->flight_to, share) : self->flight_to;

      put_camera (self, &camera);
    }
  if (self->change_start != 0)
    {
      self->progress = share_of (&self->change_start, now, CHANGE_US);
      if (self->progress >= 1 && self->scene != NULL)
        bary_scene_set_earlier (self->scene, NULL);
      bary_canvas_redraw (self);
    }
  if (self->flight_start != 0 || self->change_start != 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gint64
begin_motion (BaryCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

static gboolean
can_move (BaryCanvas *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && adw_get_enable_animations (GTK_WIDGET (self)) &&
         self->camera.width > 0;
}

void
bary_canvas_look (BaryCanvas       *self,
                  const BaryCamera *camera,
                  gboolean          animated)
{
  self->flight_start = 0;
  if (!animated || !can_move (self))
    {
      put_camera (self, camera);
      return;
    }
  self->flight_from = self->camera;
  self->flight_to = *camera;
  self->flight_to.width = self->camera.width;
  self->flight_to.height = self->camera.height;
  self->flight_start = begin_motion (self);
}

void
bary_canvas_begin_change (BaryCanvas *self,
                          BaryScene  *earlier)
{
  self->change_start = 0;
  self->progress = 1;
  if (earlier == NULL || !can_move (self))
    {
      bary_scene_set_earlier (self->scene, NULL);
      return;
    }
  bary_scene_set_earlier (self->scene, earlier);
  self->progress = 0;
  self->change_start = begin_motion (self);
}

void
bary_canvas_stop (BaryCanvas *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->flight_start = self->change_start = 0;
  self->progress = 1;
  g_clear_handle_id (&self->settle_source, g_source_remove);
}

/* What stood in the middle stays there. */
void
bary_canvas_resized (BaryCanvas *self,
                     int         width,
                     int         height)
{
  BaryCamera camera = self->camera;
  gboolean first = camera.width <= 0;

  self->camera.width = width;
  self->camera.height = height;
  if (width == camera.width && height == camera.height)
    return;
  bary_canvas_redraw (self);
  if (self->scene == NULL)
    return;
  if (self->fitted)
    {
      if (self->flight_start == 0 || first)
        find_first_look (self, &camera);
      else
        find_first_look (self, &self->flight_to);
    }
  else if (!first)
    {
      camera.offset_x += (width - camera.width) / 2;
      camera.offset_y += (height - camera.height) / 2;
    }
  put_camera (self, &camera);
}

/* All of it is in sight, and not much smaller than it could be. */
static gboolean
is_well_seen (BaryCanvas       *self,
              const BaryCamera *fit)
{
  const BaryBox *bounds = &bary_scene_get_layout (self->scene)->bounds;
  const BaryCamera *camera = &self->camera;

  return fabs (bounds->x * camera->scale + camera->offset_x - camera->width / 2) + bounds->width * camera->scale / 2 <= camera->width / 2 &&
         fabs (bounds->y * camera->scale + camera->offset_y - camera->height / 2) + bounds->height * camera->scale / 2 <= camera->height / 2 &&
         camera->scale >= fit->scale * LEAST_FILL;
}

void
bary_canvas_refit (BaryCanvas *self,
                   gboolean    same)
{
  BaryCamera camera;

  if (!self->fitted || self->camera.width <= 0)
    return;
  find_first_look (self, &camera);
  if (!same || !is_well_seen (self, &camera))
    bary_canvas_look (self, &camera, same);
}

void
bary_canvas_fit (BaryCanvas *self)
{
  BaryCamera camera;

  g_return_if_fail (BARY_IS_CANVAS (self));

  if (self->scene == NULL)
    return;
  find_fit (self, &camera);
  self->fitted = get_text_scale (self) <= 1.05;
  bary_canvas_look (self, &camera, TRUE);
}

void
bary_canvas_zoom_at (BaryCanvas *self,
                     double      factor,
                     double      x,
                     double      y)
{
  BaryCamera camera = self->flight_start != 0 ? self->flight_to : self->camera;
  double scale;

  if (self->scene == NULL)
    return;
  scale = clamp_scale (self, camera.scale * factor);
  camera.offset_x = x - (x - camera.offset_x) * scale / camera.scale;
  camera.offset_y = y - (y - camera.offset_y) * scale / camera.scale;
  camera.scale = scale;
  self->fitted = FALSE;
  bary_canvas_look (self, &camera, FALSE);
}

void
bary_canvas_zoom (BaryCanvas *self,
                  double      factor)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  bary_canvas_zoom_at (self, factor, self->camera.width / 2, self->camera.height / 2);
}

void
bary_canvas_move_to (BaryCanvas *self,
                     double      offset_x,
                     double      offset_y)
{
  BaryCamera camera = self->camera;

  camera.offset_x = offset_x;
  camera.offset_y = offset_y;
  self->fitted = FALSE;
  bary_canvas_look (self, &camera, FALSE);
}

void
bary_canvas_reveal_node (BaryCanvas *self,
                         int         node)
{
  const BaryBox *box = bary_scene_get_box (self->scene, node);
  BaryCamera camera = self->flight_start != 0 ? self->flight_to : self->camera;
  double x = box->x * camera.scale + camera.offset_x, y = box->y * camera.scale + camera.offset_y;
  double half_width = box->width * camera.scale / 2 + MARGIN, half_height = box->height * camera.scale / 2 + MARGIN;
  double move_x = MAX (half_width - x, 0) + MIN (camera.width - half_width - x, 0);
  double move_y = MAX (half_height - y, 0) + MIN (camera.height - half_height - y, 0);

  if (camera.width <= 0 || (fabs (move_x) <= 0.5 && fabs (move_y) <= 0.5))
    return;
  camera.offset_x += move_x;
  camera.offset_y += move_y;
  self->fitted = FALSE;
  bary_canvas_look (self, &camera, TRUE);
}

void
bary_canvas_fly_to_box (BaryCanvas    *self,
                        const BaryBox *box,
                        double         largest)
{
  BaryCamera camera;

  g_return_if_fail (BARY_IS_CANVAS (self) && box != NULL);

  camera = self->camera;
  bary_camera_fit (&camera, box, MARGIN, largest > 0 ? largest : LARGEST_FIT * get_text_scale (self));
  self->fitted = FALSE;
  bary_canvas_look (self, &camera, TRUE);
}

void
bary_canvas_fly_to_node (BaryCanvas *self,
                         int         node)
{
  const BaryBox *box;
  BaryCamera camera;

  g_return_if_fail (BARY_IS_CANVAS (self));

  if (!bary_canvas_has_node (self, node))
    return;
  box = bary_scene_get_box (self->scene, node);
  camera = self->camera;
  camera.scale = MAX (camera.scale, PIXELS_PER_POINT * get_text_scale (self));
  camera.offset_x = camera.width / 2 - box->x * camera.scale;
  camera.offset_y = camera.height / 2 - box->y * camera.scale;
  self->fitted = FALSE;
  bary_canvas_look (self, &camera, TRUE);
}

const BaryCamera *
bary_canvas_get_camera (BaryCanvas *self)
{
  g_return_val_if_fail (BARY_IS_CANVAS (self), NULL);

  return &self->camera;
}

void
bary_canvas_set_camera (BaryCanvas       *self,
                        const BaryCamera *camera,
                        gboolean          animated)
{
  g_return_if_fail (BARY_IS_CANVAS (self) && camera != NULL);

  self->fitted = FALSE;
  bary_canvas_look (self, camera, animated);
}
