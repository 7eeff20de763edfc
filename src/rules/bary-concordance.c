#include "bary-concordance.h"

#include "bary-distribution.h"

static int
compare_values (const void *a,
                const void *b)
{
  const BaryMark *x = a, *y = b;

  return x->value < y->value ? -1 : x->value > y->value;
}

/* Adds the ranks that one expert gives; equal marks share the middle of theirs.
 * @own: the expert's marks, which get sorted. Returns: T of the expert. */
static double
add_ranks (BaryMark *own,
           guint     n,
           double   *sums)
{
  double ties = 0;

  qsort (own, n, sizeof (BaryMark), compare_values);
  for (guint first = 0, end; first < n; first = end)
    {
      double t;

      for (end = first; end < n && own[end].value == own[first].value; end++)
        ;
      t = end - first;
      ties += t * t * t - t;
      for (guint i = first; i < end; i++)
        sums[own[i].application] += (first + 1 + end) / 2.0;
    }
  return ties;
}

/* The experts' marks one after another. */
static BaryMark *
sort_by_expert (const BaryMarks *marks,
                guint           *ends)
{
  BaryMark *sorted = g_new (BaryMark, marks->n_marks + 1);
  guint next = 0;

  for (guint i = 0; i < marks->n_marks; i++)
    ends[marks->marks[i].expert]++;
  for (guint e = 0; e < marks->n_experts; e++)
    {
      guint own = ends[e];

      ends[e] = next;
      next += own;
    }
  for (guint i = 0; i < marks->n_marks; i++)
    sorted[ends[marks->marks[i].expert]++] = marks->marks[i];
  return sorted;
}

static void
rank_all (const BaryMarks *marks,
          BaryConcordance *concordance)
{
  g_autofree guint *ends = g_new0 (guint, marks->n_experts + 1);
  g_autofree double *sums = g_new0 (double, marks->n_applications + 1);
  g_autofree BaryMark *sorted = sort_by_expert (marks, ends);
  double mean = marks->n_marking_experts * (marks->n_marked_applications + 1.0) / 2;
  guint start = 0;

  for (guint e = 0; e < marks->n_experts; e++)
    {
      concordance->ties += add_ranks (sorted + start, ends[e] - start, sums);
      start = ends[e];
    }
  for (guint a = 0; a < marks->n_applications; a++)
    if (marks->starts[a + 1] > marks->starts[a])
      concordance->s += (sums[a] - mean) * (sums[a] - mean);
}

static BaryMeasureFault
find_fault (const BaryMarks *marks)
{
  BaryMeasureFault fault = bary_marks_find_fault (marks);

  if (fault != BARY_MEASURE_KNOWN)
    return fault;
  return bary_marks_is_complete (marks) ? BARY_MEASURE_KNOWN : BARY_MEASURE_HOLES;
}

void
bary_concordance_compute (const BaryMarks *marks,
                          BaryConcordance *concordance)
{
  double m = marks->n_marking_experts, n = marks->n_marked_applications;
  BaryMeasureFault fault = find_fault (marks);
  double most;

  *concordance = (BaryConcordance) { BARY_MEASURE_FAULT (fault) };
  if (fault != BARY_MEASURE_KNOWN)
    return;

  rank_all (marks, concordance);
  most = m * m * (n * n * n - n) - m * concordance->ties;
  if (most <= 0)
    {
      concordance->w = BARY_MEASURE_FAULT (BARY_MEASURE_NO_SPREAD);
      return;
    }
  concordance->w = BARY_MEASURE_OF (12 * concordance->s / most);
  concordance->chi_squared = m * (n - 1) * concordance->w.value;
  concordance->df = n - 1;
  concordance->p = bary_chi_squared_tail (concordance->chi_squared, concordance->df);
}
