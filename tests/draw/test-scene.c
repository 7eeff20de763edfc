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

typedef struct {
  BaryPart part;
  guint    index;
  BaryBox  box;
} Title;

/* A pen that keeps what it is told. */
typedef struct {
  BaryPen   parent;
  BaryPart  part;
  guint     index;
  GArray   *texts;  /* of BaryBox, one per line */
  GArray   *titles; /* of Title, the same for those of clusters and districts */
  GArray   *nodes;  /* of guint */
  GArray   *cards;  /* of BaryBox, of the nodes */
  GArray   *labels; /* of guint */
  GArray   *grounds; /* of BaryBox, of the labels */
  guint     n_lines, n_ties;
} Notes;

static void
note_begin (BaryPen  *pen,
            BaryPart  part,
            guint     index)
{
  Notes *notes = (Notes *) pen;

  notes->part = part;
  notes->index = index;
  if (part == BARY_PART_NODE)
    g_array_append_val (notes->nodes, index);
  if (part == BARY_PART_LABEL)
    g_array_append_val (notes->labels, index);
  notes->n_lines += part == BARY_PART_LINE;
  notes->n_ties += part == BARY_PART_TIES;
}

static void
note_box (BaryPen          *pen,
          const BaryBox    *box,
          double            corner,
          const BaryInk    *fill,
          const BaryStroke *outline)
{
  Notes *notes = (Notes *) pen;

  if (notes->part == BARY_PART_NODE && notes->cards->len < notes->nodes->len)
    g_array_append_val (notes->cards, *box);
  if (notes->part == BARY_PART_LABEL)
    g_array_append_val (notes->grounds, *box);
}

static void
note_text (BaryPen        *pen,
           const BaryText *text)
{
  Notes *notes = (Notes *) pen;
  BaryBox box = { text->x + text->width / 2, text->baseline - 0.28 * text->size, text->width, 0.95 * text->size };
  Title title = { notes->part, notes->index, box };

  g_assert_true (isfinite (text->x) && isfinite (text->baseline) && text->size > 0);
  g_array_append_val (notes->texts, box);
  if (notes->part == BARY_PART_HEADING || notes->part == BARY_PART_TITLE)
    g_array_append_val (notes->titles, title);
}

static void
take_notes (Notes            *notes,
            BaryScene        *scene,
            const BaryCamera *camera,
            const BaryFrame  *frame)
{
  static const BaryPenClass class = { .begin = note_begin, .box = note_box, .text = note_text };

  *notes = (Notes) { { &class } };
  notes->texts = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  notes->titles = g_array_new (FALSE, FALSE, sizeof (Title));
  notes->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  notes->labels = g_array_new (FALSE, FALSE, sizeof (guint));
  notes->grounds = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  notes->cards = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  bary_scene_walk (scene, &notes->parent, camera, frame);
}

static void
clear_notes (Notes *notes)
{
  g_array_unref (notes->texts);
  g_array_unref (notes->titles);
  g_array_unref (notes->nodes);
  g_array_unref (notes->labels);
  g_array_unref (notes->grounds);
  g_array_unref (notes->cards);
}

static gboolean
has (const GArray *numbers,
     guint         number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void
check_texts (const Notes *notes,
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
              Notes notes;

              frame.detail = detail;
              frame.hovered = zoom > 1 ? 5 : BARY_NODE_NONE;
              take_notes (&notes, scene, &camera, &frame);
              check_texts (&notes, camera.scale);
              clear_notes (&notes);
            }
        }
    }
}

