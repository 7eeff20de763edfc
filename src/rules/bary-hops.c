#include "bary-hops.h"

#include <string.h>

#define BITS 64u

typedef struct {
  const BaryLayoutWork *work;
  guint                 n_words;
  guint64              *reached, *next; /* n_words for each node */
  guint8               *hops;
} Search;

/* Returns: whether a node came to be reached from one that it was not reached from before. */
static gboolean
step (Search *self,
      guint   node,
      guint8  hops)
{
  const guint64 *reached = &self->reached[(gsize) node * self->n_words];
  guint64 *next = &self->next[(gsize) node * self->n_words];
  gboolean more = FALSE;

  memcpy (next, reached, self->n_words * sizeof (guint64));
  for (guint j = self->work->first_tie[node]; j < self->work->first_tie[node + 1]; j++)
    for (guint k = 0; k < self->n_words; k++)
      next[k] |= self->reached[(gsize) self->work->ties[j] * self->n_words + k];
  for (guint k = 0; k < self->n_words; k++)
    for (guint64 fresh = next[k] & ~reached[k]; fresh != 0; fresh &= fresh - 1)
      {
        self->hops[(gsize) node * self->work->n_nodes + k * BITS + (guint) __builtin_ctzll (fresh)] = hops;
        more = TRUE;
      }
  return more;
}

guint8 *
bary_hops_count (const BaryLayoutWork *work)
{
  guint n = work->n_nodes, n_words = n / BITS + 1;
  g_autofree guint64 *words = g_new0 (guint64, 2 * (gsize) n * n_words + 1);
  Search self = { work, n_words, words, words + (gsize) n * n_words, g_malloc ((gsize) n * n + 1) };
  gboolean more = TRUE;

  memset (self.hops, BARY_HOPS_NONE, (gsize) n * n);
  for (guint i = 0; i < n; i++)
    {
      self.hops[(gsize) i * n + i] = 0;
      self.reached[(gsize) i * n_words + i / BITS] = G_GUINT64_CONSTANT (1) << (i % BITS);
    }
  for (guint8 hops = 1; more && hops < BARY_HOPS_NONE; hops++)
    {
      guint64 *reached = self.reached;

      more = FALSE;
      for (guint i = 0; i < n; i++)
        more = step (&self, i, hops) || more;
      self.reached = self.next;
      self.next = reached;
    }
  return self.hops;
}
