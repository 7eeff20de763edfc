#include "bary-line-painter.h"

#include <math.h>

static gboolean
read_clip (BaryLinePainter *self,
           cairo_t         *cr,
           cairo_surface_t *surface)
{
  cairo_rectangle_list_t *clip = cairo_copy_clip_rectangle_list (cr);
  gboolean plain = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles <= 1;

  self->right = self->bottom = 0;
  if (plain && clip->num_rectangles == 1)
    {
      const cairo_rectangle_t *it = clip->rectangles;

      self->left = (int) MAX (floor (it->x * self->scale + self->x + 0.5), 0);
      self->top = (int) MAX (floor (it->y * self->scale + self->y + 0.5), 0);
      self->right = (int) MIN (floor ((it->x + it->width) * self->scale + self->x + 0.5), cairo_image_surface_get_width (surface));
      self->bottom = (int) MIN (floor ((it->y + it->height) * self->scale + self->y + 0.5), cairo_image_surface_get_height (surface));
    }
  cairo_rectangle_list_destroy (clip);
  return plain;
}

gboolean
bary_line_painter_begin (BaryLinePainter *self,
                         cairo_t         *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double across, down, left, top;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER ||
      (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32 &&
       cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &across, &down);
  cairo_surface_get_device_offset (surface, &left, &top);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || fabs (matrix.xx * across - matrix.yy * down) > 1e-9)
    return FALSE;

  *self = (BaryLinePainter) { 0 };
  self->scale = matrix.xx * across;
  self->x = matrix.x0 * across + left;
  self->y = matrix.y0 * down + top;
  if (!read_clip (self, cr, surface))
    return FALSE;

  cairo_surface_flush (surface);
  self->pixels = (guint32 *) (void *) cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface) / 4;
  return self->pixels != NULL;
}

void
bary_line_painter_end (BaryLinePainter *self,
                       cairo_t         *cr)
{
  cairo_surface_mark_dirty (cairo_get_group_target (cr));
}

static inline gboolean
is_inside (const BaryLinePainter *self,
           BaryPoint              point)
{
  return point.x >= self->left && point.x <= self->right && point.y >= self->top && point.y <= self->bottom;
}

/* What of a line lies in the clip, as shares of its length; after Y. Liang and B. Barsky, 1984. */
static gboolean
clip_line (const BaryLinePainter *self,
           BaryPoint              from,
           BaryPoint              to,
           double                 margin,
           double                *start,
           double                *end)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { from.x - self->left + margin, self->right + margin - from.x,
                  from.y - self->top + margin, self->bottom + margin - from.y };

  *start = 0;
  *end = 1;
  if (is_inside (self, from) && is_inside (self, to))
    return dx != 0 || dy != 0;
  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        *start = MAX (*start, q[i] / p[i]);
      else if (p[i] > 0)
        *end = MIN (*end, q[i] / p[i]);
    }
  return *start < *end;
}

#define ONE 65536

/* A line on its way along the longer axis: a column (or row) at a time. */
typedef struct {
  guint32 *pixels;       /* of the column */
  gssize   step;         /* across it */
  gssize   along;        /* to the next */
  int      first, limit; /* across, of the clip */
  gint64   low, high;    /* bounds across, in 65536ths of a pixel */
  gint64   slope;        /* of both, from one column to the next */
  guint32  colour;
} Sweep;

static inline void
blend_share (guint32 *pixel,
             guint32  colour,
             guint    alpha,
             guint    share)
{
  bary_blend (pixel, colour, alpha * share >> 16);
}

/* What lies between the bounds, where none of it is outside of the clip. */
static inline void
cover (const Sweep *self,
       guint        alpha)
{
  int from = (int) (self->low >> 16), to = (int) ((self->high - 1) >> 16);
  guint32 *pixel = self->pixels + from * self->step;

  if (from == to)
    {
      blend_share (pixel, self->colour, alpha, (guint) (self->high - self->low));
      return;
    }
  blend_share (pixel, self->colour, alpha, (guint) (ONE - (self->low & (ONE - 1))));
  for (int i = from + 1; i < to; i++)
    {
      pixel += self->step;
      bary_blend (pixel, self->colour, alpha);
    }
  blend_share (pixel + self->step, self->colour, alpha, (guint) (self->high - (gint64) to * ONE));
}

