#include "bary-score-chart.h"

#include <string.h>

#define WIDTH 600

static BaryChartRow *
add_row (BaryScoreChart *chart,
         const char     *label,
         double          one,
         double          other)
{
  BaryChartRow *row = bary_score_chart_add (chart, label);

  row->dots = g_new (double, 2);
  row->dots[0] = one;
  row->dots[1] = other;
  row->n_dots = 2;
  return row;
}

static void
assert_range (const BaryScoreChart *chart,
              double                least,
              double                most,
              double                step)
{
  double found[3];

  bary_score_chart_get_range (chart, &found[0], &found[1], &found[2]);
  g_assert_cmpfloat_with_epsilon (found[0], least, 1e-9);
  g_assert_cmpfloat_with_epsilon (found[1], most, 1e-9);
  g_assert_cmpfloat_with_epsilon (found[2], step, 1e-9);
}

static void
test_range (void)
{
  g_autoptr (BaryScoreChart) chart = bary_score_chart_new ();
  BaryChartRow *row;

  add_row (chart, "A", 6, 30);
  assert_range (chart, 5, 30, 5);
  row = add_row (chart, "B", 10, 10);
  row->has_interval = TRUE;
  row->low = -1.5;
  row->high = 12;
  assert_range (chart, -5, 30, 5);
  chart->has_line = TRUE;
  chart->line = 33;
  assert_range (chart, -5, 35, 5);
}

static void
test_range_of_little (void)
{
  g_autoptr (BaryScoreChart) none = bary_score_chart_new ();
  g_autoptr (BaryScoreChart) equal = bary_score_chart_new ();
  double least, most, step;

  bary_score_chart_get_range (none, &least, &most, &step);
  g_assert_cmpfloat (most, >, least);
  add_row (equal, "A", 7, 7);
  bary_score_chart_get_range (equal, &least, &most, &step);
  g_assert_cmpfloat (least, <=, 7);
  g_assert_cmpfloat (most, >, least);
}

static void
test_places_keep_proportion (void)
{
  g_autoptr (BaryScoreChart) chart = bary_score_chart_new ();
  double first, second, third;

  add_row (chart, "A", 0, 10);
  first = bary_score_chart_get_x (chart, WIDTH, 0);
  second = bary_score_chart_get_x (chart, WIDTH, 5);
  third = bary_score_chart_get_x (chart, WIDTH, 10);
  g_assert_cmpfloat_with_epsilon (second - first, third - second, 1e-9);
  g_assert_cmpfloat (first, >, 0);
  g_assert_cmpfloat (third, <, WIDTH);
}

static void
test_rows_are_found (void)
{
  g_autoptr (BaryScoreChart) chart = bary_score_chart_new ();

  add_row (chart, "A", 0, 10);
  add_row (chart, "B", 0, 5);
  g_assert_cmpint (bary_score_chart_find_row (chart, -1), ==, -1);
  g_assert_cmpint (bary_score_chart_find_row (chart, 13), ==, 0);
  g_assert_cmpint (bary_score_chart_find_row (chart, 39), ==, 1);
  g_assert_cmpint (bary_score_chart_find_row (chart, bary_score_chart_get_height (chart) - 1), ==, -1);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);
  return pixel;
}

/* A dot is where its figure is, and nowhere else in its row. */
static void
test_a_dot_is_painted (void)
{
  g_autoptr (BaryScoreChart) chart = bary_score_chart_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  int x, y = 13;

  add_row (chart, "A", 0, 10);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) bary_score_chart_get_height (chart));
  cr = cairo_create (surface);
  context = pango_cairo_create_context (cr);
  bary_score_chart_paint (chart, cr, context, WIDTH, bary_theme_get (BARY_THEME_LIGHT));
  cairo_surface_flush (surface);
  x = (int) bary_score_chart_get_x (chart, WIDTH, 10);
  g_assert_cmpuint (get_pixel (surface, x, y), !=, 0);
  x = (int) bary_score_chart_get_x (chart, WIDTH, 4.5);
  g_assert_cmpuint (get_pixel (surface, x, y), ==, 0);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score-chart/range", test_range);
  g_test_add_func ("/score-chart/range-of-little", test_range_of_little);
  g_test_add_func ("/score-chart/places", test_places_keep_proportion);
  g_test_add_func ("/score-chart/rows", test_rows_are_found);
  g_test_add_func ("/score-chart/dot", test_a_dot_is_painted);

  return g_test_run ();
}
