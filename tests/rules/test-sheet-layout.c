#include "bary-sheet-layout.h"

#include <math.h>

#define N_ROWS 4
#define N_RANDOM 2000

static BarySheetMeasures
make_measures (void)
{
  return (BarySheetMeasures) {
    .days = bary_school_year_span (2025), .left = 100, .width = 730, .top = 10,
    .mark = 9, .lane = 13, .padding = 6, .least_row = 44, .most_label = 150,
  };
}

static BarySheetEntry
make_entry (guint       row,
            const char *first,
            const char *last,
            gboolean    vague)
{
  return (BarySheetEntry) { .row = row, .days = { bary_day_from_iso (first), bary_day_from_iso (last) }, .vague = vague };
}

/* 365 days on 730 units: two for each. */
static void
test_days (void)
{
  BarySheetMeasures measures = make_measures ();

  g_assert_cmpfloat_with_epsilon (bary_sheet_get_x (&measures, bary_day_from_iso ("2025-09-01")), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (bary_sheet_get_x (&measures, bary_day_from_iso ("2025-10-01")), 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (bary_sheet_get_x (&measures, bary_day_from_iso ("2026-08-31")), 828, 1e-9);
  for (BaryDay day = measures.days.first; day <= measures.days.last; day++)
    g_assert_cmpuint (bary_sheet_get_day (&measures, bary_sheet_get_x (&measures, day) + 1), ==, day);
  g_assert_cmpuint (bary_sheet_get_day (&measures, 0), ==, measures.days.first);
  g_assert_cmpuint (bary_sheet_get_day (&measures, 5000), ==, measures.days.last);
}

static void
test_lanes (void)
{
  BarySheetMeasures measures = make_measures ();
  BarySheetEntry entries[] = {
    make_entry (0, "2026-05-12", "2026-05-12", FALSE),
    make_entry (0, "2026-05-12", "2026-05-12", FALSE), /* in the way of the first */
    make_entry (0, "2026-03-01", "2026-05-31", TRUE),  /* vague: below both */
    make_entry (0, "2025-09-10", "2025-09-10", FALSE), /* in nobody's way */
    make_entry (2, "2024-01-01", "2024-01-02", FALSE), /* of another year: not shown */
  };
  BarySheetMark marks[G_N_ELEMENTS (entries)];
  BarySheetRow rows[3];
  double bottom = bary_sheet_lay_out (&measures, entries, G_N_ELEMENTS (entries), 3, marks, rows);

  g_assert_cmpuint (rows[0].n_lanes, ==, 3);
  g_assert_cmpuint (rows[1].n_lanes, ==, 0);
  g_assert_cmpuint (rows[2].n_lanes, ==, 0);
  g_assert_cmpfloat (marks[3].box.y, ==, marks[0].box.y);
  g_assert_cmpfloat (marks[1].box.y, ==, marks[0].box.y + 13);
  g_assert_cmpfloat (marks[2].box.y, ==, marks[0].box.y + 26);
  g_assert_cmpfloat (marks[0].box.width, ==, 9);
  g_assert_cmpfloat_with_epsilon (marks[2].box.width, 92 * 2, 1e-9);
  g_assert_cmpfloat (marks[4].box.width, ==, 0);
  g_assert_cmpfloat (rows[0].height, ==, 3 * 13 + 2 * 6);
  g_assert_cmpfloat (rows[1].height, ==, 44);
  g_assert_cmpfloat (bottom, ==, 10 + 51 + 44 + 44);
}

static void
test_names (void)
{
  BarySheetMeasures measures = make_measures ();
  BarySheetEntry entries[] = {
    make_entry (0, "2025-09-10", "2025-09-10", FALSE),
    make_entry (0, "2025-10-01", "2025-10-01", FALSE), /* under the name of the first */
    make_entry (1, "2026-08-31", "2026-08-31", FALSE), /* no room behind it */
    make_entry (2, "2025-09-01", "2026-05-31", TRUE),  /* has its name within */
    make_entry (0, "2025-12-05", "2025-12-05", FALSE), /* behind the name of the first, in its lane */
  };
  BarySheetMark marks[G_N_ELEMENTS (entries)];
  BarySheetRow rows[3];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i].label = 200;
  bary_sheet_lay_out (&measures, entries, G_N_ELEMENTS (entries), 3, marks, rows);
  g_assert_cmpfloat (marks[4].box.y, ==, marks[0].box.y);
  g_assert_cmpfloat (marks[0].label, >, 150); /* what is left before the next */
  g_assert_cmpfloat (marks[0].box.x + marks[0].box.width / 2 + marks[0].label, <, marks[4].box.x - marks[4].box.width / 2);
  g_assert_cmpfloat (marks[1].label, ==, 200); /* nothing comes behind it */
  g_assert_false (marks[0].inside);
  g_assert_cmpfloat (marks[1].box.y, >, marks[0].box.y);
  g_assert_cmpfloat (marks[2].label, ==, 0);
  g_assert_cmpfloat (marks[2].box.x + marks[2].box.width / 2, <=, 830);
  g_assert_true (marks[3].inside);
  g_assert_cmpfloat (marks[3].label, ==, 200);
}

static BarySheetEntry
make_random (void)
{
  BaryDaySpan year = bary_school_year_span (2025);
  BaryDay first = year.first + (BaryDay) g_test_rand_int_range (-20, 380);

  return (BarySheetEntry) {
    .row = (guint) g_test_rand_int_range (0, N_ROWS), .days = { first, first + (BaryDay) g_test_rand_int_range (0, 60) },
    .vague = g_test_rand_int_range (0, 3) == 0, .label = g_test_rand_int_range (0, 2) * 80,
  };
}

static void
assert_apart (const BarySheetMark *a,
              const BarySheetMark *b)
{
  double a_right = a->box.x + a->box.width / 2 + (a->inside ? 0 : a->label);
  double b_right = b->box.x + b->box.width / 2 + (b->inside ? 0 : b->label);

  if (fabs (a->box.y - b->box.y) < 1)
    g_assert_true (a_right <= b->box.x - b->box.width / 2 || b_right <= a->box.x - a->box.width / 2);
}

/* Nothing lies on anything else, everything is within its row, and the order of the entries does not matter to the rows. */
static void
test_random (void)
{
  BarySheetMeasures measures = make_measures ();
  BarySheetEntry entries[N_RANDOM], reversed[N_RANDOM];
  BarySheetMark marks[N_RANDOM], others[N_RANDOM];
  BarySheetRow rows[N_ROWS], other_rows[N_ROWS];

  for (guint i = 0; i < N_RANDOM; i++)
    reversed[N_RANDOM - 1 - i] = entries[i] = make_random ();
  bary_sheet_lay_out (&measures, entries, N_RANDOM, N_ROWS, marks, rows);
  bary_sheet_lay_out (&measures, reversed, N_RANDOM, N_ROWS, others, other_rows);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      const BarySheetRow *row = &rows[entries[i].row];

      g_assert_cmpint (marks[i].box.width > 0, ==, bary_day_span_overlaps (entries[i].days, measures.days));
      if (marks[i].box.width <= 0)
        continue;
      g_assert_cmpfloat (marks[i].box.y - 4.5, >=, row->y);
      g_assert_cmpfloat (marks[i].box.y + 4.5, <=, row->y + row->height);
      g_assert_cmpfloat (marks[i].box.x - marks[i].box.width / 2, >=, 100);
      for (guint j = 0; j < i; j++)
        if (marks[j].box.width > 0 && entries[j].row == entries[i].row)
          assert_apart (&marks[i], &marks[j]);
    }
  for (guint row = 0; row < N_ROWS; row++)
    g_assert_cmpuint (rows[row].n_lanes, ==, other_rows[row].n_lanes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-layout/days", test_days);
  g_test_add_func ("/sheet-layout/lanes", test_lanes);
  g_test_add_func ("/sheet-layout/names", test_names);
  g_test_add_func ("/sheet-layout/random", test_random);
  return g_test_run ();
}
