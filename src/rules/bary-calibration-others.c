#include "bary-calibration-others.h"

#include "bary-dense.h"

#include <math.h>

/* Scales come first, then shifts; those of experts without marks stand for themselves. */
typedef struct {
  const BaryMarks *marks;
  guint            n;      /* unknowns */
  guint            last;   /* the expert whose shift is 0 */
  double          *matrix; /* n × n */
  double          *values;
} Programme;

static void
programme_clear (Programme *programme)
{
  g_free (programme->matrix);
  g_free (programme->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Programme, programme_clear)

static void
add_product (Programme *programme,
             guint      row,
             guint      column,
             double     value)
{
  guint pinned = programme->marks->n_experts + programme->last;

  if (row <= column && row != pinned && column != pinned)
    programme->matrix[(gsize) row * programme->n + column] += value;
}

/* The squares of an application's marks, scaled and shifted, about their mean. */
static void
add_application (Programme *programme,
                 guint      application)
{
  const BaryMarks *marks = programme->marks;
  guint first = marks->starts[application], end = marks->starts[application + 1];

  for (guint i = first; i < end; i++)
    for (guint j = first; j < end; j++)
      {
        const BaryMark *one = &marks->marks[i], *other = &marks->marks[j];
        double weight = (i == j) - 1.0 / (end - first);

        add_product (programme, one->expert, other->expert, weight * one->value * other->value);
        add_product (programme, one->expert, marks->n_experts + other->expert, -weight * one->value);
        add_product (programme, marks->n_experts + one->expert, marks->n_experts + other->expert, weight);
      }
}

static void
programme_init (Programme              *programme,
                const BaryMarks        *marks,
                const BaryLeastSquares *solution)
{
  guint m = marks->n_experts;

  *programme = (Programme) { marks, 2 * m };
  programme->matrix = g_new0 (double, (gsize) programme->n * programme->n + 1);
  programme->values = g_new0 (double, programme->n + 1);
  for (guint e = 0; e < m; e++)
    if (solution->expert_components[e] != G_MAXUINT)
      {
        programme->last = e;
        programme->values[e] = 1;
      }
  for (guint a = 0; a < marks->n_applications; a++)
    add_application (programme, a);
  for (guint e = 0; e < m; e++)
    if (solution->expert_components[e] == G_MAXUINT)
      programme->matrix[(gsize) e * programme->n + e] = programme->matrix[(gsize) (m + e) * programme->n + m + e] = 1;
  programme->matrix[(gsize) (m + programme->last) * programme->n + m + programme->last] = 1;
}

/* Of all scales whose sum is given, those with the least squares are proportional to the solution for a right side of
 * ones. Returns: FALSE if marks do not determine them */
static gboolean
solve (Programme *programme)
{
  double sum = 0;

  if (!bary_dense_factor (programme->matrix, programme->n))
    return FALSE;

  bary_dense_solve (programme->matrix, programme->n, programme->values);
  for (guint e = 0; e < programme->marks->n_experts; e++)
    sum += programme->values[e];
  for (guint i = 0; i < programme->n; i++)
    programme->values[i] *= programme->marks->n_marking_experts / sum;
  return isfinite (sum) && sum > 0;
}

static BaryMeasureFault
read_qualities (const Programme *programme,
                BaryScaledMarks *self)
{
  const BaryMarks *marks = programme->marks;
  double least = INFINITY, most = -INFINITY;

  for (guint e = 0; e < marks->n_experts; e++)
    {
      self->scales[e] = programme->values[e];
      self->shifts[e] = programme->values[marks->n_experts + e];
    }
  for (guint i = 0; i < marks->n_marks; i++)
    {
      const BaryMark *mark = &marks->marks[i];
      guint n = marks->starts[mark->application + 1] - marks->starts[mark->application];

      self->applications[mark->application] += (self->scales[mark->expert] * mark->value - self->shifts[mark->expert]) / n;
    }
  for (guint i = 0; i < marks->n_marks; i++)
    {
      least = MIN (least, self->applications[marks->marks[i].application]);
      most = MAX (most, self->applications[marks->marks[i].application]);
    }
  for (guint a = 0; a < marks->n_applications && most > least; a++)
    if (marks->starts[a + 1] > marks->starts[a])
      self->applications[a] = (self->applications[a] - least) / (most - least);
  return most > least ? BARY_MEASURE_KNOWN : BARY_MEASURE_NO_SPREAD;
}

static BaryMeasureFault
find_fault (const BaryMarks        *marks,
            const BaryLeastSquares *solution)
{
  BaryMeasureFault fault = bary_marks_find_fault (marks);

  if (fault != BARY_MEASURE_KNOWN)
    return fault;
  if (solution->n_components > 1)
    return BARY_MEASURE_PARTS;
  return (guint64) marks->n_marked_applications + 2 * (guint64) marks->n_marking_experts > (guint64) marks->n_marks + 2
           ? BARY_MEASURE_FEW_MARKS : BARY_MEASURE_KNOWN;
}

BaryScaledMarks *
bary_scaled_marks_new (const BaryMarks        *marks,
                       const BaryLeastSquares *solution)
{
  BaryScaledMarks *self = g_new0 (BaryScaledMarks, 1);
  g_auto (Programme) programme = { NULL };

  self->applications = g_new0 (double, marks->n_applications + 1);
  self->scales = g_new0 (double, marks->n_experts + 1);
  self->shifts = g_new0 (double, marks->n_experts + 1);
  self->fault = find_fault (marks, solution);
  if (self->fault != BARY_MEASURE_KNOWN)
    return self;

  programme_init (&programme, marks, solution);
  self->fault = solve (&programme) ? read_qualities (&programme, self) : BARY_MEASURE_FEW_MARKS;
  return self;
}

void
bary_scaled_marks_free (BaryScaledMarks *self)
{
  g_free (self->applications);
  g_free (self->scales);
  g_free (self->shifts);
  g_free (self);
}

/* Standard scores */

/* The mean and the standard deviation of each expert's marks. */
static void
measure_experts (const BaryMarks *marks,
                 double          *means,
                 double          *deviations)
{
  g_autofree guint *counts = g_new0 (guint, marks->n_experts + 1);

  for (guint i = 0; i < marks->n_marks; i++)
    {
      means[marks->marks[i].expert] += marks->marks[i].value;
      counts[marks->marks[i].expert]++;
    }
  for (guint e = 0; e < marks->n_experts; e++)
    means[e] /= MAX (counts[e], 1);
  for (guint i = 0; i < marks->n_marks; i++)
    {
      double distance = marks->marks[i].value - means[marks->marks[i].expert];

      deviations[marks->marks[i].expert] += distance * distance;
    }
  for (guint e = 0; e < marks->n_experts; e++)
    deviations[e] = sqrt (deviations[e] / MAX (counts[e], 1));
}

BaryMeasure *
bary_standard_scores (const BaryMarks *marks)
{
  BaryMeasure *scores = g_new (BaryMeasure, marks->n_applications + 1);
  g_autofree double *means = g_new0 (double, marks->n_experts + 1);
  g_autofree double *deviations = g_new0 (double, marks->n_experts + 1);

  measure_experts (marks, means, deviations);
  for (guint a = 0; a < marks->n_applications; a++)
    {
      guint n = marks->starts[a + 1] - marks->starts[a];

      scores[a] = n > 0 ? BARY_MEASURE_OF (0) : BARY_MEASURE_FAULT (BARY_MEASURE_NO_MARKS);
      for (guint i = marks->starts[a]; i < marks->starts[a + 1]; i++)
        if (deviations[marks->marks[i].expert] > 0)
          scores[a].value += (marks->marks[i].value - means[marks->marks[i].expert]) / deviations[marks->marks[i].expert] / n;
    }
  return scores;
}
