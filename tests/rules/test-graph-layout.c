#include "bary-graph-layout.h"

#include <glib.h>
#include <math.h>

/* A district of clusters of three groups; every third member is tied to the next cluster's barycenter. */
#define N_CLUSTERS 4
#define N_MEMBERS 21

typedef struct {
  BaryGraphNode    nodes[N_CLUSTERS * (N_MEMBERS + 1) + 2];
  BaryGraphEdge    edges[N_CLUSTERS * N_MEMBERS * 2 + 4];
  BaryGraphCluster clusters[N_CLUSTERS];
  BaryBox          headings[3];
  GPtrArray       *ids;
  BaryGraph        graph;
} Sample;

static const char *
keep (Sample *self,
      char   *id)
{
  g_ptr_array_add (self->ids, id);
  return id;
}

static guint
add_node (Sample       *self,
          char         *id,
          BaryNodeRole  role,
          int           cluster,
          int           group)
{
  guint i = self->graph.n_nodes++;

  self->nodes[i] = (BaryGraphNode) { keep (self, id), 60 + 7 * (i % 9), 16, role, -1, cluster, group,
                                     role == BARY_ROLE_BARYCENTER ? 1 : 2 + (int) (i % 2), 1, NAN, NAN, FALSE };
  return i;
}

static void
tie (Sample *self,
     guint   a,
     guint   b)
{
  self->edges[self->graph.n_edges++] = (BaryGraphEdge) { a, b };
}

static Sample *
sample_new (guint n_clusters)
{
  Sample *self = g_new0 (Sample, 1);
  guint stride = N_MEMBERS + 1;

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->graph = (BaryGraph) { self->nodes, 0, self->edges, 0, self->clusters, n_clusters, NULL, 0 };
  for (guint i = 0; i < 3; i++)
    self->headings[i] = (BaryBox) { 0, 0, 70, 18 };
  for (guint c = 0; c < n_clusters; c++)
    {
      self->clusters[c] = (BaryGraphCluster) { keep (self, g_strdup_printf ("c%u", c)), -1, BARY_ARRANGEMENT_GROUPS, 3,
                                               self->headings, { 0, 0, n_clusters > 1 ? 120 : 0, n_clusters > 1 ? 20 : 0 } };
      add_node (self, g_strdup_printf ("b%u", c), BARY_ROLE_BARYCENTER, (int) c, -1);
      for (guint i = 0; i < N_MEMBERS; i++)
        {
          guint node = add_node (self, g_strdup_printf ("m%u-%02u", c, i), BARY_ROLE_MEMBER, (int) c, (int) (i % 3));

          tie (self, c * stride, node);
          if (i % 3 == 0 && n_clusters > 1)
            tie (self, (c + 1) % n_clusters * stride, node);
        }
    }
  return self;
}

