#include "bary-backdrop.h"

#include "bary-scene-private.h"

#include <math.h>
#include <string.h>

#define N_SETS 3

struct _BaryBackdrop {
  cairo_surface_t *surface;      /* NULL: nothing was drawn yet */
  int              left, top;    /* where in it the picture begins: what goes beyond an edge goes on at the other side */
  double           density;      /* pixels to a unit of the camera */
  guint            arrangement;  /* of the scene */
  BaryCamera       camera;
  BaryFrame        frame;        /* its sets are not looked at */
  guint8          *sets[N_SETS]; /* nullable, a byte per node */
  gboolean         has_paper;
  BaryColour       paper;
};

BaryBackdrop *
bary_backdrop_new (void)
{
  return g_new0 (BaryBackdrop, 1);
}

void
bary_backdrop_free (BaryBackdrop *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  for (guint i = 0; i < N_SETS; i++)
    g_free (self->sets[i]);
  g_free (self);
}

/* What is asked to be painted. */
typedef struct {
  BaryBackdrop     *backdrop;
  BaryScene        *scene;
  const BaryColour *paper;
  const BaryCamera *camera;
  const BaryFrame  *frame;
} Job;

static const guint8 *
set_of (const BaryFrame *frame,
        guint            i)
{
  const guint8 *sets[N_SETS] = { frame->chosen, frame->dimmed, frame->hidden };

  return sets[i];
}

static gboolean
is_same_set (const guint8 *a,
             const guint8 *b,
             guint         n)
{
  return a != NULL && b != NULL ? memcmp (a, b, n) == 0 : a == b;
}

static gboolean
is_same_paper (const BaryBackdrop *self,
               const BaryColour   *paper)
{
  return self->has_paper == (paper != NULL) &&
         (paper == NULL || (paper->red == self->paper.red && paper->green == self->paper.green && paper->blue == self->paper.blue));
}

/* Whether what was painted last is the same, were it not for the camera's offset. */
static gboolean
is_same_picture (const Job *job)
{
  const BaryBackdrop *self = job->backdrop;
  const BaryFrame *is = job->frame, *was = &self->frame;

  if (self->arrangement != job->scene->arrangement || !is_same_paper (self, job->paper) || was->progress < 1 || is->progress < 1 ||
      was->theme != is->theme || was->detail != is->detail || was->selected != is->selected || was->hovered != is->hovered ||
      was->drop_cluster != is->drop_cluster || was->drop_zone != is->drop_zone || was->no_lines != is->no_lines ||
      was->opened != is->opened || is->whole_texts)
    return FALSE;
  for (guint i = 0; i < N_SETS; i++)
    if (!is_same_set (self->sets[i], set_of (is, i), job->scene->n_nodes))
      return FALSE;
  return TRUE;
}

static void
remember (const Job *job)
{
  BaryBackdrop *self = job->backdrop;

  self->arrangement = job->scene->arrangement;
  self->camera = *job->camera;
  self->frame = *job->frame;
  self->has_paper = job->paper != NULL;
  if (job->paper != NULL)
    self->paper = *job->paper;
  for (guint i = 0; i < N_SETS; i++)
    {
      const guint8 *set = set_of (job->frame, i);

      g_free (self->sets[i]);
      self->sets[i] = set != NULL ? g_memdup2 (set, job->scene->n_nodes) : NULL;
    }
}

/* Returns: whether there is one as large already. */
static gboolean
ensure_surface (BaryBackdrop    *self,
                cairo_surface_t *like)
{
  int width = cairo_image_surface_get_width (like), height = cairo_image_surface_get_height (like);
  double density, down;

  cairo_surface_get_device_scale (like, &density, &down);
  if (self->surface != NULL && self->density == density && cairo_image_surface_get_width (self->surface) == width &&
      cairo_image_surface_get_height (self->surface) == height)
    return TRUE;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  self->density = density;
  cairo_surface_set_device_scale (self->surface, density, density);
  return FALSE;
}

/* To a surface of the same size. */
static void
copy_pixels (const BaryBackdrop *self,
             cairo_surface_t    *to)
{
  int stride = cairo_image_surface_get_stride (to), width = cairo_image_surface_get_width (to);
  int height = cairo_image_surface_get_height (to);
  gsize until_edge = 4 * (gsize) (width - self->left), beyond = 4 * (gsize) self->left;

  cairo_surface_flush (self->surface);
  cairo_surface_flush (to);
  for (int row = 0; row < height; row++)
    {
      const guint8 *from = cairo_image_surface_get_data (self->surface) + (gssize) ((row + self->top) % height) * stride;
      guint8 *pixels = cairo_image_surface_get_data (to) + (gssize) row * stride;

      memcpy (pixels, from + beyond, until_edge);
      memcpy (pixels + until_edge, from, beyond);
    }
  cairo_surface_mark_dirty (to);
}

