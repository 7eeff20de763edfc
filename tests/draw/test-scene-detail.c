#include "bary-scene-private.h"
#include "bary-test-notes.h"
#include "bary-test-scene.h"

#include <math.h>
#include <string.h>

/* The smaller it is seen, the less is drawn; what is pointed at has its label. */
static void
test_detail (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (1500, 3));
  BaryFrame frame = bary_test_frame_new ();
  guint drawn[3];

  for (guint detail = BARY_DETAIL_DISCS; detail <= BARY_DETAIL_ALL; detail++)
    {
      BaryCamera camera = bary_test_camera_at (scene, 1);
      BaryTestNotes notes;

      frame.detail = detail;
      bary_test_notes_take (&notes, scene, &camera, &frame);
      drawn[detail] = notes.nodes->len;
      g_assert_cmpuint (notes.n_ties, >, 0);
      g_assert_true ((notes.n_lines == 0) == (detail == BARY_DETAIL_DISCS));
      bary_test_notes_clear (&notes);
    }
  g_assert_cmpuint (drawn[0], <, drawn[1]);
  g_assert_cmpuint (drawn[1], <, drawn[2]);
  g_assert_cmpuint (drawn[2], ==, bary_scene_get_network (scene)->nodes->len);
  g_assert_cmpint (bary_scene_detail_at (scene, 0.001), ==, BARY_DETAIL_DISCS);
  g_assert_cmpint (bary_scene_detail_at (scene, 1), ==, BARY_DETAIL_ALL);
}

/* What is chosen, or left bright by a filter, is drawn and found at any detail. */
static void
test_asked_for (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (1500, 3));
  guint n = bary_scene_get_network (scene)->nodes->len, member = n - 1;
  g_autofree guint8 *set = g_malloc0 (n);
  const BaryBox *box = bary_scene_get_box (scene, (int) member);
  BaryCamera camera = bary_test_camera_at (scene, 1);

  g_assert_cmpint (bary_network_node (bary_scene_get_network (scene), member)->role, ==, BARY_ROLE_MEMBER);
  for (guint way = 0; way < 3; way++)
    {
      BaryFrame frame = bary_test_frame_new ();
      BaryTestNotes notes;

      memset (set, way == 2, n);
      set[member] = way != 2;
      frame.detail = BARY_DETAIL_DISCS;
      frame.chosen = way == 1 ? set : NULL;
      frame.dimmed = way == 2 ? set : NULL;
      bary_test_notes_take (&notes, scene, &camera, &frame);
      g_assert_cmpint (bary_test_notes_has (notes.nodes, member), ==, way > 0);
      g_assert_cmpint (bary_scene_pick (scene, &frame, box->x, box->y) == (int) member, ==, way > 0);
      bary_test_notes_clear (&notes);
    }
}

static BaryPoint
middle_of_discs (BaryScene *scene,
                 guint      a,
                 guint      b)
{
  const BaryLayoutDisc *discs = bary_scene_get_layout (scene)->clusters;

  return (BaryPoint) { (discs[a].x + discs[b].x) / 2, (discs[a].y + discs[b].y) / 2 };
}

/* A bundle that is pointed at is told line by line, and in words. */
static void
test_bundle (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, 5));
  guint n_clusters = bary_scene_get_network (scene)->clusters->len, n_found = 0;
  BaryFrame frame = bary_test_frame_new ();
  BaryCamera camera = bary_test_camera_at (scene, 1);
  BaryTestNotes plain, opened;

  bary_test_notes_take (&plain, scene, &camera, &frame);
  for (guint i = 0; i < n_clusters * n_clusters; i++)
    {
      BaryPoint at = middle_of_discs (scene, i / n_clusters, i % n_clusters);
      int tie = bary_scene_pick_tie (scene, &frame, at.x, at.y, 60);
      g_autofree char *words = tie >= 0 ? bary_scene_describe_tie (scene, (guint) tie) : NULL;

      if (tie < 0)
        continue;
      frame.opened = (guint) tie + 1;
      bary_test_notes_take (&opened, scene, &camera, &frame);
      g_assert_cmpuint (opened.n_lines, >, plain.n_lines);
      g_assert_cmpuint (opened.n_ties, ==, plain.n_ties);
      g_assert_nonnull (strstr (words, " – "));
      bary_test_notes_clear (&opened);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 3);
  g_assert_cmpint (bary_scene_pick_tie (scene, &frame, -1e5, 0, 60), ==, -1);
  bary_test_notes_clear (&plain);
}

