/* The PDF of a plan of 300 events against the same texts laid out by bare Pango in the same columns on as many pages. */

#include "bary-report-file.h"

#include "../report/bary-test-report.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS 300
#define COLUMNS 5
#define ROUNDS 9
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
#define MARGIN 50.0

typedef struct {
  char *cells[ROWS][COLUMNS];
} Texts;

static void
fill_texts (Texts *texts)
{
  static const int words[COLUMNS] = { 1, 14, 3, 6, 10 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < ROWS; i++)
    for (guint j = 0; j < COLUMNS; j++)
      texts->cells[i][j] = bary_test_report_words (rand, words[j]);
}

static cairo_status_t
count_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
write_own (Texts *texts)
{
  g_autoptr (BaryReport) report = bary_report_new ("План", BARY_PAPER_A4, TRUE);
  BaryReportTable *table = bary_report_add_table (report, "План");
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < COLUMNS; i++)
    bary_report_table_add_column (table, "Столбец", 1, BARY_ALIGN_LEFT);
  for (guint i = 0; i < ROWS; i++)
    bary_report_table_add_row (table, BARY_ROW_PLAIN, (const char *const *) texts->cells[i]);
  pdf = bary_report_to_bytes (report, BARY_REPORT_PDF, NULL);
}

/* Returns: the height of the row */
static double
draw_row (cairo_t     *cr,
          PangoLayout *layouts[],
          double       y)
{
  double width = (PAGE_WIDTH - 2 * MARGIN) / COLUMNS;
  int highest = 0;

  for (guint i = 0; i < COLUMNS; i++)
    {
      int height;

      pango_layout_get_size (layouts[i], NULL, &height);
      highest = MAX (highest, height);
    }
  if (y + (double) highest / PANGO_SCALE > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (cr);
      y = MARGIN;
    }
  for (guint i = 0; i < COLUMNS; i++)
    {
      cairo_move_to (cr, MARGIN + i * width, y);
      pango_cairo_show_layout (cr, layouts[i]);
      g_object_unref (layouts[i]);
    }
  return y + (double) highest / PANGO_SCALE;
}

static void
write_bare (Texts *texts)
{
  gsize bytes = 0;
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (count_cb, &bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (pdf);
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string ("PT Serif,Liberation Serif,serif 10");
  double y = MARGIN;

  for (guint i = 0; i < ROWS; i++)
    {
      PangoLayout *layouts[COLUMNS];

      for (guint j = 0; j < COLUMNS; j++)
        {
          layouts[j] = pango_layout_new (context);
          pango_layout_set_font_description (layouts[j], font);
          pango_layout_set_width (layouts[j], (int) ((PAGE_WIDTH - 2 * MARGIN) / COLUMNS * PANGO_SCALE));
          pango_layout_set_text (layouts[j], texts->cells[i][j], -1);
        }
      y = draw_row (cr, layouts, y);
    }
  pango_font_description_free (font);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  cairo_surface_destroy (pdf);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gint64
get_median (gint64 times[ROUNDS])
{
  qsort (times, ROUNDS, sizeof *times, compare_times);
  return times[ROUNDS / 2];
}

static gint64
measure (void  (*work) (Texts *),
         Texts  *texts)
{
  gint64 start = g_get_monotonic_time ();

  work (texts);
  return g_get_monotonic_time () - start;
}

int
main (void)
{
  Texts *texts = g_new0 (Texts, 1);
  gint64 own[ROUNDS], bare[ROUNDS];

  fill_texts (texts);
  for (guint i = 0; i < ROUNDS; i++)
    {
      own[i] = measure (write_own, texts);
      bare[i] = measure (write_bare, texts);
    }
  printf ("report pdf: %.3f\n", (double) get_median (own) / get_median (bare));
  printf ("# %.1f ms; bare Pango: %.1f ms\n", get_median (own) / 1e3, get_median (bare) / 1e3);
  return 0;
}
