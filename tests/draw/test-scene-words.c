#include "bary-scene-private.h"
#include "bary-test-notes.h"
#include "bary-test-scene.h"

#include <math.h>

static void
check_texts (const BaryTestNotes *notes,
             double       scale)
{
  for (guint i = 0; i < notes->texts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const BaryBox *a = &g_array_index (notes->texts, BaryBox, i), *b = &g_array_index (notes->texts, BaryBox, j);

        if (bary_box_overlaps (a, b))
          g_test_message ("texts overlap at scale %g: %g %g and %g %g", scale, a->x, a->y, b->x, b->y);
        g_assert_false (bary_box_overlaps (a, b));
      }
}

/* At no scale lies a text on another. */
static void
test_labels (void)
{
  for (guint size = 0; size < 3; size++)
    {
      g_autoptr (BaryScene) scene = bary_test_scene_new (size == 0 ? bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 40)
                                                          : bary_test_network_make_region (size == 1 ? 300 : 1500, size));

      for (double zoom = 0.2; zoom < 60; zoom *= 1.27)
        {
          BaryCamera camera = bary_test_camera_at (scene, zoom);

          for (guint detail = BARY_DETAIL_DISCS; detail <= BARY_DETAIL_BY_SCALE; detail++)
            {
              BaryFrame frame = bary_test_frame_new ();
              BaryTestNotes notes;

              frame.detail = detail;
              frame.hovered = zoom > 1 ? 5 : BARY_NODE_NONE;
              bary_test_notes_take (&notes, scene, &camera, &frame);
              check_texts (&notes, camera.scale);
              bary_test_notes_clear (&notes);
            }
        }
    }
}

/* No label, however important its node is, lies on the mark of another. */
static void
check_marks (BaryScene        *scene,
             const BaryCamera *camera,
             const BaryTestNotes      *notes)
{
  g_assert_cmpuint (notes->labels->len, ==, notes->grounds->len);
  for (guint i = 0; i < notes->grounds->len; i++)
    for (guint j = 0; j < notes->nodes->len; j++)
      {
        const BaryBox *label = &g_array_index (notes->grounds, BaryBox, i);
        guint node = g_array_index (notes->nodes, guint, j);
        const BaryBox *box = bary_scene_get_box (scene, (int) node);
        BaryBox mark = { box->x * camera->scale + camera->offset_x, box->y * camera->scale + camera->offset_y, 1, 1 };

        if (node != g_array_index (notes->labels, guint, i))
          g_assert_false (bary_box_overlaps (label, &mark));
      }
}

static void
test_labels_and_marks (void)
{
  for (guint free = 0; free < 2; free++)
    {
      BaryNetwork *network = bary_test_network_make_region (300, 3);
      g_autoptr (BaryScene) scene = NULL;

      network->free = free;
      scene = bary_test_scene_new (network);
      for (double zoom = 0.5; zoom < 3; zoom *= 1.3)
        {
          BaryCamera camera = bary_test_camera_at (scene, zoom);
          BaryFrame frame = bary_test_frame_new ();
          BaryTestNotes notes;

          frame.detail = BARY_DETAIL_ALL;
          bary_test_notes_take (&notes, scene, &camera, &frame);
          check_marks (scene, &camera, &notes);
          if (zoom > 1)
            g_assert_cmpuint (notes.labels->len + notes.cards->len, >, 20);
          bary_test_notes_clear (&notes);
        }
    }
}

static gboolean
lies_on_disc (BaryScene        *scene,
              const BaryCamera *camera,
              const BaryBox    *box,
              guint             cluster)
{
  const BaryLayoutDisc *disc = &bary_scene_get_layout (scene)->clusters[cluster];
  double dx = fabs (box->x - disc->x * camera->scale - camera->offset_x), dy = fabs (box->y - disc->y * camera->scale - camera->offset_y);

  return hypot (MAX (dx - box->width / 2, 0) / (disc->radius_x * camera->scale),
                MAX (dy - box->height / 2, 0) / (disc->radius_y * camera->scale)) < 0.98;
}

/* Returns: how many clusters and districts have a name. */
static guint
check_titles (BaryScene        *scene,
              const BaryCamera *camera,
              const BaryTestNotes      *notes)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notes->titles->len; i++)
    {
      const BaryTestTitle *title = &g_array_index (notes->titles, BaryTestTitle, i);

      g_hash_table_add (named, GUINT_TO_POINTER (2 * title->index + (title->part == BARY_PART_TITLE)));
      for (guint j = 0; j < bary_scene_get_layout (scene)->n_clusters; j++)
        if (title->part == BARY_PART_TITLE || title->index != j)
          g_assert_false (lies_on_disc (scene, camera, &title->box, j));
    }
  return g_hash_table_size (named);
}

