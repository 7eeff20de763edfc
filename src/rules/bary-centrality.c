#include "bary-centrality.h"

#include "bary-numbers.h"

#include <string.h>

/* The neighbours of each vertex, each once. */
typedef struct {
  guint *starts; /* n + 1 */
  guint *others;
} Graph;

static void
graph_clear (Graph *graph)
{
  g_free (graph->starts);
  g_free (graph->others);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

/* Sorts the neighbours of each and leaves out doubles. */
static void
tidy (Graph *graph,
      guint  n)
{
  guint kept = 0;
  guint start = 0;

  for (guint v = 0; v < n; v++)
    {
      guint end = graph->starts[v + 1];
      guint first = kept;

      qsort (graph->others + start, end - start, sizeof (guint), bary_numbers_compare);
      for (guint i = start; i < end; i++)
        if (kept == first || graph->others[kept - 1] != graph->others[i])
          graph->others[kept++] = graph->others[i];
      graph->starts[v] = first;
      start = end;
    }
  graph->starts[n] = kept;
}

static void
graph_init (Graph         *graph,
            guint          n,
            const BaryTie *ties,
            guint          n_ties)
{
  g_autofree guint *fill = g_new0 (guint, n + 1);

  graph->starts = g_new0 (guint, n + 1);
  graph->others = g_new (guint, 2 * (gsize) n_ties + 1);
  for (guint i = 0; i < n_ties; i++)
    if (ties[i].a != ties[i].b)
      {
        graph->starts[ties[i].a + 1]++;
        graph->starts[ties[i].b + 1]++;
      }
  for (guint v = 0; v < n; v++)
    {
      graph->starts[v + 1] += graph->starts[v];
      fill[v] = graph->starts[v];
    }
  for (guint i = 0; i < n_ties; i++)
    if (ties[i].a != ties[i].b)
      {
        graph->others[fill[ties[i].a]++] = ties[i].b;
        graph->others[fill[ties[i].b]++] = ties[i].a;
      }
  tidy (graph, n);
}

/* Articulation points */

typedef struct {
  guint *depth;  /* from 1 at the root; 0: not seen yet */
  guint *low;    /* the least depth that is reached from below by one edge back */
  guint *parent;
  guint *next;   /* the neighbour to look at */
  guint *stack;
} Walk;

static void
walk_clear (Walk *walk)
{
  g_free (walk->depth);
  g_free (walk->low);
  g_free (walk->parent);
  g_free (walk->next);
  g_free (walk->stack);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
walk_enter (Walk        *walk,
            const Graph *graph,
            guint        v,
            guint        parent,
            guint       *n_stack)
{
  walk->depth[v] = walk->low[v] = *n_stack + 1;
  walk->parent[v] = parent;
  walk->next[v] = graph->starts[v];
  walk->stack[(*n_stack)++] = v;
}

static void
walk_from (Walk        *walk,
           const Graph *graph,
           guint        root,
           guint8      *joints)
{
  guint n_stack = 0, n_children = 0;

  walk_enter (walk, graph, root, root, &n_stack);
  while (n_stack > 0)
    {
      guint v = walk->stack[n_stack - 1];
      guint parent = walk->parent[v];

      if (walk->next[v] < graph->starts[v + 1])
        {
          guint other = graph->others[walk->next[v]++];

          if (walk->depth[other] == 0)
            walk_enter (walk, graph, other, v, &n_stack);
          else if (other != parent)
            walk->low[v] = MIN (walk->low[v], walk->depth[other]);
          continue;
        }
      n_stack--;
      if (v == root)
        break;
      walk->low[parent] = MIN (walk->low[parent], walk->low[v]);
      if (parent == root)
        n_children++;
      else if (walk->low[v] >= walk->depth[parent])
        joints[parent] = 1;
    }
  joints[root] = n_children > 1;
}

guint8 *
bary_centrality_find_joints (guint          n,
                             const BaryTie *ties,
                             guint          n_ties)
{
  guint8 *joints = g_new0 (guint8, n + 1);
  g_auto (Graph) graph = { NULL };
  g_auto (Walk) walk = { g_new0 (guint, n + 1), g_new0 (guint, n + 1), g_new0 (guint, n + 1), g_new0 (guint, n + 1),
                         g_new0 (guint, n + 1) };

  graph_init (&graph, n, ties, n_ties);
  for (guint v = 0; v < n; v++)
    if (walk.depth[v] == 0)
      walk_from (&walk, &graph, v, joints);
  return joints;
}

/* Betweenness */

typedef struct {
  guint  *order;    /* as the search found them */
  int    *distance; /* -1: not found */
  double *ways;     /* shortest ones from the source */
  double *share;    /* of the ways to all that lie behind */
} Search;

static void
search_clear (Search *search)
{
  g_free (search->order);
  g_free (search->distance);
  g_free (search->ways);
  g_free (search->share);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Returns: how many were found. */
static guint
search_from (Search      *search,
             const Graph *graph,
             guint        source)
{
  guint n_found = 0;

  search->order[n_found++] = source;
  search->distance[source] = 0;
  search->ways[source] = 1;
  for (guint i = 0; i < n_found; i++)
    {
      guint v = search->order[i];

      for (guint e = graph->starts[v]; e < graph->starts[v + 1]; e++)
        {
          guint other = graph->others[e];

          if (search->distance[other] < 0)
            {
              search->distance[other] = search->distance[v] + 1;
              search->order[n_found++] = other;
            }
          if (search->distance[other] == search->distance[v] + 1)
            search->ways[other] += search->ways[v];
        }
    }
  return n_found;
}

/* From the farthest back: what lies behind a vertex is shared among those before it by their ways. */
static void
gather (Search      *search,
        const Graph *graph,
        guint        n_found,
        double      *sums)
{
  for (guint i = n_found; i-- > 0;)
    {
      guint v = search->order[i];

      for (guint e = graph->starts[v]; e < graph->starts[v + 1]; e++)
        {
          guint other = graph->others[e];

          if (search->distance[other] == search->distance[v] + 1)
            search->share[v] += search->ways[v] / search->ways[other] * (1 + search->share[other]);
        }
      if (i > 0)
        sums[v] += search->share[v];
    }
  for (guint i = 0; i < n_found; i++)
    {
      guint v = search->order[i];

      search->distance[v] = -1;
      search->ways[v] = search->share[v] = 0;
    }
}

double *
bary_centrality_betweenness (guint          n,
                             const BaryTie *ties,
                             guint          n_ties,
                             const guint   *sources,
                             guint          n_sources)
{
  double *sums = g_new0 (double, n + 1);
  g_auto (Graph) graph = { NULL };
  g_auto (Search) search = { g_new (guint, n + 1), g_new (int, n + 1), g_new0 (double, n + 1), g_new0 (double, n + 1) };
  guint n_searches = sources != NULL ? n_sources : n;
  double scale;

  graph_init (&graph, n, ties, n_ties);
  memset (search.distance, 0xff, (n + 1) * sizeof (int));
  for (guint i = 0; i < n_searches; i++)
    gather (&search, &graph, search_from (&search, &graph, sources != NULL ? sources[i] : i), sums);

  /* Each pair was met from both its ends. */
  scale = n > 2 && n_searches > 0 ? (double) n / n_searches / ((double) (n - 1) * (n - 2)) : 0;
  for (guint v = 0; v < n; v++)
    sums[v] *= scale;
  return sums;
}
