#include "bary-backdrop.h"
#include "bary-scene-walk.h"
#include "bary-test-network.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A frame of 1920 × 1080 with the whole network in sight, once with all of its nodes drawn and once in the detail that the
 * window shows at this scale, against the naive frame of the same scene: by cairo a stroke per edge, an arc per node, a
 * path per sector and district, and a new layout per label, of which it has one for each node. Each comes after one of its
 * kind: a frame of a pan, which the window moves by whole pixels, and one that is painted anew, because the picture has
 * moved by a part of a pixel. And how long it takes to find what is under a point. */

#define FRAMES 9
#define PAN_ACROSS 23 /* pixels from a frame to the next: 3000 in a second of 60 frames, both ways together */
#define PAN_DOWN 27
#define STEP 0.7      /* the same of frames painted anew */
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

/* Of the ground: a pen without any of what makes ours quick. */
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
  .sector = naive_sector,
  .ellipse = naive_ellipse,
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

static BaryPoint
middle_of (BaryScene        *scene,
           const BaryCamera *camera,
           guint             node)
{
  const BaryBox *box = bary_scene_get_box (scene, (int) node);

  return (BaryPoint) { box->x * camera->scale + camera->offset_x, box->y * camera->scale + camera->offset_y };
}

static void
naive_edges (BaryScene        *scene,
             cairo_t          *cr,
             const BaryCamera *camera,
             const BaryTheme  *theme)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  BaryStroke stroke = { { theme->line, 0.32 }, 1 };

  for (guint i = 0; i < network->lines->len; i++)
    {
      const BaryNetworkLine *line = bary_network_line (network, i);
      BaryPoint from = middle_of (scene, camera, line->a), to = middle_of (scene, camera, line->b);

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      naive_finish (cr, NULL, &stroke);
    }
}

static void
naive_nodes (BaryScene        *scene,
             cairo_t          *cr,
             const BaryCamera *camera,
             const BaryTheme  *theme)
{
  BaryNetwork *network = bary_scene_get_network (scene);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      BaryInk fill = { node->group < 0 ? theme->text : bary_palette_get_colour ((guint) node->group, theme->kind), 1 };
      BaryPoint at = middle_of (scene, camera, i);

      cairo_arc (cr, at.x, at.y, 3, 0, 2 * G_PI);
      naive_finish (cr, &fill, NULL);
    }
}

/* The ground, then all edges, nodes and names, each drawn as one first thinks of it. */
static void
naive_frame (BaryScene        *scene,
             cairo_t          *cr,
             const BaryCamera *camera,
             const BaryTheme  *theme)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  BaryFrame ground = { theme, BARY_DETAIL_CENTRES, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL, -1, -1, TRUE, 1 };
  NaivePen pen = { { &naive_class }, cr };

  bary_scene_walk (scene, &pen.parent, camera, &ground);
  naive_edges (scene, cr, camera, theme);
  naive_nodes (scene, cr, camera, theme);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < network->nodes->len; i++)
    {
      BaryPoint at = middle_of (scene, camera, i);

      naive_label (cr, bary_network_node (network, i)->short_name, -1, 10, FALSE, at.x + 5, at.y - 6);
    }
}

typedef enum {
  NAIVE,
  ANEW,
  PAN,
} Way;

/* Returns: the median. */
static double
measure (BaryScene        *scene,
         cairo_t          *cr,
         const BaryCamera *camera,
         Way               way,
         BaryDetail        detail)
{
  const BaryTheme *theme = bary_theme_get (BARY_THEME_LIGHT);
  BaryFrame frame = { theme, detail, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL, -1, -1, FALSE, 1 };
  BaryCamera moving = *camera;
  g_autoptr (BaryBackdrop) backdrop = bary_backdrop_new ();
  double frames[FRAMES];

  for (int i = -1; i < FRAMES; i++)
    {
      double start = now ();

      if (way == PAN)
        bary_backdrop_draw (backdrop, scene, cr, &theme->background, &moving, &frame);
      else
        {
          bary_draw_set_colour (cr, theme->background, 1);
          cairo_paint (cr);
        }
      if (way == NAIVE)
        naive_frame (scene, cr, &moving, theme);
      else if (way == ANEW)
        bary_scene_draw (scene, cr, &moving, &frame);
      cairo_surface_flush (cairo_get_target (cr));
      if (i >= 0)
        frames[i] = now () - start;
      moving.offset_x += way == PAN ? PAN_ACROSS : STEP;
      moving.offset_y += way == PAN ? PAN_DOWN : 0;
    }
  return median (frames);
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
  double start = now (), build, naive;
  BaryScene *scene = bary_scene_new (network, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  BaryCamera camera = { 1, 0, 0, 1920, 1080 };

  build = now () - start;
  bary_scene_arrange (scene, NULL, NULL);
  bary_camera_fit (&camera, &bary_scene_get_layout (scene)->bounds, 20, 2);
  naive = measure (scene, cr, &camera, NAIVE, BARY_DETAIL_ALL);
  printf ("# %u nodes, %u lines: naive %.1f ms; built in %.0f ms\n", network->nodes->len, network->lines->len, naive, build);
  for (guint i = 0; i < 2; i++)
    {
      BaryDetail detail = i == 0 ? BARY_DETAIL_ALL : BARY_DETAIL_BY_SCALE;
      double pan = measure (scene, cr, &camera, PAN, detail), anew = measure (scene, cr, &camera, ANEW, detail);

      printf ("# %s: %.2f ms in a pan, %.2f ms anew\n", i == 0 ? "all drawn" : "as shown", pan, anew);
      printf ("frame-%u%s: %.3f\n", n_nodes, i == 0 ? "" : "-as-shown", pan / naive);
      printf ("frame-%u%s-anew: %.3f\n", n_nodes, i == 0 ? "" : "-as-shown", anew / naive);
    }
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
