/* 20,000 marks by three criteria: agreement against a bare pass, which sorts the marks and adds up their squares, and
 * calibration against the bare arithmetic of its steps: textbook factors and inverses of a matrix of that size. */

#include "bary-calibration.h"
#include "bary-concordance.h"
#include "bary-fleiss.h"
#include "bary-icc.h"
#include "bary-krippendorff.h"
#include "bary-mixed-model.h"
#include "bary-turns.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define APPLICATIONS 6667
#define EXPERTS 200
#define PER_APPLICATION 3
#define CRITERIA 3
#define ROUNDS 5

/* Of the processor, so that what else the machine does counts for nothing. */
static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* Twelve shares add up to something near a normal distribution. */
static double
draw_normal (guint64 *state)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += bary_turns_share (state);
  return sum;
}

/* Quality, severity and chance have the variances 1.28, 0.24 and 1.27; marks are whole, from 0 to 10. */
static BaryMarks *
make_marks (guint64 state)
{
  g_autofree BaryMark *marks = g_new (BaryMark, APPLICATIONS * PER_APPLICATION);
  g_autofree double *severity = g_new (double, EXPERTS);
  guint n = 0;

  for (guint e = 0; e < EXPERTS; e++)
    severity[e] = sqrt (.24) * draw_normal (&state);
  for (guint a = 0; a < APPLICATIONS; a++)
    {
      double quality = 5 + sqrt (1.28) * draw_normal (&state);
      guint first = bary_turns_draw (&state) % EXPERTS;

      for (guint i = 0; i < PER_APPLICATION; i++)
        {
          guint expert = (first + i * (1 + a % 61)) % EXPERTS;
          double value = round (quality + severity[expert] + sqrt (1.27) * draw_normal (&state));

          marks[n++] = (BaryMark) { a, expert, CLAMP (value, 0, 10) };
        }
    }
  return bary_marks_new (APPLICATIONS, EXPERTS, marks, n);
}

typedef struct {
  BaryMarks *marks[CRITERIA];
  guint      n_steps; /* of calibration */
} Task;

static void
agree (Task *task)
{
  for (guint i = 0; i < CRITERIA; i++)
    {
      BaryMeasure alphas[BARY_N_METRICS];
      BaryConcordance concordance;
      BaryIccTable icc;
      BaryFleiss fleiss;

      bary_krippendorff_compute (task->marks[i], alphas);
      bary_icc_compute (task->marks[i], &icc);
      bary_concordance_compute (task->marks[i], &concordance);
      bary_fleiss_compute (task->marks[i], &fleiss);
    }
}

static int
compare_values (const void *a,
                const void *b)
{
  double x = ((const BaryMark *) a)->value, y = ((const BaryMark *) b)->value;

  return (x > y) - (x < y);
}

static void
agree_barely (Task *task)
{
  volatile double sum = 0;

  for (guint i = 0; i < CRITERIA; i++)
    {
      const BaryMarks *marks = task->marks[i];
      g_autofree BaryMark *sorted = g_memdup2 (marks->marks, marks->n_marks * sizeof (BaryMark));

      qsort (sorted, marks->n_marks, sizeof (BaryMark), compare_values);
      for (guint m = 0; m < marks->n_marks; m++)
        sum += marks->marks[m].value * marks->marks[m].value;
    }
}

static void
calibrate (Task *task)
{
  task->n_steps = 0;
  for (guint i = 0; i < CRITERIA; i++)
    {
      g_autoptr (BaryLeastSquares) solution = bary_least_squares_new (task->marks[i], 0);
      g_autoptr (BaryMixedModel) model = bary_mixed_model_new (task->marks[i], solution);

      g_assert (solution->df > 0 && model->fault == BARY_MEASURE_KNOWN);
      task->n_steps += model->n_steps;
    }
}

/* A = L Lᵀ and L⁻¹, as a textbook has them. */
static void
factor_and_invert (double *a,
                   double *inverse,
                   guint   n)
{
  for (guint j = 0; j < n; j++)
    for (guint i = j; i < n; i++)
      {
        double sum = a[i * n + j];

        for (guint k = 0; k < j; k++)
          sum -= a[i * n + k] * a[j * n + k];
        a[i * n + j] = i == j ? sqrt (sum) : sum / a[j * n + j];
      }
  for (guint j = 0; j < n; j++)
    for (guint i = j; i < n; i++)
      {
        double sum = i == j;

        for (guint k = j; k < i; k++)
          sum -= a[i * n + k] * inverse[j * n + k];
        inverse[j * n + i] = sum / a[i * n + i];
      }
}

static void
calibrate_barely (Task *task)
{
  g_autofree double *a = g_new (double, EXPERTS * EXPERTS);
  g_autofree double *inverse = g_new (double, EXPERTS * EXPERTS);

  for (guint step = 0; step < task->n_steps; step++)
    {
      for (guint i = 0; i < EXPERTS * EXPERTS; i++)
        a[i] = i % (EXPERTS + 1) == 0 ? EXPERTS : 1.0 / (1 + i % 7);
      factor_and_invert (a, inverse, EXPERTS);
    }
}

/* The quickest of several, by turns. */
static void
compare (const char *name,
         void      (*own) (Task *task),
         void      (*bare) (Task *task),
         Task       *task)
{
  double best_own = INFINITY, best_bare = INFINITY;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now (), middle;

      own (task);
      middle = now ();
      bare (task);
      best_own = MIN (best_own, middle - start);
      best_bare = MIN (best_bare, now () - middle);
    }
  printf ("%s: %.2f\n# %s: %.1f ms; bare: %.1f ms\n", name, best_own / best_bare, name, best_own * 1e3, best_bare * 1e3);
}

int
main (void)
{
  Task task = { { NULL } };

  for (guint i = 0; i < CRITERIA; i++)
    task.marks[i] = make_marks (i + 1);
  compare ("agreement", agree, agree_barely, &task);
  compare ("calibration", calibrate, calibrate_barely, &task);
  for (guint i = 0; i < CRITERIA; i++)
    bary_marks_free (task.marks[i]);
  return 0;
}
