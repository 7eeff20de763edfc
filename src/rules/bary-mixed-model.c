#include "bary-mixed-model.h"

#include "bary-crossed-private.h"

#include <math.h>
#include <string.h>

#define MOST_STEPS 200
#define MOST_HALVINGS 30
#define PRECISION 1e-7    /* of the logarithms of the variances' ratios */
#define LONGEST_STEP 2.0  /* of the same */
#define LEAST_RATIO 1e-8  /* less is no variance at all */
#define DAMPING 1e-9      /* of the information, that it may be inverted */
#define TINY 1e-30
#define NOTHING 1e-13     /* of the marks' squares, left by rounding */

static gboolean
is_at_floor (const BaryCrossed *model,
             guint              side)
{
  return model->ratios[side] <= LEAST_RATIO;
}

/* What the criterion is expected to change by. */
static double
expect (const double slope[BARY_CROSSED_SIDES],
        double       information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES],
        const double step[BARY_CROSSED_SIDES])
{
  double sum = 0;

  for (guint i = 0; i < BARY_CROSSED_SIDES; i++)
    for (guint j = 0; j < BARY_CROSSED_SIDES; j++)
      sum += step[i] * information[i][j] * step[j] / 2;
  return sum + slope[0] * step[0] + slope[1] * step[1];
}

/* The best step of the other side, given this one's. */
static void
complete_step (const double slope[BARY_CROSSED_SIDES],
               double       information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES],
               guint        given,
               double       step[BARY_CROSSED_SIDES])
{
  guint other = 1 - given;

  step[other] = -(slope[other] + information[0][1] * step[given]) / information[other][other];
  step[other] = CLAMP (step[other], -LONGEST_STEP, LONGEST_STEP);
}

/* Newton's step of the logarithms, the best one within bounds. */
static void
find_step (const double slope[BARY_CROSSED_SIDES],
           double       information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES],
           double       step[BARY_CROSSED_SIDES])
{
  double a = information[0][0], b = information[0][1], c = information[1][1];
  double newton[BARY_CROSSED_SIDES] = { (b * slope[1] - c * slope[0]) / (a * c - b * b),
                                        (b * slope[0] - a * slope[1]) / (a * c - b * b) };
  double other[BARY_CROSSED_SIDES] = { 0, CLAMP (newton[1], -LONGEST_STEP, LONGEST_STEP) };

  step[0] = CLAMP (newton[0], -LONGEST_STEP, LONGEST_STEP);
  complete_step (slope, information, 0, step);
  complete_step (slope, information, 1, other);
  if (expect (slope, information, other) < expect (slope, information, step))
    memcpy (step, other, sizeof other);
}

/* A ratio at the floor that should sink further stays where it is. */
static void
choose_step (const BaryCrossed *model,
             const double       slope[BARY_CROSSED_SIDES],
             double             information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES],
             double             step[BARY_CROSSED_SIDES])
{
  gboolean held[BARY_CROSSED_SIDES] = { is_at_floor (model, 0) && slope[0] >= 0, is_at_floor (model, 1) && slope[1] >= 0 };

  for (guint i = 0; i < BARY_CROSSED_SIDES; i++)
    information[i][i] = MAX (information[i][i], 0) * (1 + DAMPING) + TINY;
  if (information[0][0] * information[1][1] <= information[0][1] * information[0][1])
    information[0][1] = information[1][0] = 0;
  step[0] = step[1] = 0;
  if (held[0] && held[1])
    return;
  if (held[0] || held[1])
    complete_step (slope, information, held[0] ? 0 : 1, step);
  else
    find_step (slope, information, step);
}

/* Halves the step until it leads down. Returns: FALSE where no way leads down any more */
static gboolean
walk (BaryCrossed  *model,
      const double  step[BARY_CROSSED_SIDES])
{
  double start[BARY_CROSSED_SIDES] = { model->ratios[BARY_CROSSED_ROWS], model->ratios[BARY_CROSSED_COLUMNS] };
  double before = model->criterion;
  double length = 1;

  for (guint i = 0; i < MOST_HALVINGS; i++, length /= 2)
    {
      for (guint side = 0; side < BARY_CROSSED_SIDES; side++)
        model->ratios[side] = MAX (start[side] * exp (length * step[side]), LEAST_RATIO);
      bary_crossed_evaluate (model);
      if (model->criterion < before)
        return TRUE;
    }
  memcpy (model->ratios, start, sizeof start);
  bary_crossed_evaluate (model);
  return FALSE;
}

