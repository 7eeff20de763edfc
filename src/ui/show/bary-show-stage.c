#include "bary-show-stage.h"

#include "bary-canvas.h"
#include "bary-show-caption.h"
#include "bary-step-page.h"

#include <adwaita.h>
#include <math.h>

#define FADE_MS 300

struct _BaryShowStage {
  GtkWidget        parent_instance;

  BaryShow        *show;
  GtkWidget       *canvas;
  GtkWidget       *caption;

  const BaryTheme *theme;
  BaryShowStepView *view;     /* of the step; nullable */
  guint            step;
  gboolean         empty;      /* no step is shown yet, or words instead */
  gboolean         alone;      /* the words have the whole stage */

  GdkPaintable    *before;     /* what fades: the canvas as it was; nullable */
  AdwAnimation    *fade;
  guint            fit_source;
  int              width, height;
};

G_DEFINE_FINAL_TYPE (BaryShowStage, bary_show_stage, GTK_TYPE_WIDGET)

static double
get_picture_height (BaryShowStage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return height - ceil (bary_show_step_caption_height (height));
}

/* Fading */

static void
drop_before (BaryShowStage *self)
{
  g_clear_object (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fade_cb (double   value,
         gpointer stage)
{
  gtk_widget_queue_draw (stage);
}

static void
keep_before (BaryShowStage *self)
{
  g_autoptr (GdkPaintable) canvas = gtk_widget_paintable_new (self->canvas);

  drop_before (self);
  if (gtk_widget_get_mapped (self->canvas) && adw_get_enable_animations (GTK_WIDGET (self)))
    self->before = gdk_paintable_get_current_image (canvas);
}

static void
start_fade (BaryShowStage *self)
{
  if (self->fade == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (fade_cb, self, NULL);

      self->fade = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FADE_MS, target);
      g_signal_connect_swapped (self->fade, "done", G_CALLBACK (drop_before), self);
    }
  adw_animation_reset (self->fade);
  if (self->before != NULL)
    adw_animation_play (self->fade);
}

/* Showing a step */

static void
hide_picture (BaryShowStage *self,
              gboolean       alone)
{
  if (self->alone == alone)
    return;

  self->alone = alone;
  gtk_widget_set_child_visible (self->canvas, !alone);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
take_view (BaryShowStage    *self,
           BaryShowStepView *view,
           BaryScene        *scene)
{
  g_autofree char *legend = view->legend > 0 ? bary_scene_describe_legend (scene, view->legend_form) : NULL;

  g_clear_pointer (&self->view, bary_show_step_view_free);
  self->view = view;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, legend != NULL ? legend : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same_look (const BaryCamera *a,
              const BaryCamera *b)
{
  return fabs (a->scale / b->scale - 1) < 1e-6 && fabs (a->offset_x - b->offset_x) < 0.5 && fabs (a->offset_y - b->offset_y) < 0.5;
}

static void
show_picture (BaryShowStage *self,
              BaryScene     *scene,
              gboolean       animated)
{
  BaryCanvas *canvas = BARY_CANVAS (self->canvas);
  double height = get_picture_height (self);
  BaryShowStepView *view;
  gboolean fades, other_scene = bary_canvas_get_scene (canvas) != scene;

  if (height <= 0)
    return;
  view = bary_show_step_view_new (bary_show_get_shown (self->show), self->step, scene, gtk_widget_get_width (GTK_WIDGET (self)), height);
  fades = animated && !other_scene && is_same_look (&view->camera, bary_canvas_get_camera (canvas));
  if (fades)
    keep_before (self);
  else
    drop_before (self);
  if (other_scene)
    bary_canvas_set_scene (canvas, scene, animated);
  bary_canvas_set_magnification (canvas, view->magnification);
  bary_canvas_set_page (canvas, view->legend);
  bary_canvas_set_detail (canvas, view->detail);
  bary_canvas_set_hidden (canvas, view->hidden);
  bary_canvas_set_dimmed (canvas, view->dimmed);
  bary_canvas_set_lines_shown (canvas, view->lines);
  bary_canvas_set_camera (canvas, &view->camera, animated && !other_scene);
  take_view (self, view, scene);
  if (fades)
    start_fade (self);
}

static void
show_step (BaryShowStage *self,
           gboolean       animated)
{
  const GPtrArray *shown = bary_show_get_shown (self->show);
  const BaryShowStep *step = self->step < shown->len ? shown->pdata[self->step] : NULL;
  BaryScene *scene = step != NULL ? bary_show_get_scene (self->show, step) : NULL;
  gboolean was_alone = self->alone;

  if (scene == NULL)
    return;
  hide_picture (self, step->kind == BARY_SHOW_STEP_TITLE);
  if (!self->alone)
    show_picture (self, scene, animated && !was_alone);
}

void
bary_show_stage_go (BaryShowStage *self,
                    guint          step)
{
  const GPtrArray *shown = bary_show_get_shown (self->show);
  const BaryShowStep *it;
  g_autofree char *below = NULL;

  g_return_if_fail (BARY_IS_SHOW_STAGE (self) && step < shown->len);

  it = shown->pdata[step];
  if (it->kind == BARY_SHOW_STEP_TITLE)
    below = bary_show_describe (self->show);
  self->step = step;
  show_step (self, !self->empty);
  self->empty = FALSE;
  bary_show_caption_set (BARY_SHOW_CAPTION (self->caption), it->caption, below, it->kind == BARY_SHOW_STEP_TITLE);
}

void
bary_show_stage_say (BaryShowStage *self,
                     const char    *words)
{
  g_return_if_fail (BARY_IS_SHOW_STAGE (self));

  self->empty = TRUE;
  hide_picture (self, TRUE);
  bary_show_caption_set (BARY_SHOW_CAPTION (self->caption), words, NULL, TRUE);
}

void
bary_show_stage_set_number (BaryShowStage *self,
                            const char    *number)
{
  g_return_if_fail (BARY_IS_SHOW_STAGE (self));

  bary_show_caption_set_number (BARY_SHOW_CAPTION (self->caption), number);
}

void
bary_show_stage_set_dark (BaryShowStage *self,
                          gboolean       dark)
{
  g_return_if_fail (BARY_IS_SHOW_STAGE (self));

  self->theme = bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT);
  bary_canvas_set_theme (BARY_CANVAS (self->canvas), self->theme);
  bary_show_caption_set_style (BARY_SHOW_CAPTION (self->caption), self->theme, bary_show_get_family (self->show));
  drop_before (self);
}

/* The widget */

static gboolean
fit_cb (gpointer data)
{
  BaryShowStage *self = data;

  self->fit_source = 0;
  if (!self->empty)
    show_step (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
bary_show_stage_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BaryShowStage *self = BARY_SHOW_STAGE (widget);
  int top = (int) get_picture_height (self);
  GtkAllocation caption = { 0, self->alone ? 0 : top, width, self->alone ? height : height - top };

  gtk_widget_size_allocate (self->canvas, &(GtkAllocation) { 0, 0, width, MAX (top, 1) }, -1);
  gtk_widget_size_allocate (self->caption, &caption, -1);
  /* The camera cannot be told in the middle of an allocation. */
  if ((width != self->width || height != self->height) && self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
  self->width = width;
  self->height = height;
}

static void
snapshot_legend (BaryShowStage *self,
                 GtkSnapshot   *snapshot)
{
  BaryScene *scene = bary_canvas_get_scene (BARY_CANVAS (self->canvas));
  graphene_rect_t room;
  cairo_t *cr;

  if (self->alone || self->view == NULL || self->view->legend <= 0 || scene == NULL || self->theme == NULL)
    return;
  graphene_rect_init (&room, 0, (float) self->view->camera.height, (float) self->view->camera.width, (float) self->view->legend);
  cr = gtk_snapshot_append_cairo (snapshot, &room);
  bary_show_step_draw_legend (self->view, cr, self->theme, scene);
  cairo_destroy (cr);
}

static void
bary_show_stage_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BaryShowStage *self = BARY_SHOW_STAGE (widget);
  int width = gtk_widget_get_width (widget);
  double height = get_picture_height (self);
  double left = self->fade != NULL && self->before != NULL ? adw_animation_get_value (self->fade) : 0;

  if (self->theme != NULL)
    {
      const BaryColour *ground = &self->theme->background;
      GdkRGBA colour = { (float) ground->red, (float) ground->green, (float) ground->blue, 1 };

      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
    }
  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  if (left > 0 && !self->alone)
    {
      gtk_snapshot_push_opacity (snapshot, left);
      gdk_paintable_snapshot (self->before, snapshot, width, height);
      gtk_snapshot_pop (snapshot);
    }
  snapshot_legend (self, snapshot);
  gtk_widget_snapshot_child (widget, self->caption, snapshot);
}

static void
bary_show_stage_dispose (GObject *object)
{
  BaryShowStage *self = BARY_SHOW_STAGE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->fade != NULL)
    adw_animation_skip (self->fade);
  g_clear_object (&self->fade);
  g_clear_object (&self->before);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_object (&self->show);
  g_clear_pointer (&self->view, bary_show_step_view_free);

  G_OBJECT_CLASS (bary_show_stage_parent_class)->dispose (object);
}

static gboolean
bary_show_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BARY_SHOW_STAGE (widget)->caption);
}

static void
bary_show_stage_class_init (BaryShowStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_show_stage_dispose;
  widget_class->size_allocate = bary_show_stage_size_allocate;
  widget_class->snapshot = bary_show_stage_snapshot;
  widget_class->grab_focus = bary_show_stage_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bary_show_stage_init (BaryShowStage *self)
{
  self->empty = TRUE;
  self->caption = bary_show_caption_new ();
  self->canvas = g_object_new (BARY_TYPE_CANVAS, "can-target", FALSE, "can-focus", FALSE, NULL);
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bary_show_stage_new (BaryShow *show)
{
  BaryShowStage *self = g_object_new (BARY_TYPE_SHOW_STAGE, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->show = g_object_ref (show);
  return GTK_WIDGET (self);
}
