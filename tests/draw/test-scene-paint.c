#include "bary-test-scene.h"

#include <cairo-pdf.h>
#include <string.h>

static cairo_surface_t *
paint (BaryScene       *scene,
       const BaryFrame *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  BaryCamera camera = bary_test_camera_at (scene, 1);

  bary_draw_set_colour (cr, frame->theme->background, 1);
  cairo_paint (cr);
  bary_scene_draw (scene, cr, &camera, frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b,
                   const BaryBox   *area)
{
  guint n = 0;

  for (int y = (int) MAX (area->y - area->height / 2, 0); y < MIN (area->y + area->height / 2, 1080); y++)
    {
      const guint32 *one = (const guint32 *) (void *) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *other = (const guint32 *) (void *) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = (int) MAX (area->x - area->width / 2, 0); x < MIN (area->x + area->width / 2, 1920); x++)
        n += one[x] != other[x];
    }
  return n;
}

static const BaryBox whole = { 960, 540, 1920, 1080 };

/* @box: of the scene. Something is seen there, and nothing elsewhere. */
static void
assert_seen_alone (cairo_surface_t  *painted,
                   cairo_surface_t  *empty,
                   const BaryCamera *camera,
                   const BaryBox    *box)
{
  BaryBox seen = { box->x * camera->scale + camera->offset_x, box->y * camera->scale + camera->offset_y,
                   box->width * camera->scale + 8, box->height * camera->scale + 8 };
  guint n_seen = count_differences (painted, empty, &seen);

  g_assert_cmpuint (n_seen, >, 1000);
  g_assert_cmpuint (count_differences (painted, empty, &whole), ==, n_seen);
}

/* Where all is hidden, the paper stays as it was; a node alone changes what is round it. */
static void
test_hidden (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  guint8 hidden[21];
  BaryFrame frame = bary_test_frame_new ();
  cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080), *none, *one;
  cairo_t *cr = cairo_create (empty);
  BaryCamera camera = bary_test_camera_at (scene, 1);
  BaryBox box = *bary_scene_get_box (scene, 0);

  bary_draw_set_colour (cr, frame.theme->background, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  memset (hidden, 1, sizeof hidden);
  frame.hidden = hidden;
  none = paint (scene, &frame);
  g_assert_cmpuint (count_differences (none, empty, &whole), ==, 0);
  hidden[0] = 0;
  one = paint (scene, &frame);
  assert_seen_alone (one, empty, &camera, &box);
  cairo_surface_destroy (one);
  cairo_surface_destroy (none);
  cairo_surface_destroy (empty);
}

/* Nor does anything of a hidden group stay, as its edge in print: where all groups are, only the barycenter is seen. */
static void
test_hidden_groups (void)
{
  BaryNetwork *network = bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20);
  BaryFrame frame = bary_test_frame_new ();
  cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080), *one;
  cairo_t *cr = cairo_create (empty);
  g_autoptr (BaryScene) scene = NULL;
  BaryCamera camera;
  BaryBox box;

  for (guint i = 0; i < bary_network_cluster (network, 0)->groups->len; i++)
    g_array_index (bary_network_cluster (network, 0)->groups, BaryNetworkGroup, i).hidden = TRUE;
  bary_network_hide_members (network);
  scene = bary_test_scene_new (network);
  camera = bary_test_camera_at (scene, 1);
  box = *bary_scene_get_box (scene, bary_network_cluster (network, 0)->barycenter);
  frame.theme = bary_theme_get (BARY_THEME_PRINT);
  bary_draw_set_colour (cr, frame.theme->background, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  one = paint (scene, &frame);
  assert_seen_alone (one, empty, &camera, &box);
  cairo_surface_destroy (one);
  cairo_surface_destroy (empty);
}

/* What is dimmed stays in its place, fainter; the others are as they were. */
static void
test_dimmed (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20));
  guint8 dimmed[21] = { 0 };
  BaryFrame frame = bary_test_frame_new ();
  BaryCamera camera = bary_test_camera_at (scene, 1);
  cairo_surface_t *plain = paint (scene, &frame), *faint;

  frame.no_lines = TRUE;
  cairo_surface_destroy (plain);
  plain = paint (scene, &frame);
  dimmed[7] = 1;
  frame.dimmed = dimmed;
  faint = paint (scene, &frame);
  for (guint i = 0; i <= 20; i++)
    {
      const BaryBox *box = bary_scene_get_box (scene, (int) i);
      BaryBox seen = { box->x * camera.scale + camera.offset_x, box->y * camera.scale + camera.offset_y,
                       box->width * camera.scale, box->height * camera.scale };

      g_assert_true ((count_differences (plain, faint, &seen) > 0) == (i == 7));
    }
  cairo_surface_destroy (plain);
  cairo_surface_destroy (faint);
}

