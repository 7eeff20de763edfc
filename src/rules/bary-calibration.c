#include "bary-calibration.h"

#include "bary-config.h"
#include "bary-dense.h"
#include "bary-joining.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENOUGH_MARKS 20
#define ENOUGH_OVERLAPS 2

BaryMeasure *
bary_calibration_means (const BaryMarks *marks)
{
  BaryMeasure *means = g_new (BaryMeasure, marks->n_applications + 1);

  for (guint a = 0; a < marks->n_applications; a++)
    {
      guint n = marks->starts[a + 1] - marks->starts[a];
      double sum = 0;

      for (guint i = marks->starts[a]; i < marks->starts[a + 1]; i++)
        sum += marks->marks[i].value;
      means[a] = n > 0 ? BARY_MEASURE_OF (sum / n) : BARY_MEASURE_FAULT (BARY_MEASURE_NO_MARKS);
    }
  return means;
}

/* Components */

/* Experts are joined through the applications that they share. */
static void
find_components (BaryLeastSquares *self,
                 const BaryMarks  *marks)
{
  g_autofree guint *joining = bary_joining_new (marks->n_experts);
  g_autofree guint *numbers = g_new (guint, marks->n_experts + 1);

  for (guint e = 0; e < marks->n_experts; e++)
    {
      numbers[e] = G_MAXUINT;
      self->expert_components[e] = G_MAXUINT;
    }
  for (guint i = 1; i < marks->n_marks; i++)
    if (marks->marks[i].application == marks->marks[i - 1].application)
      bary_joining_join (joining, marks->marks[i].expert, marks->marks[i - 1].expert);
  for (guint a = 0; a < marks->n_applications; a++)
    self->application_components[a] = G_MAXUINT;
  for (guint i = 0; i < marks->n_marks; i++)
    {
      guint root = bary_joining_find (joining, marks->marks[i].expert);

      if (numbers[root] == G_MAXUINT)
        numbers[root] = self->n_components++;
      self->application_components[marks->marks[i].application] = numbers[root];
      self->expert_components[marks->marks[i].expert] = numbers[root];
    }
}

/* The normal equations, with the greater side put in terms of the lesser. Rows are the greater side. */
typedef struct {
  const BaryMarks *marks;
  const guint     *column_components;
  guint            n;            /* columns */
  double          *matrix;       /* n × n */
  double          *right;
  double           mean;         /* of all marks, taken off */
  double           row_ridge;    /* what is added to the number of a row's marks */
  double           column_ridge;
} Equations;

