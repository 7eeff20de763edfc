#include "bary-test-report.h"

#include "bary-pages-private.h"

#define ROUNDS 200
#define LONG_ROUNDS 20000

static GArray *
get_page (const BaryPages *pages,
          guint            page)
{
  return pages->pages->pdata[page];
}

static void
assert_headings_repeated (const BaryPages *pages,
                          const GArray    *page)
{
  const BaryStrip *first = bary_pages_strip (pages, g_array_index (page, BarySlice, 0).strip);

  if (page->len > 0 && first->block->kind == BARY_BLOCK_TABLE)
    g_assert_true (first->is_head);
}

/* Slices stand one below the other on the sheet, and nothing is last on it that is kept with what follows. */
static void
assert_page (const BaryPages *pages,
             guint            number)
{
  const GArray *page = get_page (pages, number);
  double y = 0;

  for (guint i = 0; i < page->len; i++)
    {
      const BarySlice *slice = &g_array_index (page, BarySlice, i);

      g_assert_cmpfloat (slice->y, >=, y - 1e-6);
      y = slice->y + slice->height;
    }
  g_assert_cmpfloat (y, <=, pages->height + 1);
  assert_headings_repeated (pages, page);
  if (number + 1 < pages->pages->len)
    {
      const BarySlice *last = &g_array_index (page, BarySlice, page->len - 1);
      guint kept_sum = 0;

      for (guint i = 0; i < page->len; i++)
        kept_sum += !bary_pages_strip (pages, g_array_index (page, BarySlice, i).strip)->keep;
      if (kept_sum > 0)
        g_assert_false (bary_pages_strip (pages, last->strip)->keep);
    }
}

typedef struct {
  guint  next;   /* strip */
  guint *lines;  /* (nullable): of the strip before, if it goes on */
} Reading;

static gboolean
is_ended (const BaryStrip *strip,
          const BarySlice *slice)
{
  for (guint i = 0; slice->lines != NULL && i < strip->n_cells; i++)
    if (slice->lines[2 * i + 1] < (guint) pango_layout_get_line_count (strip->cells[i].layout))
      return FALSE;
  return TRUE;
}

/* Every line of every strip comes once, in order. */
static void
assert_whole (const BaryPages *pages)
{
  Reading reading = { 0 };

  for (guint p = 0; p < pages->pages->len; p++)
    for (guint i = 0; i < get_page (pages, p)->len; i++)
      {
        const BarySlice *slice = &g_array_index (get_page (pages, p), BarySlice, i);
        const BaryStrip *strip = bary_pages_strip (pages, slice->strip);

        if (strip->is_head && slice->strip < reading.next)
          continue;
        g_assert_cmpuint (slice->strip, ==, reading.next);
        for (guint c = 0; slice->lines != NULL && c < strip->n_cells; c++)
          g_assert_cmpuint (slice->lines[2 * c], ==, reading.lines != NULL ? reading.lines[2 * c + 1] : 0);
        reading.lines = is_ended (strip, slice) ? NULL : slice->lines;
        reading.next += reading.lines == NULL;
      }
  g_assert_cmpuint (reading.next, ==, pages->strips->len);
}

static BaryReport *
make_random (GRand *rand)
{
  BaryReport *report = bary_report_new ("Случайный документ", g_rand_boolean (rand) ? BARY_PAPER_A4 : BARY_PAPER_A3,
                                        g_rand_boolean (rand));
  guint n_rows = (guint) g_rand_int_range (rand, 0, 30);
  g_autofree char *paragraph = bary_test_report_words (rand, (guint) g_rand_int_range (rand, 0, 1500));
  BaryReportTable *table;

  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, paragraph);
  bary_report_add_heading (report, 2, "Таблица");
  table = bary_report_add_table (report, "Таблица");
  for (guint i = 0; i < 3; i++)
    bary_report_table_add_column (table, "Столбец", g_rand_double_range (rand, 0.2, 3), BARY_ALIGN_LEFT);
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean huge = g_rand_int_range (rand, 0, 10) == 0;
      g_autofree char *a = bary_test_report_words (rand, (guint) g_rand_int_range (rand, 0, huge ? 1500 : 40));
      g_autofree char *b = bary_test_report_words (rand, (guint) g_rand_int_range (rand, 0, 40));
      const char *const cells[] = { b, a, NULL };

      if (g_rand_int_range (rand, 0, 8) == 0)
        bary_report_table_add_section (table, "Раздел");
      bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
    }
  return report;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? LONG_ROUNDS : ROUNDS;

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (BaryReport) report = make_random (rand);
      g_autoptr (BaryPages) pages = bary_pages_new (report, "DejaVu Sans");

      for (guint p = 0; p < bary_pages_count (pages); p++)
        assert_page (pages, p);
      assert_whole (pages);
    }
}

/* A row that fits on a sheet is never cut. */
static void
test_whole_rows (void)
{
  g_autoptr (BaryReport) report = bary_test_report_new (200, TRUE);
  g_autoptr (BaryPages) pages = bary_pages_new (report, "DejaVu Sans");

  g_assert_cmpuint (bary_pages_count (pages), >, 8);
  for (guint p = 0; p < bary_pages_count (pages); p++)
    for (guint i = 0; i < get_page (pages, p)->len; i++)
      g_assert_null (g_array_index (get_page (pages, p), BarySlice, i).lines);
}

static void
test_sheet (void)
{
  g_autoptr (BaryReport) report = bary_report_new ("Лист", BARY_PAPER_A3, TRUE);
  g_autoptr (BaryPages) pages = bary_pages_new (report, NULL);
  BarySheetSize sheet;

  bary_pages_get_sheet (pages, &sheet);
  g_assert_cmpfloat_with_epsilon (sheet.width, 420 * BARY_MILLIMETRE, 0.01);
  g_assert_cmpfloat_with_epsilon (sheet.height, 297 * BARY_MILLIMETRE, 0.01);
  g_assert_cmpuint (bary_pages_count (pages), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/sheet", test_sheet);
  g_test_add_func ("/pages/whole-rows", test_whole_rows);
  g_test_add_func ("/pages/random", test_random);
  return g_test_run ();
}
