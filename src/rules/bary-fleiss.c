#include "bary-fleiss.h"

#include "bary-distribution.h"

#include <math.h>

static int
compare_values (const void *a,
                const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* How many equal values begin at the first one; values are sorted. */
static guint
count_equal (const double *values,
             guint         n)
{
  guint equal = 1;

  while (equal < n && values[equal] == values[0])
    equal++;
  return equal;
}

/* Σ over the classes of one application's marks: t (t - 1) */
static double
count_agreeing (const BaryMark *own,
                guint           n,
                double         *values)
{
  double agreeing = 0;

  for (guint i = 0; i < n; i++)
    values[i] = own[i].value;
  qsort (values, n, sizeof (double), compare_values);
  for (guint i = 0; i < n;)
    {
      guint equal = count_equal (values + i, n - i);

      agreeing += (double) equal * (equal - 1);
      i += equal;
    }
  return agreeing;
}

/* The marks for each application, the same number for all. Returns: 0 if they differ */
static guint
find_number (const BaryMarks *marks)
{
  guint number = 0;

  for (guint a = 0; a < marks->n_applications; a++)
    {
      guint own = marks->starts[a + 1] - marks->starts[a];

      if (own > 0 && number > 0 && own != number)
        return 0;
      number = MAX (number, own);
    }
  return number;
}

static BaryMeasureFault
find_fault (const BaryMarks *marks,
            guint            number)
{
  if (marks->n_marks == 0)
    return BARY_MEASURE_NO_MARKS;
  if (marks->n_marking_experts < 2)
    return BARY_MEASURE_FEW_EXPERTS;
  if (number == 0)
    return BARY_MEASURE_UNEVEN;
  return number == 1 ? BARY_MEASURE_NO_PAIRS : BARY_MEASURE_KNOWN;
}

/* Of the shares q of the classes: Σ q², and Σ q (1 - q)(1 - 2 q) */
static void
sum_shares (const BaryMarks *marks,
            double          *values,
            double          *squares,
            double          *skew)
{
  for (guint i = 0; i < marks->n_marks; i++)
    values[i] = marks->marks[i].value;
  qsort (values, marks->n_marks, sizeof (double), compare_values);
  for (guint i = 0; i < marks->n_marks;)
    {
      guint equal = count_equal (values + i, marks->n_marks - i);
      double share = (double) equal / marks->n_marks;

      *squares += share * share;
      *skew += share * (1 - share) * (1 - 2 * share);
      i += equal;
    }
}

static void
test_chance (BaryFleiss *fleiss,
             double      n,
             double      number,
             double      skew)
{
  double spread = 1 - fleiss->expected;
  double variance = 2 * (spread * spread - skew) / (spread * spread * n * number * (number - 1));

  fleiss->z = fleiss->kappa.value / sqrt (variance);
  fleiss->p = 2 * bary_normal_tail (fabs (fleiss->z));
}

void
bary_fleiss_compute (const BaryMarks *marks,
                     BaryFleiss      *fleiss)
{
  guint number = find_number (marks);
  BaryMeasureFault fault = find_fault (marks, number);
  g_autofree double *values = g_new (double, marks->n_marks + 1);
  double agreeing = 0, skew = 0;

  *fleiss = (BaryFleiss) { BARY_MEASURE_FAULT (fault) };
  if (fault != BARY_MEASURE_KNOWN)
    return;

  for (guint a = 0; a < marks->n_applications; a++)
    agreeing += count_agreeing (marks->marks + marks->starts[a], marks->starts[a + 1] - marks->starts[a], values);
  fleiss->observed = agreeing / ((double) marks->n_marks * (number - 1));
  sum_shares (marks, values, &fleiss->expected, &skew);
  if (fleiss->expected >= 1)
    {
      fleiss->kappa = BARY_MEASURE_FAULT (BARY_MEASURE_NO_SPREAD);
      return;
    }
  fleiss->kappa = BARY_MEASURE_OF ((fleiss->observed - fleiss->expected) / (1 - fleiss->expected));
  test_chance (fleiss, marks->n_marked_applications, number, skew);
}