/* All bundles of a cluster, forth and back, and those that can be pointed at are among them. */
static void
test_bundles_in_turn (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, 5));
  BaryNetwork *network = bary_scene_get_network (scene);
  int node = bary_network_cluster (network, 0)->barycenter;
  BaryFrame frame = bary_test_frame_new ();
  int first = bary_scene_step_tie (scene, &frame, node, -1, TRUE), tie = first, last = first;
  guint n = 0;

  g_assert_cmpint (first, >=, 0);
  do
    {
      g_autofree guint8 *set = g_new0 (guint8, network->nodes->len);
      guint n_own = 0;

      bary_scene_mark_tie (scene, (guint) tie, set);
      for (guint i = 0; i < network->nodes->len; i++)
        n_own += set[i] && bary_network_node (network, i)->cluster == 0;
      g_assert_cmpuint (n_own, >, 0);
      last = tie;
      tie = bary_scene_step_tie (scene, &frame, node, tie, TRUE);
      g_assert_cmpint (bary_scene_step_tie (scene, &frame, node, tie, FALSE), ==, last);
      n++;
    }
  while (tie != first);
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpint (bary_scene_step_tie (scene, &frame, node, -1, FALSE), ==, last);
  frame.no_lines = TRUE;
  g_assert_cmpint (bary_scene_step_tie (scene, &frame, node, -1, TRUE), ==, -1);
}

/* Without clusters there are neither discs nor bundles, and everybody is drawn at any scale. */
static void
test_free (void)
{
  BaryNetwork *network = bary_test_network_make_region (300, 5);
  g_autoptr (BaryScene) scene = NULL;
  BaryFrame frame = bary_test_frame_new ();

  network->free = TRUE;
  scene = bary_test_scene_new (network);
  g_assert_cmpint (bary_scene_get_layout (scene)->scheme, ==, BARY_SCHEME_FREE);
  g_assert_cmpint (bary_scene_detail_at (scene, 0.001), ==, BARY_DETAIL_ALL);
  g_assert_cmpint (bary_scene_pick_tie (scene, &frame, 0, 0, 1e6), ==, -1);
}

/* Only what is in sight is told to the pen, and all of it. */
static void
test_sight (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (1500, 4));
  BaryCamera camera = bary_test_camera_at (scene, 9);
  BaryFrame frame = bary_test_frame_new ();
  BaryTestNotes notes;

  bary_test_notes_take (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.nodes->len, >, 3);
  g_assert_cmpuint (notes.nodes->len, <, 300);
  for (guint i = 0; i < bary_scene_get_network (scene)->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);
      double x = box->x * camera.scale + camera.offset_x, y = box->y * camera.scale + camera.offset_y;

      if (x > 0 && x < 1920 && y > 0 && y < 1080)
        g_assert_true (bary_test_notes_has (notes.nodes, i));
    }
  bary_test_notes_clear (&notes);
}

/* Without lines none is drawn; with them the picture differs. */
static void
test_no_lines (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, 8));
  BaryFrame frame = bary_test_frame_new ();
  BaryCamera camera = bary_test_camera_at (scene, 1);
  BaryTestNotes notes;

  frame.no_lines = TRUE;
  bary_test_notes_take (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.n_lines + notes.n_ties, ==, 0);
  bary_test_notes_clear (&notes);
  frame.no_lines = FALSE;
  bary_test_notes_take (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.n_lines, >, 250);
  g_assert_cmpuint (notes.n_ties, >, 0);
  bary_test_notes_clear (&notes);
}

/* Half way between where they stood and where they stand. */
static void
check_way (BaryScene *scene,
           BaryScene *earlier,
           double     progress)
{
  BaryCamera camera = bary_test_camera_at (scene, 1);
  BaryFrame frame = bary_test_frame_new ();
  BaryTestNotes notes;

  frame.progress = progress;
  bary_test_notes_take (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.cards->len, ==, notes.nodes->len);
  g_assert_cmpuint (notes.nodes->len, >, 15);
  for (guint i = 0; i < notes.nodes->len; i++)
    {
      guint node = g_array_index (notes.nodes, guint, i);
      const BaryBox *card = &g_array_index (notes.cards, BaryBox, i), *now = bary_scene_get_box (scene, (int) node), *was;
      int before = bary_network_find (bary_scene_get_network (earlier), bary_network_node (bary_scene_get_network (scene), node)->id);

      if (before < 0)
        continue;
      was = bary_scene_get_box (earlier, before);
      g_assert_cmpfloat (fabs (card->x - ((was->x + (now->x - was->x) * progress) * camera.scale + camera.offset_x)), <, 1e-6);
      g_assert_cmpfloat (fabs (card->y - ((was->y + (now->y - was->y) * progress) * camera.scale + camera.offset_y)), <, 1e-6);
    }
  bary_test_notes_clear (&notes);
}

/* A change begins as the earlier picture stood. */
static void
test_change (void)
{
  g_autoptr (BaryScene) earlier = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 24));
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 19));

  bary_scene_set_earlier (scene, earlier);
  check_way (scene, earlier, 0);
  check_way (scene, earlier, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-detail/detail", test_detail);
  g_test_add_func ("/scene-detail/asked-for", test_asked_for);
  g_test_add_func ("/scene-detail/bundle", test_bundle);
  g_test_add_func ("/scene-detail/bundles-in-turn", test_bundles_in_turn);
  g_test_add_func ("/scene-detail/free", test_free);
  g_test_add_func ("/scene-detail/sight", test_sight);
  g_test_add_func ("/scene-detail/no-lines", test_no_lines);
  g_test_add_func ("/scene-detail/change", test_change);
  return g_test_run ();
}
