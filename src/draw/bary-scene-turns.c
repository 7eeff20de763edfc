#include "bary-scene-private.h"

#include <math.h>
#include <stdlib.h>

#define BESIDE 5.0 /* off a column's left side, in points: half of what is between two columns */

typedef struct {
  BaryBox box;
  guint   line;
} Below;

/* Those below a node that it has lines to. @widest, @top: (inout): of all of them */
static GArray *
find_below (BaryScene *self,
            guint      node,
            double    *widest,
            double    *top)
{
  GArray *below = g_array_new (FALSE, FALSE, sizeof (Below));

  for (guint i = self->first_line[node]; i < self->first_line[node + 1]; i++)
    {
      const BaryGraphEdge *edge = &self->edges[self->lines[i]];
      Below it = { self->layout->nodes[edge->a == node ? edge->b : edge->a], self->lines[i] };

      if (it.box.y <= self->layout->nodes[node].y)
        continue;
      *widest = MAX (*widest, it.box.width);
      *top = MIN (*top, it.box.y - it.box.height / 2);
      g_array_append_val (below, it);
    }
  return below;
}

static int
compare_below (gconstpointer a,
               gconstpointer b)
{
  const Below *x = a, *y = b;

  return x->box.x != y->box.x ? (x->box.x > y->box.x) - (x->box.x < y->box.x) : (x->line > y->line) - (x->line < y->line);
}

/* Beside one that stands over it. */
static void
go_round (const BaryBox *it,
          const BaryBox *other,
          double         top,
          BaryPoint     *turn)
{
  double left = MIN (it->x - it->width / 2, other->x - other->width / 2) - BESIDE;

  if (other->y < it->y && fabs (other->x - it->x) < (other->width + it->width) / 2)
    *turn = (BaryPoint) { isnan (turn->x) ? left : MIN (turn->x, left), top };
}

/* Those at the head of a column, over the tops of the others. */
static void
come_from_above (const Below *it,
                 double       top,
                 BaryPoint   *turns)
{
  if (isnan (turns[it->line].x))
    turns[it->line] = (BaryPoint) { it->box.x, top };
}

static void
find_turns (BaryScene *self,
            guint      node)
{
  double widest = 0, top = G_MAXDOUBLE;
  gboolean columns = FALSE;
  g_autoptr (GArray) below = find_below (self, node, &widest, &top);

  g_array_sort (below, compare_below);
  for (guint i = 0; i < below->len; i++)
    {
      const Below *it = &g_array_index (below, Below, i);

      for (guint j = i; j-- > 0 && it->box.x - g_array_index (below, Below, j).box.x < widest;)
        go_round (&it->box, &g_array_index (below, Below, j).box, top, &self->turns[it->line]);
      for (guint j = i + 1; j < below->len && g_array_index (below, Below, j).box.x - it->box.x < widest; j++)
        go_round (&it->box, &g_array_index (below, Below, j).box, top, &self->turns[it->line]);
      columns = columns || !isnan (self->turns[it->line].x);
    }
  for (guint i = 0; i < below->len && columns; i++)
    come_from_above (&g_array_index (below, Below, i), top, self->turns);
}

const BaryPoint *
bary_scene_get_turns (BaryScene *self)
{
  guint n_lines = self->network->lines->len;

  if (self->turns != NULL)
    return self->turns;

  self->turns = g_new (BaryPoint, n_lines + 1);
  for (guint i = 0; i < n_lines; i++)
    self->turns[i] = (BaryPoint) { NAN, NAN };
  for (guint i = 0; i < self->n_nodes; i++)
    find_turns (self, i);
  return self->turns;
}
