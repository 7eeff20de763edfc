#include "bary-joining.h"

guint *
bary_joining_new (guint n)
{
  guint *self = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    self[i] = i;
  return self;
}

/* Each looks past its next one on the way, so that the next search is shorter. */
guint
bary_joining_find (guint *self,
                   guint  thing)
{
  while (self[thing] != thing)
    thing = self[thing] = self[self[thing]];
  return thing;
}

void
bary_joining_join (guint *self,
                   guint  a,
                   guint  b)
{
  guint x = bary_joining_find (self, a), y = bary_joining_find (self, b);

  self[MAX (x, y)] = MIN (x, y);
}