/* A name stands by its own, not upon a neighbour; seen as a whole, most have one. */
static void
test_titles (void)
{
  for (guint size = 300; size <= 1500; size += 1200)
    {
      g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (size, 1));
      guint n = bary_scene_get_layout (scene)->n_clusters + bary_scene_get_network (scene)->districts->len;

      for (double zoom = 0.4; zoom < 20; zoom *= 1.3)
        for (guint detail = BARY_DETAIL_DISCS; detail <= BARY_DETAIL_BY_SCALE; detail++)
          {
            BaryCamera camera = bary_test_camera_at (scene, zoom);
            BaryFrame frame = bary_test_frame_new ();
            BaryTestNotes notes;

            frame.detail = detail;
            bary_test_notes_take (&notes, scene, &camera, &frame);
            check_titles (scene, &camera, &notes);
            bary_test_notes_clear (&notes);
          }
      {
        BaryCamera camera = bary_test_camera_at (scene, 1);
        BaryFrame frame = bary_test_frame_new ();
        BaryTestNotes notes;

        frame.detail = BARY_DETAIL_BY_SCALE;
        bary_test_notes_take (&notes, scene, &camera, &frame);
        g_assert_cmpuint (check_titles (scene, &camera, &notes) * 10, >=, n * 9);
        bary_test_notes_clear (&notes);
      }
    }
}

/* In a hall more have a name than there is room for by their own. */
static void
test_titles_in_a_hall (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (1500, 1));
  BaryCamera camera = bary_test_camera_at (scene, 0.6);
  guint n[2];

  for (guint hall = 0; hall < 2; hall++)
    {
      BaryFrame frame = bary_test_frame_new ();
      BaryTestNotes notes;

      frame.detail = BARY_DETAIL_CENTRES;
      frame.whole_texts = hall;
      bary_test_notes_take (&notes, scene, &camera, &frame);
      n[hall] = notes.titles->len;
      bary_test_notes_clear (&notes);
    }
  g_assert_cmpuint (n[1], >, n[0]);
}

static gboolean
has_title (const BaryTestNotes *notes,
           guint                cluster)
{
  for (guint i = 0; i < notes->titles->len; i++)
    {
      const BaryTestTitle *title = &g_array_index (notes->titles, BaryTestTitle, i);

      if (title->part == BARY_PART_HEADING && title->index == cluster)
        return TRUE;
    }
  return FALSE;
}

/* On an old projector, whose letters are large beside the discs, hardly a cluster of ninety goes without its name. */
static void
test_titles_on_a_projector (void)
{
  guint n_missing = 0;

  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, seed));
      BaryCamera camera = { 1, 0, 0, 440, 300 };
      BaryFrame frame = bary_test_frame_new ();
      BaryTestNotes notes;

      bary_camera_fit (&camera, &bary_scene_get_layout (scene)->bounds, 15, 2);
      frame.detail = BARY_DETAIL_CENTRES;
      frame.whole_texts = TRUE;
      bary_test_notes_take (&notes, scene, &camera, &frame);
      for (guint i = 0; i < bary_scene_get_layout (scene)->n_clusters; i++)
        n_missing += !has_title (&notes, i);
      bary_test_notes_clear (&notes);
    }
  g_assert_cmpuint (n_missing, <=, 7);
}

/* What is too long for its place is called by its first words there, and no name ends with «и». */
static void
test_first_words (void)
{
  BaryTextBook *book = bary_text_book_take ("DejaVu Sans");
  const double most = 150;
  const BaryLabel *name = bary_text_book_fold (book, BARY_TEXT_TITLE, "Трудовое воспитание и профориентация на селе и в городе", most);
  const BaryLabel *brief = scene_fold_first_words (book, name, most);

  g_assert_cmpuint (name->n_lines, >, 2);
  g_assert_cmpstr (brief->text, ==, "Трудовое воспитание…");
  g_assert_cmpuint (brief->n_lines, ==, 2);
  name = bary_text_book_fold (book, BARY_TEXT_TITLE, "Профилактика и безопасность", most);
  g_assert_true (scene_fold_first_words (book, name, most) == name);
  name = bary_text_book_fold (book, BARY_TEXT_TITLE, "", most);
  g_assert_true (scene_fold_first_words (book, name, most) == name);
  name = bary_text_book_fold (book, BARY_TEXT_TITLE, "Профориентация, предпрофессиональное образование, наставничество", most);
  brief = scene_fold_first_words (book, name, most);
  g_assert_true (g_str_has_prefix (brief->text, "Профориентация") && g_str_has_suffix (brief->text, "…"));
  g_assert_null (strstr (brief->text, ",…"));
  bary_text_book_give_back (book);
}

