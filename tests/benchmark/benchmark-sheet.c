#include "bary-year-sheet.h"

#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A plan of 2,000 events in eight clusters, drawn as a year, a quarter and a month on 1280 pixels, against the least that must be
 * done for it: bare cairo fills of as many boxes and as many texts. As it is drawn again and again, and from the events on, as
 * for the first time. */

#define N_EVENTS 2000
#define N_CLUSTERS 8
#define WIDTH 1280
#define FRAMES 9

/* Of this thread alone, in milliseconds: what else the machine does matters less. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static BaryYearSheet *
make_sheet (BaryDaySpan days)
{
  BaryDaySpan year = bary_school_year_span (2025);
  GRand *dice = g_rand_new_with_seed (5);
  BarySchoolTerms terms;
  BaryYearSheet *sheet;

  bary_school_terms_init_usual (&terms, 2025);
  sheet = bary_year_sheet_new (days, &terms, NULL);
  for (guint i = 0; i < N_CLUSTERS; i++)
    bary_year_sheet_add_row (sheet, "Гражданско-патриотическое воспитание", "250 мероприятий");
  for (guint i = 0; i < N_EVENTS; i++)
    {
      BaryDay first = year.first + (BaryDay) g_rand_int_range (dice, 0, 300);
      gboolean vague = i % 5 == 0;
      BaryDaySpan span = { first, vague ? first + 30 : first };

      bary_year_sheet_add_event (sheet, i % N_CLUSTERS, "Районный конкурс чтецов «Живое слово»", span, vague, BARY_SHEET_PLANNED);
    }
  bary_year_sheet_lay_out (sheet, WIDTH, 1);
  g_rand_free (dice);
  return sheet;
}

static void
paint_ours (BaryYearSheet *sheet,
            cairo_t       *cr)
{
  bary_year_sheet_paint_body (sheet, cr, bary_theme_get (BARY_THEME_LIGHT), BARY_NO_DAY);
}

/* @texts: whether there is a name beside each mark */
static void
paint_bare (BaryYearSheet *sheet,
            cairo_t       *cr,
            gboolean       texts)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8.5");

  pango_layout_set_font_description (layout, font);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      const BaryBox *box = bary_year_sheet_get_box (sheet, i);

      if (box->width <= 0)
        continue;
      cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
      cairo_rectangle (cr, box->x - box->width / 2, box->y - box->height / 2, box->width, box->height);
      cairo_fill (cr);
      if (!texts)
        continue;
      pango_layout_set_text (layout, "Районный конкурс чтецов «Живое слово»", -1);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, box->x, box->y);
      pango_cairo_show_layout (cr, layout);
    }
  for (guint i = 0; i < 2 * N_CLUSTERS; i++)
    {
      cairo_move_to (cr, 8, 60 * i);
      pango_layout_set_text (layout, "Гражданско-патриотическое воспитание", -1);
      pango_cairo_show_layout (cr, layout);
    }
  pango_font_description_free (font);
}

static void
report (const char *name,
        double     *ours,
        double     *bare,
        const char *goal)
{
  qsort (ours, FRAMES, sizeof (double), compare);
  qsort (bare, FRAMES, sizeof (double), compare);
  printf ("%s: %.2f%s\n", name, ours[FRAMES / 2] / bare[FRAMES / 2], goal);
}

/* Returns: the time it takes. @paint_bare_texts: negative for our own painting */
static double
time_frame (BaryYearSheet   *sheet,
            cairo_surface_t *surface,
            int              paint_bare_texts)
{
  cairo_t *cr = cairo_create (surface);
  double start = now ();

  if (paint_bare_texts < 0)
    paint_ours (sheet, cr);
  else
    paint_bare (sheet, cr, paint_bare_texts);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  return now () - start;
}

static void
measure (const char  *name,
         BaryDaySpan  days,
         gboolean     texts)
{
  g_autoptr (BaryYearSheet) sheet = make_sheet (days);
  g_autofree char *first_name = g_strconcat (name, "-first", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) bary_year_sheet_get_height (sheet));
  double ours[FRAMES], bare[FRAMES], first[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    {
      double start = now ();
      g_autoptr (BaryYearSheet) another = make_sheet (days);

      time_frame (another, surface, -1);
      first[i] = now () - start;
      ours[i] = time_frame (sheet, surface, -1);
      bare[i] = time_frame (sheet, surface, texts);
    }
  report (name, ours, bare, " (goal at most 1.3)");
  report (first_name, first, bare, "");
  cairo_surface_destroy (surface);
}

int
main (void)
{
  measure ("sheet-year", bary_school_year_span (2025), FALSE);
  measure ("sheet-quarter", (BaryDaySpan) { bary_day_new (2025, 9, 1), bary_day_new (2025, 11, 4) }, TRUE);
  measure ("sheet-month", (BaryDaySpan) { bary_day_new (2025, 10, 1), bary_day_new (2025, 10, 31) }, TRUE);
  return 0;
}
