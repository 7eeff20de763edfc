#include "bary-krippendorff.h"

/* A mark that counts and how often it was given. */
typedef struct {
  double value;
  double place; /* on the axis along which distances are measured */
  double n;
} Level;

typedef struct {
  Level *levels; /* ascending */
  guint  n_levels;
  guint *of;     /* the level of each mark that counts, application after application */
  guint  n;
} Scale;

static void
scale_clear (Scale *scale)
{
  g_free (scale->levels);
  g_free (scale->of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scale, scale_clear)

static guint
count_marks (const BaryMarks *marks,
             guint            application)
{
  return marks->starts[application + 1] - marks->starts[application];
}

guint
bary_krippendorff_count_pairable (const BaryMarks *marks)
{
  guint n = 0;

  for (guint a = 0; a < marks->n_applications; a++)
    if (count_marks (marks, a) > 1)
      n += count_marks (marks, a);
  return n;
}

static int
compare_levels (const void *a,
                const void *b)
{
  const Level *x = a, *y = b;

  return x->value < y->value ? -1 : x->value > y->value;
}

static guint
find_level (const Scale *scale,
            double       value)
{
  guint low = 0, high = scale->n_levels - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (scale->levels[middle].value < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
scale_init (Scale           *scale,
            const BaryMarks *marks)
{
  guint n = bary_krippendorff_count_pairable (marks);

  scale->levels = g_new0 (Level, n + 1);
  scale->of = g_new (guint, n + 1);
  for (guint i = 0; i < marks->n_marks; i++)
    if (count_marks (marks, marks->marks[i].application) > 1)
      scale->levels[scale->n++] = (Level) { marks->marks[i].value, 0, 1 };
  qsort (scale->levels, n, sizeof (Level), compare_levels);
  for (guint i = 0; i < n; i++)
    if (scale->n_levels > 0 && scale->levels[scale->n_levels - 1].value == scale->levels[i].value)
      scale->levels[scale->n_levels - 1].n++;
    else
      scale->levels[scale->n_levels++] = scale->levels[i];

  n = 0;
  for (guint i = 0; i < marks->n_marks; i++)
    if (count_marks (marks, marks->marks[i].application) > 1)
      scale->of[n++] = find_level (scale, marks->marks[i].value);
}

/* The ordinal distance between two marks is that of their middle ranks. Both axes are counted from their middle, so
 * that squares stay small. */
static void
place_levels (Scale      *scale,
              BaryMetric  metric)
{
  double below = 0, sum = 0;

  for (guint i = 0; i < scale->n_levels; i++)
    {
      Level *level = &scale->levels[i];

      level->place = metric == BARY_METRIC_ORDINAL ? below + level->n / 2 : level->value;
      below += level->n;
      sum += level->n * level->place;
    }
  for (guint i = 0; i < scale->n_levels && metric != BARY_METRIC_RATIO; i++)
    scale->levels[i].place -= sum / scale->n;
}

/* Disagreement: the sum of squared distances over all ordered pairs of some marks. */

/* Σ Σ (x - y)² = 2 (n Σ x² - (Σ x)²) */
static double
sum_squares (const Scale *scale,
             const guint *of,
             guint        n)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      double place = scale->levels[of[i]].place;

      sum += place;
      squares += place * place;
    }
  return 2 * (n * squares - sum * sum);
}

static double
square_ratio (double x,
              double y)
{
  double ratio = x + y > 0 ? (x - y) / (x + y) : 0;

  return ratio * ratio;
}

static double
sum_pairs (const Scale *scale,
           BaryMetric   metric,
           const guint *of,
           guint        n)
{
  double sum = 0;

  if (metric == BARY_METRIC_ORDINAL || metric == BARY_METRIC_INTERVAL)
    return sum_squares (scale, of, n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      sum += metric == BARY_METRIC_NOMINAL ? of[i] != of[j]
                                           : square_ratio (scale->levels[of[i]].value, scale->levels[of[j]].value);
  return 2 * sum;
}

static double
sum_observed (const Scale     *scale,
              BaryMetric       metric,
              const BaryMarks *marks)
{
  const guint *of = scale->of;
  double sum = 0;

  for (guint a = 0; a < marks->n_applications; a++)
    {
      guint n = count_marks (marks, a);

      if (n < 2)
        continue;
      sum += sum_pairs (scale, metric, of, n) / (n - 1);
      of += n;
    }
  return sum;
}

static double
sum_expected (const Scale *scale,
              BaryMetric   metric)
{
  double sum = 0, square = 0;

  if (metric == BARY_METRIC_RATIO)
    {
      for (guint i = 0; i < scale->n_levels; i++)
        for (guint j = 0; j < i; j++)
          sum += 2 * scale->levels[i].n * scale->levels[j].n * square_ratio (scale->levels[i].value, scale->levels[j].value);
      return sum;
    }
  for (guint i = 0; i < scale->n_levels; i++)
    {
      const Level *level = &scale->levels[i];

      sum += level->n * level->place;
      square += metric == BARY_METRIC_NOMINAL ? level->n * level->n : level->n * level->place * level->place;
    }
  return metric == BARY_METRIC_NOMINAL ? (double) scale->n * scale->n - square : 2 * (scale->n * square - sum * sum);
}

static BaryMeasure
find_alpha (Scale           *scale,
            BaryMetric       metric,
            const BaryMarks *marks)
{
  double expected;

  if (metric == BARY_METRIC_RATIO && scale->levels[0].value < 0)
    return BARY_MEASURE_FAULT (BARY_MEASURE_NEGATIVE);

  place_levels (scale, metric);
  expected = sum_expected (scale, metric);
  if (scale->n_levels < 2 || expected <= 0)
    return BARY_MEASURE_FAULT (BARY_MEASURE_NO_SPREAD);

  return BARY_MEASURE_OF (1 - (scale->n - 1) * sum_observed (scale, metric, marks) / expected);
}

void
bary_krippendorff_compute (const BaryMarks *marks,
                           BaryMeasure      alphas[BARY_N_METRICS])
{
  BaryMeasureFault fault = BARY_MEASURE_KNOWN;
  g_auto (Scale) scale = { NULL };

  scale_init (&scale, marks);
  if (marks->n_marks == 0)
    fault = BARY_MEASURE_NO_MARKS;
  else if (marks->n_marking_experts < 2)
    fault = BARY_MEASURE_FEW_EXPERTS;
  else if (scale.n == 0)
    fault = BARY_MEASURE_NO_PAIRS;
  for (BaryMetric metric = 0; metric < BARY_N_METRICS; metric++)
    alphas[metric] = fault == BARY_MEASURE_KNOWN ? find_alpha (&scale, metric, marks) : BARY_MEASURE_FAULT (fault);
}
