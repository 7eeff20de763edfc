#include "bary-scene-walk.h"
#include "bary-test-network.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A frame of 1920 × 1080 with the whole network in sight, all of its nodes drawn, against the naive frame of the same
 * scene: by cairo a stroke per edge, a path per node, sector and district, and a new layout per label, of which it has
 * one for each node. And how long it takes to find what is under a point. */

#define FRAMES 9
#define PICKS 20000

/* Of this thread alone, in milliseconds: what else the machine does matters less. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, FRAMES, sizeof (double), compare);
  return values[FRAMES / 2];
}

/* A pen without any of what makes ours quick. */
typedef struct {
  BaryPen  parent;
  cairo_t *cr;
} NaivePen;

static void
naive_finish (cairo_t          *cr,
              const BaryInk    *fill,
              const BaryStroke *outline)
{
  if (fill != NULL)
    {
      bary_draw_set_colour (cr, fill->colour, fill->alpha);
      cairo_fill_preserve (cr);
    }
  if (outline != NULL)
    {
      bary_draw_set_colour (cr, outline->ink.colour, outline->ink.alpha);
      cairo_set_line_width (cr, outline->width);
      cairo_set_dash (cr, outline->dashes, (int) outline->n_dashes, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
naive_line (BaryPen          *pen,
            const BaryPoint  *from,
            const BaryPoint  *to,
            const BaryStroke *stroke)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  naive_finish (cr, NULL, stroke);
}

static void
naive_curve (BaryPen          *pen,
             const BaryPoint   points[4],
             const BaryStroke *stroke)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  cairo_move_to (cr, points[0].x, points[0].y);
  cairo_curve_to (cr, points[1].x, points[1].y, points[2].x, points[2].y, points[3].x, points[3].y);
  naive_finish (cr, NULL, stroke);
}

static void
naive_sector (BaryPen          *pen,
              const BarySector *sector,
              const BaryInk    *fill,
              BaryHatch         hatch,
              const BaryInk    *hatch_ink,
              const BaryStroke *outline)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  cairo_save (cr);
  cairo_translate (cr, sector->x, sector->y);
  cairo_scale (cr, sector->stretch, 1);
  cairo_arc (cr, 0, 0, sector->outer, sector->start, sector->end);
  cairo_arc_negative (cr, 0, 0, sector->inner, sector->end, sector->start);
  cairo_close_path (cr);
  cairo_restore (cr);
  naive_finish (cr, fill, outline);
}

static void
naive_ellipse (BaryPen          *pen,
               const BaryBox    *box,
               const BaryInk    *fill,
               const BaryStroke *outline)
{
  BarySector whole = { box->x, box->y, box->width / box->height, 0, 2 * G_PI, 0, box->height / 2 };

  naive_sector (pen, &whole, fill, BARY_HATCH_NONE, NULL, outline);
}

static void
naive_box (BaryPen          *pen,
           const BaryBox    *box,
           double            corner,
           const BaryInk    *fill,
           const BaryStroke *outline)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  bary_draw_rounded (cr, box->x - box->width / 2, box->y - box->height / 2, box->width, box->height, corner);
  naive_finish (cr, fill, outline);
}

static void
naive_shape (BaryPen       *pen,
             BaryShape      shape,
             double         x,
             double         y,
             double         radius,
             const BaryInk *fill)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  bary_draw_shape (cr, shape, x, y, radius);
  naive_finish (cr, fill, NULL);
}

static void
naive_area (BaryPen          *pen,
            const BaryPoint  *points,
            const guint      *ends,
            guint             n_ends,
            const BaryInk    *fill,
            const BaryStroke *outline)
{
  cairo_t *cr = ((NaivePen *) pen)->cr;

  for (guint line = 0, first = 0; line < n_ends; first = ends[line++])
    {
      cairo_new_sub_path (cr);
      for (guint i = first; i < ends[line]; i++)
        cairo_line_to (cr, points[i].x, points[i].y);
      cairo_close_path (cr);
    }
  naive_finish (cr, fill, outline);
}

