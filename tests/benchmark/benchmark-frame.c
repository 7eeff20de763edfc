#include "bary-scene.h"
#include "bary-test-network.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A frame of 1920 × 1080 with the whole network in sight, all of its nodes drawn, against the naive frame of the same
 * scene: a stroke per edge, an arc per node, a new layout per label. And how long it takes to find what is under a
 * point. */

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

static void
naive_frame (BaryScene        *scene,
             cairo_t          *cr,
             const BaryCamera *camera)
{
  BaryNetwork *network = bary_scene_get_network (scene);

  cairo_save (cr);
  cairo_translate (cr, camera->offset_x, camera->offset_y);
  cairo_scale (cr, camera->scale, camera->scale);
  cairo_set_source_rgba (cr, 0.4, 0.4, 0.4, 0.5);
  cairo_set_line_width (cr, 1 / camera->scale);
  for (guint i = 0; i < network->lines->len; i++)
    {
      const BaryBox *a = bary_scene_get_box (scene, (int) bary_network_line (network, i)->a);
      const BaryBox *b = bary_scene_get_box (scene, (int) bary_network_line (network, i)->b);

      cairo_move_to (cr, a->x, a->y);
      cairo_line_to (cr, b->x, b->y);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);

      cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
      cairo_arc (cr, box->x, box->y, 4 / camera->scale, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);
      PangoLayout *layout = pango_cairo_create_layout (cr);
      PangoFontDescription *font = pango_font_description_from_string ("Sans 10px");

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, bary_network_node (network, i)->short_name, -1);
      cairo_move_to (cr, box->x * camera->scale + camera->offset_x + 5, box->y * camera->scale + camera->offset_y - 6);
      pango_cairo_show_layout (cr, layout);
      pango_font_description_free (font);
      g_object_unref (layout);
    }
}

static double
measure (BaryScene        *scene,
         cairo_t          *cr,
         const BaryCamera *camera,
         int               detail) /* -1: naive */
{
  const BaryTheme *theme = bary_theme_get (BARY_THEME_LIGHT);
  BaryFrame frame = { theme, (BaryDetail) detail, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL, -1, -1, FALSE, 1 };
  double start = now ();

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_paint (cr);
  if (detail < 0)
    naive_frame (scene, cr, camera);
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
