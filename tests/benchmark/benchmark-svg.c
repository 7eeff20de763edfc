/* The SVG of a network of 3,000 nodes against what cairo's SVG surface makes of the same scene, in time and in bytes;
 * the encoder of PNG against cairo's on the same pixels. */

#include "bary-export.h"
#include "bary-png.h"

#include "../draw/bary-test-network.h"

#include <cairo-svg.h>
#include <stdio.h>
#include <stdlib.h>

#define NODES 3000
#define ROUNDS 5
#define PIXELS_ACROSS 6000

typedef struct {
  double seconds;
  gsize  bytes;
} Cost;

typedef void (*Work) (gpointer data, gsize *bytes);

static int
compare_seconds (gconstpointer a,
                 gconstpointer b)
{
  const Cost *x = a, *y = b;

  return (x->seconds > y->seconds) - (x->seconds < y->seconds);
}

static Cost
measure (Work     work,
         gpointer data)
{
  Cost costs[ROUNDS] = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (data, &costs[i].bytes);
      costs[i].seconds = (g_get_monotonic_time () - start) / 1e6;
    }
  qsort (costs, ROUNDS, sizeof *costs, compare_seconds);
  return costs[ROUNDS / 2];
}

static cairo_status_t
count_cb (void         *closure,
          const guchar *data,
          unsigned int  length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static BaryFrame
make_frame (void)
{
  return (BaryFrame) { bary_theme_get (BARY_THEME_LIGHT), BARY_DETAIL_ALL, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL,
                       -1, -1, FALSE, 1 };
}

static void
write_own (gpointer scene,
           gsize   *bytes)
{
  BaryExportOptions options = { BARY_EXPORT_SVG };
  BaryFrame frame = make_frame ();
  g_autoptr (BaryExport) export = bary_export_new (scene, &frame, &options, NULL);
  g_autoptr (GBytes) svg = bary_export_to_bytes (export, NULL);

  *bytes = g_bytes_get_size (svg);
}

static void
write_cairo (gpointer scene,
             gsize   *bytes)
{
  const BaryBox *bounds = &bary_scene_get_layout (scene)->bounds;
  BaryCamera camera = { 1, bounds->width / 2 - bounds->x, bounds->height / 2 - bounds->y, bounds->width, bounds->height };
  BaryFrame frame = make_frame ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (count_cb, bytes, bounds->width, bounds->height);
  cairo_t *cr = cairo_create (surface);

  bary_scene_draw (scene, cr, &camera, &frame);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
encode_own (gpointer pixels,
            gsize   *bytes)
{
  int width = cairo_image_surface_get_width (pixels), height = cairo_image_surface_get_height (pixels);
  g_autoptr (BaryPng) png = bary_png_new (width, height, 3780, count_cb, bytes);

  bary_png_add_rows (png, pixels);
  bary_png_finish (png);
}

static void
encode_cairo (gpointer pixels,
              gsize   *bytes)
{
  cairo_surface_write_to_png_stream (pixels, count_cb, bytes);
}

static void
tell (const char *name,
      Cost        own,
      Cost        cairo)
{
  printf ("%s time: %.3f\n", name, own.seconds / cairo.seconds);
  printf ("%s size: %.3f\n", name, (double) own.bytes / cairo.bytes);
  printf ("# %s: %.1f ms, %.2f MB; cairo: %.1f ms, %.2f MB\n", name, own.seconds * 1e3, own.bytes / 1e6, cairo.seconds * 1e3,
          cairo.bytes / 1e6);
}

int
main (int    argc,
      char **argv)
{
  BaryNetwork *network = bary_test_network_make_region (argc > 1 ? atoi (argv[1]) : NODES, 1);
  g_autoptr (BaryScene) scene = bary_scene_new (network, "DejaVu Sans");
  BaryExportOptions options = { BARY_EXPORT_PNG, .width = PIXELS_ACROSS };
  BaryFrame frame = make_frame ();
  g_autoptr (BaryExport) export = NULL;
  cairo_surface_t *pixels;

  bary_network_unref (network);
  if (!bary_scene_arrange (scene, NULL, NULL))
    return 1;
  tell ("svg", measure (write_own, scene), measure (write_cairo, scene));

  export = bary_export_new (scene, &frame, &options, NULL);
  pixels = bary_export_to_surface (export);
  tell ("png", measure (encode_own, pixels), measure (encode_cairo, pixels));
  cairo_surface_destroy (pixels);
  return 0;
}