static void
cover_clipped (const Sweep *self,
               guint        alpha)
{
  gint64 low = MAX (self->low, (gint64) self->first * ONE), high = MIN (self->high, (gint64) self->limit * ONE);
  Sweep inside = *self;

  if (low >= high)
    return;
  inside.low = low;
  inside.high = high;
  cover (&inside, alpha);
}

/* A column, or the share of it that the line begins or ends with. */
static inline void
step (Sweep    *self,
      gboolean  inside,
      guint     alpha)
{
  if (inside)
    cover (self, alpha);
  else
    cover_clipped (self, alpha);
  self->pixels += self->along;
  self->low += self->slope;
  self->high += self->slope;
}

/* Columns of a line thinner than a pixel: it touches one or two of each. */
static void
sweep_thin (const Sweep *self,
            int          n,
            guint        alpha)
{
  guint32 width = (guint32) (self->high - self->low), whole = alpha * width >> 16;
  gint64 low = self->low;

  for (guint32 *pixels = self->pixels; n > 0; n--, pixels += self->along, low += self->slope)
    {
      guint32 *pixel = pixels + (low >> 16) * self->step, beyond = (guint32) (low & (ONE - 1)) + width;

      if (beyond <= ONE)
        bary_blend (pixel, self->colour, whole);
      else
        {
          guint32 second = alpha * (beyond - ONE) >> 16;

          bary_blend (pixel, self->colour, whole - second);
          bary_blend (pixel + self->step, self->colour, second);
        }
    }
}

/* From a0, b0 to a1, b1, where a is the longer axis and b the other. */
static void
sweep (const BaryLinePainter *self,
       gboolean               upright,
       double                 a0,
       double                 b0,
       double                 a1,
       double                 b1,
       double                 width,
       guint32                colour,
       double                 alpha)
{
  double slope = a1 > a0 ? (b1 - b0) / (a1 - a0) : 0, half = width / 2 * sqrt (1 + slope * slope), b;
  int column = MAX ((int) floor (a0), upright ? self->top : self->left);
  int last = MIN ((int) ceil (a1) - 1, (upright ? self->bottom : self->right) - 1);
  Sweep at = { .step = upright ? 1 : self->stride, .along = upright ? self->stride : 1, .first = upright ? self->left : self->top,
               .limit = upright ? self->right : self->bottom, .slope = (gint64) (slope * ONE), .colour = colour };
  gboolean inside = MIN (b0, b1) - half - 2 > at.first && MAX (b0, b1) + half + 2 < at.limit;
  guint whole = (guint) (alpha * 255 + 0.5);

  b = b0 + slope * (column + 0.5 - a0);
  at.low = (gint64) floor ((b - half) * ONE);
  at.high = (gint64) floor ((b + half) * ONE);
  at.pixels = self->pixels + column * at.along;
  if (column > last || at.high <= at.low)
    return;
  step (&at, inside, (guint) (alpha * (MIN (a1, column + 1.0) - MAX (a0, (double) column)) * 255 + 0.5));
  if (inside && last > column + 1 && at.high - at.low < ONE)
    {
      int n = last - column - 1;

      sweep_thin (&at, n, whole);
      at.pixels += n * at.along;
      at.low += n * at.slope;
      at.high += n * at.slope;
      column = last;
    }
  else if (inside)
    for (column++; column < last; column++)
      step (&at, TRUE, whole);
  else
    for (column++; column < last; column++)
      step (&at, FALSE, whole);
  if (column == last)
    step (&at, inside, (guint) (alpha * MIN (a1 - column, 1) * 255 + 0.5));
}

