#include "bary-scene.h"
#include "bary-test-network.h"

#include <math.h>
#include <string.h>

static BaryScene *
make_scene (BaryNetwork *network)
{
  BaryScene *scene = bary_scene_new (network, NULL);

  g_assert_true (bary_scene_arrange (scene, NULL, NULL));
  bary_network_unref (network);
  return scene;
}

static BaryFrame
make_frame (void)
{
  return (BaryFrame) { bary_theme_get (BARY_THEME_LIGHT), BARY_DETAIL_ALL, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL,
                       -1, -1, FALSE, 1 };
}

static void
test_pick (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_region (300, 1));
  BaryFrame frame = make_frame ();
  guint n = bary_scene_get_network (scene)->nodes->len;
  g_autofree guint8 *set = g_malloc0 (n);

  for (guint i = 0; i < n; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);

      g_assert_cmpint (bary_scene_pick (scene, &frame, box->x, box->y), ==, i);
    }
  g_assert_cmpint (bary_scene_pick (scene, &frame, 1e7, 0), ==, BARY_NODE_NONE);
  g_assert_cmpuint (bary_scene_pick_area (scene, &frame, &bary_scene_get_layout (scene)->bounds, set), ==, n);
}

/* Whoever is on neither day keeps the place, unseen; what is hidden is not found. */
static void
test_absent (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12);
  g_autoptr (BaryScene) scene = NULL;
  BaryFrame frame = make_frame ();
  guint8 hidden[13] = { 0 };
  BaryBox absent, unseen;

  bary_network_node (network, 3)->presence = BARY_PRESENCE_ABSENT;
  scene = make_scene (network);
  absent = *bary_scene_get_box (scene, 3);
  unseen = *bary_scene_get_box (scene, 4);
  g_assert_false (bary_scene_is_shown (scene, 3));
  g_assert_cmpint (bary_scene_pick (scene, &frame, absent.x, absent.y), ==, BARY_NODE_NONE);
  g_assert_cmpint (bary_scene_pick (scene, &frame, unseen.x, unseen.y), ==, 4);
  hidden[4] = 1;
  frame.hidden = hidden;
  g_assert_cmpint (bary_scene_pick (scene, &frame, unseen.x, unseen.y), ==, BARY_NODE_NONE);
}

static void
test_legend (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  g_autofree char *words = bary_scene_describe_legend (scene);
  double width, height, in_one_row, row_height;

  bary_scene_measure_legend (scene, 300, &width, &height);
  bary_scene_measure_legend (scene, 3000, &in_one_row, &row_height);
  g_assert_cmpfloat (width, <=, 300);
  g_assert_cmpfloat (in_one_row, >, 300);
  g_assert_cmpfloat (height, >, 3 * row_height);
  g_assert_nonnull (strstr (words, "Опорные учреждения – "));
  g_assert_nonnull (strstr (words, "Bound by an agreement – 10"));
  g_assert_nonnull (strstr (words, "Base site – 1"));
}

static void
test_legend_counts_the_centre (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 1);
  g_autoptr (BaryScene) scene = NULL;
  g_autofree char *words = NULL;

  bary_network_node (network, 0)->group = bary_network_node (network, 1)->group;
  scene = make_scene (network);
  words = bary_scene_describe_legend (scene);
  g_assert_nonnull (strstr (words, "А · Опорные учреждения – 2"));
}

static guint
count_reached (BaryScene *scene,
               guint      n)
{
  g_autofree guint8 *seen = g_malloc0 (n);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  BaryFrame frame = make_frame ();
  int start = 0;

  seen[0] = 1;
  g_array_append_val (queue, start);
  for (guint i = 0; i < queue->len; i++)
    for (guint step = BARY_GO_LEFT; step <= BARY_GO_CENTRE; step++)
      {
        int next = bary_scene_step (scene, &frame, g_array_index (queue, int, i), step);

        if (seen[next])
          continue;
        seen[next] = 1;
        g_array_append_val (queue, next);
      }
  return queue->len;
}

/* The keys lead to everyone. */
static void
test_steps (void)
{
  for (guint n = 1; n <= 60; n += 7)
    {
      g_autoptr (BaryScene) groups = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, n));
      g_autoptr (BaryScene) levels = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_LEVELS, n));

      g_assert_cmpuint (count_reached (groups, n + 1), ==, n + 1);
      g_assert_cmpuint (count_reached (levels, n + 1), ==, n + 1);
    }
  for (guint seed = 0; seed < 5; seed++)
    {
      g_autoptr (BaryScene) region = make_scene (bary_test_network_make_region (400, seed));
      guint n = bary_scene_get_network (region)->nodes->len;

      g_assert_cmpuint (count_reached (region, n), ==, n);
    }
}

/* A name of 300 characters is there in full, in a box that is high enough. */
static void
test_long_name (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 3);
  GString *name = g_string_new (NULL);
  g_autoptr (BaryScene) scene = NULL;

  while (g_utf8_strlen (name->str, -1) < 300)
    g_string_append (name, "Учреждение ");
  g_free (bary_network_node (network, 2)->short_name);
  bary_network_node (network, 2)->short_name = g_string_free (name, FALSE);
  scene = make_scene (network);
  g_assert_cmpfloat (bary_scene_get_box (scene, 2)->height, >, 120);
  g_assert_cmpfloat (bary_scene_get_box (scene, 2)->width, <, 160);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/absent", test_absent);
  g_test_add_func ("/scene/legend", test_legend);
  g_test_add_func ("/scene/legend-counts-the-centre", test_legend_counts_the_centre);
  g_test_add_func ("/scene/steps", test_steps);
  g_test_add_func ("/scene/long-name", test_long_name);
  return g_test_run ();
}
