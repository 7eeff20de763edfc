#include "bary-line-painter.h"
#include "bary-sprites.h"

#include <math.h>
#include <string.h>

#define SIZE 120

static const BaryInk black = { { 0, 0, 0 }, 1 };

static cairo_t *
make_paper (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
  return cr;
}

/* 0 is white, 255 black. */
static int
darkness (cairo_t *cr,
          int      x,
          int      y)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  const guint32 *row;

  cairo_surface_flush (surface);
  row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
  g_assert_cmpuint (row[x] >> 24, ==, 255);
  return 255 - (int) (row[x] & 0xff);
}

static double
all_darkness (cairo_t *cr)
{
  double all = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      all += darkness (cr, x, y) / 255.0;
  return all;
}

static void
line (cairo_t   *cr,
      BaryPoint  from,
      BaryPoint  to,
      double     width)
{
  BaryLinePainter painter;

  g_assert_true (bary_line_painter_begin (&painter, cr));
  bary_line_painter_line (&painter, from, to, width, &black);
  bary_line_painter_end (&painter, cr);
}

/* A level line covers just what it covers. */
static void
test_known (void)
{
  static const struct {
    double y, width;
    int    above, on, below; /* darkness of the rows 9, 10, 11 */
  } cases[] = { { 10.5, 1, 0, 255, 0 }, { 10, 1, 128, 128, 0 }, { 10.5, 0.5, 0, 128, 0 }, { 10.5, 2, 128, 255, 128 }, { 10.75, 1, 0, 191, 64 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint upright = 0; upright < 2; upright++)
      {
        cairo_t *cr = make_paper ();

        line (cr, upright ? (BaryPoint) { cases[i].y, 5 } : (BaryPoint) { 5, cases[i].y },
              upright ? (BaryPoint) { cases[i].y, 15.5 } : (BaryPoint) { 15.5, cases[i].y }, cases[i].width);
        for (int at = 5; at < 15; at++)
          {
            g_assert_cmpint (abs (darkness (cr, upright ? 9 : at, upright ? at : 9) - cases[i].above), <=, 2);
            g_assert_cmpint (abs (darkness (cr, upright ? 10 : at, upright ? at : 10) - cases[i].on), <=, 2);
            g_assert_cmpint (abs (darkness (cr, upright ? 11 : at, upright ? at : 11) - cases[i].below), <=, 2);
          }
        /* Half of the last pixel. */
        g_assert_cmpint (abs (darkness (cr, upright ? 10 : 15, upright ? 15 : 10) - cases[i].on / 2), <=, 2);
        g_assert_cmpint (darkness (cr, upright ? 10 : 4, upright ? 4 : 10), ==, 0);
        g_assert_cmpint (darkness (cr, upright ? 10 : 16, upright ? 16 : 10), ==, 0);
        cairo_destroy (cr);
      }
}

/* As much ink as cairo lays, and in the same places. */
static void
test_like_cairo (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 400; i++)
    {
      BaryPoint from = { g_rand_double_range (random, -40, 160), g_rand_double_range (random, -40, 160) };
      BaryPoint to = { g_rand_double_range (random, -40, 160), g_rand_double_range (random, -40, 160) };
      double width = g_rand_double_range (random, 0.4, 3), ours, theirs;
      cairo_t *cr = make_paper (), *other = make_paper ();

      line (cr, from, to, width);
      cairo_set_source_rgb (other, 0, 0, 0);
      cairo_set_line_width (other, width);
      cairo_move_to (other, from.x, from.y);
      cairo_line_to (other, to.x, to.y);
      cairo_stroke (other);
      ours = all_darkness (cr);
      theirs = all_darkness (other);
      g_assert_cmpfloat (fabs (ours - theirs), <=, 0.05 * theirs + 2.5);
      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
          if (darkness (other, x, y) > 240)
            g_assert_cmpint (darkness (cr, x, y), >, 90);
      cairo_destroy (cr);
      cairo_destroy (other);
    }
}

static void
test_clip (void)
{
  cairo_t *cr = make_paper ();

  cairo_rectangle (cr, 20, 30, 40, 50);
  cairo_clip (cr);
  for (int i = -200; i < 400; i += 7)
    {
      line (cr, (BaryPoint) { -1e6, i }, (BaryPoint) { 1e6, i * 2 }, 1.5);
      line (cr, (BaryPoint) { i, -1e5 }, (BaryPoint) { i + 10, 1e5 }, 1.5);
    }
  g_assert_cmpfloat (all_darkness (cr), >, 100);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      if (x < 20 || x >= 60 || y < 30 || y >= 80)
        g_assert_cmpint (darkness (cr, x, y), ==, 0);
  cairo_destroy (cr);
}

/* Alpha mixes; twice half is three quarters. */
static void
test_alpha (void)
{
  cairo_t *cr = make_paper ();
  BaryInk half = { { 0, 0, 0 }, 0.5 };
  BaryLinePainter painter;

  g_assert_true (bary_line_painter_begin (&painter, cr));
  bary_line_painter_line (&painter, (BaryPoint) { 0, 10.5 }, (BaryPoint) { 100, 10.5 }, 1, &half);
  g_assert_cmpint (abs (darkness (cr, 50, 10) - 128), <=, 2);
  bary_line_painter_line (&painter, (BaryPoint) { 0, 10.5 }, (BaryPoint) { 100, 10.5 }, 1, &half);
  g_assert_cmpint (abs (darkness (cr, 50, 10) - 191), <=, 3);
  cairo_destroy (cr);
}

