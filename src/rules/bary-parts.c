#include "bary-parts.h"

#include "bary-numbers.h"
#include "bary-turns.h"

#include <stdlib.h>

gboolean
bary_part_is_placed (const BaryPart *self)
{
  return self->n_known > 0 && self->n_known * 2 >= self->n;
}

gboolean
bary_part_is_anchored (const BaryPart *self)
{
  return self->n_pinned > 0 || bary_part_is_placed (self);
}

gboolean
bary_part_is_pinned (const BaryWorkNode *node)
{
  return node->source->pinned && node->known;
}

guint
bary_part_find (const BaryPart *self,
                guint           node)
{
  guint low = 0, high = self->n - 1;

  if (node <= high && self->nodes[node] == node) /* so it is where the part is the whole */
    return node;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->nodes[middle] < node)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
clear_part (BaryPart *part)
{
  g_free (part->nodes);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const BaryPart *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->nodes[0] < other->nodes[0] ? -1 : 1;
}

/* @queue: room for all nodes. Returns: how many are connected with `start`; they are in the queue. */
static guint
flood (BaryLayoutWork *work,
       guint           start,
       gboolean       *seen,
       guint          *queue)
{
  guint n = 0;

  queue[n++] = start;
  seen[start] = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint t = work->first_tie[queue[i]]; t < work->first_tie[queue[i] + 1]; t++)
      if (!seen[work->ties[t]])
        {
          seen[work->ties[t]] = TRUE;
          queue[n++] = work->ties[t];
        }
  return n;
}

/* Returns: (transfer full): of BaryPart, the largest first, else by the first node */
static GArray *
find_parts (BaryLayoutWork *work)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BaryPart));
  g_autofree gboolean *seen = g_new0 (gboolean, work->n_nodes + 1);
  g_autofree guint *queue = g_new (guint, work->n_nodes + 1);

  g_array_set_clear_func (parts, (GDestroyNotify) clear_part);
  for (guint i = 0; i < work->n_nodes; i++)
    {
      BaryPart part = { 0 };

      if (seen[i])
        continue;
      part.n = flood (work, i, seen, queue);
      part.nodes = g_memdup2 (queue, part.n * sizeof (guint));
      qsort (part.nodes, part.n, sizeof (guint), bary_numbers_compare);
      for (guint j = 0; j < part.n; j++)
        {
          part.n_known += work->nodes[part.nodes[j]].known;
          part.n_pinned += bary_part_is_pinned (&work->nodes[part.nodes[j]]);
        }
      g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);
  return parts;
}

/* Fitting in */

/* The middle of what stands already and is tied to a node. Returns: how many those are. */
static guint
find_middle (BaryLayoutWork *work,
             guint           node,
             const gboolean *stands,
             double         *x,
             double         *y)
{
  guint n = 0;

  *x = *y = 0;
  for (guint t = work->first_tie[node]; t < work->first_tie[node + 1]; t++)
    if (stands[work->ties[t]])
      {
        *x += work->nodes[work->ties[t]].box.x;
        *y += work->nodes[work->ties[t]].box.y;
        n++;
      }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);
  return n;
}

/* Away from what the neighbour is tied to; every way is as good where there is nothing. */
static void
place_beside (BaryLayoutWork *work,
              guint           node,
              const gboolean *stands,
              double          reach)
{
  BaryFlatBox *box = &work->nodes[node].box;
  guint64 chance = bary_turns_seed (work->nodes[node].source->id);
  double x, y, away_x, away_y, length, turn_x, turn_y;
  guint only = 0;

  if (find_middle (work, node, stands, &x, &y) != 1)
    {
      box->x = x;
      box->y = y;
      return;
    }
  for (guint t = work->first_tie[node]; t < work->first_tie[node + 1]; t++)
    if (stands[work->ties[t]])
      only = work->ties[t];
  bary_turns_point (bary_turns_share (&chance) * 2 * G_PI, &turn_x, &turn_y);
  if (find_middle (work, only, stands, &away_x, &away_y) == 0)
    away_x = x, away_y = y;
  away_x = x - away_x + turn_x;
  away_y = y - away_y + turn_y;
  length = MAX (bary_turns_length (away_x, away_y), 1e-9);
  box->x = x + away_x / length * reach;
  box->y = y + away_y / length * reach;
}

void
bary_part_fit_in (BaryLayoutWork *work,
                  const BaryPart *part,
                  double          reach)
{
  g_autofree gboolean *stands = NULL;
  g_autofree guint *queue = g_new (guint, part->n + 1);
  guint n = 0;

  if (part->n_known == part->n)
    return;
  stands = g_new0 (gboolean, work->n_nodes + 1);
  for (guint i = 0; i < part->n; i++)
    if (work->nodes[part->nodes[i]].known)
      {
        stands[part->nodes[i]] = TRUE;
        queue[n++] = part->nodes[i];
      }
  for (guint i = 0; i < n; i++)
    for (guint t = work->first_tie[queue[i]]; t < work->first_tie[queue[i] + 1]; t++)
      {
        guint node = work->ties[t];

        if (stands[node])
          continue;
        place_beside (work, node, stands, reach);
        stands[node] = TRUE;
        queue[n++] = node;
      }
}

static BaryGraphLayout *
finish (const BaryLayoutWork *work,
        const BaryGraph      *graph,
        BaryLayoutScheme      scheme)
{
  BaryGraphLayout *layout = bary_layout_work_finish (work, scheme);

  layout->n_clusters = graph->n_clusters;
  layout->clusters = g_renew (BaryLayoutDisc, layout->clusters, graph->n_clusters + 1);
  for (guint i = 0; i <= graph->n_clusters; i++)
    layout->clusters[i] = (BaryLayoutDisc) { layout->bounds.x, layout->bounds.y };
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].role == BARY_ROLE_BARYCENTER && graph->nodes[i].cluster >= 0 &&
        (guint) graph->nodes[i].cluster < graph->n_clusters)
      {
        layout->clusters[graph->nodes[i].cluster].x = layout->nodes[i].x;
        layout->clusters[graph->nodes[i].cluster].y = layout->nodes[i].y;
      }
  return layout;
}

BaryGraphLayout *
bary_parts_lay_out (const BaryGraph    *graph,
                    BaryLayoutScheme    scheme,
                    BaryPartLayout      lay_out,
                    BaryLayoutProgress  progress,
                    gpointer            user_data)
{
  BaryGraph bare = { graph->nodes, graph->n_nodes, graph->edges, graph->n_edges };
  g_autoptr (BaryLayoutWork) work = bary_layout_work_new (&bare, 1);
  g_autoptr (GArray) parts = find_parts (work);
  guint n_done = 0;

  work->progress = progress;
  work->user_data = user_data;
  for (guint i = 0; i < parts->len; i++)
    {
      const BaryPart *part = &g_array_index (parts, BaryPart, i);

      if (!lay_out (work, part, (double) n_done / work->n_nodes))
        return NULL;
      n_done += part->n;
    }
  bary_parts_pack (work, parts);
  return finish (work, graph, scheme);
}
