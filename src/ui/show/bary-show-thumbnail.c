#include "bary-show-thumbnail.h"

#include "bary-step-page.h"

#include <adwaita.h>

/* It is drawn as on a screen of this size, and made smaller. */
#define WIDTH 1280.0
#define HEIGHT 720.0
#define CORNER 6.0
#define EDGE { 0.5f, 0.5f, 0.5f, 0.4f }

struct _BaryShowThumbnail {
  GtkWidget        parent_instance;

  BaryShow        *show;
  guint            index;
  int              width;
  cairo_surface_t *surface; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (BaryShowThumbnail, bary_show_thumbnail, GTK_TYPE_WIDGET)

static void
forget (BaryShowThumbnail *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The steps before it, itself last: what is revealed until then. */
static GPtrArray *
select_until (BaryShowThumbnail *self)
{
  const GPtrArray *slides = bary_show_get_presentation (self->show)->slides;
  GPtrArray *until = g_ptr_array_new ();

  for (guint i = 0; i < self->index; i++)
    {
      BaryShowStep *step = slides->pdata[i];

      if (step->state == BARY_SHOW_STEP_READY && !step->hidden)
        g_ptr_array_add (until, step);
    }
  g_ptr_array_add (until, slides->pdata[self->index]);
  return until;
}

static void
draw_step (BaryShowThumbnail *self,
           cairo_t           *cr,
           double             scale)
{
  g_autoptr (GPtrArray) until = select_until (self);
  const BaryShowStep *step = until->pdata[until->len - 1];
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autofree char *below = step->kind == BARY_SHOW_STEP_TITLE ? bary_show_describe (self->show) : NULL;

  cairo_scale (cr, scale, scale);
  bary_show_step_draw_page (cr, bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT), bary_show_get_family (self->show),
                            until, until->len - 1, bary_show_get_scene (self->show, step), below, WIDTH, HEIGHT);
}

static void
bary_show_thumbnail_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BaryShowThumbnail *self = BARY_SHOW_THUMBNAIL (widget);
  int width = gtk_widget_get_width (widget), height = (int) (width * HEIGHT / WIDTH), factor = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->show == NULL || bary_show_get_presentation (self->show) == NULL || width <= 0)
    return;
  if (self->surface == NULL)
    {
      self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
      cr = cairo_create (self->surface);
      draw_step (self, cr, width * factor / WIDTH);
      cairo_destroy (cr);
    }
  gsk_rounded_rect_init_from_rect (&outline, &bounds, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { EDGE, EDGE, EDGE, EDGE });
}

static void
bary_show_thumbnail_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  g_clear_pointer (&BARY_SHOW_THUMBNAIL (widget)->surface, cairo_surface_destroy);
}

static GtkSizeRequestMode
bary_show_thumbnail_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bary_show_thumbnail_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  int width = BARY_SHOW_THUMBNAIL (widget)->width;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : (int) ((for_size > 0 ? for_size : width) * HEIGHT / WIDTH);
  *minimum_baseline = *natural_baseline = -1;
}

static void
bary_show_thumbnail_dispose (GObject *object)
{
  BaryShowThumbnail *self = BARY_SHOW_THUMBNAIL (object);

  g_clear_object (&self->show);
  g_clear_pointer (&self->surface, cairo_surface_destroy);

  G_OBJECT_CLASS (bary_show_thumbnail_parent_class)->dispose (object);
}

static void
bary_show_thumbnail_class_init (BaryShowThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_show_thumbnail_dispose;
  widget_class->snapshot = bary_show_thumbnail_snapshot;
  widget_class->size_allocate = bary_show_thumbnail_size_allocate;
  widget_class->get_request_mode = bary_show_thumbnail_get_request_mode;
  widget_class->measure = bary_show_thumbnail_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bary_show_thumbnail_init (BaryShowThumbnail *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bary_show_thumbnail_new (int width)
{
  BaryShowThumbnail *self = g_object_new (BARY_TYPE_SHOW_THUMBNAIL, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

void
bary_show_thumbnail_set (BaryShowThumbnail *self,
                         BaryShow          *show,
                         guint              index)
{
  g_return_if_fail (BARY_IS_SHOW_THUMBNAIL (self));

  g_set_object (&self->show, show);
  self->index = index;
  forget (self);
}