/* No label, however important its node is, lies on the mark of another. */
static void
check_marks (BaryScene        *scene,
             const BaryCamera *camera,
             const Notes      *notes)
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
          Notes notes;

          frame.detail = BARY_DETAIL_ALL;
          take_notes (&notes, scene, &camera, &frame);
          check_marks (scene, &camera, &notes);
          if (zoom > 1)
            g_assert_cmpuint (notes.labels->len + notes.cards->len, >, 20);
          clear_notes (&notes);
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
              const Notes      *notes)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notes->titles->len; i++)
    {
      const Title *title = &g_array_index (notes->titles, Title, i);

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
            Notes notes;

            frame.detail = detail;
            take_notes (&notes, scene, &camera, &frame);
            check_titles (scene, &camera, &notes);
            clear_notes (&notes);
          }
      {
        BaryCamera camera = bary_test_camera_at (scene, 1);
        BaryFrame frame = bary_test_frame_new ();
        Notes notes;

        frame.detail = BARY_DETAIL_BY_SCALE;
        take_notes (&notes, scene, &camera, &frame);
        g_assert_cmpuint (check_titles (scene, &camera, &notes) * 10, >=, n * 9);
        clear_notes (&notes);
      }
    }
}

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
      Notes notes;

      frame.detail = detail;
      take_notes (&notes, scene, &camera, &frame);
      drawn[detail] = notes.nodes->len;
      g_assert_cmpuint (notes.n_ties, >, 0);
      g_assert_true ((notes.n_lines == 0) == (detail == BARY_DETAIL_DISCS));
      clear_notes (&notes);
    }
  g_assert_cmpuint (drawn[0], <, drawn[1]);
  g_assert_cmpuint (drawn[1], <, drawn[2]);
  g_assert_cmpuint (drawn[2], ==, bary_scene_get_network (scene)->nodes->len);
  g_assert_cmpint (bary_scene_detail_at (scene, 0.001), ==, BARY_DETAIL_DISCS);
  g_assert_cmpint (bary_scene_detail_at (scene, 1), ==, BARY_DETAIL_ALL);
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
      Notes notes;

      if (!bary_box_contains (&seen, box->x, box->y))
        continue;
      frame.hovered = (int) i;
      take_notes (&notes, scene, &camera, &frame);
      g_assert_true (has (notes.labels, i));
      clear_notes (&notes);
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
  Notes plain, opened;

  take_notes (&plain, scene, &camera, &frame);
  for (guint i = 0; i < n_clusters * n_clusters; i++)
    {
      BaryPoint at = middle_of_discs (scene, i / n_clusters, i % n_clusters);
      int tie = bary_scene_pick_tie (scene, &frame, at.x, at.y, 60);
      g_autofree char *words = tie >= 0 ? bary_scene_describe_tie (scene, (guint) tie) : NULL;

      if (tie < 0)
        continue;
      frame.opened = (guint) tie + 1;
      take_notes (&opened, scene, &camera, &frame);
      g_assert_cmpuint (opened.n_lines, >, plain.n_lines);
      g_assert_cmpuint (opened.n_ties, ==, plain.n_ties);
      g_assert_nonnull (strstr (words, " – "));
      clear_notes (&opened);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 3);
  g_assert_cmpint (bary_scene_pick_tie (scene, &frame, -1e5, 0, 60), ==, -1);
  clear_notes (&plain);
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
  Notes notes;

  take_notes (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.nodes->len, >, 3);
  g_assert_cmpuint (notes.nodes->len, <, 300);
  for (guint i = 0; i < bary_scene_get_network (scene)->nodes->len; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);
      double x = box->x * camera.scale + camera.offset_x, y = box->y * camera.scale + camera.offset_y;

      if (x > 0 && x < 1920 && y > 0 && y < 1080)
        g_assert_true (has (notes.nodes, i));
    }
  clear_notes (&notes);
}

/* Without lines none is drawn; with them the picture differs. */
static void
test_no_lines (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_region (300, 8));
  BaryFrame frame = bary_test_frame_new ();
  BaryCamera camera = bary_test_camera_at (scene, 1);
  Notes notes;

  frame.no_lines = TRUE;
  take_notes (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.n_lines + notes.n_ties, ==, 0);
  clear_notes (&notes);
  frame.no_lines = FALSE;
  take_notes (&notes, scene, &camera, &frame);
  g_assert_cmpuint (notes.n_lines, >, 250);
  g_assert_cmpuint (notes.n_ties, >, 0);
  clear_notes (&notes);
}

/* Half way between where they stood and where they stand. */
static void
check_way (BaryScene *scene,
           BaryScene *earlier,
           double     progress)
{
  BaryCamera camera = bary_test_camera_at (scene, 1);
  BaryFrame frame = bary_test_frame_new ();
  Notes notes;

  frame.progress = progress;
  take_notes (&notes, scene, &camera, &frame);
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
  clear_notes (&notes);
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
  g_test_add_func ("/scene/legend-counts-the-centre", test_legend_counts_the_centre);
  g_test_add_func ("/scene/steps", test_steps);
  g_test_add_func ("/scene/long-name", test_long_name);
  g_test_add_func ("/scene/weight", test_weight);
  g_test_add_func ("/scene/labels", test_labels);
  g_test_add_func ("/scene/labels-and-marks", test_labels_and_marks);
  g_test_add_func ("/scene/titles", test_titles);
  g_test_add_func ("/scene/detail", test_detail);
  g_test_add_func ("/scene/pointed-at", test_pointed_at);
  g_test_add_func ("/scene/bundle", test_bundle);
  g_test_add_func ("/scene/bundles-in-turn", test_bundles_in_turn);
  g_test_add_func ("/scene/free", test_free);
  g_test_add_func ("/scene/sight", test_sight);
  g_test_add_func ("/scene/no-lines", test_no_lines);
  g_test_add_func ("/scene/change", test_change);
  g_test_add_func ("/scene/drag", test_drag);
  g_test_add_func ("/scene/pick-legend", test_pick_legend);
  g_test_add_func ("/scene/describe", test_describe);
  return g_test_run ();
}
