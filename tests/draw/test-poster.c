#include "bary-poster.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

static const struct {
  double width, height;
} pictures[] = { { 780, 520 }, { 500, 900 }, { 9000, 6000 }, { 12000, 300 }, { 40, 7000 }, { 1, 1 }, { 0, 0 } };

static void
test_papers (void)
{
  BarySheetSize size, smaller;
  BaryPaper paper;

  for (BaryPaper i = BARY_PAPER_A4; i < BARY_N_PAPERS; i++)
    {
      g_assert_true (bary_paper_from_name (bary_paper_get_name (i), &paper));
      g_assert_cmpuint (paper, ==, i);
      bary_paper_get_size (i, &size);
      g_assert_cmpfloat_with_epsilon (size.height / size.width, G_SQRT2, 0.005);
      if (i > BARY_PAPER_A4)
        {
          bary_paper_get_size (i - 1, &smaller);
          g_assert_cmpfloat_with_epsilon (size.width, smaller.height, NEAR);
        }
    }
  g_assert_true (bary_paper_from_name ("a3", &paper));
  g_assert_cmpuint (paper, ==, BARY_PAPER_A3);
  g_assert_false (bary_paper_from_name ("B5", &paper));
}

static void
assert_inside (const BaryPoster *poster)
{
  double width = poster->columns * (poster->sheet.width - 2 * poster->sheet.margin) - (poster->columns - 1) * poster->overlap;
  double height = poster->rows * (poster->sheet.height - 2 * poster->sheet.margin) - (poster->rows - 1) * poster->overlap;

  g_assert_cmpfloat (poster->picture_width * poster->scale, <=, width + NEAR);
  g_assert_cmpfloat (poster->picture_height * poster->scale, <=, height + NEAR);
  g_assert_true (fabs (poster->picture_width * poster->scale - width) < NEAR ||
                 fabs (poster->picture_height * poster->scale - height) < NEAR);
}

static void
test_fit (void)
{
  BarySheetSize a4;
  BaryPoster poster;

  bary_paper_get_size (BARY_PAPER_A4, &a4);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      bary_poster_fit (&poster, &a4, TRUE, pictures[i].width, pictures[i].height);
      g_assert_cmpuint (bary_poster_count_sheets (&poster), ==, 1);
      g_assert_true ((poster.sheet.width > poster.sheet.height) == (pictures[i].width > pictures[i].height));
      assert_inside (&poster);
      bary_poster_fit (&poster, &a4, FALSE, pictures[i].width, pictures[i].height);
      g_assert_cmpfloat (poster.sheet.width, ==, a4.width);
      assert_inside (&poster);
    }
}

/* Each point of the picture is on some sheet, and neighbours show the same strip. */
static void
assert_covered (const BaryPoster *poster)
{
  for (guint i = 0; i < bary_poster_count_sheets (poster); i++)
    {
      BarySheet sheet, next;

      bary_poster_get_sheet (poster, i, &sheet);
      if (sheet.column == 0)
        g_assert_cmpfloat (sheet.left, >=, sheet.x - NEAR);
      else
        g_assert_cmpfloat (sheet.lap_left, ==, poster->overlap);
      if (sheet.row == 0)
        g_assert_cmpfloat (sheet.top, >=, sheet.y - NEAR);
      if (sheet.column + 1 == poster->columns)
        {
          g_assert_cmpfloat (sheet.left + poster->picture_width * poster->scale, <=, sheet.x + sheet.width + NEAR);
          g_assert_cmpfloat (sheet.lap_right, ==, 0);
          continue;
        }
      bary_poster_get_sheet (poster, i + 1, &next);
      g_assert_cmpfloat_with_epsilon (sheet.left - next.left, sheet.width - poster->overlap, NEAR);
      g_assert_cmpfloat (sheet.top, ==, next.top);
    }
}

static void
test_plan (void)
{
  BarySheetSize size;
  BaryPoster poster;

  for (BaryPaper paper = BARY_PAPER_A4; paper <= BARY_PAPER_A3; paper++)
    for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
      {
        bary_paper_get_size (paper, &size);
        if (!bary_poster_plan (&poster, &size, TRUE, pictures[i].width, pictures[i].height, 1))
          g_assert_not_reached ();
        g_assert_cmpfloat (poster.scale, >=, 1 - NEAR);
        assert_inside (&poster);
        assert_covered (&poster);
      }
}

/* Fewer sheets would make the letters too small, lying or not. */
static void
assert_fewest (const BaryPoster    *poster,
               const BarySheetSize *sheet,
               double               label)
{
  guint n = bary_poster_count_sheets (poster);

  for (guint lying = 0; lying < 2; lying++)
    for (guint columns = 1; columns < n; columns++)
      for (guint rows = 1; rows * columns < n; rows++)
        {
          double across = (lying ? sheet->height : sheet->width) - 2 * sheet->margin;
          double down = (lying ? sheet->width : sheet->height) - 2 * sheet->margin;
          double width = columns * across - (columns - 1) * poster->overlap;
          double height = rows * down - (rows - 1) * poster->overlap;

          g_assert_cmpfloat (MIN (width / poster->picture_width, height / poster->picture_height) * label, <,
                             BARY_SMALLEST_LABEL);
        }
}

static void
test_label (void)
{
  BarySheetSize a4;
  BaryPoster poster, fitted;

  bary_paper_get_size (BARY_PAPER_A4, &a4);
  for (double width = 900; width < 6000; width *= 1.3)
    {
      g_assert_true (bary_poster_plan_for_label (&poster, &a4, TRUE, width, width / 1.5, 9));
      g_assert_cmpfloat (poster.scale * 9, >=, BARY_SMALLEST_LABEL - NEAR);
      assert_fewest (&poster, &a4, 9);
    }

  g_assert_true (bary_poster_plan_for_label (&poster, &a4, TRUE, 700, 400, 9));
  g_assert_cmpuint (bary_poster_count_sheets (&poster), ==, 1);

  g_assert_false (bary_poster_plan_for_label (&poster, &a4, TRUE, 500000, 400000, 9));
  bary_poster_fit (&fitted, &a4, TRUE, 500000, 400000);
  g_assert_cmpuint (bary_poster_count_sheets (&poster), ==, 1);
  g_assert_cmpfloat (poster.scale, ==, fitted.scale);
}

static void
test_names (void)
{
  BarySheetSize a4;
  BaryPoster poster;
  g_autofree char *name = NULL;

  bary_paper_get_size (BARY_PAPER_A4, &a4);
  g_assert_true (bary_poster_plan (&poster, &a4, TRUE, 2000, 900, 1));
  g_assert_cmpuint (poster.columns, ==, 3);
  g_assert_cmpuint (poster.rows, ==, 2);
  name = bary_poster_name_sheet (&poster, 4);
  g_assert_cmpstr (name, ==, "5 of 6 · row 2, column 2");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/poster/papers", test_papers);
  g_test_add_func ("/poster/fit", test_fit);
  g_test_add_func ("/poster/plan", test_plan);
  g_test_add_func ("/poster/label", test_label);
  g_test_add_func ("/poster/names", test_names);
  return g_test_run ();
}
