/* What must hold of every layout, whatever the graph: tried on a thousand random districts and on odd graphs. */

#include "bary-graph-layout.h"
#include "bary-random-graph.h"
#include "bary-turns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_DISTRICTS 250 /* the sanitizers take eight times as long; the plain round tries them all */
#else
#define N_DISTRICTS 1000
#endif
#define SLACK 1e-6

static const BaryLayoutScheme schemes[] = {
  BARY_SCHEME_AUTOMATIC, BARY_SCHEME_NETWORK, BARY_SCHEME_GROUPS, BARY_SCHEME_LEVELS, BARY_SCHEME_TREE, BARY_SCHEME_FREE
};

/* Those that keep pinned nodes. */

static gboolean
is_long (void)
{
  return g_getenv ("BARYCENTER_LONG") != NULL;
}

/* Overlaps */

typedef struct {
  BaryBox box;
  int     node; /* -1 for headings and titles */
} Thing;

static int
compare_things (gconstpointer a,
                gconstpointer b)
{
  const Thing *one = a, *other = b;
  double left = one->box.x - one->box.width / 2, left2 = other->box.x - other->box.width / 2;

  return (left > left2) - (left < left2);
}

static void
collect_discs (GArray               *things,
               const BaryLayoutDisc *discs,
               guint                 n_discs)
{
  for (guint i = 0; i < n_discs; i++)
    {
      g_assert_true (isfinite (discs[i].x) && isfinite (discs[i].y) && isfinite (discs[i].radius_x) && isfinite (discs[i].radius_y));
      if (discs[i].title.width > 0)
        g_array_append_val (things, ((Thing) { discs[i].title, -1 }));
      for (guint j = 0; j < discs[i].n_zones; j++)
        if (discs[i].zones[j].heading.width > 0)
          g_array_append_val (things, ((Thing) { discs[i].zones[j].heading, -1 }));
    }
}

/* All boxes, from left to right. */
static GArray *
collect (const BaryGraphLayout *layout)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (Thing));

  for (guint i = 0; i < layout->n_nodes; i++)
    g_array_append_val (things, ((Thing) { layout->nodes[i], (int) i }));
  collect_discs (things, layout->clusters, layout->n_clusters);
  collect_discs (things, layout->districts, layout->n_districts);
  g_array_sort (things, compare_things);
  return things;
}

static gboolean
is_pinned (const BaryGraph *graph,
           int              node)
{
  return node >= 0 && graph->nodes[node].pinned && isfinite (graph->nodes[node].x) && isfinite (graph->nodes[node].y);
}

static void
assert_apart (const BaryGraph       *graph,
              const BaryGraphLayout *layout)
{
  g_autoptr (GArray) things = collect (layout);

  for (guint i = 0; i < things->len; i++)
    {
      const Thing *a = &g_array_index (things, Thing, i);

      g_assert_true (isfinite (a->box.x) && isfinite (a->box.y) && isfinite (a->box.width) && isfinite (a->box.height));
      for (guint j = i + 1; j < things->len; j++)
        {
          const Thing *b = &g_array_index (things, Thing, j);

          if (b->box.x - b->box.width / 2 >= a->box.x + a->box.width / 2 - SLACK)
            break;
          if (fabs (a->box.y - b->box.y) >= (a->box.height + b->box.height) / 2 - SLACK ||
              b->box.width < SLACK || (is_pinned (graph, a->node) && is_pinned (graph, b->node)))
            continue;
          g_error ("%d (%s) and %d (%s) overlap in scheme %d of %u nodes: %g,%g %gx%g and %g,%g %gx%g",
                   a->node, a->node >= 0 ? graph->nodes[a->node].id : "heading",
                   b->node, b->node >= 0 ? graph->nodes[b->node].id : "heading", layout->scheme, graph->n_nodes,
                   a->box.x, a->box.y, a->box.width, a->box.height, b->box.x, b->box.y, b->box.width, b->box.height);
        }
    }
}

/* The other properties */

static void
assert_pins (const BaryGraph       *graph,
             const BaryGraphLayout *layout)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (is_pinned (graph, (int) i))
      {
        g_assert_cmpfloat (layout->nodes[i].x, ==, graph->nodes[i].x);
        g_assert_cmpfloat (layout->nodes[i].y, ==, graph->nodes[i].y);
      }
}

