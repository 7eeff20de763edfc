#include "bary-glyphs.h"

#include <math.h>
#include <stdlib.h>

#define SIDE 40

typedef struct {
  cairo_surface_t *surface;
  cairo_t         *cr;
} Paper;

static Paper
make_paper (void)
{
  Paper paper = { cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE) };

  paper.cr = cairo_create (paper.surface);
  cairo_set_source_rgb (paper.cr, 1, 1, 1);
  cairo_paint (paper.cr);
  cairo_set_source_rgb (paper.cr, 0, 0, 0);
  return paper;
}

static void
free_paper (Paper *paper)
{
  cairo_destroy (paper->cr);
  cairo_surface_destroy (paper->surface);
}

static int
blue_at (const Paper *paper,
         int          x,
         int          y)
{
  return cairo_image_surface_get_data (paper->surface)[y * cairo_image_surface_get_stride (paper->surface) + 4 * x];
}

static gulong
find_glyph (cairo_t    *cr,
            const char *letter)
{
  cairo_glyph_t *glyphs = NULL;
  int n = 0;
  gulong glyph;

  cairo_scaled_font_text_to_glyphs (cairo_get_scaled_font (cr), 0, 0, letter, -1, &glyphs, &n, NULL, NULL, NULL);
  g_assert_cmpint (n, ==, 1);
  glyph = glyphs[0].index;
  cairo_glyph_free (glyphs);
  return glyph;
}

static void
fill_outline (cairo_t *cr,
              gulong   number,
              double   size,
              double   x,
              double   baseline)
{
  cairo_glyph_t glyph = { number, x, baseline };
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  cairo_set_font_size (cr, size);
  cairo_glyph_path (cr, &glyph, 1);
  cairo_fill (cr);
}

static void
check_letter (BaryGlyphs *glyphs,
              const char *letter,
              double      size,
              double      x)
{
  Paper ours = make_paper (), theirs = make_paper ();
  BaryInk ink = { { 0, 0, 0 }, 1 };
  BaryLinePainter painter;
  gulong number;
  int darkest = 255;

  cairo_select_font_face (theirs.cr, "Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  number = find_glyph (theirs.cr, letter);
  g_assert_true (bary_line_painter_begin (&painter, ours.cr));
  bary_glyphs_paint (glyphs, &painter, cairo_get_font_face (theirs.cr), number, size, x, 28, &ink);
  bary_line_painter_end (&painter, ours.cr);
  fill_outline (theirs.cr, number, size, x, 28);
  cairo_surface_flush (theirs.surface);
  for (int row = 0; row < SIDE; row++)
    for (int column = 0; column < SIDE; column++)
      {
        g_assert_cmpint (abs (blue_at (&ours, column, row) - blue_at (&theirs, column, row)), <=, 12);
        darkest = MIN (darkest, blue_at (&ours, column, row));
      }
  g_assert_cmpint (darkest, <, 160);
  free_paper (&ours);
  free_paper (&theirs);
}

/* A letter is what cairo makes of its outline, wherever in a pixel it begins, also where it is cut by the edge. */
static void
test_letters (void)
{
  static const char *const letters[] = { "Ж", "№", "о", "Щ" };
  BaryGlyphs *glyphs = bary_glyphs_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
      for (guint place = 0; place < 4; place++)
        {
          check_letter (glyphs, letters[i], 9.5, 12 + (place + 0.5) / 4);
          check_letter (glyphs, letters[i], 24, 6 + (place + 0.5) / 4);
          check_letter (glyphs, letters[i], 24, -5 + (place + 0.5) / 4);
          check_letter (glyphs, letters[i], 24, 30 + (place + 0.5) / 4);
        }
  bary_glyphs_free (glyphs);
}

/* Nothing that is empty has pixels. */
static void
test_empty (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 5, 7);
  g_autofree BaryMask *mask = bary_mask_new (surface, -2, -3);

  g_assert_cmpint (mask->width * mask->height, ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/glyphs/letters", test_letters);
  g_test_add_func ("/glyphs/empty", test_empty);
  return g_test_run ();
}
