#include "bary-layers.h"

#include "bary-numbers.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SWEEPS 32
#define PATIENCE 6        /* sweeps without a better order */
#define MOST_EXCHANGES 8  /* passes over a layer */

/* Making */

static void
index_ties (guint        n,
            const guint *ties,
            guint        n_ties,
            guint        from, /* 0: by the upper end, 1: by the lower */
            guint      **first,
            guint      **others)
{
  g_autofree guint *next = NULL;

  *first = g_new0 (guint, n + 2);
  *others = g_new (guint, n_ties + 1);
  for (guint i = 0; i < n_ties; i++)
    (*first)[ties[2 * i + from] + 1]++;
  for (guint i = 0; i < n; i++)
    (*first)[i + 1] += (*first)[i];
  next = g_memdup2 (*first, (n + 1) * sizeof (guint));
  for (guint i = 0; i < n_ties; i++)
    (*others)[next[ties[2 * i + from]]++] = ties[2 * i + 1 - from];
}

/* From each item that nothing is tied to from above, down along the first ties: a tree is drawn without a crossing. */
static void
put_in_order (BaryLayers *self)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->n + 1);
  g_autofree guint *stack = g_new (guint, self->n + 1);
  g_autofree guint *next = g_new (guint, self->n_layers + 1);
  g_autofree guint *at = g_memdup2 (self->first_down, (self->n + 1) * sizeof (guint));

  memcpy (next, self->first, self->n_layers * sizeof (guint));
  for (guint i = 0; i < self->n; i++)
    {
      guint depth = 0;

      if (seen[i] || self->first_up[i + 1] > self->first_up[i])
        continue;
      seen[i] = TRUE;
      self->order[next[self->layer[i]]++] = i;
      stack[depth++] = i;
      while (depth > 0)
        {
          guint item = stack[depth - 1], child;

          if (at[item] == self->first_down[item + 1])
            {
              depth--;
              continue;
            }
          child = self->downs[at[item]++];
          if (seen[child])
            continue;
          seen[child] = TRUE;
          self->order[next[self->layer[child]]++] = child;
          stack[depth++] = child;
        }
    }
}

static void
number_places (BaryLayers *self)
{
  for (guint layer = 0; layer < self->n_layers; layer++)
    for (guint i = self->first[layer]; i < self->first[layer + 1]; i++)
      self->place[self->order[i]] = i - self->first[layer];
}

BaryLayers *
bary_layers_new (guint        n,
                 guint       *layer,
                 double      *width,
                 const guint *ties,
                 guint        n_ties)
{
  BaryLayers *self = g_new0 (BaryLayers, 1);

  self->n = n;
  self->layer = layer;
  self->width = width;
  for (guint i = 0; i < n; i++)
    self->n_layers = MAX (self->n_layers, layer[i] + 1);
  index_ties (n, ties, n_ties, 0, &self->first_down, &self->downs);
  index_ties (n, ties, n_ties, 1, &self->first_up, &self->ups);
  self->first = g_new0 (guint, self->n_layers + 2);
  self->order = g_new0 (guint, n + 1);
  self->place = g_new0 (guint, n + 1);
  self->x = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->first[layer[i] + 1]++;
  for (guint i = 0; i < self->n_layers; i++)
    self->first[i + 1] += self->first[i];
  put_in_order (self);
  number_places (self);
  return self;
}

void
bary_layers_free (BaryLayers *self)
{
  g_free (self->layer);
  g_free (self->width);
  g_free (self->first_up);
  g_free (self->ups);
  g_free (self->first_down);
  g_free (self->downs);
  g_free (self->first);
  g_free (self->order);
  g_free (self->place);
  g_free (self->x);
  g_free (self);
}

/* Counting: Barth, Jünger, Mutzel, "Simple and Efficient Bilayer Cross Counting", 2002. */

/* @places: room for all ties of the item. Returns: how many. */
static guint
sort_places (const BaryLayers *self,
             const guint      *first,
             const guint      *others,
             guint             item,
             guint            *places)
{
  guint n = first[item + 1] - first[item];

  for (guint i = 0; i < n; i++)
    places[i] = self->place[others[first[item] + i]];
  qsort (places, n, sizeof (guint), bary_numbers_compare);
  return n;
}

static guint64
count_below (const BaryLayers *self,
             guint             layer,
             guint            *places)
{
  guint n = self->first[layer + 2] - self->first[layer + 1], n_counted = 0;
  g_autofree guint *sums = g_new0 (guint, n + 1); /* Fenwick's tree of the lower ends so far */
  guint64 crossings = 0;

  for (guint i = self->first[layer]; i < self->first[layer + 1]; i++)
    {
      guint n_places = sort_places (self, self->first_down, self->downs, self->order[i], places);

      for (guint j = 0; j < n_places; j++)
        {
          guint before = 0;

          for (guint k = places[j] + 1; k > 0; k &= k - 1)
            before += sums[k];
          crossings += n_counted - before;
        }
      for (guint j = 0; j < n_places; j++)
        for (guint k = places[j] + 1; k <= n; k += k & -k)
          sums[k]++;
      n_counted += n_places;
    }
  return crossings;
}