/* Returns: clusters whose names are as long as those of centres are. (transfer full) */
static BaryScene *
make_long_names (guint seed)
{
  static const char *const names[] = {
    "Воспитание культуры здорового образа жизни и физическое воспитание", "Духовно-нравственное развитие и эстетическое воспитание",
    "Инновационная методическая сеть района", "Профилактика и безопасность",
  };
  BaryNetwork *network = bary_test_network_make_region (300, seed);

  for (guint i = 0; i < network->clusters->len; i++)
    {
      g_free (bary_network_cluster (network, i)->name);
      bary_network_cluster (network, i)->name = g_strdup (names[i % G_N_ELEMENTS (names)]);
    }
  return bary_test_scene_new (network);
}

/* In a small window most have a name all the same: seven of ten, where whole names would be six. */
static void
test_titles_in_a_small_window (void)
{
  guint n = 0, n_named = 0;

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autoptr (BaryScene) scene = make_long_names (seed);

      for (double width = 360; width < 500; width += 20)
        {
          BaryCamera camera = { 1, 0, 0, width, width * 0.6 };
          BaryFrame frame = bary_test_frame_new ();
          BaryTestNotes notes;

          bary_camera_fit (&camera, &bary_scene_get_layout (scene)->bounds, 20, 2);
          frame.detail = BARY_DETAIL_BY_SCALE;
          bary_test_notes_take (&notes, scene, &camera, &frame);
          n_named += check_titles (scene, &camera, &notes);
          n += bary_scene_get_layout (scene)->n_clusters + bary_scene_get_network (scene)->districts->len;
          bary_test_notes_clear (&notes);
        }
    }
  g_assert_cmpuint (n_named * 10, >=, n * 7);
}

/* In the picture of one cluster it is named, in however many others it is. */
static void
test_barycenter_of_several (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20);
  guint centre = (guint) bary_network_cluster (network, 0)->barycenter;
  g_autoptr (BaryScene) scene = NULL;
  BaryFrame frame = bary_test_frame_new ();
  BaryTestNotes notes;
  BaryCamera camera;

  bary_network_node (network, centre)->n_clusters = 3;
  scene = bary_test_scene_new (network);
  camera = bary_test_camera_at (scene, 0.4);
  bary_test_notes_take (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.cards->len, ==, 0);
  g_assert_true (bary_test_notes_has (notes.labels, centre));
  bary_test_notes_clear (&notes);
}

static void
test_pointed_at (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (1500, 3));
  BaryCamera camera = bary_test_camera_at (scene, 1.5);
  BaryFrame frame = bary_test_frame_new ();
  BaryBox seen = { (960 - camera.offset_x) / camera.scale, (540 - camera.offset_y) / camera.scale, 1600 / camera.scale, 800 / camera.scale };

  for (guint i = 0; i < 1500; i += 31)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);
      BaryTestNotes notes;

      if (!bary_box_contains (&seen, box->x, box->y))
        continue;
      frame.hovered = (int) i;
      bary_test_notes_take (&notes, scene, &camera, &frame);
      g_assert_true (bary_test_notes_has (notes.labels, i));
      bary_test_notes_clear (&notes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-words/labels", test_labels);
  g_test_add_func ("/scene-words/labels-and-marks", test_labels_and_marks);
  g_test_add_func ("/scene-words/titles", test_titles);
  g_test_add_func ("/scene-words/titles-in-a-hall", test_titles_in_a_hall);
  g_test_add_func ("/scene-words/titles-on-a-projector", test_titles_on_a_projector);
  g_test_add_func ("/scene-words/first-words", test_first_words);
  g_test_add_func ("/scene-words/titles-in-a-small-window", test_titles_in_a_small_window);
  g_test_add_func ("/scene-words/barycenter-of-several", test_barycenter_of_several);
  g_test_add_func ("/scene-words/pointed-at", test_pointed_at);
  return g_test_run ();
}
