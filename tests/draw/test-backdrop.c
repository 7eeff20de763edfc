#include "bary-backdrop.h"
#include "bary-test-scene.h"

#include <string.h>

#define WIDTH 640
#define HEIGHT 400

typedef struct {
  BaryScene    *scene;
  BaryBackdrop *backdrop;
  BaryCamera    camera;
  BaryFrame     frame;
  double        density;
  gboolean      clear; /* no paper behind it */
} Fixture;

static Fixture
make_fixture (BaryNetwork *network,
              double       zoom,
              double       density)
{
  Fixture fixture = { bary_test_scene_new (network), bary_backdrop_new (), .frame = bary_test_frame_new (), .density = density };

  fixture.camera = (BaryCamera) { 1, 0, 0, WIDTH / density, HEIGHT / density };
  bary_camera_fit (&fixture.camera, &bary_scene_get_layout (fixture.scene)->bounds, 5, 100);
  fixture.camera.scale *= zoom;
  fixture.camera.offset_x = WIDTH / density / 2 * (1 - zoom) + fixture.camera.offset_x * zoom;
  fixture.camera.offset_y = HEIGHT / density / 2 * (1 - zoom) + fixture.camera.offset_y * zoom;
  return fixture;
}

static void
clear_fixture (Fixture *fixture)
{
  bary_backdrop_free (fixture->backdrop);
  bary_scene_unref (fixture->scene);
}

static cairo_t *
make_paper (const Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, fixture->density, fixture->density);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  return cr;
}

static guint
count_differences (cairo_t *a,
                   cairo_t *b)
{
  cairo_surface_t *one = cairo_get_target (a), *other = cairo_get_target (b);
  const guint32 *pixels, *others;
  guint n = 0;

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  pixels = (const guint32 *) (void *) cairo_image_surface_get_data (one);
  others = (const guint32 *) (void *) cairo_image_surface_get_data (other);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += pixels[i] != others[i];
  return n;
}

/* The next frame is the one that is painted at once where the camera has come to. Returns: how many pixels were not. */
static guint
draw (Fixture *fixture)
{
  const BaryColour *paper = fixture->clear ? NULL : &fixture->frame.theme->background;
  cairo_t *cr = make_paper (fixture), *whole = make_paper (fixture);
  guint n;

  bary_backdrop_draw (fixture->backdrop, fixture->scene, cr, paper, &fixture->camera, &fixture->frame);
  if (paper != NULL)
    {
      bary_draw_set_colour (whole, *paper, 1);
      cairo_paint (whole);
    }
  bary_scene_draw (fixture->scene, whole, &fixture->camera, &fixture->frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  n = count_differences (cr, whole);
  cairo_destroy (cr);
  cairo_destroy (whole);
  return n;
}

static void
pan (Fixture *fixture,
     GRand   *random,
     guint    n_frames)
{
  for (guint i = 0; i < n_frames; i++)
    {
      double across = g_rand_double_range (random, -90, 90), down = g_rand_double_range (random, -90, 90), x, y;

      x = fixture->camera.offset_x += i % 5 == 1 ? 0 : across;
      y = fixture->camera.offset_y += i % 5 == 2 ? 0 : i % 7 == 3 ? 2 * HEIGHT : down;
      g_assert_cmpuint (draw (fixture), ==, 0);
      g_assert_cmpfloat (ABS (fixture->camera.offset_x - x), <=, 0.5 / fixture->density + 1e-9);
      g_assert_cmpfloat (ABS (fixture->camera.offset_y - y), <=, 0.5 / fixture->density + 1e-9);
      fixture->camera.offset_y -= i % 7 == 3 ? 2 * HEIGHT : 0;
    }
}

/* However the camera came to where it is, the picture is the same pixel by pixel: marks, cards, hatches, all kinds of
 * lines, those who have left and joined, what is selected and what is dimmed. */
static void
test_pan (void)
{
  static const struct {
    double     zoom, density;
    BaryDetail detail;
  } cases[] = { { 1, 1, BARY_DETAIL_BY_SCALE }, { 0.6, 1, BARY_DETAIL_ALL }, { 2.7, 2, BARY_DETAIL_CENTRES }, { 8, 1, BARY_DETAIL_ALL },
                { 30, 1.5, BARY_DETAIL_ALL } };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint theme = 0; theme < 2; theme++)
      {
        Fixture fixture = make_fixture (bary_test_network_make_region (300, 2), cases[i].zoom, cases[i].density);
        guint8 dimmed[400] = { 0 };

        fixture.frame.detail = cases[i].detail;
        fixture.frame.theme = bary_theme_get (theme == 0 ? BARY_THEME_LIGHT : BARY_THEME_DARK);
        fixture.clear = i == 1;
        if (theme == 1)
          {
            memset (dimmed, 1, 60);
            fixture.frame.dimmed = dimmed;
            fixture.frame.selected = 80;
            fixture.frame.hovered = 100;
          }
        pan (&fixture, random, 9);
        clear_fixture (&fixture);
      }
}

static void
test_pan_cluster (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 2; i++)
    {
      Fixture fixture = make_fixture (i == 0 ? bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20)
                                             : bary_test_network_make_tree (40), 1, 1);

      pan (&fixture, random, 12);
      clear_fixture (&fixture);
    }
}

/* Whatever else changes, nothing of the last frame is left. */
static void
test_change (void)
{
  Fixture fixture = make_fixture (bary_test_network_make_region (300, 3), 1, 1);
  guint8 set[400] = { 0 };
  BaryFrame *frame = &fixture.frame;

  g_assert_cmpuint (draw (&fixture), ==, 0);
  for (guint i = 0; i < 11; i++)
    {
      fixture.camera.offset_x += 3;
      switch (i)
        {
        case 0: frame->selected = 5; break;
        case 1: frame->hovered = 7; break;
        case 2: frame->dimmed = set; break;
        case 3: memset (set, 1, 50); break;
        case 4: frame->dimmed = NULL; frame->hidden = set; break;
        case 5: frame->hidden = NULL; frame->chosen = set; break;
        case 6: frame->theme = bary_theme_get (BARY_THEME_DARK); break;
        case 7: frame->no_lines = TRUE; break;
        case 8: fixture.camera.scale *= 1.1; break;
        case 9: bary_scene_drag (fixture.scene, 5, 40, 40); break;
        default: frame->detail = BARY_DETAIL_CENTRES; break;
        }
      g_assert_cmpuint (draw (&fixture), ==, 0);
    }
  clear_fixture (&fixture);
}

/* The same places in another scene are another picture. */
static void
test_other_scene (void)
{
  Fixture fixture = make_fixture (bary_test_network_make_region (300, 3), 1, 1);

  g_assert_cmpuint (draw (&fixture), ==, 0);
  bary_scene_unref (fixture.scene);
  fixture.scene = bary_test_scene_new (bary_test_network_make_region (300, 4));
  g_assert_cmpuint (draw (&fixture), ==, 0);
  clear_fixture (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backdrop/pan", test_pan);
  g_test_add_func ("/backdrop/pan-cluster", test_pan_cluster);
  g_test_add_func ("/backdrop/change", test_change);
  g_test_add_func ("/backdrop/other-scene", test_other_scene);
  return g_test_run ();
}
