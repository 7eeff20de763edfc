#include "bary-scene-walk.h"
#include "bary-slides-pdf.h"
#include "bary-test-network.h"

#include <math.h>
#include <string.h>

static BaryScene *
first_scene_cb (const BaryShowStep *step,
                gpointer            user_data)
{
  return ((GPtrArray *) user_data)->pdata[0];
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
refuse_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  return CAIRO_STATUS_WRITE_ERROR;
}

static guint
count (const GByteArray *haystack,
       const char       *needle)
{
  guint n = 0, length = (guint) strlen (needle);

  for (guint i = 0; i + length <= haystack->len; i++)
    n += memcmp (haystack->data + i, needle, length) == 0;
  return n;
}

typedef struct {
  BaryNetwork *network;
  GPtrArray   *slides;
  GPtrArray   *scenes;
} Fixture;

/* Every other cluster has a scheme of its own. */
static void
mix_schemes (BaryNetwork *network)
{
  for (guint i = 1; i < network->clusters->len; i += 2)
    for (guint j = 0; j < bary_network_cluster (network, i)->groups->len; j++)
      {
        BaryNetworkGroup *group = &g_array_index (bary_network_cluster (network, i)->groups, BaryNetworkGroup, j);

        g_free (group->name);
        g_free (group->full_name);
        group->name = g_strdup_printf ("%u", j + 1);
        group->full_name = g_strdup_printf ("Сотрудничают с центром сети %u на уровне %u", i, j + 1);
      }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();

  fixture->network = data != NULL ? bary_test_network_make_region (300, 1)
                                  : bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 30);
  if (g_strcmp0 (data, "mixed") == 0)
    mix_schemes (fixture->network);
  fixture->slides = bary_slides_derive (fixture->network, NULL);
  g_ptr_array_add (networks, fixture->network);
  fixture->scenes = bary_show_step_arrange_scenes (networks, NULL, NULL, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->scenes);
  g_ptr_array_unref (fixture->slides);
  bary_network_unref (fixture->network);
}

/* Everything that is seen of a step lies in the picture's part of the page, at any size. */
static void
test_nothing_below (Fixture       *fixture,
                    gconstpointer  data)
{
  const double sizes[][2] = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 }, { 960, 540 }, { 400, 900 } };
  BaryScene *scene = fixture->scenes->pdata[0];
  const BaryBox *bounds = &bary_scene_get_layout (scene)->bounds;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double height = sizes[i][1] - bary_show_step_caption_height (sizes[i][1]);
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (fixture->slides, 1, scene, sizes[i][0], height);
      double left = (bounds->x - bounds->width / 2) * view->camera.scale + view->camera.offset_x;
      double bottom = (bounds->y + bounds->height / 2) * view->camera.scale + view->camera.offset_y;

      g_assert_cmpfloat (left, >=, 0);
      g_assert_cmpfloat (bottom, <=, height);
      g_assert_cmpfloat (view->camera.scale, >, 0);
    }
}

/* While groups are revealed one after another, the camera stands still. */
static void
test_still_camera (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (BaryShowStepView) first = bary_show_step_view_new (fixture->slides, 1, fixture->scenes->pdata[0], 1600, 750);
  guint n_hidden = G_MAXUINT;

  for (guint i = 1; i < fixture->slides->len; i++)
    {
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (fixture->slides, i, fixture->scenes->pdata[0], 1600, 750);
      guint n = 0;

      for (guint j = 0; j < fixture->network->nodes->len; j++)
        n += view->hidden[j];
      g_assert_cmpfloat (view->camera.scale, ==, first->camera.scale);
      g_assert_cmpfloat (view->camera.offset_x, ==, first->camera.offset_x);
      g_assert_cmpfloat (view->legend, >, 0);
      g_assert_cmpfloat_with_epsilon (view->camera.height + view->legend, 750, 1e-9);
      g_assert_cmpuint (n, <=, n_hidden);
      n_hidden = n;
    }
  g_assert_cmpuint (n_hidden, ==, 0);
}

