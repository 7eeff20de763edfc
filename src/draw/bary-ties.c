#include "bary-ties.h"

#include <math.h>
#include <stdlib.h>

/* Short steps are dear: a way along a few ties rather than along many. */
#define DISTORTION 1.4

typedef struct {
  guint  place;
  double cost;
} Visit;

typedef struct {
  BaryTie      *ties;
  guint         n_ties;
  const double *places;
  guint         n_places;
  guint        *first;   /* of each place, of `ends` */
  guint        *ends;    /* ties that touch a place */
  double       *length;  /* of each tie */
  guint8       *kept;    /* straight: others go along it */
  double       *cost;    /* of each place in the present search */
  guint        *by;      /* the tie it was reached by */
  guint        *touched; /* places with a cost, to be forgotten */
  guint         n_touched;
  GArray       *heap;    /* of Visit */
} Bundling;

static void
push (GArray *heap,
      Visit   visit)
{
  guint i = heap->len;

  g_array_append_val (heap, visit);
  while (i > 0 && g_array_index (heap, Visit, (i - 1) / 2).cost > visit.cost)
    {
      g_array_index (heap, Visit, i) = g_array_index (heap, Visit, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Visit, i) = visit;
}

static Visit
pop (GArray *heap)
{
  Visit top = g_array_index (heap, Visit, 0), last = g_array_index (heap, Visit, heap->len - 1);
  guint n = heap->len - 1, i = 0;

  g_array_set_size (heap, n);
  while (2 * i + 1 < n)
    {
      guint child = 2 * i + 1;

      if (child + 1 < n && g_array_index (heap, Visit, child + 1).cost < g_array_index (heap, Visit, child).cost)
        child++;
      if (g_array_index (heap, Visit, child).cost >= last.cost)
        break;
      g_array_index (heap, Visit, i) = g_array_index (heap, Visit, child);
      i = child;
    }
  if (n > 0)
    g_array_index (heap, Visit, i) = last;
  return top;
}

static guint
other_end (const BaryTie *tie,
           guint          place)
{
  return tie->a == place ? tie->b : tie->a;
}

static void
reach (Bundling *self,
       guint     place,
       double    cost,
       guint     by)
{
  if (cost >= self->cost[place])
    return;
  if (self->cost[place] == G_MAXDOUBLE)
    self->touched[self->n_touched++] = place;
  self->cost[place] = cost;
  self->by[place] = by;
  push (self->heap, (Visit) { place, cost });
}

/* Dijkstra's search for the cheapest way from one end of a tie to the other but by the tie itself. */
static gboolean
find_way (Bundling *self,
          guint     without,
          double    most)
{
  const BaryTie *tie = &self->ties[without];

  for (guint i = 0; i < self->n_touched; i++)
    self->cost[self->touched[i]] = G_MAXDOUBLE;
  self->n_touched = 0;
  g_array_set_size (self->heap, 0);
  reach (self, tie->a, 0, without);
  while (self->heap->len > 0)
    {
      Visit visit = pop (self->heap);

      if (visit.place == tie->b)
        return TRUE;
      if (visit.cost > self->cost[visit.place])
        continue;
      for (guint i = self->first[visit.place]; i < self->first[visit.place + 1]; i++)
        {
          guint next = self->ends[i];
          double cost = visit.cost + pow (self->length[next], DISTORTION);

          if (next != without && self->ties[next].load > 0 && cost <= most)
            reach (self, other_end (&self->ties[next], visit.place), cost, next);
        }
    }
  return FALSE;
}

static double
length_of_way (Bundling *self,
               guint     without)
{
  const BaryTie *tie = &self->ties[without];
  double length = 0;

  for (guint place = tie->b; place != tie->a; place = other_end (&self->ties[self->by[place]], place))
    length += self->length[self->by[place]];
  return length;
}

static void
go_round (Bundling *self,
          guint     without)
{
  BaryTie *tie = &self->ties[without];

  for (guint place = tie->b; place != tie->a;)
    {
      guint by = self->by[place];

      self->ties[by].load += tie->load;
      self->kept[by] = TRUE;
      place = other_end (&self->ties[by], place);
    }
  tie->load = 0;
}

static void
prepare (Bundling *self)
{
  g_autofree guint *next = NULL;

  for (guint i = 0; i < self->n_ties; i++)
    {
      const BaryTie *tie = &self->ties[i];

      self->length[i] = hypot (self->places[2 * tie->a] - self->places[2 * tie->b], self->places[2 * tie->a + 1] - self->places[2 * tie->b + 1]) + 1;
      self->first[tie->a + 1]++;
      self->first[tie->b + 1]++;
    }
  for (guint i = 0; i < self->n_places; i++)
    {
      self->first[i + 1] += self->first[i];
      self->cost[i] = G_MAXDOUBLE;
    }
  next = g_memdup2 (self->first, (self->n_places + 1) * sizeof (guint));
  for (guint i = 0; i < self->n_ties; i++)
    {
      self->ends[next[self->ties[i].a]++] = i;
      self->ends[next[self->ties[i].b]++] = i;
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      lengths)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  double x = ((const double *) lengths)[i], y = ((const double *) lengths)[j];

  return x != y ? (x < y) - (x > y) : (i > j) - (i < j);
}

static void
bundle (Bundling *self,
        double    longest)
{
  g_autofree guint *order = g_new (guint, self->n_ties + 1);

  prepare (self);
  for (guint i = 0; i < self->n_ties; i++)
    {
      order[i] = i;
      self->ties[i].load = self->ties[i].n;
    }
  /* The longest first; what others go along stays. */
  g_qsort_with_data (order, (int) self->n_ties, sizeof (guint), compare_lengths, self->length);
  for (guint i = 0; i < self->n_ties; i++)
    if (!self->kept[order[i]] && find_way (self, order[i], pow (longest * self->length[order[i]], DISTORTION)) &&
        length_of_way (self, order[i]) <= longest * self->length[order[i]])
      go_round (self, order[i]);
}

void
bary_ties_bundle (BaryTie      *ties,
                  guint         n_ties,
                  const double *places,
                  guint         n_places,
                  double        longest)
{
  Bundling self = { ties, n_ties, places, n_places };

  self.first = g_new0 (guint, n_places + 2);
  self.ends = g_new (guint, 2 * n_ties + 1);
  self.length = g_new (double, n_ties + 1);
  self.kept = g_malloc0 (n_ties + 1);
  self.cost = g_new (double, n_places + 1);
  self.by = g_new (guint, n_places + 1);
  self.touched = g_new (guint, n_places + 1);
  self.heap = g_array_new (FALSE, FALSE, sizeof (Visit));
  bundle (&self, longest);
  g_free (self.first);
  g_free (self.ends);
  g_free (self.length);
  g_free (self.kept);
  g_free (self.cost);
  g_free (self.by);
  g_free (self.touched);
  g_array_unref (self.heap);
}
