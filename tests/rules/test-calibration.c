#include "bary-calibration.h"
#include "bary-mixed-model.h"

#include "bary-test-marks.h"

#include <math.h>

static void
test_means (void)
{
  static const double expected[] = { .25, .28, .2067, .5033, .43, .68, .63, .7133, .7633 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autofree BaryMeasure *means = bary_calibration_means (marks);

  for (guint a = 0; a < G_N_ELEMENTS (expected); a++)
    BARY_TEST_PRINTED (means[a].value, expected[a], 4);
}

/* As R's lm has them. */
static void
test_least_squares (void)
{
  static const double applications[] = { .160168, .191803, .291862, .415136, .515196, .591803, .639409, .724377, .772742 };
  static const double experts[] = { .236366, .009006, .019221, .024125, -.288717 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);

  g_assert_cmpuint (solution->n_components, ==, 1);
  g_assert_cmpint (solution->df, ==, 27 - 13);
  BARY_TEST_PRINTED (solution->rest, .04158692, 8);
  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    BARY_TEST_PRINTED (solution->applications[a], applications[a], 6);
  for (guint e = 0; e < G_N_ELEMENTS (experts); e++)
    BARY_TEST_PRINTED (solution->experts[e], experts[e], 6);
}

static BaryMixedModel *
fit (const BaryMarks *marks)
{
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);

  return bary_mixed_model_new (marks, solution);
}

/* As R's lme4 has them, whose iteration stops at about three digits. */
static void
test_mixed_model (void)
{
  static const double applications[] = { -.309867, -.277859, -.184740, -.058896, .034223, .114313, .155935, .240232, .286659 };
  static const double experts[] = { .232950, .005372, .016831, .024771, -.279924 };
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (bary_test_marks_roos, TRUE);
  g_autoptr (BaryMixedModel) model = fit (marks);

  g_assert_cmpint (model->fault, ==, BARY_MEASURE_KNOWN);
  BARY_TEST_PRINTED (model->mean, .478354, 6);
  BARY_TEST_PRINTED (model->application, .0497483, 5);
  BARY_TEST_PRINTED (model->expert, .0340936, 5);
  BARY_TEST_PRINTED (model->residual, .0029788, 7);
  for (guint a = 0; a < G_N_ELEMENTS (applications); a++)
    g_assert_cmpfloat_with_epsilon (model->applications[a], applications[a], 2e-6);
  for (guint e = 0; e < G_N_ELEMENTS (experts); e++)
    g_assert_cmpfloat_with_epsilon (model->experts[e], experts[e], 2e-6);
}

/* O. Davies, P. Goldsmith: Statistical Methods in Research and Production (1972): 24 plates by 6 samples; the values are
 * those of lme4's help. */
static const char penicillin[] =
  "27 23 26 23 23 21/27 23 26 23 23 21/25 21 25 24 24 20/26 23 25 23 23 20/25 22 26 22 23 20/24 22 25 23 22 19/24 20 23 21 22 19/"
  "26 22 26 24 24 21/24 21 24 22 22 20/24 21 24 23 22 19/26 23 26 24 24 21/25 22 26 24 24 20/26 24 26 24 25 22/26 23 26 23 23 20/"
  "26 23 25 24 24 22/25 22 25 23 23 20/25 21 24 23 23 20/25 22 24 23 23 19/24 21 23 21 21 19/26 23 26 24 24 21/25 21 24 22 22 18/"
  "25 22 25 22 22 20/24 21 24 22 24 19/24 21 24 22 21 18";

static void
assert_penicillin (const BaryMixedModel *model,
                   double                plate,
                   double                sample)
{
  g_assert_cmpint (model->fault, ==, BARY_MEASURE_KNOWN);
  BARY_TEST_PRINTED (sqrt (plate), .8467, 4);
  BARY_TEST_PRINTED (sqrt (sample), 1.9316, 4);
  BARY_TEST_PRINTED (sqrt (model->residual), .5499, 4);
  BARY_TEST_PRINTED (model->mean, 22.9722, 4);
  BARY_TEST_PRINTED (model->criterion, 330.9, 1);
}

/* Whichever side is the greater. */
static void
test_penicillin (void)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (penicillin, FALSE);
  g_autoptr (BaryMarks) turned = bary_marks_transpose (marks);
  g_autoptr (BaryMixedModel) model = fit (marks);
  g_autoptr (BaryMixedModel) other = fit (turned);

  assert_penicillin (model, model->application, model->expert);
  assert_penicillin (other, other->expert, other->application);
  for (guint a = 0; a < marks->n_applications; a++)
    {
      g_assert_cmpfloat_with_epsilon (model->applications[a], other->experts[a], 1e-6);
      g_assert_cmpfloat_with_epsilon (model->application_errors[a], other->expert_errors[a], 1e-6);
    }
}

/* A balanced table has closed forms: variances from mean squares, effects shrunken means.
 * S. Searle, G. Casella, C. McCulloch: Variance Components (1992), 4.6. */