static void
sample_free (Sample *self)
{
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
start_from (Sample                *self,
            const BaryGraphLayout *layout)
{
  for (guint i = 0; i < layout->n_nodes; i++)
    {
      self->nodes[i].x = layout->nodes[i].x;
      self->nodes[i].y = layout->nodes[i].y;
    }
}

static BaryGraphLayout *
lay_out (Sample           *self,
         BaryLayoutScheme  scheme)
{
  BaryGraphLayout *layout = bary_graph_layout_new (&self->graph, scheme, NULL, NULL);

  g_assert_nonnull (layout);
  return layout;
}

static void
assert_members_in_zones (Sample                *self,
                         const BaryGraphLayout *layout)
{
  for (guint i = 0; i < self->graph.n_nodes; i++)
    {
      int zone, cluster = bary_graph_layout_find_zone (layout, layout->nodes[i].x, layout->nodes[i].y, &zone);

      if (self->nodes[i].group < 0 || self->nodes[i].cluster < 0)
        continue;
      g_assert_cmpint (cluster, ==, self->nodes[i].cluster);
      g_assert_cmpint (zone, ==, self->nodes[i].group);
    }
}

static void
test_zones (void)
{
  for (guint n_clusters = 1; n_clusters <= N_CLUSTERS; n_clusters++)
    {
      Sample *sample = sample_new (n_clusters);
      g_autoptr (BaryGraphLayout) layout = lay_out (sample, BARY_SCHEME_NETWORK);

      assert_members_in_zones (sample, layout);
      sample_free (sample);
    }
}

/* Rings follow each other outwards, and hold their members wholly. */
static void
test_rings (void)
{
  Sample *sample = sample_new (1);
  g_autoptr (BaryGraphLayout) layout = lay_out (sample, BARY_SCHEME_LEVELS);
  const BaryLayoutDisc *disc = &layout->clusters[0];

  for (guint i = 1; i < disc->n_zones; i++)
    g_assert_cmpfloat (disc->zones[i].inner, >=, disc->zones[i - 1].outer - 1e-6);
  for (guint i = 1; i < layout->n_nodes; i++)
    {
      const BaryBox *box = &layout->nodes[i];
      double x = fabs (box->x - disc->x), y = fabs (box->y - disc->y);
      const BaryLayoutZone *zone = &disc->zones[sample->nodes[i].group];

      g_assert_cmpfloat (hypot ((x + box->width / 2) / layout->stretch, y + box->height / 2), <=, zone->outer + 1e-6);
      g_assert_cmpfloat (hypot (MAX (x - box->width / 2, 0) / layout->stretch, MAX (y - box->height / 2, 0)), >=, zone->inner - 1e-6);
    }
  sample_free (sample);
}

/* A cluster alone has its first group on the left, the next above. */
static void
test_alone (void)
{
  Sample *sample = sample_new (1);
  g_autoptr (BaryGraphLayout) layout = lay_out (sample, BARY_SCHEME_AUTOMATIC);
  const BaryLayoutDisc *disc = &layout->clusters[0];

  g_assert_cmpint (layout->scheme, ==, BARY_SCHEME_GROUPS);
  g_assert_cmpfloat (layout->nodes[0].x, ==, 0);
  g_assert_cmpfloat (layout->nodes[0].y, ==, 0);
  g_assert_cmpfloat_with_epsilon ((disc->zones[0].start + disc->zones[0].end) / 2, G_PI, 1e-9);
  g_assert_cmpfloat (disc->zones[1].start, >=, disc->zones[0].end - 1e-9);
  sample_free (sample);
}

/* Groups of nobody have room for their names, the only other one has all the rest; so alone and among others. */
static void
test_empty_groups (void)
{
  for (guint n_clusters = 1; n_clusters <= N_CLUSTERS; n_clusters += N_CLUSTERS - 1)
    {
      Sample *sample = sample_new (n_clusters);
      g_autoptr (BaryGraphLayout) layout = NULL;

      for (guint i = 0; i < sample->graph.n_nodes; i++)
        if (sample->nodes[i].group >= 0)
          sample->nodes[i].group = 1;
      layout = lay_out (sample, BARY_SCHEME_AUTOMATIC);
      for (guint c = 0; c < n_clusters; c++)
        {
          const BaryLayoutZone *zones = layout->clusters[c].zones;

          g_assert_cmpfloat (zones[1].end - zones[1].start, >, G_PI);
          g_assert_cmpfloat (zones[0].end - zones[0].start, >, 0.1);
          g_assert_cmpfloat (zones[2].end - zones[2].start, >, 0.1);
        }
      assert_members_in_zones (sample, layout);
      sample_free (sample);
    }
}

static void
assert_same (const BaryGraphLayout *a,
             const BaryGraphLayout *b,
             const guint           *order)
{
  for (guint i = 0; i < a->n_nodes; i++)
    {
      guint j = order != NULL ? order[i] : i;

      g_assert_cmpfloat (a->nodes[j].x, ==, b->nodes[i].x);
      g_assert_cmpfloat (a->nodes[j].y, ==, b->nodes[i].y);
    }
}

static void
test_order_free (void)
{
  Sample *sample = sample_new (N_CLUSTERS);
  g_autoptr (BaryGraphLayout) first = lay_out (sample, BARY_SCHEME_NETWORK);
  g_autoptr (BaryGraphLayout) second = NULL;
  guint n = sample->graph.n_nodes;
  g_autofree BaryGraphNode *nodes = g_new (BaryGraphNode, n);
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      order[i] = (i * 37 + 11) % n;
      nodes[i] = sample->nodes[order[i]];
    }
  for (guint i = 0; i < sample->graph.n_edges; i++)
    {
      BaryGraphEdge *edge = &sample->edges[i];
      guint a = 0, b = 0;

      while (order[a] != edge->b)
        a++;
      while (order[b] != edge->a)
        b++;
      *edge = (BaryGraphEdge) { a, b };
    }
  sample->graph.nodes = nodes;
  second = lay_out (sample, BARY_SCHEME_NETWORK);
  assert_same (first, second, order);
  sample_free (sample);
}