static void
equations_clear (Equations *equations)
{
  g_free (equations->matrix);
  g_free (equations->right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Equations, equations_clear)

/* 1 / (marks + ridge), 0 without marks */
static double
get_share (const Equations *equations,
           guint            row)
{
  guint n = equations->marks->starts[row + 1] - equations->marks->starts[row];

  return n > 0 ? 1 / (n + equations->row_ridge) : 0;
}

/* What a row is if all columns are 0. */
static double
find_row_mean (const Equations *equations,
               guint            row)
{
  const BaryMarks *marks = equations->marks;
  double sum = 0;

  for (guint i = marks->starts[row]; i < marks->starts[row + 1]; i++)
    sum += marks->marks[i].value - equations->mean;
  return sum * get_share (equations, row);
}

static void
add_row (Equations *equations,
         guint      row)
{
  const BaryMarks *marks = equations->marks;
  double share = get_share (equations, row), mean = find_row_mean (equations, row);

  for (guint i = marks->starts[row]; i < marks->starts[row + 1]; i++)
    {
      guint column = marks->marks[i].expert;
      double *line = equations->matrix + (gsize) column * equations->n;

      line[column] += 1;
      equations->right[column] += marks->marks[i].value - equations->mean - mean;
      for (guint j = i; j < marks->starts[row + 1]; j++)
        line[marks->marks[j].expert] -= share;
    }
}

/* Without a ridge only differences are determined: columns of a component shall add up to 0. Columns without marks are
 * 0. */
static void
pin_down (Equations *equations)
{
  for (guint c = 0; c < equations->n; c++)
    equations->matrix[(gsize) c * equations->n + c] += equations->column_ridge;
  for (guint c = 0; c < equations->n && equations->row_ridge + equations->column_ridge == 0; c++)
    for (guint d = c; d < equations->n; d++)
      if (equations->column_components[c] == equations->column_components[d])
        equations->matrix[(gsize) c * equations->n + d] += 1;
  for (guint c = 0; c < equations->n; c++)
    if (equations->column_components[c] == G_MAXUINT)
      equations->matrix[(gsize) c * equations->n + c] += 1;
}

/* @rows, @columns: (out) */
static void
solve_equations (Equations *equations,
                 double    *rows,
                 double    *columns)
{
  const BaryMarks *marks = equations->marks;

  equations->n = marks->n_experts;
  equations->matrix = g_new0 (double, (gsize) equations->n * equations->n + 1);
  equations->right = g_new0 (double, equations->n + 1);
  for (guint row = 0; row < marks->n_applications; row++)
    add_row (equations, row);
  pin_down (equations);
  if (!bary_dense_factor (equations->matrix, equations->n))
    g_assert_not_reached ();
  bary_dense_solve (equations->matrix, equations->n, equations->right);

  memcpy (columns, equations->right, equations->n * sizeof (double));
  for (guint row = 0; row < marks->n_applications; row++)
    {
      double sum = 0;

      for (guint i = marks->starts[row]; i < marks->starts[row + 1]; i++)
        sum += columns[marks->marks[i].expert];
      rows[row] = find_row_mean (equations, row) - sum * get_share (equations, row);
    }
}

static void
solve (BaryLeastSquares *self,
       const BaryMarks  *marks,
       double            mean,
       double            ridge)
{
  g_autoptr (BaryMarks) turned = NULL;
  g_auto (Equations) equations = { marks, self->expert_components, .mean = mean, .column_ridge = ridge };

  if (marks->n_experts <= marks->n_applications)
    {
      solve_equations (&equations, self->applications, self->experts);
      return;
    }
  turned = bary_marks_transpose (marks);
  equations = (Equations) { turned, self->application_components, .mean = mean, .row_ridge = ridge };
  solve_equations (&equations, self->experts, self->applications);
}

/* Leniencies of a component add up to 0, and the mean comes back. */
static void
level (BaryLeastSquares *self,
       const BaryMarks  *marks,
       double            mean)
{
  g_autofree double *sums = g_new0 (double, self->n_components + 1);
  g_autofree guint *counts = g_new0 (guint, self->n_components + 1);

  for (guint e = 0; e < marks->n_experts; e++)
    if (self->expert_components[e] != G_MAXUINT)
      {
        sums[self->expert_components[e]] += self->experts[e];
        counts[self->expert_components[e]]++;
      }
  for (guint e = 0; e < marks->n_experts; e++)
    if (self->expert_components[e] != G_MAXUINT)
      self->experts[e] -= sums[self->expert_components[e]] / counts[self->expert_components[e]];
  for (guint a = 0; a < marks->n_applications; a++)
    if (self->application_components[a] != G_MAXUINT)
      self->applications[a] += mean + sums[self->application_components[a]] / counts[self->application_components[a]];
}

static void
measure_rest (BaryLeastSquares *self,
              const BaryMarks  *marks,
              double            mean)
{
  for (guint i = 0; i < marks->n_marks; i++)
    {
      const BaryMark *mark = &marks->marks[i];
      double left = mark->value - self->applications[mark->application] - self->experts[mark->expert];

      self->rest += left * left;
      self->total += (mark->value - mean) * (mark->value - mean);
    }
  self->df = (int) marks->n_marks - (int) (marks->n_marked_applications + marks->n_marking_experts - self->n_components);
}

BaryLeastSquares *
bary_least_squares_new (const BaryMarks *marks,
                        double           ridge)
{
  BaryLeastSquares *self = g_new0 (BaryLeastSquares, 1);
  double mean = 0;

  self->application_components = g_new (guint, marks->n_applications + 1);
  self->expert_components = g_new (guint, marks->n_experts + 1);
  self->applications = g_new0 (double, marks->n_applications + 1);
  self->experts = g_new0 (double, marks->n_experts + 1);
  find_components (self, marks);
  for (guint i = 0; i < marks->n_marks; i++)
    mean += marks->marks[i].value / marks->n_marks;

  solve (self, marks, mean, ridge);
  level (self, marks, mean);
  measure_rest (self, marks, mean);
  return self;
}

void
bary_least_squares_free (BaryLeastSquares *self)
{
  g_free (self->application_components);
  g_free (self->expert_components);
  g_free (self->applications);
  g_free (self->experts);
  g_free (self);
}

/* Doubts */

static gboolean
has_few_overlaps (const BaryMarks *marks)
{
  g_autofree guint *given = g_new0 (guint, marks->n_experts + 1);
  g_autofree guint *shared = g_new0 (guint, marks->n_experts + 1);

  for (guint i = 0; i < marks->n_marks; i++)
    {
      guint a = marks->marks[i].application;

      given[marks->marks[i].expert]++;
      shared[marks->marks[i].expert] += marks->starts[a + 1] - marks->starts[a] > 1;
    }
  for (guint e = 0; e < marks->n_experts; e++)
    if (given[e] > 0 && shared[e] < ENOUGH_OVERLAPS)
      return TRUE;
  return FALSE;
}

BaryDoubts
bary_calibration_doubt (const BaryMarks        *marks,
                        const BaryLeastSquares *solution)
{
  BaryDoubts doubts = BARY_DOUBT_NONE;

  if (marks->n_marks < ENOUGH_MARKS)
    doubts |= BARY_DOUBT_FEW_MARKS;
  if (has_few_overlaps (marks))
    doubts |= BARY_DOUBT_FEW_OVERLAPS;
  if (solution->n_components > 1)
    doubts |= BARY_DOUBT_COMPONENTS;
  return doubts;
}

const char *
bary_doubt_to_words (BaryDoubts doubt)
{
  switch (doubt)
    {
    case BARY_DOUBT_FEW_MARKS:
      return _("There are fewer than 20 marks: chance may weigh more than severity.");
    case BARY_DOUBT_FEW_OVERLAPS:
      return _("Some expert shares fewer than two applications with others: that severity is hardly known.");
    case BARY_DOUBT_COMPONENTS:
    default:
      return _("The table falls into parts without a common expert or application: what is in different parts cannot be compared.");
    }
}
