#include "bary-stress.h"

#include "bary-turns.h"

#include <math.h>

#define SWEEPS 30
#define LARGEST_FULL 1000
#define PIVOTS 60
#define SAMPLE 200
#define SMALLEST_STEP 0.1

typedef struct {
  guint a, b;
  float distance;
  float weight_a, weight_b; /* how much each is moved */
} Term;

typedef struct {
  GArray *terms;
  double  least, most; /* weights */
} Terms;

static void
add_term (Terms *self,
          guint  a,
          guint  b,
          guint  distance,
          double weight_a,
          double weight_b)
{
  Term term = { a, b, (float) distance, (float) weight_a, (float) weight_b };

  g_array_append_val (self->terms, term);
  self->least = MIN (self->least, 1.0 / distance / distance);
  self->most = MAX (self->most, MAX (weight_a, weight_b));
}

/* Breadth first. @order: (out): the nodes by distance; @distances: of all n */
static void
measure_hops (const BaryStress *self,
              guint             from,
              guint            *order,
              guint            *distances)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    distances[i] = G_MAXUINT;
  order[n++] = from;
  distances[from] = 0;
  for (guint i = 0; i < n; i++)
    for (guint t = self->first_tie[order[i]]; t < self->first_tie[order[i] + 1]; t++)
      if (distances[self->ties[t]] == G_MAXUINT)
        {
          distances[self->ties[t]] = distances[order[i]] + 1;
          order[n++] = self->ties[t];
        }
}

static void
add_all_pairs (const BaryStress *self,
               Terms            *terms)
{
  g_autofree guint *order = g_new (guint, self->n);
  g_autofree guint *distances = g_new (guint, self->n);

  for (guint i = 0; i < self->n; i++)
    {
      measure_hops (self, i, order, distances);
      for (guint j = 0; j < i; j++)
        add_term (terms, i, j, distances[j], 1.0 / distances[j] / distances[j], 1.0 / distances[j] / distances[j]);
    }
}

/* Sparse */

typedef struct {
  guint  n;
  guint  nodes[PIVOTS];
  guint *distances[PIVOTS]; /* of all nodes */
  guint *nearest;           /* pivot of each node */
} Pivots;

static void
choose_pivots (const BaryStress *self,
               Pivots           *pivots)
{
  g_autofree guint *order = g_new (guint, self->n);
  g_autofree guint *least = g_new (guint, self->n);
  guint next = 0;

  for (guint i = 1; i < self->n; i++)
    if (self->first_tie[i + 1] - self->first_tie[i] > self->first_tie[next + 1] - self->first_tie[next])
      next = i;
  for (guint i = 0; i < self->n; i++)
    least[i] = G_MAXUINT;
  pivots->nearest = g_new0 (guint, self->n);
  for (pivots->n = 0; pivots->n < MIN (PIVOTS, self->n); pivots->n++)
    {
      guint *distances = pivots->distances[pivots->n] = g_new (guint, self->n);

      pivots->nodes[pivots->n] = next;
      measure_hops (self, next, order, distances);
      for (guint i = 0; i < self->n; i++)
        if (distances[i] < least[i])
          {
            least[i] = distances[i];
            pivots->nearest[i] = pivots->n;
          }
      for (guint i = 0; i < self->n; i++)
        if (least[i] > least[next])
          next = i;
    }
}

static void
add_pivot_terms (const BaryStress *self,
                 const Pivots     *pivots,
                 guint             pivot,
                 Terms            *terms)
{
  const guint *distances = pivots->distances[pivot];
  g_autofree guint *within = NULL; /* how many of its region are at most so far */
  guint farthest = 0;

  for (guint i = 0; i < self->n; i++)
    farthest = MAX (farthest, distances[i]);
  within = g_new0 (guint, farthest + 2);
  for (guint i = 0; i < self->n; i++)
    if (pivots->nearest[i] == pivot)
      within[distances[i]]++;
  for (guint d = 1; d <= farthest; d++)
    within[d] += within[d - 1];
  for (guint i = 0; i < self->n; i++)
    if (distances[i] > 1)
      add_term (terms, i, pivots->nodes[pivot], distances[i],
                (double) within[distances[i] / 2] / distances[i] / distances[i], 0);
}