/* Returns: how many steps it took; 0 if it came to no end. */
static guint
search (BaryCrossed *model)
{
  bary_crossed_evaluate (model);
  for (guint n = 1; n <= MOST_STEPS; n++)
    {
      double slope[BARY_CROSSED_SIDES], information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES], step[BARY_CROSSED_SIDES];

      bary_crossed_differentiate (model, slope, information);
      choose_step (model, slope, information, step);
      if (fabs (step[0]) + fabs (step[1]) < PRECISION || !walk (model, step))
        return n;
    }
  return 0;
}

/* The answer */

static void
read_rows (const BaryCrossed *model,
           double             residual,
           double            *effects,
           double            *errors)
{
  double ratio = model->ratios[BARY_CROSSED_ROWS];

  for (guint row = 0; row < model->n_rows && !is_at_floor (model, BARY_CROSSED_ROWS); row++)
    {
      double weight = ratio * bary_crossed_get_slack (model, row), one = ratio * model->of_ones.rows[row];

      effects[row] = ratio * model->of_values.rows[row];
      errors[row] = sqrt (residual * (weight + weight * weight * model->ratios[BARY_CROSSED_COLUMNS] * model->quadratic[row]
                                      + one * one / model->weight));
    }
}

static void
read_columns (const BaryCrossed *model,
              double             residual,
              double            *effects,
              double            *errors)
{
  double ratio = model->ratios[BARY_CROSSED_COLUMNS];
  guint n = model->n_columns;

  for (guint c = 0; c < n && !is_at_floor (model, BARY_CROSSED_COLUMNS); c++)
    {
      double one = ratio * model->of_ones.columns[c];

      effects[c] = ratio * model->of_values.columns[c];
      errors[c] = sqrt (residual * (ratio * model->inverse[(gsize) c * n + c] + one * one / model->weight));
    }
}

static double
get_variance (const BaryCrossed *model,
              guint              side,
              double             residual)
{
  return is_at_floor (model, side) ? 0 : residual * model->ratios[side];
}

static void
fit (BaryMixedModel  *self,
     const BaryMarks *marks,
     gboolean         turned)
{
  g_auto (BaryCrossed) model = { NULL };

  bary_crossed_init (&model, marks);
  self->n_steps = search (&model);
  if (self->n_steps == 0)
    {
      self->fault = BARY_MEASURE_NOT_FOUND;
      return;
    }
  bary_crossed_invert_variance (&model);
  self->mean = model.mean + model.shift;
  self->residual = model.squares / (model.n - 1);
  self->criterion = model.criterion + (model.n - 1) * (1 + log (2 * G_PI / (model.n - 1)));
  self->application = get_variance (&model, turned ? BARY_CROSSED_COLUMNS : BARY_CROSSED_ROWS, self->residual);
  self->expert = get_variance (&model, turned ? BARY_CROSSED_ROWS : BARY_CROSSED_COLUMNS, self->residual);
  read_rows (&model, self->residual, turned ? self->experts : self->applications,
             turned ? self->expert_errors : self->application_errors);
  read_columns (&model, self->residual, turned ? self->applications : self->experts,
                turned ? self->application_errors : self->expert_errors);
}

static BaryMeasureFault
find_fault (const BaryMarks        *marks,
            const BaryLeastSquares *solution)
{
  BaryMeasureFault fault = bary_marks_find_fault (marks);

  if (fault != BARY_MEASURE_KNOWN)
    return fault;
  if (solution->total == 0)
    return BARY_MEASURE_NO_SPREAD;
  if (solution->df < 1)
    return BARY_MEASURE_FEW_MARKS;
  return solution->rest <= NOTHING * solution->total ? BARY_MEASURE_NO_REMAINDER : BARY_MEASURE_KNOWN;
}

BaryMixedModel *
bary_mixed_model_new (const BaryMarks        *marks,
                      const BaryLeastSquares *solution)
{
  BaryMixedModel *self = g_new0 (BaryMixedModel, 1);

  self->fault = find_fault (marks, solution);
  self->applications = g_new0 (double, marks->n_applications + 1);
  self->experts = g_new0 (double, marks->n_experts + 1);
  self->application_errors = g_new0 (double, marks->n_applications + 1);
  self->expert_errors = g_new0 (double, marks->n_experts + 1);
  if (self->fault != BARY_MEASURE_KNOWN)
    return self;

  if (marks->n_experts <= marks->n_applications)
    fit (self, marks, FALSE);
  else
    {
      g_autoptr (BaryMarks) turned = bary_marks_transpose (marks);

      fit (self, turned, TRUE);
    }
  return self;
}

void
bary_mixed_model_free (BaryMixedModel *self)
{
  g_free (self->applications);
  g_free (self->experts);
  g_free (self->application_errors);
  g_free (self->expert_errors);
  g_free (self);
}
