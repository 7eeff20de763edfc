#include "bary-calibration-others.h"

#include "bary-test-marks.h"

#include <math.h>

#define PRINTED(value, expected, digits) \
  g_assert_cmpfloat_with_epsilon ((value), (expected), 0.5000001 * pow (10, -(digits)))

/* Five experts and nine applications with holes. M. Roos, J. Rothe, B. Scheuermann: How to calibrate the scores of biased
 * reviewers by quadratic programming. AAAI 2011. */
static const char roos[] =
  ".40 .44 - .67 - .81 .89 .95 .99/.15 .19 .32 .45 .49 .62 - - -/- .21 - .39 - .61 - .79 -/.20 - .20 - .60 - .70 - .80/"
  "- - .10 - .20 - .30 .40 .50";

/* J. Platt's and C. Burges' way, with a ridge of 1. */
static void
test_ridge (void)
{
  static const double applications[] = { .173954, .211280, .274609, .434614, .497943, .611280, .632114, .722773, .765447 };
  static const double experts[] = { .199817, .002331, .004010, .025989, -.232148 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (roos, TRUE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 1);

  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    PRINTED (solution->applications[a], applications[a], 6);
  for (guint e = 0; e < G_N_ELEMENTS (experts); e++)
    PRINTED (solution->experts[e], experts[e], 6);
}

/* The paper's example: two digits are published there, four by others. */
static void
test_scaled (void)
{
  static const double applications[] = { 0, .0455, .1826, .4019, .5320, .6809, .7545, .9163, 1 };
  static const double scales[] = { 1.02419, .93145, .91364, .86116, 1.26955 }, shifts[] = { .45334, .18596, .17562, .15979, 0 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (roos, TRUE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);
  g_autoptr (BaryScaledMarks) scaled = bary_scaled_marks_new (marks, solution);

  g_assert_cmpint (scaled->fault, ==, BARY_MEASURE_KNOWN);
  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    PRINTED (scaled->applications[a], applications[a], 4);
  for (guint e = 0; e < G_N_ELEMENTS (scales); e++)
    {
      PRINTED (scaled->scales[e], scales[e], 5);
      PRINTED (scaled->shifts[e], shifts[e], 5);
    }
}

static void
test_standard_scores (void)
{
  static const double expected[] = { -1.339899, -1.245247, -.966709, -.105912, .136107, .778926, .495391, .998503, 1.248841 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (roos, TRUE);
  g_autofree BaryMeasure *scores = bary_standard_scores (marks);

  for (guint a = 0; a < G_N_ELEMENTS (expected); a++)
    PRINTED (scores[a].value, expected[a], 6);
}

static void
assert_scaled_fault (const char       *table,
                     BaryMeasureFault  fault)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (table, FALSE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);
  g_autoptr (BaryScaledMarks) scaled = bary_scaled_marks_new (marks, solution);

  g_assert_cmpint (scaled->fault, ==, fault);
}

static void
test_scaled_faults (void)
{
  assert_scaled_fault ("* *", BARY_MEASURE_NO_MARKS);
  assert_scaled_fault ("1/2", BARY_MEASURE_FEW_EXPERTS);
  assert_scaled_fault ("1 2", BARY_MEASURE_FEW_APPLICATIONS);
  assert_scaled_fault ("1 2 * */3 4 * */* * 5 6/* * 7 8", BARY_MEASURE_PARTS);
  assert_scaled_fault ("1 2/3 *", BARY_MEASURE_FEW_MARKS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibration-others/ridge", test_ridge);
  g_test_add_func ("/calibration-others/scaled", test_scaled);
  g_test_add_func ("/calibration-others/scaled-faults", test_scaled_faults);
  g_test_add_func ("/calibration-others/standard-scores", test_standard_scores);
  return g_test_run ();
}