/* @piece: in pixels of the picture; @across, @down: from there to where they are kept */
static void
paint_piece (const Job                   *job,
             const cairo_rectangle_int_t *piece,
             int                          across,
             int                          down)
{
  double density = job->backdrop->density, width = piece->width / density, height = piece->height / density;
  BaryBox sight = { piece->x / density + width / 2, piece->y / density + height / 2, width, height };
  cairo_t *cr;
  BaryPen *pen;

  if (piece->width <= 0 || piece->height <= 0)
    return;
  cr = cairo_create (job->backdrop->surface);
  cairo_translate (cr, across / density, down / density);
  cairo_rectangle (cr, piece->x / density, piece->y / density, width, height);
  cairo_clip (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (job->paper != NULL)
    bary_draw_set_colour (cr, *job->paper, 1);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  pen = bary_cairo_pen_new (cr, job->scene->book, job->scene->sprites);
  bary_scene_walk_ground (job->scene, pen, job->camera, job->frame, &sight);
  bary_cairo_pen_free (pen);
  cairo_destroy (cr);
}

/* A strip is kept in pieces where it goes over the edge of the surface. */
static void
paint_strip (const Job *job,
             int        x,
             int        y,
             int        width,
             int        height)
{
  const BaryBackdrop *self = job->backdrop;
  int all_width = cairo_image_surface_get_width (self->surface), all_height = cairo_image_surface_get_height (self->surface);
  int edge_x = CLAMP (all_width - self->left, x, x + width), edge_y = CLAMP (all_height - self->top, y, y + height);

  for (guint i = 0; i < 4; i++)
    {
      gboolean right = i % 2 == 1, low = i / 2 == 1;
      cairo_rectangle_int_t piece = { right ? edge_x : x, low ? edge_y : y, right ? x + width - edge_x : edge_x - x,
                                      low ? y + height - edge_y : edge_y - y };

      paint_piece (job, &piece, right ? self->left - all_width : self->left, low ? self->top - all_height : self->top);
    }
}

/* All has moved: the strips come into sight at one side over the whole height, and above or below the rest of it. */
static void
paint_uncovered (const Job *job,
                 int        across,
                 int        down)
{
  BaryBackdrop *self = job->backdrop;
  int width = cairo_image_surface_get_width (self->surface), height = cairo_image_surface_get_height (self->surface);

  self->left = (self->left - across + width) % width;
  self->top = (self->top - down + height) % height;
  paint_strip (job, across > 0 ? 0 : width + across, 0, ABS (across), height);
  paint_strip (job, MAX (across, 0), down > 0 ? 0 : height + down, width - ABS (across), ABS (down));
}

/* @kept: whether the surface is as large as it was */
static void
paint_ground (const Job  *job,
              BaryCamera *camera,
              gboolean    kept)
{
  BaryBackdrop *self = job->backdrop;
  int width = cairo_image_surface_get_width (self->surface), height = cairo_image_surface_get_height (self->surface);
  double across = 0, down = 0;

  kept = kept && self->camera.scale == camera->scale;
  if (kept)
    {
      across = round ((camera->offset_x - self->camera.offset_x) * self->density);
      down = round ((camera->offset_y - self->camera.offset_y) * self->density);
      camera->offset_x = self->camera.offset_x + across / self->density;
      camera->offset_y = self->camera.offset_y + down / self->density;
    }
  if (kept && fabs (across) < width && fabs (down) < height && is_same_picture (job))
    {
      paint_uncovered (job, (int) across, (int) down);
      return;
    }
  self->left = self->top = 0;
  paint_strip (job, 0, 0, width, height);
}

void
bary_backdrop_draw (BaryBackdrop     *self,
                    BaryScene        *scene,
                    cairo_t          *cr,
                    const BaryColour *paper,
                    BaryCamera       *camera,
                    const BaryFrame  *frame)
{
  Job job = { self, scene, paper, camera, frame };
  BaryPen *pen;

  g_return_if_fail (cairo_image_surface_get_format (cairo_get_target (cr)) == CAIRO_FORMAT_ARGB32);
  g_return_if_fail (scene->layout != NULL && frame->theme != NULL);

  paint_ground (&job, camera, ensure_surface (self, cairo_get_target (cr)));
  remember (&job);
  copy_pixels (self, cairo_get_target (cr));
  pen = bary_cairo_pen_new (cr, scene->book, scene->sprites);
  bary_scene_walk_words (scene, pen, camera, frame);
  bary_cairo_pen_free (pen);
}
