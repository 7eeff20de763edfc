#include "bary-test-scene.h"

#define SAMPLES 40 /* of each curve */
#define SLACK 1.0

/* A pen that looks whether a line passes behind what it does not join. */
typedef struct {
  BaryPen           parent;
  BaryScene        *scene;
  const BaryCamera *camera;
  BaryPart          part;
  guint             index;
  guint             n_lines, n_behind;
} Watch;

static void
watch_begin (BaryPen  *pen,
             BaryPart  part,
             guint     index)
{
  Watch *watch = (Watch *) pen;

  watch->part = part;
  watch->index = index;
  watch->n_lines += part == BARY_PART_LINE;
}

static gboolean
is_behind (const Watch *watch,
           double       x,
           double       y)
{
  const BaryNetworkLine *line = bary_network_line (bary_scene_get_network (watch->scene), watch->index);

  for (guint i = 0; i < bary_scene_get_network (watch->scene)->nodes->len; i++)
    {
      BaryBox box = *bary_scene_get_box (watch->scene, (int) i);

      box.width -= 2 * SLACK;
      box.height -= 2 * SLACK;
      if (i != line->a && i != line->b &&
          bary_box_contains (&box, (x - watch->camera->offset_x) / watch->camera->scale, (y - watch->camera->offset_y) / watch->camera->scale))
        return TRUE;
    }
  return FALSE;
}

static void
watch_curve (BaryPen          *pen,
             const BaryPoint   points[4],
             const BaryStroke *stroke)
{
  Watch *watch = (Watch *) pen;

  for (guint i = 0; i <= SAMPLES && watch->part == BARY_PART_LINE; i++)
    {
      double t = i / (double) SAMPLES, s = 1 - t;
      double x = s * s * s * points[0].x + 3 * s * s * t * points[1].x + 3 * s * t * t * points[2].x + t * t * t * points[3].x;
      double y = s * s * s * points[0].y + 3 * s * s * t * points[1].y + 3 * s * t * t * points[2].y + t * t * t * points[3].y;

      watch->n_behind += is_behind (watch, x, y);
    }
}

static void
watch_line (BaryPen          *pen,
            const BaryPoint  *from,
            const BaryPoint  *to,
            const BaryStroke *stroke)
{
  const BaryPoint points[4] = { *from, *from, *to, *to };

  watch_curve (pen, points, stroke);
}

/* Where many answer to one, they stand in columns: no line passes behind another one of them, as if that led it. */
static void
test_columns (void)
{
  static const BaryPenClass class = { .begin = watch_begin, .line = watch_line, .curve = watch_curve };
  static const guint counts[] = { 1, 5, 9, 14, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (BaryScene) scene = bary_test_scene_new (bary_test_network_make_tree (counts[i]));
      BaryCamera camera = bary_test_camera_at (scene, 1);
      BaryFrame frame = bary_test_frame_new ();
      Watch watch = { { &class }, scene, &camera };

      bary_scene_walk (scene, &watch.parent, &camera, &frame);
      g_assert_cmpuint (watch.n_lines, ==, counts[i]);
      g_assert_cmpuint (watch.n_behind, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-lines/columns", test_columns);
  return g_test_run ();
}
