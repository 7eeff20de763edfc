#include "bary-calibration-others.h"
#include "bary-mixed-model.h"

#include "bary-test-marks.h"

#include <math.h>

/* J. Platt's and C. Burges' way, with a ridge of 1. */
static void
test_ridge (void)
{
  static const double applications[] = { .173954, .211280, .274609, .434614, .497943, .611280, .632114, .722773, .765447 };
  static const double experts[] = { .199817, .002331, .004010, .025989, -.232148 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 1);

  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    BARY_TEST_PRINTED (solution->applications[a], applications[a], 6);
  for (guint e = 0; e < G_N_ELEMENTS (experts); e++)
    BARY_TEST_PRINTED (solution->experts[e], experts[e], 6);
}

/* The paper's example: two digits are published there, four by others. */
static void
test_scaled (void)
{
  static const double applications[] = { 0, .0455, .1826, .4019, .5320, .6809, .7545, .9163, 1 };
  static const double scales[] = { 1.02419, .93145, .91364, .86116, 1.26955 }, shifts[] = { .45334, .18596, .17562, .15979, 0 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);
  g_autoptr (BaryScaledMarks) scaled = bary_scaled_marks_new (marks, solution);

  g_assert_cmpint (scaled->fault, ==, BARY_MEASURE_KNOWN);
  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    BARY_TEST_PRINTED (scaled->applications[a], applications[a], 4);
  for (guint e = 0; e < G_N_ELEMENTS (scales); e++)
    {
      BARY_TEST_PRINTED (scaled->scales[e], scales[e], 5);
      BARY_TEST_PRINTED (scaled->shifts[e], shifts[e], 5);
    }
}

static void
test_standard_scores (void)
{
  static const double expected[] = { -1.339899, -1.245247, -.966709, -.105912, .136107, .778926, .495391, .998503, 1.248841 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autofree BaryMeasure *scores = bary_standard_scores (marks);

  for (guint a = 0; a < G_N_ELEMENTS (expected); a++)
    BARY_TEST_PRINTED (scores[a].value, expected[a], 6);
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

/* When does calibration help? Kendall's τ of each estimate with the true quality, as simulations of 300 rounds gave it:
 * 24 applications, 8 experts, two each. Standard scores harm where experts do not differ; the shrunken estimates are
 * never worse than the means. */

#define APPLICATIONS 24
#define EXPERTS 8
#define ROUNDS 300

enum { MEANS, SCORES, LEAST_SQUARES, SHRUNKEN, N_WAYS };

static const struct {
  double severity;    /* variance; of quality it is 1.28, of chance 1.27 */
  double taus[N_WAYS];
} simulations[] = {
  { 0, { .618, .562, .577, .618 } }, { .24, { .594, .562, .577, .604 } }, { 1.28, { .529, .562, .577, .592 } },
};

static double
draw_normal (void)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += g_test_rand_double ();
  return sum;
}

static BaryMarks *
simulate (double  severity,
          double *quality)
{
  BaryMark marks[2 * APPLICATIONS];
  double leniency[EXPERTS];

  for (guint e = 0; e < EXPERTS; e++)
    leniency[e] = sqrt (severity) * draw_normal ();
  for (guint a = 0; a < APPLICATIONS; a++)
    {
      guint first = a % EXPERTS, second = (first + (guint) g_test_rand_int_range (1, EXPERTS)) % EXPERTS;

      quality[a] = sqrt (1.28) * draw_normal ();
      marks[2 * a] = (BaryMark) { a, first, quality[a] + leniency[first] + sqrt (1.27) * draw_normal () };
      marks[2 * a + 1] = (BaryMark) { a, second, quality[a] + leniency[second] + sqrt (1.27) * draw_normal () };
    }
  return bary_marks_new (APPLICATIONS, EXPERTS, marks, G_N_ELEMENTS (marks));
}

static double
find_tau (const double *x,
          const double *y)
{
  int sum = 0;

  for (guint i = 0; i < APPLICATIONS; i++)
    for (guint j = 0; j < i; j++)
      sum += (x[i] - x[j]) * (y[i] - y[j]) > 0 ? 1 : -1;
  return sum / (APPLICATIONS * (APPLICATIONS - 1) / 2.0);
}

static void
add_taus (double severity,
          double taus[N_WAYS])
{
  double quality[APPLICATIONS], mean[APPLICATIONS], score[APPLICATIONS];
  g_autoptr (BaryMarks) marks = simulate (severity, quality);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);
  g_autoptr (BaryMixedModel) model = bary_mixed_model_new (marks, solution);
  g_autofree BaryMeasure *means = bary_calibration_means (marks);
  g_autofree BaryMeasure *scores = bary_standard_scores (marks);

  for (guint a = 0; a < APPLICATIONS; a++)
    {
      mean[a] = means[a].value;
      score[a] = scores[a].value;
    }
  taus[MEANS] += find_tau (mean, quality) / ROUNDS;
  taus[SCORES] += find_tau (score, quality) / ROUNDS;
  taus[LEAST_SQUARES] += find_tau (solution->applications, quality) / ROUNDS;
  /* Where applications seem not to differ at all, the estimate is that all are equal: then their means decide. */
  taus[SHRUNKEN] += find_tau (model->application > 0 ? model->applications : mean, quality) / ROUNDS;
}

static void
test_when_it_helps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (simulations); i++)
    {
      double taus[N_WAYS] = { 0 };

      for (guint round = 0; round < ROUNDS; round++)
        add_taus (simulations[i].severity, taus);
      for (guint way = 0; way < N_WAYS; way++)
        g_assert_cmpfloat_with_epsilon (taus[way], simulations[i].taus[way], .03);
      g_assert_cmpfloat (taus[SHRUNKEN], >=, taus[MEANS] - .015);
    }
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
  g_test_add_func ("/calibration-others/when-it-helps", test_when_it_helps);
  return g_test_run ();
}