static void
assert_inside_disc (const BaryLayoutDisc *disc,
                    const BaryBox        *box)
{
  double x = (fabs (box->x - disc->x) + box->width / 2) / disc->radius_x;
  double y = (fabs (box->y - disc->y) + box->height / 2) / disc->radius_y;

  g_assert_cmpfloat (hypot (x, y), <=, 1 + SLACK);
}

static void
assert_members_inside (const BaryGraph       *graph,
                       const BaryGraphLayout *layout)
{
  g_assert_cmpuint (layout->n_clusters, ==, graph->n_clusters);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      int cluster = graph->nodes[i].cluster;

      if (cluster >= 0 && layout->clusters[cluster].radius_x > 0 && graph->nodes[i].role == BARY_ROLE_MEMBER && !graph->nodes[i].pinned)
        assert_inside_disc (&layout->clusters[cluster], &layout->nodes[i]);
    }
}

static void
assert_in_bounds (const BaryGraphLayout *layout)
{
  const BaryBox *bounds = &layout->bounds;

  for (guint i = 0; i < layout->n_nodes; i++)
    {
      const BaryBox *box = &layout->nodes[i];

      g_assert_cmpfloat (fabs (box->x - bounds->x) + box->width / 2, <=, bounds->width / 2 + SLACK * (1 + bounds->width));
      g_assert_cmpfloat (fabs (box->y - bounds->y) + box->height / 2, <=, bounds->height / 2 + SLACK * (1 + bounds->height));
    }
}

/* @places: (nullable): where the nodes of `layout` are in `other` */
static void
assert_same (const BaryGraphLayout *layout,
             const BaryGraphLayout *other,
             const guint           *places)
{
  g_assert_cmpuint (layout->n_nodes, ==, other->n_nodes);
  for (guint i = 0; i < layout->n_nodes; i++)
    g_assert_cmpmem (&layout->nodes[i], sizeof (BaryBox), &other->nodes[places != NULL ? places[i] : i], sizeof (BaryBox));
}

static void
check (BaryRandomGraph  *random,
       BaryLayoutScheme  scheme,
       guint64           seed)
{
  g_autoptr (BaryGraphLayout) layout = bary_graph_layout_new (&random->graph, scheme, NULL, NULL);
  g_autofree guint *places = NULL;
  g_autoptr (BaryRandomGraph) shuffled = bary_random_graph_shuffle (random, seed, &places);
  g_autoptr (BaryGraphLayout) other = bary_graph_layout_new (&shuffled->graph, scheme, NULL, NULL);

  g_assert_cmpuint (layout->n_nodes, ==, random->graph.n_nodes);
  assert_apart (&random->graph, layout);
  assert_in_bounds (layout);
  assert_pins (&random->graph, layout);
  assert_members_inside (&random->graph, layout);
  assert_same (layout, other, places);
  if (is_long () || seed % 10 == 0)
    {
      g_autoptr (BaryGraphLayout) again = bary_graph_layout_new (&random->graph, scheme, NULL, NULL);

      assert_same (layout, again, NULL);
    }
}

/* Random districts */

static BaryRandomGraph *
make_district (guint64 number)
{
  guint64 chance = number;
  guint n = bary_turns_draw (&chance) % 50 == 0 ? 200 + bary_turns_draw (&chance) % 300 : 8 + bary_turns_draw (&chance) % 80;
  BaryRandomGraph *random = bary_random_graph_new (n, number);

  for (guint i = 0; i < random->nodes->len; i++)
    {
      BaryGraphNode *node = &g_array_index (random->nodes, BaryGraphNode, i);

      if (bary_turns_draw (&chance) % 3 == 0)
        {
          node->width = 60 + bary_turns_draw (&chance) % 60;
          node->height = 14 * (1 + bary_turns_draw (&chance) % 4);
        }
      if (bary_turns_draw (&chance) % 5 == 0)
        node->weight = 1 + bary_turns_draw (&chance) % 4;
    }
  return random;
}

static void
test_random_districts (void)
{
  for (guint i = 0; i < N_DISTRICTS; i++)
    {
      g_autoptr (BaryRandomGraph) random = make_district (i);

      for (guint j = 0; j < G_N_ELEMENTS (schemes); j++)
        if (is_long () || i % G_N_ELEMENTS (schemes) == j)
          check (random, schemes[j], i);
    }
}

