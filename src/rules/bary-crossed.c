#include "bary-crossed-private.h"

#include "bary-dense.h"

#include <math.h>
#include <string.h>

static void
answer_init (BaryCrossedAnswer *answer,
             const BaryCrossed *self)
{
  answer->rows = g_new0 (double, self->n_rows + 1);
  answer->columns = g_new0 (double, self->n_columns + 1);
  answer->marks = g_new0 (double, self->n + 1);
}

static void
answer_clear (BaryCrossedAnswer *answer)
{
  g_free (answer->rows);
  g_free (answer->columns);
  g_free (answer->marks);
}

void
bary_crossed_init (BaryCrossed     *self,
                   const BaryMarks *marks)
{
  *self = (BaryCrossed) { marks, marks->n_applications, marks->n_experts, marks->n_marks, .ratios = { 1, 1 } };
  self->values = g_new (double, self->n + 1);
  self->ones = g_new (double, self->n + 1);
  self->factor = g_new (double, (gsize) self->n_columns * self->n_columns + 1);
  self->root = g_new (double, (gsize) self->n_columns * self->n_columns + 1);
  self->inverse = g_new (double, (gsize) self->n_columns * self->n_columns + 1);
  self->quadratic = g_new (double, self->n_rows + 1);
  answer_init (&self->of_ones, self);
  answer_init (&self->of_values, self);
  for (guint side = 0; side < BARY_CROSSED_SIDES; side++)
    answer_init (&self->of_side[side], self);

  for (guint i = 0; i < self->n; i++)
    self->mean += marks->marks[i].value / self->n;
  for (guint i = 0; i < self->n; i++)
    {
      self->values[i] = marks->marks[i].value - self->mean;
      self->ones[i] = 1;
    }
}

void
bary_crossed_clear (BaryCrossed *self)
{
  g_free (self->values);
  g_free (self->ones);
  g_free (self->factor);
  g_free (self->root);
  g_free (self->inverse);
  g_free (self->quadratic);
  answer_clear (&self->of_ones);
  answer_clear (&self->of_values);
  for (guint side = 0; side < BARY_CROSSED_SIDES; side++)
    answer_clear (&self->of_side[side]);
}

static double
count_marks (const BaryCrossed *self,
             guint              row)
{
  return self->marks->starts[row + 1] - self->marks->starts[row];
}

double
bary_crossed_get_slack (const BaryCrossed *self,
                        guint              row)
{
  return 1 / (1 + self->ratios[BARY_CROSSED_ROWS] * count_marks (self, row));
}

/* Returns: log |V| */
static double
factor_variance (BaryCrossed *self)
{
  const BaryMark *marks = self->marks->marks;
  guint n = self->n_columns;
  double logarithm = 0;

  memset (self->factor, 0, (gsize) n * n * sizeof (double));
  for (guint row = 0; row < self->n_rows; row++)
    {
      double slack = bary_crossed_get_slack (self, row);
      double weight = self->ratios[BARY_CROSSED_ROWS] * slack * self->ratios[BARY_CROSSED_COLUMNS];

      logarithm -= log (slack);
      for (guint i = self->marks->starts[row]; i < self->marks->starts[row + 1]; i++)
        {
          double *line = self->factor + (gsize) marks[i].expert * n;

          line[marks[i].expert] += self->ratios[BARY_CROSSED_COLUMNS];
          for (guint j = i; j < self->marks->starts[row + 1]; j++)
            line[marks[j].expert] -= weight;
        }
    }
  for (guint c = 0; c < n; c++)
    self->factor[(gsize) c * n + c] += 1;
  if (!bary_dense_factor (self->factor, n))
    return INFINITY;
  for (guint c = 0; c < n; c++)
    logarithm += 2 * log (self->factor[(gsize) c * n + c]);
  return logarithm;
}

/* V⁻¹ x, by the equations of the mixed model with the rows put in terms of the columns. */
static void
apply (BaryCrossed       *self,
       const double      *x,
       BaryCrossedAnswer *answer)
{
  const BaryMark *marks = self->marks->marks;
  const guint *starts = self->marks->starts;

  memset (answer->columns, 0, self->n_columns * sizeof (double));
  for (guint row = 0; row < self->n_rows; row++)
    {
      double sum = 0, weight = self->ratios[BARY_CROSSED_ROWS] * bary_crossed_get_slack (self, row);

      for (guint i = starts[row]; i < starts[row + 1]; i++)
        sum += x[i];
      answer->rows[row] = sum;
      for (guint i = starts[row]; i < starts[row + 1]; i++)
        answer->columns[marks[i].expert] += x[i] - weight * sum;
    }
  bary_dense_solve (self->factor, self->n_columns, answer->columns);
  for (guint row = 0; row < self->n_rows; row++)
    {
      double sum = answer->rows[row];

      for (guint i = starts[row]; i < starts[row + 1]; i++)
        sum -= self->ratios[BARY_CROSSED_COLUMNS] * answer->columns[marks[i].expert];
      answer->rows[row] = bary_crossed_get_slack (self, row) * sum;
      for (guint i = starts[row]; i < starts[row + 1]; i++)
        answer->marks[i] = x[i] - self->ratios[BARY_CROSSED_ROWS] * answer->rows[row]
                           - self->ratios[BARY_CROSSED_COLUMNS] * answer->columns[marks[i].expert];
    }
}