/* A change ends exactly as the later picture stands; those that are no more fade. */
static void
test_change (void)
{
  g_autoptr (BaryScene) earlier = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 24));
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 19));
  BaryFrame frame = bary_test_frame_new ();
  cairo_surface_t *plain = paint (scene, &frame), *end;

  bary_scene_set_earlier (scene, earlier);
  end = paint (scene, &frame);
  g_assert_cmpuint (count_differences (plain, end, &whole), ==, 0);
  cairo_surface_destroy (end);
  frame.progress = 0.2;
  end = paint (scene, &frame);
  g_assert_cmpuint (count_differences (plain, end, &whole), >, 1000);
  cairo_surface_destroy (end);
  cairo_surface_destroy (plain);
}

/* Returns: (transfer full): what stands on the paper. */
static char *
read_back (BaryScene       *scene,
           const BaryFrame *frame,
           gboolean         explained)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "scene.pdf", NULL);
  char *output = NULL;
  const char *argv[] = { "pdftotext", "-raw", path, "-", NULL };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 1920, 1080);
  cairo_t *cr = cairo_create (surface);
  BaryCamera camera = bary_test_camera_at (scene, 1);

  bary_scene_draw (scene, cr, &camera, frame);
  cairo_translate (cr, 20, 900);
  if (explained)
    {
      bary_scene_draw_legend (scene, BARY_LEGEND_WHOLE, cr, frame->theme, 400);
      bary_scene_draw_title (scene, cr, frame->theme, "ИМЦ Калининского района", 400);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  return output;
}

/* A line may end at a hyphen. */
static void
assert_has_words (const char *text,
                  const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (text, words[i]));
}

/* On paper every name is text that can be found and copied. */
static void
test_pdf (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 15));
  BaryFrame frame = bary_test_frame_new ();
  g_autofree char *text = read_back (scene, &frame, TRUE);

  for (guint i = 0; i < bary_scene_get_network (scene)->nodes->len; i++)
    assert_has_words (text, bary_network_node (bary_scene_get_network (scene), i)->short_name);
  assert_has_words (text, "Ромашкина");
  assert_has_words (text, "Опорные");
}

/* @shared: by all clusters is their barycenter. Returns: (transfer full) */
static char *
read_from_afar (gboolean shared)
{
  BaryNetwork *network = bary_test_network_make_region (300, 5);
  g_autoptr (BaryScene) scene = NULL;
  BaryFrame frame = bary_test_frame_new ();

  for (guint i = 0; i < network->clusters->len && shared; i++)
    bary_network_node (network, bary_network_cluster (network, i)->barycenter)->n_clusters = network->clusters->len;
  scene = bary_test_scene_new (network);
  frame.detail = BARY_DETAIL_CENTRES;
  return read_back (scene, &frame, FALSE);
}

/* From afar a disc is told by the name of its cluster, not by that of a barycenter which the others have as well. */
static void
test_titles (void)
{
  g_autofree char *alone = read_from_afar (FALSE), *shared = read_from_afar (TRUE);

  g_assert_nonnull (strstr (alone, "ИМЦ"));
  g_assert_null (strstr (shared, "ИМЦ"));
  assert_has_words (shared, "Гражданско-патриотическое воспитание");
  assert_has_words (shared, "Экологическое воспитание");
  assert_has_words (shared, "Интеллектуальное воспитание");
}

static void
test_themes (void)
{
  g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_cluster (BARY_ARRANGEMENT_LEVELS, 24));

  for (guint kind = 0; kind < BARY_N_THEMES; kind++)
    {
      BaryFrame frame = bary_test_frame_new ();
      g_autofree char *name = g_strdup_printf ("scene-%u.png", kind);
      g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);
      cairo_surface_t *surface;
      gboolean grey = TRUE;

      frame.theme = bary_theme_get (kind);
      surface = paint (scene, &frame);
      for (int y = 0; y < 1080; y++)
        for (int x = 0; x < 1920; x++)
          {
            guint32 pixel = ((const guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];

            grey = grey && (pixel & 0xff) == (pixel >> 8 & 0xff) && (pixel & 0xff) == (pixel >> 16 & 0xff);
          }
      g_assert_true (grey == (kind == BARY_THEME_PRINT));
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-paint/hidden", test_hidden);
  g_test_add_func ("/scene-paint/hidden-groups", test_hidden_groups);
  g_test_add_func ("/scene-paint/dimmed", test_dimmed);
  g_test_add_func ("/scene-paint/pdf", test_pdf);
  g_test_add_func ("/scene-paint/titles", test_titles);
  g_test_add_func ("/scene-paint/themes", test_themes);
  g_test_add_func ("/scene-paint/change", test_change);
  return g_test_run ();
}