/* With clusters' headings and titles, and districts' titles. */
static void
test_headings (void)
{
  BaryBox headings[] = { { 0, 0, 90, 16 }, { 0, 0, 120, 30 }, { 0, 0, 60, 16 }, { 0, 0, 118, 44 } };

  for (guint i = 0; i < (is_long () ? 300 : 40); i++)
    {
      g_autoptr (BaryRandomGraph) random = make_district (5000 + i);

      for (guint j = 0; j < random->clusters->len; j++)
        {
          g_array_index (random->clusters, BaryGraphCluster, j).headings = headings;
          g_array_index (random->clusters, BaryGraphCluster, j).title = (BaryBox) { 0, 0, 200, 20 };
        }
      for (guint j = 0; j < random->districts->len; j++)
        g_array_index (random->districts, BaryGraphDistrict, j).title = (BaryBox) { 0, 0, 300, 30 };
      check (random, schemes[i % G_N_ELEMENTS (schemes)], i);
    }
}

/* Odd graphs */

static void
check_all (BaryRandomGraph *random)
{
  bary_random_graph_finish (random);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    check (random, schemes[i], 7);
}

static void
test_empty (void)
{
  g_autoptr (BaryRandomGraph) nothing = bary_random_graph_new_empty ();
  g_autoptr (BaryRandomGraph) hollow = bary_random_graph_new_empty ();
  g_autoptr (BaryRandomGraph) one = bary_random_graph_new_empty ();
  g_autoptr (BaryRandomGraph) alone = bary_random_graph_new_empty ();

  check_all (nothing);
  bary_random_graph_add_cluster (hollow, -1);
  check_all (hollow);
  bary_random_graph_add (one, "Школа", BARY_ROLE_MEMBER, -1, -1, 0);
  bary_random_graph_tie (one, 0, 0);
  check_all (one);
  bary_random_graph_add_cluster (alone, -1);
  bary_random_graph_add (alone, "Центр", BARY_ROLE_BARYCENTER, 0, -1, 0);
  check_all (alone);
}

static void
test_scattered (void)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new_empty ();

  for (guint i = 0; i < 200; i++)
    bary_random_graph_add (random, i % 3 == 0 ? "Гимназия № 271 имени П. И. Федулова" : "№ 5", BARY_ROLE_MEMBER, -1, -1, 0);
  for (guint i = 0; i < 100; i += 2 + i / 20)
    bary_random_graph_tie (random, i, i + 1);
  check_all (random);
}

static void
test_star (void)
{
  g_autoptr (BaryRandomGraph) bare = bary_random_graph_new_empty ();
  g_autoptr (BaryRandomGraph) cluster = bary_random_graph_new_empty ();

  bary_random_graph_add (bare, "Центр", BARY_ROLE_MEMBER, -1, -1, 0);
  bary_random_graph_add_cluster (cluster, -1);
  bary_random_graph_add (cluster, "Центр", BARY_ROLE_BARYCENTER, 0, -1, 0);
  for (guint i = 1; i <= 5000; i++)
    {
      bary_random_graph_tie (bare, 0, bary_random_graph_add (bare, i % 2 ? "ГБОУ СОШ № 352" : "ГБДОУ № 7", BARY_ROLE_MEMBER, -1, -1, 0));
      bary_random_graph_tie (cluster, 0, bary_random_graph_add (cluster, "ГБОУ СОШ № 352", BARY_ROLE_MEMBER, 0, (int) (i % 5) - 1, 2));
    }
  bary_random_graph_finish (bare);
  bary_random_graph_finish (cluster);
  check (bare, BARY_SCHEME_FREE, 1);
  check (bare, BARY_SCHEME_TREE, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BaryGraphLayout) layout = bary_graph_layout_new (&cluster->graph, i == 0 ? BARY_SCHEME_GROUPS : BARY_SCHEME_LEVELS,
                                                                  NULL, NULL);

      assert_apart (&cluster->graph, layout);
      assert_members_inside (&cluster->graph, layout);
    }
}

static void
test_doubled_ties_and_loops (void)
{
  g_autoptr (BaryRandomGraph) plain = bary_random_graph_new (60, 3);
  g_autoptr (BaryRandomGraph) doubled = bary_random_graph_new (60, 3);
  guint n = doubled->edges->len;

  for (guint i = 0; i < n; i++)
    {
      BaryGraphEdge edge = g_array_index (doubled->edges, BaryGraphEdge, i);

      bary_random_graph_tie (doubled, edge.b, edge.a);
      bary_random_graph_tie (doubled, edge.a, edge.a);
    }
  bary_random_graph_finish (doubled);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (BaryGraphLayout) one = bary_graph_layout_new (&plain->graph, schemes[i], NULL, NULL);
      g_autoptr (BaryGraphLayout) other = bary_graph_layout_new (&doubled->graph, schemes[i], NULL, NULL);

      assert_same (one, other, NULL);
    }
  check_all (doubled);
}