/* answer -= factor · the answer for ones: V⁻¹ x becomes P x. */
static void
project (BaryCrossed       *self,
         BaryCrossedAnswer *answer,
         double             factor)
{
  for (guint i = 0; i < self->n_rows; i++)
    answer->rows[i] -= factor * self->of_ones.rows[i];
  for (guint i = 0; i < self->n_columns; i++)
    answer->columns[i] -= factor * self->of_ones.columns[i];
  for (guint i = 0; i < self->n; i++)
    answer->marks[i] -= factor * self->of_ones.marks[i];
}

void
bary_crossed_evaluate (BaryCrossed *self)
{
  double logarithm = factor_variance (self);

  if (!isfinite (logarithm))
    {
      self->criterion = INFINITY;
      return;
    }
  apply (self, self->ones, &self->of_ones);
  self->weight = bary_dense_multiply (self->ones, self->of_ones.marks, self->n);
  apply (self, self->values, &self->of_values);
  self->shift = bary_dense_multiply (self->ones, self->of_values.marks, self->n) / self->weight;
  project (self, &self->of_values, self->shift);
  self->squares = bary_dense_multiply (self->values, self->of_values.marks, self->n);
  self->criterion = (self->n - 1) * log (self->squares) + logarithm + log (self->weight);
}

/* How the criterion changes */

static double
sum_squares (const double *x,
             guint         n)
{
  return bary_dense_multiply (x, x, n);
}

void
bary_crossed_invert_variance (BaryCrossed *self)
{
  const BaryMark *marks = self->marks->marks;
  guint n = self->n_columns;

  bary_dense_invert (self->factor, n, self->root);
  for (guint i = 0; i < n; i++)
    for (guint j = i; j < n; j++)
      self->inverse[(gsize) i * n + j] = bary_dense_multiply (self->root + (gsize) i * n + j, self->root + (gsize) j * n + j, n - j);
  for (guint row = 0; row < self->n_rows; row++)
    {
      double sum = 0;

      for (guint i = self->marks->starts[row]; i < self->marks->starts[row + 1]; i++)
        {
          const double *line = self->inverse + (gsize) marks[i].expert * n;

          sum += line[marks[i].expert];
          for (guint j = i + 1; j < self->marks->starts[row + 1]; j++)
            sum += 2 * line[marks[j].expert];
        }
      self->quadratic[row] = sum;
    }
}

/* The traces of ZᵀPZ. */
static void
find_traces (BaryCrossed *self,
             double       traces[BARY_CROSSED_SIDES])
{
  guint n = self->n_columns;
  double trace = 0;

  traces[BARY_CROSSED_ROWS] = -sum_squares (self->of_ones.rows, self->n_rows) / self->weight;
  for (guint row = 0; row < self->n_rows; row++)
    {
      double slack = bary_crossed_get_slack (self, row);

      traces[BARY_CROSSED_ROWS] += slack * count_marks (self, row)
                                   - slack * slack * self->ratios[BARY_CROSSED_COLUMNS] * self->quadratic[row];
    }
  for (guint c = 0; c < n; c++)
    trace += self->inverse[(gsize) c * n + c];
  traces[BARY_CROSSED_COLUMNS] = (n - trace) / self->ratios[BARY_CROSSED_COLUMNS]
                                 - sum_squares (self->of_ones.columns, n) / self->weight;
}

/* P Z Zᵀ P y of each side. */
static void
find_directions (BaryCrossed *self,
                 double      *directions[BARY_CROSSED_SIDES])
{
  for (guint i = 0; i < self->n; i++)
    {
      directions[BARY_CROSSED_ROWS][i] = self->of_values.rows[self->marks->marks[i].application];
      directions[BARY_CROSSED_COLUMNS][i] = self->of_values.columns[self->marks->marks[i].expert];
    }
  for (guint side = 0; side < BARY_CROSSED_SIDES; side++)
    {
      apply (self, directions[side], &self->of_side[side]);
      project (self, &self->of_side[side], bary_dense_multiply (self->ones, self->of_side[side].marks, self->n) / self->weight);
    }
}

void
bary_crossed_differentiate (BaryCrossed *self,
                            double       slope[BARY_CROSSED_SIDES],
                            double       information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES])
{
  g_autofree double *rows = g_new (double, self->n + 1);
  g_autofree double *columns = g_new (double, self->n + 1);
  double *directions[BARY_CROSSED_SIDES] = { rows, columns };
  double gains[BARY_CROSSED_SIDES], traces[BARY_CROSSED_SIDES];
  double df = self->n - 1;

  bary_crossed_invert_variance (self);
  find_traces (self, traces);
  find_directions (self, directions);
  gains[BARY_CROSSED_ROWS] = sum_squares (self->of_values.rows, self->n_rows);
  gains[BARY_CROSSED_COLUMNS] = sum_squares (self->of_values.columns, self->n_columns);
  for (guint i = 0; i < BARY_CROSSED_SIDES; i++)
    {
      slope[i] = self->ratios[i] * (traces[i] - df * gains[i] / self->squares);
      for (guint j = 0; j < BARY_CROSSED_SIDES; j++)
        information[i][j] = self->ratios[i] * self->ratios[j] * df
                            * (bary_dense_multiply (directions[i], self->of_side[j].marks, self->n) / self->squares
                               - gains[i] * gains[j] / (self->squares * self->squares));
    }
}