/* Each cluster of a network fills the picture, and nothing else is bright. */
static void
test_clusters (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (BaryShowStepView) whole = bary_show_step_view_new (fixture->slides, 1, fixture->scenes->pdata[0], 1600, 750);
  guint n = 0;

  for (guint i = 1; i < fixture->slides->len; i++)
    {
      const BaryShowStep *step = fixture->slides->pdata[i];
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (fixture->slides, i, fixture->scenes->pdata[0], 1600, 750);

      if (step->kind != BARY_SHOW_STEP_CLUSTER)
        continue;
      n++;
      g_assert_cmpfloat (view->camera.scale, >, whole->camera.scale * 1.3);
      g_assert_cmpint (view->detail, ==, BARY_DETAIL_ALL);
      g_assert_cmpfloat (view->legend, ==, 0);
      for (guint j = 0; j < fixture->network->nodes->len; j++)
        {
          int cluster = bary_network_node (fixture->network, j)->cluster;

          g_assert_cmpint (view->dimmed[j], ==, cluster < 0 || !g_str_equal (bary_network_cluster (fixture->network, cluster)->id, step->subject));
        }
    }
  g_assert_cmpuint (n, ==, fixture->network->clusters->len);
}

/* One legend serves all schemes: a sign has its names in each of them. */
static void
test_mixed_schemes (Fixture       *fixture,
                    gconstpointer  data)
{
  const double sizes[][2] = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 } };
  BaryScene *scene = fixture->scenes->pdata[0];
  g_autofree char *words = bary_scene_describe_legend (scene, BARY_LEGEND_BRIEF);

  g_assert_nonnull (strstr (words, "А / 1 – "));
  g_assert_nonnull (strstr (words, "Г / 4 – "));
  g_assert_null (strstr (words, "Опорные"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double height = sizes[i][1] - bary_show_step_caption_height (sizes[i][1]);
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (fixture->slides, 1, scene, sizes[i][0], height);

      g_assert_cmpfloat (view->legend, >, 0);
      g_assert_cmpfloat (view->legend, <, sizes[i][1] / 7);
      g_assert_cmpint (view->legend_form, ==, BARY_LEGEND_BRIEF | BARY_LEGEND_NO_LINES);
    }
}

/* Its letters are as large as those of the picture: what all of them together are too high for is said in two steps. */
static void
test_legend_for_a_hall (Fixture       *fixture,
                        gconstpointer  data)
{
  BaryScene *scene = fixture->scenes->pdata[0];
  guint n = 0;

  for (guint i = 1; i < fixture->slides->len; i++)
    {
      const BaryShowStep *step = fixture->slides->pdata[i];
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (fixture->slides, i, scene, 1920, 1080 - bary_show_step_caption_height (1080));
      g_autofree char *words = bary_scene_describe_legend (scene, view->legend_form);

      if (step->kind != BARY_SHOW_STEP_WHOLE && step->kind != BARY_SHOW_STEP_LINKS)
        continue;
      n++;
      g_assert_cmpfloat (view->legend, >, 0);
      g_assert_cmpfloat (view->legend_magnification, ==, view->magnification);
      g_assert_cmpint (strstr (words, bary_line_get_label (BARY_LINE_MEMBERSHIP)) != NULL, ==, view->lines);
      if (step->kind == BARY_SHOW_STEP_WHOLE)
        g_assert_nonnull (strstr (words, "А / 1 – "));
    }
  g_assert_cmpuint (n, ==, 3);
}

typedef struct {
  BaryPen parent;
  double  width, height;
  guint   n;
} Gauge;

static void
gauge_text (BaryPen        *pen,
            const BaryText *text)
{
  Gauge *gauge = (Gauge *) pen;

  g_assert_cmpfloat (text->x, >=, 0);
  g_assert_cmpfloat (text->x + text->width, <=, gauge->width + 1e-6);
  g_assert_cmpfloat (text->baseline - 0.7 * text->size, >=, 0);
  g_assert_cmpfloat (text->baseline, <=, gauge->height);
  gauge->n++;
}

/* @recording: (transfer full) */
static void
assert_on_page (cairo_t *recording,
                double   width,
                double   height)
{
  double x, y, across, down;

  cairo_recording_surface_ink_extents (cairo_get_target (recording), &x, &y, &across, &down);
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (x + across, <=, width);
  g_assert_cmpfloat (y + down, <=, height);
  g_assert_cmpfloat (across, >, 0);
  cairo_destroy (recording);
}