static void
add_sparse_terms (const BaryStress *self,
                  Terms            *terms)
{
  Pivots pivots;

  choose_pivots (self, &pivots);
  for (guint i = 0; i < self->n; i++)
    for (guint t = self->first_tie[i]; t < self->first_tie[i + 1]; t++)
      if (self->ties[t] < i)
        add_term (terms, i, self->ties[t], 1, 1, 1);
  for (guint i = 0; i < pivots.n; i++)
    add_pivot_terms (self, &pivots, i, terms);
  for (guint i = 0; i < pivots.n; i++)
    g_free (pivots.distances[i]);
  g_free (pivots.nearest);
}

/* Descent */

static void
shuffle (Terms   *terms,
         guint64 *chance)
{
  Term *list = (Term *) terms->terms->data;

  for (guint i = terms->terms->len; i > 1; i--)
    {
      guint other = (guint) (bary_turns_draw (chance) % i);
      Term kept = list[i - 1];

      list[i - 1] = list[other];
      list[other] = kept;
    }
}

static void
sweep (BaryStress  *self,
       const Terms *terms,
       double       rate)
{
  for (guint i = 0; i < terms->terms->len; i++)
    {
      const Term *term = &g_array_index (terms->terms, Term, i);
      double x = self->x[term->a] - self->x[term->b], y = self->y[term->a] - self->y[term->b];
      double length = sqrt (x * x + y * y);
      double excess = length > 1e-9 ? (length - term->distance) / length / 2 : 0;
      double step_a = MIN (1, rate * term->weight_a) * excess, step_b = MIN (1, rate * term->weight_b) * excess;

      if (self->fixed == NULL || !self->fixed[term->a])
        {
          self->x[term->a] -= step_a * x;
          self->y[term->a] -= step_a * y;
        }
      if (self->fixed == NULL || !self->fixed[term->b])
        {
          self->x[term->b] += step_b * x;
          self->y[term->b] += step_b * y;
        }
    }
}

/* The factor that leads from `first` to `last` in SWEEPS - 1 steps, by halving: the C library's pow need not be the
 * same everywhere. */
static double
find_factor (double first,
             double last)
{
  double low = 0, high = 1;

  for (guint i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2, value = first;

      for (guint j = 1; j < SWEEPS; j++)
        value *= middle;
      if (value < last)
        low = middle;
      else
        high = middle;
    }
  return high;
}

gboolean
bary_stress_reduce (BaryStress     *self,
                    BaryStressStep  step,
                    gpointer        user_data)
{
  Terms terms = { g_array_new (FALSE, FALSE, sizeof (Term)), 1, 0 };
  guint64 chance = self->seed;
  gboolean go_on = TRUE;
  double rate, factor;

  if (self->n <= LARGEST_FULL)
    add_all_pairs (self, &terms);
  else
    add_sparse_terms (self, &terms);
  rate = 1 / terms.least;
  factor = find_factor (rate, MIN (rate, SMALLEST_STEP / MAX (terms.most, 1e-9)));
  for (guint i = 0; i < SWEEPS && go_on && terms.terms->len > 0; i++, rate *= factor)
    {
      shuffle (&terms, &chance);
      sweep (self, &terms, rate);
      go_on = step == NULL || step ((i + 1.0) / SWEEPS, user_data);
    }
  g_array_unref (terms.terms);
  return go_on;
}

double
bary_stress_measure (const BaryStress *self)
{
  g_autofree guint *order = g_new (guint, self->n + 1);
  g_autofree guint *distances = g_new (guint, self->n + 1);
  guint n_sources = self->n <= LARGEST_FULL ? self->n : SAMPLE;
  double sum = 0, squares = 0, n = 0;

  for (guint i = 0; i < n_sources; i++)
    {
      guint from = (guint) ((guint64) i * self->n / n_sources);

      measure_hops (self, from, order, distances);
      for (guint j = 0; j < self->n; j++)
        {
          double ratio;

          if (j == from)
            continue;
          ratio = bary_turns_length (self->x[j] - self->x[from], self->y[j] - self->y[from]) / distances[j];
          sum += ratio;
          squares += ratio * ratio;
          n++;
        }
    }
  return n > 0 && squares > 0 ? 1 - sum * sum / (squares * n) : 0;
}