static const BaryPenClass naive_class = {
  .line = naive_line,
  .curve = naive_curve,
  .sector = naive_sector,
  .ellipse = naive_ellipse,
  .box = naive_box,
  .shape = naive_shape,
  .area = naive_area,
};

static void
naive_label (cairo_t    *cr,
             const char *text,
             int         length,
             double      size,
             gboolean    bold,
             double      x,
             double      top)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, length);
  cairo_move_to (cr, x, top);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

/* The scene's own things, each drawn as one first thinks of it, and the names of all nodes. */
static void
naive_frame (BaryScene        *scene,
             cairo_t          *cr,
             const BaryCamera *camera,
             const BaryFrame  *frame)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  NaivePen pen = { { &naive_class }, cr };

  bary_scene_walk (scene, &pen.parent, camera, frame);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);

      naive_label (cr, bary_network_node (network, i)->short_name, -1, 10, FALSE, box->x * camera->scale + camera->offset_x + 5,
                   box->y * camera->scale + camera->offset_y - 6);
    }
}

static double
measure (BaryScene        *scene,
         cairo_t          *cr,
         const BaryCamera *camera,
         int               detail) /* -1: naive */
{
  const BaryTheme *theme = bary_theme_get (BARY_THEME_LIGHT);
  BaryFrame frame = { theme, detail < 0 ? BARY_DETAIL_ALL : (BaryDetail) detail, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL, -1, -1, FALSE, 1 };
  double start = now ();

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_paint (cr);
  if (detail < 0)
    naive_frame (scene, cr, camera, &frame);
  else
    bary_scene_draw (scene, cr, camera, &frame);
  cairo_surface_flush (cairo_get_target (cr));
  return now () - start;
}

static double
measure_picks (BaryScene *scene)
{
  const BaryBox *bounds = &bary_scene_get_layout (scene)->bounds;
  BaryFrame frame = { bary_theme_get (BARY_THEME_LIGHT), BARY_DETAIL_ALL, BARY_NODE_NONE, BARY_NODE_NONE };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double start;
  guint found = 0;

  bary_scene_pick (scene, &frame, 0, 0);
  start = now ();
  for (guint i = 0; i < PICKS; i++)
    found += bary_scene_pick (scene, &frame, bounds->x + (g_rand_double (random) - 0.5) * bounds->width,
                              bounds->y + (g_rand_double (random) - 0.5) * bounds->height) >= 0;
  printf ("# %u of %u points had a node\n", found, PICKS);
  return (now () - start) / PICKS;
}

static void
run (guint n_nodes)
{
  BaryNetwork *network = bary_test_network_make_region (n_nodes, 1);
  double start = now ();
  BaryScene *scene = bary_scene_new (network, NULL);
  double build = now () - start, naive[FRAMES], all[FRAMES], by_scale[FRAMES];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  BaryCamera camera = { 1, 0, 0, 1920, 1080 };

  bary_scene_arrange (scene, NULL, NULL);
  bary_camera_fit (&camera, &bary_scene_get_layout (scene)->bounds, 20, 2);
  for (guint i = 0; i < FRAMES; i++)
    {
      naive[i] = measure (scene, cr, &camera, -1);
      all[i] = measure (scene, cr, &camera, BARY_DETAIL_ALL);
      by_scale[i] = measure (scene, cr, &camera, BARY_DETAIL_BY_SCALE);
    }
  printf ("# %u nodes, %u lines: naive %.1f ms, all drawn %.2f ms, in the detail of the scale %.2f ms; built in %.0f ms\n", network->nodes->len,
          network->lines->len, median (naive), median (all), median (by_scale), build);
  printf ("frame-%u: %.3f\n", n_nodes, median (all) / median (naive));
  if (n_nodes >= 30000)
    printf ("pick-%u-ms: %.4f\n", n_nodes, measure_picks (scene));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  bary_scene_unref (scene);
  bary_network_unref (network);
}

int
main (void)
{
  run (300);
  run (3000);
  run (30000);
  return 0;
}
