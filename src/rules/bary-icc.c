#include "bary-icc.h"

#include "bary-distribution.h"

#define SIGNIFICANCE 0.05

/* Sums of squares that rounding alone leaves of this share of the whole are nothing. */
#define NOTHING 1e-13

/* The sums of squares around means. */
typedef struct {
  double total;
  double within;  /* the applications' own */
  double experts;
} Sums;

static double
find_grand_mean (const BaryMarks *marks)
{
  double sum = 0;

  for (guint i = 0; i < marks->n_marks; i++)
    sum += marks->marks[i].value;
  return sum / marks->n_marks;
}

static double
sum_experts (const BaryMarks *marks,
             double           mean)
{
  g_autofree double *sums = g_new0 (double, marks->n_experts + 1);
  g_autofree guint *counts = g_new0 (guint, marks->n_experts + 1);
  double squares = 0;

  for (guint i = 0; i < marks->n_marks; i++)
    {
      sums[marks->marks[i].expert] += marks->marks[i].value - mean;
      counts[marks->marks[i].expert]++;
    }
  for (guint e = 0; e < marks->n_experts; e++)
    if (counts[e] > 0)
      squares += sums[e] * sums[e] / counts[e];
  return squares;
}

static void
sums_init (Sums            *sums,
           const BaryMarks *marks)
{
  double mean = find_grand_mean (marks);
  double between = 0;

  *sums = (Sums) { 0, 0, sum_experts (marks, mean) };
  for (guint a = 0; a < marks->n_applications; a++)
    {
      guint n = marks->starts[a + 1] - marks->starts[a];
      double sum = 0;

      for (guint i = marks->starts[a]; i < marks->starts[a + 1]; i++)
        {
          double distance = marks->marks[i].value - mean;

          sum += distance;
          sums->total += distance * distance;
        }
      if (n > 0)
        between += sum * sum / n;
    }
  sums->within = sums->total - between;
}

static double
clean (double sum,
       double total)
{
  return sum > NOTHING * total ? sum : 0;
}

static double
find_common_number (const BaryMarks *marks)
{
  double squares = 0, n = marks->n_marks;

  for (guint a = 0; a < marks->n_applications; a++)
    {
      double own = marks->starts[a + 1] - marks->starts[a];

      squares += own * own;
    }
  return (n - squares / n) / (marks->n_marked_applications - 1);
}

static void
fill_squares (BaryIccTable    *table,
              const BaryMarks *marks)
{
  double n = table->n_applications, k = table->n_experts;
  Sums sums;

  sums_init (&sums, marks);
  table->between = clean (sums.total - sums.within, sums.total) / (n - 1);
  table->within = clean (sums.within, sums.total) / (marks->n_marks - n);
  if (!bary_marks_is_complete (marks))
    return;

  table->experts = clean (sums.experts, sums.total) / (k - 1);
  table->error = clean (sums.within - sums.experts, sums.total) / ((n - 1) * (k - 1));
}

/* The forms */

static void
set_test (BaryIcc *icc,
          double   between,
          double   error,
          double   df1,
          double   df2)
{
  if (error == 0)
    icc->test_fault = BARY_MEASURE_NO_REMAINDER;
  else
    *icc = (BaryIcc) { icc->value, BARY_MEASURE_KNOWN, between / error, df1, df2, bary_f_tail (between / error, df1, df2),
                       .interval_df = df2 };
}

static void
lose_test (BaryIcc *icc)
{
  *icc = (BaryIcc) { icc->value, BARY_MEASURE_NO_SPREAD };
}

static BaryMeasure
divide (double part,
        double whole)
{
  return whole > 0 ? BARY_MEASURE_OF (part / whole) : BARY_MEASURE_FAULT (BARY_MEASURE_NO_SPREAD);
}

/* The first and third forms differ in what is taken for error. */
static void
fill_form (BaryIccTable *table,
           BaryIccForm   one,
           BaryIccForm   mean,
           double        error,
           double        df2)
{
  double k = table->per_application, between = table->between, df1 = table->n_applications - 1;
  BaryIcc *single = &table->forms[one], *averaged = &table->forms[mean];
  double low, high;

  single->value = divide (between - error, between + (k - 1) * error);
  averaged->value = divide (between - error, between);
  set_test (single, between, error, df1, df2);
  *averaged = (BaryIcc) { averaged->value, single->test_fault, single->f, df1, df2, single->p, 0, 0, df2 };
  if (single->test_fault != BARY_MEASURE_KNOWN)
    return;
  if (single->f == 0)
    {
      lose_test (single);
      lose_test (averaged);
      return;
    }

  low = single->f / bary_f_quantile (1 - SIGNIFICANCE / 2, df1, df2);
  high = single->f * bary_f_quantile (1 - SIGNIFICANCE / 2, df2, df1);
  single->low = (low - 1) / (low + k - 1);
  single->high = (high - 1) / (high + k - 1);
  averaged->low = 1 - 1 / low;
  averaged->high = 1 - 1 / high;
}