guint64
bary_layers_count_crossings (const BaryLayers *self)
{
  g_autofree guint *places = g_new (guint, self->first_down[self->n] + 1);
  guint64 crossings = 0;

  for (guint layer = 0; layer + 1 < self->n_layers; layer++)
    crossings += count_below (self, layer, places);
  return crossings;
}

/* Means */

typedef struct {
  double wished;
  guint  place, item;
} Wish;

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *one = a, *other = b;

  if (one->wished != other->wished)
    return one->wished < other->wished ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static void
sort_by_means (BaryLayers  *self,
               guint        layer,
               const guint *first,
               const guint *others,
               Wish        *wishes)
{
  guint start = self->first[layer], n = self->first[layer + 1] - start;

  for (guint i = 0; i < n; i++)
    {
      guint item = self->order[start + i], n_ties = first[item + 1] - first[item];
      double sum = 0;

      for (guint j = first[item]; j < first[item + 1]; j++)
        sum += self->place[others[j]];
      wishes[i] = (Wish) { n_ties > 0 ? sum / n_ties : i, i, item };
    }
  qsort (wishes, n, sizeof (Wish), compare_wishes);
  for (guint i = 0; i < n; i++)
    {
      self->order[start + i] = wishes[i].item;
      self->place[wishes[i].item] = i;
    }
}

static void
sort_all_by_means (BaryLayers *self,
                   gboolean    down,
                   Wish       *wishes)
{
  for (guint i = 1; i < self->n_layers; i++)
    if (down)
      sort_by_means (self, i, self->first_up, self->ups, wishes);
    else
      sort_by_means (self, self->n_layers - 1 - i, self->first_down, self->downs, wishes);
}

/* Exchanges */

/* Crossings of the ties of two neighbours: `left` stands left. Both lists are sorted. */
static guint64
count_pair (const guint *left,
            guint        n_left,
            const guint *right,
            guint        n_right)
{
  guint64 crossings = 0;
  guint passed = 0;

  for (guint i = 0; i < n_left; i++)
    {
      while (passed < n_right && right[passed] < left[i])
        passed++;
      crossings += passed;
    }
  return crossings;
}

/* Of a layer whose neighbours stand still: where the ties of each item end. */
typedef struct {
  const guint *first;
  guint       *places; /* as the ties of `first` are kept, but sorted */
} Ends;

static Ends
sort_ends (const BaryLayers *self,
           guint             layer,
           const guint      *first,
           const guint      *others,
           guint            *places)
{
  for (guint i = self->first[layer]; i < self->first[layer + 1]; i++)
    sort_places (self, first, others, self->order[i], places + first[self->order[i]]);
  return (Ends) { first, places };
}

static gint64
gain_of_exchange (const Ends *ends,
                  guint       left,
                  guint       right)
{
  const guint *a = ends->places + ends->first[left], *b = ends->places + ends->first[right];
  guint n_a = ends->first[left + 1] - ends->first[left], n_b = ends->first[right + 1] - ends->first[right];

  return (gint64) count_pair (a, n_a, b, n_b) - (gint64) count_pair (b, n_b, a, n_a);
}

static void
exchange_in_layer (BaryLayers *self,
                   guint       layer,
                   guint      *up_places,
                   guint      *down_places)
{
  Ends up = sort_ends (self, layer, self->first_up, self->ups, up_places);
  Ends down = sort_ends (self, layer, self->first_down, self->downs, down_places);
  gboolean better = TRUE;

  for (guint pass = 0; pass < MOST_EXCHANGES && better; pass++)
    {
      better = FALSE;
      for (guint i = self->first[layer]; i + 1 < self->first[layer + 1]; i++)
        {
          guint left = self->order[i], right = self->order[i + 1];

          if (gain_of_exchange (&up, left, right) + gain_of_exchange (&down, left, right) <= 0)
            continue;
          self->order[i] = right;
          self->order[i + 1] = left;
          self->place[right]--;
          self->place[left]++;
          better = TRUE;
        }
    }
}

void
bary_layers_sort (BaryLayers *self)
{
  g_autofree Wish *wishes = g_new (Wish, self->n + 1);
  g_autofree guint *up_places = g_new (guint, self->first_up[self->n] + 1);
  g_autofree guint *down_places = g_new (guint, self->first_down[self->n] + 1);
  g_autofree guint *best = g_memdup2 (self->order, (self->n + 1) * sizeof (guint));
  guint64 fewest = bary_layers_count_crossings (self);
  guint waited = 0;

  for (guint i = 0; i < MOST_SWEEPS && fewest > 0 && waited < PATIENCE; i++)
    {
      guint64 crossings;

      sort_all_by_means (self, i % 2 == 0, wishes);
      for (guint layer = 0; layer < self->n_layers; layer++)
        exchange_in_layer (self, layer, up_places, down_places);
      crossings = bary_layers_count_crossings (self);
      waited++;
      if (crossings >= fewest)
        continue;
      fewest = crossings;
      waited = 0;
      memcpy (best, self->order, self->n * sizeof (guint));
    }
  memcpy (self->order, best, self->n * sizeof (guint));
  number_places (self);
}
