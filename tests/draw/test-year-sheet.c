#include "bary-year-sheet.h"

#include <string.h>

static BaryYearSheet *
make_sheet (BaryDaySpan days)
{
  BarySchoolTerms terms;
  BaryYearSheet *sheet;
  BaryDay may = bary_day_from_iso ("2026-05-12"), march = bary_day_from_iso ("2026-03-01");

  bary_school_terms_init_usual (&terms, 2025);
  sheet = bary_year_sheet_new (days, &terms, NULL);
  bary_year_sheet_add_row (sheet, "Экологическое воспитание", "2 мероприятия");
  bary_year_sheet_add_row (sheet, "Профилактика", NULL);
  bary_year_sheet_add_event (sheet, 0, "Слёт «Эколята»", (BaryDaySpan) { may, may }, FALSE, BARY_SHEET_PLANNED);
  bary_year_sheet_add_event (sheet, 1, "Мониторинг", (BaryDaySpan) { march, may }, TRUE, BARY_SHEET_PLANNED);
  bary_year_sheet_add_event (sheet, 0, "Отменённое", (BaryDaySpan) { march, march }, FALSE, BARY_SHEET_CANCELLED);
  bary_year_sheet_lay_out (sheet, 1000, 1);
  return sheet;
}

static cairo_surface_t *
paint (BaryYearSheet   *sheet,
       const BaryTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, (int) bary_year_sheet_get_height (sheet));
  cairo_t *cr = cairo_create (surface);

  bary_year_sheet_paint_body (sheet, cr, theme, BARY_NO_DAY);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface,
       double           x,
       double           y)
{
  guint32 colour;

  memcpy (&colour, cairo_image_surface_get_data (surface) + cairo_image_surface_get_stride (surface) * (int) y + 4 * (int) x, 4);
  return colour & 0xffffff;
}

static guint32
to_pixel (BaryColour colour)
{
  return (guint32) (colour.red * 255 + 0.5) << 16 | (guint32) (colour.green * 255 + 0.5) << 8 | (guint32) (colour.blue * 255 + 0.5);
}

static void
test_find (void)
{
  g_autoptr (BaryYearSheet) sheet = make_sheet (bary_school_year_span (2025));

  for (guint i = 0; i < bary_year_sheet_get_n_events (sheet); i++)
    {
      const BaryBox *box = bary_year_sheet_get_box (sheet, i);

      g_assert_cmpint (bary_year_sheet_find (sheet, box->x, box->y), ==, (int) i);
    }
  g_assert_cmpint (bary_year_sheet_find (sheet, 20, 20), ==, -1);
  g_assert_cmpuint (bary_year_sheet_get_day (sheet, bary_year_sheet_get_box (sheet, 0)->x), ==, bary_day_from_iso ("2026-05-12"));
}

/* An exact event is filled with the accent, a cancelled one is empty, and a vague one is neither all through. */
static void
test_marks (void)
{
  g_autoptr (BaryYearSheet) sheet = make_sheet (bary_school_year_span (2025));

  for (BaryThemeKind kind = 0; kind < BARY_N_THEMES; kind++)
    {
      const BaryTheme *theme = bary_theme_get (kind);
      cairo_surface_t *surface = paint (sheet, theme);
      const BaryBox *exact = bary_year_sheet_get_box (sheet, 0), *vague = bary_year_sheet_get_box (sheet, 1);
      guint n_accent = 0, n = 0;

      g_assert_cmphex (pixel (surface, exact->x, exact->y), ==, to_pixel (theme->accent));
      for (double x = vague->x - vague->width / 2 + 2; x < vague->x + vague->width / 2 - 2; x++, n++)
        n_accent += pixel (surface, x, vague->y) == to_pixel (theme->accent);
      g_assert_cmpuint (n_accent, <, n / 2);
      cairo_surface_destroy (surface);
    }
}

/* A month has room for names, and shows nothing of other months. */
static void
test_month (void)
{
  g_autoptr (BaryYearSheet) sheet = make_sheet ((BaryDaySpan) { bary_day_from_iso ("2026-05-01"), bary_day_from_iso ("2026-05-31") });
  const BaryBox *event = bary_year_sheet_get_box (sheet, 0);

  g_assert_cmpint (bary_year_sheet_find (sheet, event->x + event->width / 2 + 20, event->y), ==, 0);
  g_assert_cmpfloat (bary_year_sheet_get_box (sheet, 2)->width, ==, 0);
  g_assert_cmpfloat (bary_year_sheet_get_box (sheet, 1)->width, >, 200);
}

/* A quarter has a line before each of its Mondays. */
static void
test_weeks (void)
{
  BaryDaySpan days = { bary_day_from_iso ("2025-11-03"), bary_day_from_iso ("2025-12-30") };
  g_autoptr (BaryYearSheet) sheet = make_sheet (days);
  cairo_surface_t *surface = paint (sheet, bary_theme_get (BARY_THEME_LIGHT));
  double y = bary_year_sheet_get_height (sheet) - 4;

  for (BaryDay monday = days.first + 7; monday <= days.last; monday += 7)
    {
      double line = bary_year_sheet_get_x (sheet, monday), ground = bary_year_sheet_get_x (sheet, monday + 1) + 4;

      g_assert_cmphex (pixel (surface, line, y), !=, pixel (surface, ground, y));
      g_assert_cmphex (pixel (surface, line + 3, y), ==, pixel (surface, ground, y));
    }
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year-sheet/find", test_find);
  g_test_add_func ("/year-sheet/marks", test_marks);
  g_test_add_func ("/year-sheet/month", test_month);
  g_test_add_func ("/year-sheet/weeks", test_weeks);
  return g_test_run ();
}