static void
test_dashes (void)
{
  static const double dashes[] = { 6, 4 };
  cairo_t *cr = make_paper ();
  BaryStroke stroke = { black, 1, dashes, 2, FALSE };
  BaryPoint points[3] = { { -33, 10.5 }, { 50, 10.5 }, { 110, 10.5 } };
  BaryLinePainter painter;

  g_assert_true (bary_line_painter_begin (&painter, cr));
  bary_line_painter_stroke (&painter, points, 3, &stroke);
  /* The pattern starts at -33 and goes on through the second piece. */
  for (int x = 0; x < 110; x++)
    g_assert_cmpint (darkness (cr, x, 10), ==, (x + 33) % 10 < 6 ? 255 : 0);
  cairo_destroy (cr);
}

/* Twice the pixels, the same units; a turned page is cairo's matter. */
static void
test_scaled (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  BaryLinePainter painter;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, 2, 2);
  cr = cairo_create (surface);
  cairo_translate (cr, 3, 4);
  g_assert_true (bary_line_painter_begin (&painter, cr));
  g_assert_cmpfloat (painter.scale, ==, 2);
  g_assert_cmpfloat (painter.x, ==, 6);
  g_assert_cmpfloat (painter.y, ==, 8);
  g_assert_cmpint (painter.right, ==, SIZE);
  cairo_rotate (cr, 0.3);
  g_assert_false (bary_line_painter_begin (&painter, cr));
  cairo_destroy (cr);
  cr = cairo_create (record);
  g_assert_false (bary_line_painter_begin (&painter, cr));
  cairo_destroy (cr);
  cairo_surface_destroy (record);
  cairo_surface_destroy (surface);
}

static double
difference (cairo_t *a,
            cairo_t *b)
{
  double all = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      all += abs (darkness (a, x, y) - darkness (b, x, y)) / 255.0;
  return all;
}

static void
test_box (void)
{
  cairo_t *cr = make_paper (), *other = make_paper ();
  BaryBox box = { 60.3, 50.6, 70, 30 };
  BaryInk grey = { { 0.6, 0.6, 0.6 }, 1 };
  BaryLinePainter painter;

  g_assert_true (bary_line_painter_begin (&painter, cr));
  bary_line_painter_box (&painter, &box, 7, &grey, &black, 1.6);
  bary_draw_rounded (other, box.x - 35, box.y - 15, 70, 30, 7);
  cairo_set_source_rgb (other, 0.6, 0.6, 0.6);
  cairo_fill_preserve (other);
  cairo_set_source_rgb (other, 0, 0, 0);
  cairo_set_line_width (other, 1.6);
  cairo_stroke (other);
  g_assert_cmpfloat (difference (cr, other), <, 0.05 * all_darkness (other));
  cairo_destroy (cr);
  cairo_destroy (other);
}

static void
trace (cairo_t          *cr,
       const BarySector *it)
{
  cairo_save (cr);
  cairo_translate (cr, it->x, it->y);
  cairo_scale (cr, it->stretch, 1);
  cairo_arc_negative (cr, 0, 0, MAX (it->inner, 0.01), it->end, it->start);
  cairo_arc (cr, 0, 0, it->outer, it->start, it->end);
  cairo_close_path (cr);
  cairo_restore (cr);
}

static void
test_sector (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++)
    {
      double start = g_rand_double_range (random, -7, 7);
      BarySector it = { g_rand_double_range (random, 20, 100), g_rand_double_range (random, 20, 100), g_rand_double_range (random, 1, 1.6),
                        start, start + g_rand_double_range (random, 0.2, G_PI), i % 2 ? 15 : 0, g_rand_double_range (random, 20, 60) };
      cairo_t *cr = make_paper (), *other = make_paper ();
      BaryLinePainter painter;

      g_assert_true (bary_line_painter_begin (&painter, cr));
      bary_line_painter_sector (&painter, &it, &black, BARY_HATCH_NONE, NULL);
      trace (other, &it);
      cairo_set_source_rgb (other, 0, 0, 0);
      cairo_fill (other);
      g_assert_cmpfloat (difference (cr, other), <, 0.02 * all_darkness (other) + 70);
      cairo_destroy (cr);
      cairo_destroy (other);
    }
}

static void
test_sprites (void)
{
  BarySprites *sprites = bary_sprites_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 200; i++)
    {
      BaryShape shape = i % BARY_N_SHAPES;
      double x = g_rand_double_range (random, -3, 123), y = g_rand_double_range (random, 20, 100), radius = g_rand_double_range (random, 2, 20);
      cairo_t *cr = make_paper (), *other = make_paper ();
      BaryLinePainter painter;

      g_assert_true (bary_line_painter_begin (&painter, cr));
      bary_sprites_paint (sprites, &painter, shape, x, y, radius, &black);
      bary_draw_shape (other, shape, x, y, radius);
      cairo_set_source_rgb (other, 0, 0, 0);
      cairo_fill (other);
      g_assert_cmpfloat (difference (cr, other), <, 2.2 * radius + 2);
      cairo_destroy (cr);
      cairo_destroy (other);
    }
  bary_sprites_free (sprites);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-painter/known", test_known);
  g_test_add_func ("/line-painter/like-cairo", test_like_cairo);
  g_test_add_func ("/line-painter/clip", test_clip);
  g_test_add_func ("/line-painter/alpha", test_alpha);
  g_test_add_func ("/line-painter/dashes", test_dashes);
  g_test_add_func ("/line-painter/scaled", test_scaled);
  g_test_add_func ("/line-painter/box", test_box);
  g_test_add_func ("/line-painter/sector", test_sector);
  g_test_add_func ("/line-painter/sprites", test_sprites);
  return g_test_run ();
}