/* Satterthwaite's degrees of freedom of the error that holds the experts' severity too. */
static double
approximate_df (const BaryIccTable *table,
                double              icc)
{
  double n = table->n_applications, k = table->n_experts;
  double severity = k * icc * table->experts / table->error;
  double rest = n * (1 + (k - 1) * icc) - k * icc;

  return (k - 1) * (n - 1) * (severity + rest) * (severity + rest) / ((n - 1) * severity * severity + rest * rest);
}

static void
fill_second_interval (BaryIccTable *table)
{
  double n = table->n_applications, k = table->n_experts, between = table->between;
  BaryIcc *single = &table->forms[BARY_ICC_2], *averaged = &table->forms[BARY_ICC_2K];
  double error = k * table->experts + (k * n - k - n) * table->error;
  double df = approximate_df (table, single->value.value);
  double below, above;

  if (!(df > 0))
    {
      lose_test (single);
      lose_test (averaged);
      return;
    }
  below = bary_f_quantile (1 - SIGNIFICANCE / 2, n - 1, df);
  above = bary_f_quantile (1 - SIGNIFICANCE / 2, df, n - 1);
  single->interval_df = averaged->interval_df = df;
  single->low = n * (between - below * table->error) / (below * error + n * between);
  single->high = n * (above * between - table->error) / (error + n * above * between);
  /* An application's marks that repel one another so much have no mean to speak of. */
  if (1 + single->low * (k - 1) <= 0)
    {
      lose_test (averaged);
      return;
    }
  averaged->low = single->low * k / (1 + single->low * (k - 1));
  averaged->high = single->high * k / (1 + single->high * (k - 1));
}

static void
fill_second (BaryIccTable *table)
{
  double n = table->n_applications, k = table->n_experts, between = table->between, error = table->error;
  double severity = (table->experts - error) / n;
  BaryIcc *single = &table->forms[BARY_ICC_2], *averaged = &table->forms[BARY_ICC_2K];

  single->value = divide (between - error, between + (k - 1) * error + k * severity);
  averaged->value = divide (between - error, between + severity);
  set_test (single, between, error, n - 1, (n - 1) * (k - 1));
  *averaged = (BaryIcc) { averaged->value, single->test_fault, single->f, single->df1, single->df2, single->p };
  if (single->test_fault != BARY_MEASURE_KNOWN)
    return;
  if (between > 0 && single->value.fault == BARY_MEASURE_KNOWN && averaged->value.fault == BARY_MEASURE_KNOWN)
    fill_second_interval (table);
  else
    {
      lose_test (single);
      lose_test (averaged);
    }
}

static BaryMeasureFault
find_fault (const BaryMarks *marks)
{
  BaryMeasureFault fault = bary_marks_find_fault (marks);

  if (fault != BARY_MEASURE_KNOWN)
    return fault;
  return marks->n_marks == marks->n_marked_applications ? BARY_MEASURE_NO_PAIRS : BARY_MEASURE_KNOWN;
}

static void
set_fault (BaryIcc          *icc,
           BaryMeasureFault  fault)
{
  *icc = (BaryIcc) { BARY_MEASURE_FAULT (fault), fault };
}

void
bary_icc_compute (const BaryMarks *marks,
                  BaryIccTable    *table)
{
  BaryMeasureFault fault = find_fault (marks);

  *table = (BaryIccTable) { marks->n_marked_applications, marks->n_marking_experts };
  for (BaryIccForm i = 0; i < BARY_N_ICCS; i++)
    set_fault (&table->forms[i], fault != BARY_MEASURE_KNOWN ? fault : BARY_MEASURE_HOLES);
  if (fault != BARY_MEASURE_KNOWN)
    return;

  table->per_application = find_common_number (marks);
  fill_squares (table, marks);
  fill_form (table, BARY_ICC_1, BARY_ICC_1K, table->within, marks->n_marks - table->n_applications);
  if (!bary_marks_is_complete (marks))
    return;

  fill_form (table, BARY_ICC_3, BARY_ICC_3K, table->error, (table->n_applications - 1.0) * (table->n_experts - 1.0));
  fill_second (table);
}
