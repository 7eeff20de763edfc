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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();

  fixture->network = data != NULL ? bary_test_network_make_region (300, 1)
                                  : bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 30);
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
  g_test_add ("/slides-pdf/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/slides-pdf/pages-of-a-network", Fixture, "network", set_up, test_pages, tear_down);
  return g_test_run ();
}
