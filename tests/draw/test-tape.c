#include "bary-scene-walk.h"
#include "bary-tape.h"
#include "bary-test-scene.h"

/* A pen that writes down all it is told. */
typedef struct {
  BaryPen  parent;
  GString *words;
  guint    n_things;
} Scribe;

static void
write_look (Scribe           *self,
            const char       *what,
            const BaryInk    *fill,
            const BaryStroke *outline)
{
  self->n_things++;
  g_string_append_printf (self->words, "\n%s", what);
  if (fill != NULL)
    g_string_append_printf (self->words, " fill %g %g %g %g", fill->colour.red, fill->colour.green, fill->colour.blue, fill->alpha);
  if (outline != NULL)
    {
      g_string_append_printf (self->words, " line %g %g %d", outline->ink.alpha, outline->width, outline->round);
      for (guint i = 0; i < outline->n_dashes; i++)
        g_string_append_printf (self->words, " dash %g", outline->dashes[i]);
    }
}

static void
write_line (BaryPen          *pen,
            const BaryPoint  *from,
            const BaryPoint  *to,
            const BaryStroke *stroke)
{
  write_look ((Scribe *) pen, "line", NULL, stroke);
  g_string_append_printf (((Scribe *) pen)->words, " %g %g %g %g", from->x, from->y, to->x, to->y);
}

static void
write_curve (BaryPen          *pen,
             const BaryPoint   points[4],
             const BaryStroke *stroke)
{
  write_look ((Scribe *) pen, "curve", NULL, stroke);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (((Scribe *) pen)->words, " %g %g", points[i].x, points[i].y);
}

static void
write_ellipse (BaryPen          *pen,
               const BaryBox    *box,
               const BaryInk    *fill,
               const BaryStroke *outline)
{
  write_look ((Scribe *) pen, "ellipse", fill, outline);
  g_string_append_printf (((Scribe *) pen)->words, " %g %g %g %g", box->x, box->y, box->width, box->height);
}

static void
write_box (BaryPen          *pen,
           const BaryBox    *box,
           double            corner,
           const BaryInk    *fill,
           const BaryStroke *outline)
{
  write_look ((Scribe *) pen, "box", fill, outline);
  g_string_append_printf (((Scribe *) pen)->words, " %g %g %g %g %g", box->x, box->y, box->width, box->height, corner);
}

static void
write_shape (BaryPen       *pen,
             BaryShape      shape,
             double         x,
             double         y,
             double         radius,
             const BaryInk *fill)
{
  write_look ((Scribe *) pen, "shape", fill, NULL);
  g_string_append_printf (((Scribe *) pen)->words, " %d %g %g %g", shape, x, y, radius);
}

static void
write_area (BaryPen          *pen,
            const BaryPoint  *points,
            const guint      *ends,
            guint             n_ends,
            const BaryInk    *fill,
            const BaryStroke *outline)
{
  write_look ((Scribe *) pen, "area", fill, outline);
  for (guint i = 0; i < ends[n_ends - 1]; i++)
    g_string_append_printf (((Scribe *) pen)->words, " %g %g", points[i].x, points[i].y);
}

static void
write_sector (BaryPen          *pen,
              const BarySector *sector,
              const BaryInk    *fill,
              BaryHatch         hatch,
              const BaryInk    *hatch_ink,
              const BaryStroke *outline)
{
  write_look ((Scribe *) pen, "sector", fill, outline);
  g_string_append_printf (((Scribe *) pen)->words, " %g %g %g %g %g %d %g", sector->x, sector->y, sector->start, sector->end,
                          sector->outer, hatch, hatch_ink->alpha);
}

static void
write_text (BaryPen        *pen,
            const BaryText *text)
{
  write_look ((Scribe *) pen, "text", &text->ink, NULL);
  g_string_append_printf (((Scribe *) pen)->words, " %.*s %s %g %d %g %g", text->length, text->string, text->family, text->size,
                          text->bold, text->x, text->baseline);
}

static const BaryPenClass scribe_class = {
  .line = write_line,
  .curve = write_curve,
  .ellipse = write_ellipse,
  .box = write_box,
  .shape = write_shape,
  .area = write_area,
  .sector = write_sector,
  .text = write_text,
};

static void
check_same (BaryNetwork *network,
            double       zoom)
{
  BaryScene *scene = bary_test_scene_new (network);
  BaryCamera camera = bary_test_camera_at (scene, zoom);
  BaryFrame frame = bary_test_frame_new ();
  BaryBox everywhere = { 0, 0, 1e9, 1e9 }, corner = { 480, 270, 960, 540 }, nowhere = { -1e6, 0, 10, 10 };
  g_autoptr (BaryTape) tape = bary_tape_new ();
  Scribe told = { { &scribe_class }, g_string_new (NULL) }, played = { { &scribe_class }, g_string_new (NULL) };
  guint n;

  bary_scene_walk (scene, &told.parent, &camera, &frame);
  bary_scene_walk (scene, bary_tape_get_pen (tape), &camera, &frame);
  bary_scene_unref (scene);
  bary_tape_play (tape, &played.parent, &everywhere);
  g_assert_cmpstr (played.words->str, ==, told.words->str);

  n = played.n_things;
  played.n_things = 0;
  bary_tape_play (tape, &played.parent, &corner);
  g_assert_cmpuint (played.n_things, >, 0);
  g_assert_cmpuint (played.n_things, <, n);
  played.n_things = 0;
  bary_tape_play (tape, &played.parent, &nowhere);
  g_assert_cmpuint (played.n_things, ==, 0);
  g_string_free (told.words, TRUE);
  g_string_free (played.words, TRUE);
}

/* What is played is what was told, in its order, also when the scene is no more. */
static void
test_same (void)
{
  check_same (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 20), 1);
  check_same (bary_test_network_make_region (700, 1), 1);
  check_same (bary_test_network_make_region (700, 1), 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tape/same", test_same);
  return g_test_run ();
}