static void
test_balanced (void)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse ("9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7", FALSE);
  g_autoptr (BaryMixedModel) model = fit (marks);
  g_autofree BaryMeasure *means = bary_calibration_means (marks);
  double between = 11.241666666667, experts = 32.486111111111, error = 1.0194444444444;
  double shrinkage = 1 - error / between;

  g_assert_cmpfloat_with_epsilon (model->residual, error, 1e-6);
  g_assert_cmpfloat_with_epsilon (model->application, (between - error) / 4, 1e-5);
  g_assert_cmpfloat_with_epsilon (model->expert, (experts - error) / 6, 1e-4);
  for (guint a = 0; a < marks->n_applications; a++)
    g_assert_cmpfloat_with_epsilon (model->applications[a], shrinkage * (means[a].value - model->mean), 1e-6);
}

/* Experts who do not differ: their variance is nothing, and so are their effects. */
static void
test_no_severity (void)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse ("1 2 1 2/2 1 2 1/7 8 7 8/8 7 8 7/4 5 4 5/5 4 5 4", FALSE);
  g_autoptr (BaryMixedModel) model = fit (marks);

  g_assert_cmpint (model->fault, ==, BARY_MEASURE_KNOWN);
  g_assert_cmpfloat (model->expert, ==, 0);
  g_assert_cmpfloat (model->application, >, 1);
  for (guint e = 0; e < marks->n_experts; e++)
    g_assert_cmpfloat (model->experts[e], ==, 0);
}

/* By definition, on small tables: the matrix of variances is written out and inverted. */

#define MOST 40

static void
invert (double matrix[MOST][MOST],
        double inverse[MOST][MOST],
        guint  n,
        double *logarithm)
{
  *logarithm = 0;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      inverse[i][j] = i == j;
  for (guint k = 0; k < n; k++)
    {
      double pivot = matrix[k][k];

      *logarithm += log (pivot);
      for (guint j = 0; j < n; j++)
        {
          matrix[k][j] /= pivot;
          inverse[k][j] /= pivot;
        }
      for (guint i = 0; i < n; i++)
        if (i != k)
          {
            double factor = matrix[i][k];

            for (guint j = 0; j < n; j++)
              {
                matrix[i][j] -= factor * matrix[k][j];
                inverse[i][j] -= factor * inverse[k][j];
              }
          }
    }
}

typedef struct {
  double criterion, mean;
  double inverse[MOST][MOST];
} Reference;

static void
compute_reference (const BaryMarks *marks,
                   double           application,
                   double           expert,
                   double           residual,
                   Reference       *reference)
{
  static double matrix[MOST][MOST];
  double logarithm, weight = 0, sum = 0, squares = 0;
  guint n = marks->n_marks;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      matrix[i][j] = (marks->marks[i].application == marks->marks[j].application) * application
                     + (marks->marks[i].expert == marks->marks[j].expert) * expert + (i == j) * residual;
  invert (matrix, reference->inverse, n, &logarithm);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        weight += reference->inverse[i][j];
        sum += reference->inverse[i][j] * marks->marks[j].value;
      }
  reference->mean = sum / weight;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      squares += (marks->marks[i].value - reference->mean) * reference->inverse[i][j] * (marks->marks[j].value - reference->mean);
  reference->criterion = (n - 1) * log (2 * G_PI) + logarithm + log (weight) + squares;
}

static double
predict (const BaryMarks *marks,
         const Reference *reference,
         guint            application,
         double           variance)
{
  double sum = 0;

  for (guint i = 0; i < marks->n_marks; i++)
    for (guint j = 0; j < marks->n_marks; j++)
      if (marks->marks[i].application == application)
        sum += reference->inverse[i][j] * (marks->marks[j].value - reference->mean);
  return variance * sum;
}

/* No other variances nearby are likelier, and effects are what the definition says. */
static void
assert_best (const BaryMarks      *marks,
             const BaryMixedModel *model)
{
  static Reference best, other;
  double least = 1e-3 * model->residual;

  compute_reference (marks, model->application, model->expert, model->residual, &best);
  g_assert_cmpfloat_with_epsilon (best.criterion, model->criterion, 1e-5);
  g_assert_cmpfloat_with_epsilon (best.mean, model->mean, 1e-6);
  for (guint a = 0; a < marks->n_applications; a++)
    g_assert_cmpfloat_with_epsilon (predict (marks, &best, a, model->application), model->applications[a], 1e-5);
  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++)
      for (int k = -1; k <= 1; k++)
        {
          double application = MAX (model->application * (1 + i * 0.02) + i * least, 0);
          double expert = MAX (model->expert * (1 + j * 0.02) + j * least, 0);

          compute_reference (marks, application, expert, model->residual * (1 + k * 0.02), &other);
          g_assert_cmpfloat (other.criterion, >=, best.criterion - 1e-7);
        }
}