/* What stood somewhere stands there again, and a new member moves nobody. */
static void
test_stable (void)
{
  for (guint n_clusters = 1; n_clusters <= N_CLUSTERS; n_clusters += N_CLUSTERS - 1)
    {
      Sample *sample = sample_new (n_clusters);
      g_autoptr (BaryGraphLayout) first = lay_out (sample, BARY_SCHEME_AUTOMATIC);
      g_autoptr (BaryGraphLayout) second = NULL;
      g_autoptr (BaryGraphLayout) third = NULL;
      guint node;

      start_from (sample, first);
      second = lay_out (sample, BARY_SCHEME_AUTOMATIC);
      assert_same (first, second, NULL);
      node = add_node (sample, g_strdup ("new"), BARY_ROLE_MEMBER, 0, 1);
      tie (sample, 0, node);
      tie (sample, 3, node);
      third = lay_out (sample, BARY_SCHEME_AUTOMATIC);
      third->n_nodes--;
      assert_same (first, third, NULL);
      third->n_nodes++;
      for (guint i = 0; i < node; i++)
        g_assert_false (bary_box_overlaps (&third->nodes[i], &third->nodes[node]));
      assert_members_in_zones (sample, third);
      sample_free (sample);
    }
}

/* A pinned node stands upon another: that one steps aside, within its zone; nobody else moves. */
static void
test_pinned (void)
{
  Sample *sample = sample_new (N_CLUSTERS);
  g_autoptr (BaryGraphLayout) first = lay_out (sample, BARY_SCHEME_NETWORK);
  g_autoptr (BaryGraphLayout) second = NULL;
  guint moved = 0;

  start_from (sample, first);
  sample->nodes[1].x = sample->nodes[5].x + 3;
  sample->nodes[1].y = sample->nodes[5].y + 1;
  sample->nodes[1].pinned = TRUE;
  second = lay_out (sample, BARY_SCHEME_NETWORK);
  g_assert_cmpfloat (second->nodes[1].x, ==, sample->nodes[1].x);
  g_assert_cmpfloat (second->nodes[1].y, ==, sample->nodes[1].y);
  g_assert_false (bary_box_overlaps (&second->nodes[1], &second->nodes[5]));
  for (guint i = 0; i < second->n_nodes; i++)
    if (i != 1 && (first->nodes[i].x != second->nodes[i].x || first->nodes[i].y != second->nodes[i].y))
      {
        g_assert_true (bary_box_overlaps (&first->nodes[i], &second->nodes[1]));
        moved++;
      }
  g_assert_cmpuint (moved, >=, 1);
  g_assert_cmpuint (moved, <=, 4);
  sample_free (sample);
}

/* A member of another group now goes to its new sector. */
static void
test_regrouped (void)
{
  Sample *sample = sample_new (1);
  g_autoptr (BaryGraphLayout) first = lay_out (sample, BARY_SCHEME_AUTOMATIC);
  g_autoptr (BaryGraphLayout) second = NULL;

  start_from (sample, first);
  sample->nodes[4].group = (sample->nodes[4].group + 1) % 3;
  second = lay_out (sample, BARY_SCHEME_AUTOMATIC);
  assert_members_in_zones (sample, second);
  sample_free (sample);
}

typedef struct {
  guint  n;
  guint  stop_at;
  double last;
} Watch;

static gboolean
watch (double                 done,
       const BaryGraphLayout *so_far,
       gpointer               user_data)
{
  Watch *self = user_data;

  g_assert_cmpfloat (done, >=, self->last);
  g_assert_cmpfloat (done, <=, 1);
  for (guint i = 0; so_far != NULL && i < so_far->n_nodes; i++)
    g_assert_true (isfinite (so_far->nodes[i].x) && isfinite (so_far->nodes[i].y));
  self->last = done;
  return ++self->n != self->stop_at;
}

static void
test_progress (void)
{
  Sample *sample = sample_new (N_CLUSTERS);
  Watch all = { 0 }, one = { 0, 1, 0 };
  g_autoptr (BaryGraphLayout) whole = bary_graph_layout_new (&sample->graph, BARY_SCHEME_NETWORK, watch, &all);

  g_assert_nonnull (whole);
  g_assert_cmpuint (all.n, >=, 2);
  g_assert_null (bary_graph_layout_new (&sample->graph, BARY_SCHEME_NETWORK, watch, &one));
  g_assert_cmpuint (one.n, ==, 1);
  sample_free (sample);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-layout/zones", test_zones);
  g_test_add_func ("/graph-layout/rings", test_rings);
  g_test_add_func ("/graph-layout/alone", test_alone);
  g_test_add_func ("/graph-layout/empty-groups", test_empty_groups);
  g_test_add_func ("/graph-layout/order-free", test_order_free);
  g_test_add_func ("/graph-layout/stable", test_stable);
  g_test_add_func ("/graph-layout/pinned", test_pinned);
  g_test_add_func ("/graph-layout/regrouped", test_regrouped);
  g_test_add_func ("/graph-layout/progress", test_progress);
  return g_test_run ();
}