static cairo_t *
begin_recording (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

static void
assert_nothing_cut (Fixture *fixture,
                    guint    step,
                    double   width,
                    double   height)
{
  static const BaryPenClass class = { .text = gauge_text };
  BaryScene *scene = fixture->scenes->pdata[0];
  g_autoptr (BaryShowStepView) view =
    bary_show_step_view_new (fixture->slides, step, scene, width, height - bary_show_step_caption_height (height));
  BaryFrame frame = bary_show_step_view_get_frame (view, bary_theme_get (BARY_THEME_LIGHT));
  BaryCamera camera = bary_camera_magnify (&view->camera, view->magnification);
  Gauge gauge = { { &class }, camera.width, camera.height };

  bary_scene_walk (scene, &gauge.parent, &camera, &frame);
  g_assert_cmpuint (gauge.n, >, 0);
  if (view->legend > 0)
    {
      cairo_t *cr = begin_recording ();

      bary_show_step_draw_legend (view, cr, frame.theme, scene);
      assert_on_page (cr, width, ceil (view->camera.height + view->legend));
    }
}

/* No text of a step leaves the picture, on an old projector or on a wall of screens. */
static void
test_no_text_is_cut (Fixture       *fixture,
                     gconstpointer  data)
{
  for (guint i = 0; i < fixture->slides->len; i++)
    if (((BaryShowStep *) fixture->slides->pdata[i])->kind != BARY_SHOW_STEP_TITLE)
      {
        assert_nothing_cut (fixture, i, 1024, 768);
        assert_nothing_cut (fixture, i, 3840, 2160);
      }
}

/* Neither do the words of a page, however many there are. */
static void
test_words_of_a_page (void)
{
  const int sizes[][2] = { { 1024, 768 }, { 3840, 2160 } };
  const BaryTheme *theme = bary_theme_get (BARY_THEME_LIGHT);
  g_autoptr (GString) words = g_string_new ("Готовность педагогов к реализации федеральных государственных стандартов");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i / 2][0], height = sizes[i / 2][1];
      double foot = bary_show_step_caption_height (height);
      BaryBox box = { width / 2.0, height - foot / 2, width, foot };
      cairo_t *title = begin_recording (), *caption = begin_recording ();

      if (i % 2 == 1)
        g_string_append (words, " и общего образования, наставничества, воспитания и дополнительного образования детей и взрослых");
      bary_show_step_draw_title (title, theme, NULL, words->str, "12 кластеров · 114 организаций · 30 ноября 2026", width, height);
      assert_on_page (title, width, height);
      bary_show_step_draw_caption (caption, theme, NULL, words->str, height, &box);
      bary_show_step_draw_foot (caption, theme, NULL, "12 / 19", TRUE, height, width, height);
      assert_on_page (caption, width, height);
    }
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  BarySlidesPdf pdf = {
    .shown = fixture->slides, .scene = first_scene_cb, .user_data = fixture->scenes, .theme = bary_theme_get (BARY_THEME_LIGHT),
    .title = fixture->network->title, .centre = "The centre", .below = "30 members",
  };

  g_assert_cmpint (bary_slides_write_pdf (&pdf, write_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (bytes->len, >, 5);
  g_assert_cmpmem (bytes->data, 5, "%PDF-", 5);
  /* "/Type /Pages" is their list. */
  g_assert_cmpuint (count (bytes, "/Type /Page") - count (bytes, "/Type /Pages"), ==, fixture->slides->len);
  g_assert_cmpint (bary_slides_write_pdf (&pdf, refuse_cb, NULL), ==, CAIRO_STATUS_WRITE_ERROR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/slides-pdf/nothing-below", Fixture, NULL, set_up, test_nothing_below, tear_down);
  g_test_add ("/slides-pdf/still-camera", Fixture, NULL, set_up, test_still_camera, tear_down);
  g_test_add ("/slides-pdf/clusters", Fixture, "network", set_up, test_clusters, tear_down);
  g_test_add ("/slides-pdf/mixed-schemes", Fixture, "mixed", set_up, test_mixed_schemes, tear_down);
  g_test_add ("/slides-pdf/legend-for-a-hall", Fixture, "mixed", set_up, test_legend_for_a_hall, tear_down);
  g_test_add ("/slides-pdf/no-text-is-cut", Fixture, NULL, set_up, test_no_text_is_cut, tear_down);
  g_test_add ("/slides-pdf/no-text-is-cut-of-a-network", Fixture, "mixed", set_up, test_no_text_is_cut, tear_down);
  g_test_add_func ("/slides-pdf/words-of-a-page", test_words_of_a_page);
  g_test_add ("/slides-pdf/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/slides-pdf/pages-of-a-network", Fixture, "network", set_up, test_pages, tear_down);
  return g_test_run ();
}
