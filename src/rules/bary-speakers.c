#include "bary-speakers.h"

#include <string.h>

/* Each set of those absent is a place to visit; the way from one to the next is as long as many leave for it. */

static guint
count_members (guint64 members)
{
  guint n = 0;

  for (; members != 0; members &= members - 1)
    n++;
  return n;
}

static guint
count_leaving (guint64 before,
               guint64 after)
{
  return count_members (after & ~before);
}

guint
bary_speakers_count_leavings (const guint64 *absences,
                              const guint   *order,
                              guint          n)
{
  guint64 out = 0;
  guint leavings = 0;

  for (guint i = 0; i < n; i++)
    {
      leavings += count_leaving (out, absences[order[i]]);
      out = absences[order[i]];
    }
  return leavings;
}

/* The different sets but the empty one, in the order in which they first appear. */
static guint
gather_sets (const guint64 *absences,
             guint          n,
             guint64       *sets)
{
  guint n_sets = 0;

  for (guint i = 0; i < n; i++)
    {
      guint j = 0;

      while (j < n_sets && sets[j] != absences[i])
        j++;
      if (j == n_sets && absences[i] != 0)
        sets[n_sets++] = absences[i];
    }
  return n_sets;
}

/* The best order: for each choice of sets visited and for each of them as the last, the shortest way. */

typedef struct {
  guint16 length;
  guint8  before; /* the set visited before the last */
} Way;

static void
extend_way (const guint64 *sets,
            guint          n,
            Way           *ways,
            guint          visited,
            guint          last)
{
  const Way *way = &ways[visited * n + last];

  for (guint next = 0; next < n; next++)
    {
      Way *other = &ways[(visited | 1u << next) * n + next];
      guint length = way->length + count_leaving (sets[last], sets[next]);

      if (!(visited & 1u << next) && length < other->length)
        *other = (Way) { (guint16) length, (guint8) last };
    }
}

static void
find_best (guint64 *sets,
           guint    n)
{
  guint all = (1u << n) - 1, last = 0;
  g_autofree Way *ways = g_new (Way, (gsize) (all + 1) * n);
  g_autofree guint64 *sorted = g_new (guint64, n);

  for (gsize i = 0; i < (gsize) (all + 1) * n; i++)
    ways[i] = (Way) { G_MAXUINT16, 0 };
  for (guint i = 0; i < n; i++)
    ways[(1u << i) * n + i].length = (guint16) count_members (sets[i]);
  for (guint visited = 1; visited < all; visited++)
    for (guint i = 0; i < n; i++)
      if (ways[visited * n + i].length < G_MAXUINT16)
        extend_way (sets, n, ways, visited, i);

  for (guint i = 1; i < n; i++)
    if (ways[all * n + i].length < ways[all * n + last].length)
      last = i;
  for (guint visited = all, i = n; i-- > 0;)
    {
      guint before = ways[visited * n + last].before;

      sorted[i] = sets[last];
      visited &= ~(1u << last);
      last = before;
    }
  memcpy (sets, sorted, n * sizeof (guint64));
}

/* A good order, for many sets: the nearest next, then better by reversing stretches, of which a set alone that moves is
 * made of. */

static void
order_by_nearest (guint64 *sets,
                  guint    n)
{
  guint64 before = 0;

  for (guint i = 0; i < n; i++)
    {
      guint nearest = i;
      guint64 set;

      for (guint j = i + 1; j < n; j++)
        if (count_members (before ^ sets[j]) < count_members (before ^ sets[nearest]))
          nearest = j;
      set = sets[nearest];
      memmove (&sets[i + 1], &sets[i], (nearest - i) * sizeof (guint64));
      before = sets[i] = set;
    }
}

static void
reverse (guint64 *sets,
         guint    first,
         guint    last)
{
  for (; first < last; first++, last--)
    {
      guint64 set = sets[first];

      sets[first] = sets[last];
      sets[last] = set;
    }
}

/* In both directions a way counts the same: as many come back as leave. */
static guint
measure (guint64 a,
         guint64 b)
{
  return count_members (a ^ b);
}

static guint64
get_set (const guint64 *sets,
         guint          n,
         guint          i)
{
  return i < n ? sets[i] : 0;
}

/* Returns: whether the stretch is better the other way round, as it is then */
static gboolean
try_reverse (guint64 *sets,
             guint    n,
             guint    first,
             guint    last)
{
  guint64 before = first > 0 ? sets[first - 1] : 0, after = get_set (sets, n, last + 1);

  if (measure (before, sets[last]) + measure (sets[first], after) >= measure (before, sets[first]) + measure (sets[last], after))
    return FALSE;

  reverse (sets, first, last);
  return TRUE;
}

/* Takes one set out and puts it behind another. Returns: whether that is better, as it is then */
static gboolean
try_move (guint64 *sets,
          guint    n,
          guint    from,
          guint    to)
{
  guint64 set = sets[from];
  guint64 before = from > 0 ? sets[from - 1] : 0, after = get_set (sets, n, from + 1);
  guint gain = measure (before, set) + measure (set, after) - measure (before, after);
  guint64 left = to < from ? (to > 0 ? sets[to - 1] : 0) : sets[to], right = to < from ? sets[to] : get_set (sets, n, to + 1);

  if (from == to || measure (left, set) + measure (set, right) - measure (left, right) >= gain)
    return FALSE;

  if (to < from)
    memmove (&sets[to + 1], &sets[to], (from - to) * sizeof (guint64));
  else
    memmove (&sets[from], &sets[from + 1], (to - from) * sizeof (guint64));
  sets[to] = set;
  return TRUE;
}

static void
improve (guint64 *sets,
         guint    n)
{
  gboolean better = TRUE;

  while (better)
    {
      better = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          better |= (i < j && try_reverse (sets, n, i, j)) || try_move (sets, n, i, j);
    }
}

guint *
bary_speakers_order (const guint64 *absences,
                     guint          n)
{
  guint *order = g_new (guint, n + 1);
  g_autofree guint64 *sets = g_new (guint64, n + 1);
  guint n_sets = gather_sets (absences, n, sets), filled = 0;

  if (n_sets > BARY_SPEAKERS_EXACT)
    {
      order_by_nearest (sets, n_sets);
      improve (sets, n_sets);
    }
  else if (n_sets > 0)
    find_best (sets, n_sets);

  for (guint i = 0; i <= n_sets; i++)
    for (guint j = 0; j < n; j++)
      if (absences[j] == (i > 0 ? sets[i - 1] : 0))
        order[filled++] = j;
  return order;
}