static void
test_long_names (void)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (50, 11);
  g_autofree char *name = g_strnfill (300, 'x');

  for (guint i = 0; i < random->nodes->len; i++)
    if (i % 4 == 0)
      g_array_index (random->nodes, BaryGraphNode, i).width = 6.0 * (double) strlen (name);
  check_all (random);
}

static void
test_sizes_that_are_none (void)
{
  static const double sizes[] = { NAN, INFINITY, -INFINITY, -5, 0, 1e300, 1e-300, 30 };
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (90, 13);

  for (guint i = 0; i < random->nodes->len; i++)
    {
      BaryGraphNode *node = &g_array_index (random->nodes, BaryGraphNode, i);

      node->width = sizes[i % G_N_ELEMENTS (sizes)];
      node->height = sizes[i / 3 % G_N_ELEMENTS (sizes)];
      node->weight = sizes[i / 5 % G_N_ELEMENTS (sizes)];
      if (i % 7 == 0)
        node->x = node->y = sizes[i / 7 % G_N_ELEMENTS (sizes)];
    }
  check_all (random);
}

static void
test_equal_positions (void)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (80, 17);

  for (guint i = 0; i < random->nodes->len; i++)
    {
      g_array_index (random->nodes, BaryGraphNode, i).x = 100;
      g_array_index (random->nodes, BaryGraphNode, i).y = 100;
    }
  check_all (random);
}

static void
pin (BaryRandomGraph *random,
     guint            node,
     double           x,
     double           y)
{
  BaryGraphNode *it = &g_array_index (random->nodes, BaryGraphNode, node);

  it->x = x;
  it->y = y;
  it->pinned = TRUE;
}

static void
test_everything_pinned (void)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (80, 19);

  for (guint i = 0; i < random->nodes->len; i++)
    pin (random, i, i % 9 * 100.0 / 3, i / 9 * 17.3);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    check (random, schemes[i], 7);
}

static void
test_some_pinned (void)
{
  for (guint64 number = 0; number < (is_long () ? 400 : 60); number++)
    {
      g_autoptr (BaryRandomGraph) random = make_district (7000 + number);
      guint64 chance = number;

      for (guint i = 0; i < random->nodes->len; i++)
        if (bary_turns_draw (&chance) % 12 == 0)
          pin (random, i, bary_turns_share (&chance) * 1000 - 500, bary_turns_share (&chance) * 1000 - 500);
      check (random, schemes[number % G_N_ELEMENTS (schemes)], number);
    }
}

/* Starting from an earlier picture, one more school. */
static void
test_earlier_places (void)
{
  for (guint64 number = 0; number < (is_long () ? 400 : 60); number++)
    {
      g_autoptr (BaryRandomGraph) random = make_district (9000 + number);
      BaryLayoutScheme scheme = schemes[number % G_N_ELEMENTS (schemes)];
      g_autoptr (BaryGraphLayout) before = bary_graph_layout_new (&random->graph, scheme, NULL, NULL);

      for (guint i = 0; i < random->nodes->len; i++)
        {
          g_array_index (random->nodes, BaryGraphNode, i).x = before->nodes[i].x;
          g_array_index (random->nodes, BaryGraphNode, i).y = before->nodes[i].y;
        }
      bary_random_graph_tie (random, 0, bary_random_graph_add (random, "ГБОУ СОШ № 1", BARY_ROLE_MEMBER, 0, 0, 2));
      bary_random_graph_finish (random);
      check (random, scheme, number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/scattered", test_scattered);
  g_test_add_func ("/layout/doubled-ties-and-loops", test_doubled_ties_and_loops);
  g_test_add_func ("/layout/long-names", test_long_names);
  g_test_add_func ("/layout/sizes-that-are-none", test_sizes_that_are_none);
  g_test_add_func ("/layout/equal-positions", test_equal_positions);
  g_test_add_func ("/layout/earlier-places", test_earlier_places);
  g_test_add_func ("/layout/everything-pinned", test_everything_pinned);
  g_test_add_func ("/layout/some-pinned", test_some_pinned);
  g_test_add_func ("/layout/headings", test_headings);
  g_test_add_func ("/layout/random-districts", test_random_districts);
  g_test_add_func ("/layout/star", test_star);
  return g_test_run ();
}