static void
test_random (void)
{
  guint n_known = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BaryMarks) marks = bary_test_marks_random ((guint) g_test_rand_int_range (2, 9), (guint) g_test_rand_int_range (2, 6), 9,
                                                            g_test_rand_double_range (0.4, 1));
      g_autoptr (BaryMixedModel) model = fit (marks);

      g_assert_cmpint (model->fault, !=, BARY_MEASURE_NOT_FOUND);
      if (model->fault != BARY_MEASURE_KNOWN)
        continue;
      n_known++;
      assert_best (marks, model);
    }
  g_assert_cmpuint (n_known, >, 20);
}

/* Least squares: the rest is at right angles to every application, and to every expert but for the ridge; leniencies of
 * a part add up to 0. */
static void
test_least_squares_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (BaryMarks) marks = bary_test_marks_random ((guint) g_test_rand_int_range (1, 12), (guint) g_test_rand_int_range (1, 12), 20,
                                                            g_test_rand_double_range (0.05, 0.7));
      double ridge = round % 2 == 0 ? 0 : g_test_rand_double_range (0.1, 3);
      g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, ridge);
      double by_application[12] = { 0 }, by_expert[12] = { 0 }, by_component[12] = { 0 };

      for (guint i = 0; i < marks->n_marks; i++)
        {
          const BaryMark *mark = &marks->marks[i];
          double left = mark->value - solution->applications[mark->application] - solution->experts[mark->expert];

          by_application[mark->application] += left;
          by_expert[mark->expert] += left;
          g_assert_cmpuint (solution->application_components[mark->application], ==, solution->expert_components[mark->expert]);
        }
      for (guint e = 0; e < marks->n_experts; e++)
        if (solution->expert_components[e] != G_MAXUINT)
          {
            by_component[solution->expert_components[e]] += solution->experts[e];
            by_expert[e] -= ridge * solution->experts[e];
          }
      for (guint i = 0; i < 12; i++)
        {
          g_assert_cmpfloat_with_epsilon (by_application[i], 0, 1e-9);
          g_assert_cmpfloat_with_epsilon (by_expert[i], 0, 1e-9);
          g_assert_cmpfloat_with_epsilon (by_component[i], 0, 1e-9);
        }
    }
}

static BaryDoubts
find_doubts (const char *table)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (table, FALSE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (marks, 0);

  return bary_calibration_doubt (marks, solution);
}

static void
test_doubts (void)
{
  g_autoptr (BaryMarks) parts = bary_test_marks_parse ("1 2 * */3 4 * */* * 5 6/* * 7 8/* * * *", FALSE);
  g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (parts, 0);

  g_assert_cmpuint (solution->n_components, ==, 2);
  g_assert_cmpuint (solution->application_components[0], ==, solution->expert_components[1]);
  g_assert_cmpuint (solution->application_components[0], !=, solution->application_components[2]);
  g_assert_cmpuint (solution->application_components[4], ==, G_MAXUINT);
  g_assert_cmpint (bary_calibration_doubt (parts, solution), ==, BARY_DOUBT_FEW_MARKS | BARY_DOUBT_COMPONENTS);
  g_assert_cmpint (find_doubts ("1 2/3 4/5 6/7 8/9 1/2 3/4 5/6 7/8 9/1 2"), ==, BARY_DOUBT_NONE);
  g_assert_cmpint (find_doubts ("1 2 */3 4 */5 6 */7 8 */9 1 */2 3 */4 5 */6 7 */8 9 */1 2 3"), ==, BARY_DOUBT_FEW_OVERLAPS);
  for (guint i = 0; i < BARY_N_DOUBTS; i++)
    g_assert_nonnull (bary_doubt_to_words (1 << i));
}

static void
assert_fault (const char       *table,
              BaryMeasureFault  fault)
{
  g_autoptr (BaryMarks) marks = bary_test_marks_parse (table, FALSE);
  g_autoptr (BaryMixedModel) model = fit (marks);

  g_assert_cmpint (model->fault, ==, fault);
  g_assert_cmpfloat (model->mean, ==, 0);
}

static void
test_faults (void)
{
  assert_fault ("*", BARY_MEASURE_NO_MARKS);
  assert_fault ("1/2", BARY_MEASURE_FEW_EXPERTS);
  assert_fault ("1 2", BARY_MEASURE_FEW_APPLICATIONS);
  assert_fault ("5 5/5 5", BARY_MEASURE_NO_SPREAD);
  assert_fault ("1 2/3 *", BARY_MEASURE_FEW_MARKS);
  assert_fault ("1 2/3 4/7 8", BARY_MEASURE_NO_REMAINDER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibration/means", test_means);
  g_test_add_func ("/calibration/least-squares", test_least_squares);
  g_test_add_func ("/calibration/least-squares-random", test_least_squares_random);
  g_test_add_func ("/calibration/mixed-model", test_mixed_model);
  g_test_add_func ("/calibration/penicillin", test_penicillin);
  g_test_add_func ("/calibration/balanced", test_balanced);
  g_test_add_func ("/calibration/no-severity", test_no_severity);
  g_test_add_func ("/calibration/random", test_random);
  g_test_add_func ("/calibration/doubts", test_doubts);
  g_test_add_func ("/calibration/faults", test_faults);
  return g_test_run ();
}
