#include "bary-district-finder.h"

#define ROUNDS 20

typedef struct {
  guint  n;
  guint *first; /* n + 1 */
  guint *to, *count;
} Neighbours;

static void
list_neighbours (Neighbours     *self,
                 const BaryBond *bonds,
                 guint           n_bonds)
{
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, self->n + 2);
  self->to = g_new (guint, 2 * (gsize) n_bonds + 1);
  self->count = g_new (guint, 2 * (gsize) n_bonds + 1);
  for (guint i = 0; i < n_bonds; i++)
    {
      self->first[bonds[i].a + 1]++;
      self->first[bonds[i].b + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, (self->n + 2) * sizeof (guint));
  for (guint i = 0; i < n_bonds; i++)
    {
      guint at = next[bonds[i].a]++, back = next[bonds[i].b]++;

      self->to[at] = bonds[i].b;
      self->to[back] = bonds[i].a;
      self->count[at] = self->count[back] = bonds[i].count;
    }
}

/* @sums: all 0 before and after */
static guint
choose_label (const Neighbours *self,
              const guint      *labels,
              guint             thing,
              guint            *sums)
{
  guint best = labels[thing], most = 0;

  for (guint i = self->first[thing]; i < self->first[thing + 1]; i++)
    {
      guint label = labels[self->to[i]];

      sums[label] += self->count[i];
      if (sums[label] > most)
        most = sums[label];
    }
  if (sums[best] < most)
    best = G_MAXUINT;
  for (guint i = self->first[thing]; i < self->first[thing + 1]; i++)
    {
      guint label = labels[self->to[i]];

      if (sums[label] == most && best != labels[thing])
        best = MIN (best, label);
    }
  for (guint i = self->first[thing]; i < self->first[thing + 1]; i++)
    sums[labels[self->to[i]]] = 0;
  return best;
}

/* Returns: (transfer full): groups of two or more, numbered. */
static int *
number_groups (const guint *labels,
               guint        n,
               guint       *n_groups)
{
  g_autofree guint *sizes = g_new0 (guint, n + 1);
  g_autofree int *numbers = g_new (int, n + 1);
  int *groups = g_new (int, n + 1);

  *n_groups = 0;
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = -1;
      sizes[labels[i]]++;
    }
  for (guint i = 0; i < n; i++)
    {
      if (sizes[labels[i]] > 1 && numbers[labels[i]] < 0)
        numbers[labels[i]] = (int) (*n_groups)++;
      groups[i] = numbers[labels[i]];
    }
  return groups;
}

int *
bary_district_finder_run (guint           n,
                          const BaryBond *bonds,
                          guint           n_bonds,
                          guint          *n_groups)
{
  Neighbours self = { n };
  g_autofree guint *labels = g_new (guint, n + 1);
  g_autofree guint *sums = g_new0 (guint, n + 1);
  g_autofree guint *first = NULL;
  g_autofree guint *to = NULL;
  g_autofree guint *count = NULL;
  gboolean changed = TRUE;

  list_neighbours (&self, bonds, n_bonds);
  first = self.first;
  to = self.to;
  count = self.count;
  for (guint i = 0; i < n; i++)
    labels[i] = i;
  for (guint round = 0; round < ROUNDS && changed; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        {
          guint label = choose_label (&self, labels, i, sums);

          changed = changed || label != labels[i];
          labels[i] = label;
        }
    }
  return number_groups (labels, n, n_groups);
}
