#include "bary-layers.h"

#define ROUNDS 6
#define LONE_WEIGHT 0.01 /* of an item that has nothing to stand below or above */

/* A run of items pushed together: they move as one. */
typedef struct {
  double sum, weight; /* of the wishes, less the distances within the layer */
  guint  last;
} Run;

void
bary_layers_settle (BaryLayers   *self,
                    guint         layer,
                    const double *wished,
                    const double *weights,
                    double        gap)
{
  guint start = self->first[layer], n = self->first[layer + 1] - start, n_runs = 0;
  g_autofree double *offsets = g_new (double, n + 1);
  g_autofree Run *runs = g_new (Run, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const guint *item = &self->order[start + i];

      offsets[i] = i > 0 ? offsets[i - 1] + (self->width[item[-1]] + self->width[item[0]]) / 2 + gap : 0;
      runs[n_runs++] = (Run) { (wished[i] - offsets[i]) * weights[i], weights[i], i };
      while (n_runs > 1 && runs[n_runs - 2].sum * runs[n_runs - 1].weight >= runs[n_runs - 1].sum * runs[n_runs - 2].weight)
        {
          runs[n_runs - 2].sum += runs[n_runs - 1].sum;
          runs[n_runs - 2].weight += runs[n_runs - 1].weight;
          runs[n_runs - 2].last = i;
          n_runs--;
        }
    }
  for (guint i = 0, run = 0; i < n; i++)
    {
      run += i > runs[run].last;
      self->x[self->order[start + i]] = runs[run].sum / runs[run].weight + offsets[i];
    }
}

static guint
add_ends (const BaryLayers *self,
          const guint      *first,
          const guint      *others,
          guint             item,
          double           *sum)
{
  for (guint i = first[item]; i < first[item + 1]; i++)
    *sum += self->x[others[i]];
  return first[item + 1] - first[item];
}

static void
settle_by_means (BaryLayers *self,
                 guint       layer,
                 gboolean    up,
                 gboolean    down,
                 double      gap,
                 double     *wished,
                 double     *weights)
{
  for (guint i = self->first[layer]; i < self->first[layer + 1]; i++)
    {
      guint item = self->order[i], n = 0, place = i - self->first[layer];
      double sum = 0;

      if (up)
        n += add_ends (self, self->first_up, self->ups, item, &sum);
      if (down)
        n += add_ends (self, self->first_down, self->downs, item, &sum);
      wished[place] = n > 0 ? sum / n : self->x[item];
      weights[place] = n > 0 ? n : LONE_WEIGHT;
    }
  bary_layers_settle (self, layer, wished, weights, gap);
}

static void
line_up (BaryLayers *self,
         double      gap,
         double     *wished,
         double     *weights)
{
  for (guint layer = 0; layer < self->n_layers; layer++)
    {
      guint n = self->first[layer + 1] - self->first[layer];

      for (guint i = 0; i < n; i++)
        {
          wished[i] = 0;
          weights[i] = 1;
        }
      bary_layers_settle (self, layer, wished, weights, gap);
    }
}

void
bary_layers_spread (BaryLayers *self,
                    double      gap)
{
  g_autofree double *wished = g_new (double, self->n + 1);
  g_autofree double *weights = g_new (double, self->n + 1);

  line_up (self, gap, wished, weights);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gboolean both = round >= ROUNDS / 2;

      for (guint layer = 1; layer < self->n_layers; layer++)
        settle_by_means (self, layer, TRUE, both, gap, wished, weights);
      for (guint layer = self->n_layers; layer-- > 0;)
        settle_by_means (self, layer, both, TRUE, gap, wished, weights);
    }
  for (guint layer = self->n_layers; layer-- > 0;)
    settle_by_means (self, layer, FALSE, TRUE, gap, wished, weights);
}