void
bary_line_painter_line (const BaryLinePainter *self,
                        BaryPoint              from,
                        BaryPoint              to,
                        double                 width,
                        const BaryInk         *ink)
{
  gboolean upright = fabs (to.y - from.y) > fabs (to.x - from.x);
  double start, end, dx = to.x - from.x, dy = to.y - from.y;

  if (!clip_line (self, from, to, width + 1, &start, &end))
    return;
  to = (BaryPoint) { from.x + dx * end, from.y + dy * end };
  from = (BaryPoint) { from.x + dx * start, from.y + dy * start };
  if (upright ? to.y < from.y : to.x < from.x)
    {
      BaryPoint other = from;

      from = to;
      to = other;
    }
  sweep (self, upright, upright ? from.y : from.x, upright ? from.x : from.y, upright ? to.y : to.x, upright ? to.x : to.y,
         width, bary_pack (ink->colour), ink->alpha);
}

static void
dot (const BaryLinePainter *self,
     BaryPoint              middle,
     double                 radius,
     const BaryInk         *ink)
{
  guint32 colour = bary_pack (ink->colour);
  int left = MAX ((int) floor (middle.x - radius - 0.5), self->left), right = MIN ((int) ceil (middle.x + radius + 0.5), self->right);
  int top = MAX ((int) floor (middle.y - radius - 0.5), self->top), bottom = MIN ((int) ceil (middle.y + radius + 0.5), self->bottom);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        double inside = radius + 0.5 - hypot (x + 0.5 - middle.x, y + 0.5 - middle.y);

        if (inside > 0)
          bary_blend (&self->pixels[(gssize) y * self->stride + x], colour, (guint) (MIN (inside, 1) * ink->alpha * 255 + 0.5));
      }
}

/* Where a pattern of dashes is. */
typedef struct {
  const BaryStroke *stroke;
  double            total;
  guint             index; /* even: a dash */
  double            left;  /* of it */
} Dash;

static void
begin_dashes (Dash             *self,
              const BaryStroke *stroke)
{
  *self = (Dash) { stroke };
  for (guint i = 0; i < stroke->n_dashes; i++)
    self->total += stroke->dashes[i];
  self->left = stroke->dashes[0];
}

static void
skip (Dash   *self,
      double  length)
{
  length = fmod (length, self->total);
  while (length > self->left)
    {
      length -= self->left;
      self->index = (self->index + 1) % self->stroke->n_dashes;
      self->left = self->stroke->dashes[self->index];
    }
  self->left -= length;
}

static void
draw_dash (const BaryLinePainter *self,
           const BaryStroke      *stroke,
           BaryPoint              from,
           BaryPoint              to)
{
  if (stroke->round && hypot (to.x - from.x, to.y - from.y) < 0.5)
    dot (self, from, stroke->width / 2, &stroke->ink);
  else
    bary_line_painter_line (self, from, to, stroke->width, &stroke->ink);
}

static void
dashed_line (const BaryLinePainter *self,
             Dash                  *dash,
             BaryPoint              from,
             BaryPoint              to)
{
  double length = hypot (to.x - from.x, to.y - from.y), start, end, at, stop;

  if (length <= 0)
    return;
  if (!clip_line (self, from, to, dash->stroke->width + 1, &start, &end))
    {
      skip (dash, length);
      return;
    }
  at = start * length;
  stop = end * length;
  skip (dash, at);
  while (at < stop)
    {
      double next = MIN (at + dash->left, stop);

      if (dash->index % 2 == 0)
        draw_dash (self, dash->stroke, (BaryPoint) { from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length },
                   (BaryPoint) { from.x + (to.x - from.x) * next / length, from.y + (to.y - from.y) * next / length });
      dash->left -= next - at;
      at = next;
      if (dash->left <= 1e-9)
        {
          dash->index = (dash->index + 1) % dash->stroke->n_dashes;
          dash->left = dash->stroke->dashes[dash->index];
        }
    }
  skip (dash, length - stop);
}

void
bary_line_painter_stroke (const BaryLinePainter *self,
                          const BaryPoint       *points,
                          guint                  n_points,
                          const BaryStroke      *stroke)
{
  Dash dash;

  if (stroke->n_dashes > 0)
    begin_dashes (&dash, stroke);
  for (guint i = 0; i + 1 < n_points; i++)
    if (stroke->n_dashes > 0 && dash.total > 0.5)
      dashed_line (self, &dash, points[i], points[i + 1]);
    else
      bary_line_painter_line (self, points[i], points[i + 1], stroke->width, &stroke->ink);
}
