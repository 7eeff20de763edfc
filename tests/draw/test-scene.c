#include "bary-scene-private.h"
#include "bary-test-scene.h"

#include <math.h>
#include <string.h>

static void
test_pick (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, 1));
  BaryFrame frame = bary_test_frame_new ();
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
  BaryFrame frame = bary_test_frame_new ();
  guint8 hidden[13] = { 0 };
  BaryBox absent, unseen;

  bary_network_node (network, 3)->presence = BARY_PRESENCE_ABSENT;
  scene = bary_test_scene_new (network);
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
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  g_autofree char *words = bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE);
  double width, height, in_one_row, row_height;

  bary_scene_measure_legend (scene, BARY_LEGEND_WHOLE, 300, &width, &height);
  bary_scene_measure_legend (scene, BARY_LEGEND_WHOLE, 3000, &in_one_row, &row_height);
  g_assert_cmpfloat (width, <=, 300);
  g_assert_cmpfloat (in_one_row, >, 300);
  g_assert_cmpfloat (height, >, 3 * row_height);
  g_assert_nonnull (strstr (words, "Опорные учреждения – "));
  g_assert_nonnull (strstr (words, "Bound by an agreement – 10"));
  g_assert_nonnull (strstr (words, "Base site – 1"));
}

/* Those that weigh more have larger marks, whatever they are called. */
static void
test_weight (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12);
  g_autoptr (BaryScene) scene = NULL;
  g_autofree char *words = NULL;
  double last = 0;

  for (guint i = 1; i <= 12; i++)
    bary_network_node (network, i)->weight = i <= 9 ? 1 : i;
  scene = bary_test_scene_new (network);
  for (double weight = 1; weight < 4; weight += 1)
    {
      g_assert_cmpfloat (bary_mark_size (weight), >, last);
      last = bary_mark_size (weight);
    }
  words = bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE);
  g_assert_nonnull (strstr (words, "Heavier: more statuses and links – 3"));
}

static void
test_legend_counts_the_centre (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 1);
  g_autoptr (BaryScene) scene = NULL;
  g_autofree char *words = NULL;

  bary_network_node (network, 0)->group = bary_network_node (network, 1)->group;
  scene = bary_test_scene_new (network);
  words = bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE);
  g_assert_nonnull (strstr (words, "А · Опорные учреждения – 2"));
}

static guint
count_reached (BaryScene *scene,
               guint      n)
{
  g_autofree guint8 *seen = g_malloc0 (n);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  BaryFrame frame = bary_test_frame_new ();
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
      g_autoptr (BaryScene) groups = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, n));
      g_autoptr (BaryScene) levels = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_LEVELS, n));

      g_assert_cmpuint (count_reached (groups, n + 1), ==, n + 1);
      g_assert_cmpuint (count_reached (levels, n + 1), ==, n + 1);
    }
  for (guint seed = 0; seed < 5; seed++)
    {
      g_autoptr (BaryScene) region = bary_test_scene_new (bary_test_network_make_region (400, seed));
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
  scene = bary_test_scene_new (network);
  g_assert_cmpfloat (bary_scene_get_box (scene, 2)->height, >, 120);
  g_assert_cmpfloat (bary_scene_get_box (scene, 2)->width, <, 160);
}

static void
check_places (BaryScene     *scene,
              const BaryBox *places,
              int            but)
{
  for (int i = 0; i < (int) bary_scene_get_network (scene)->nodes->len; i++)
    if (i != but)
      {
        g_assert_cmpfloat (bary_scene_get_box (scene, i)->x, ==, places[i].x);
        g_assert_cmpfloat (bary_scene_get_box (scene, i)->y, ==, places[i].y);
      }
}

/* Whoever is dragged stands there exactly; those who made room come back when it has passed; cancelled, all is as it was. */
static void
test_drag (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  BaryBox before[21], target, after[21];

  for (int i = 0; i <= 20; i++)
    before[i] = *bary_scene_get_box (scene, i);
  target = before[11];
  bary_scene_drag (scene, 3, before[3].x + 2, before[3].y);
  for (int i = 0; i <= 20; i++)
    after[i] = *bary_scene_get_box (scene, i);
  bary_scene_drag (scene, 3, target.x, target.y);
  g_assert_cmpfloat (bary_scene_get_box (scene, 3)->x, ==, target.x);
  g_assert_cmpfloat (bary_scene_get_box (scene, 3)->y, ==, target.y);
  g_assert_false (bary_box_overlaps (bary_scene_get_box (scene, 3), bary_scene_get_box (scene, 11)));
  bary_scene_drag (scene, 3, before[3].x + 2, before[3].y);
  check_places (scene, after, -1);
  bary_scene_cancel_drag (scene);
  check_places (scene, before, -1);
}

/* An entry of the legend stands for as many as it says. */
static void
test_pick_legend (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  g_autofree char *words = bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE);
  guint8 members[21];
  guint n = 0;

  g_assert_true (bary_scene_pick_legend (scene, 300, 5, 5, members));
  for (guint i = 0; i <= 20; i++)
    {
      const BaryNetworkNode *node = bary_network_node (bary_scene_get_network (scene), i);

      g_assert_true (members[i] == (node->group == 0 && node->presence != BARY_PRESENCE_JOINED));
      n += members[i];
    }
  {
    g_autofree char *first = g_strdup_printf ("А · Опорные учреждения – %u;", n);

    g_assert_true (g_str_has_prefix (words, first));
  }
  g_assert_false (bary_scene_pick_legend (scene, 300, 5, 1e5, members));
}

static void
test_describe (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  g_autofree char *centre = bary_scene_describe (scene, 0), *first = bary_scene_describe (scene, 1), *third = bary_scene_describe (scene, 3);

  g_assert_cmpstr (centre, ==, "ГБОУ ИМЦ Калининского района, barycenter, куратор Ромашкина А. Т.");
  g_assert_true (g_str_has_prefix (first, "ГБОУ № 352, group "));
  g_assert_nonnull (strstr (first, "base site"));
  g_assert_nonnull (strstr (third, "in 3 clusters"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/absent", test_absent);
  g_test_add_func ("/scene/legend", test_legend);
  g_test_add_func ("/scene/weight", test_weight);
  g_test_add_func ("/scene/legend-counts-the-centre", test_legend_counts_the_centre);
  g_test_add_func ("/scene/steps", test_steps);
  g_test_add_func ("/scene/long-name", test_long_name);
  g_test_add_func ("/scene/drag", test_drag);
  g_test_add_func ("/scene/pick-legend", test_pick_legend);
  g_test_add_func ("/scene/describe", test_describe);
  return g_test_run ();
}
