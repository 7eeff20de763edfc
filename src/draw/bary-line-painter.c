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

gboolean
bary_line_painter_clip (const BaryLinePainter *self,
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

#define BITS 32 /* of a part of a pixel */
#define ONE (G_GINT64_CONSTANT (1) << BITS)

/* A line on its way along the longer axis: a column (or row) at a time. Wherever it comes into the clip, it is reckoned
 * from where it begins, so that a picture painted piece by piece is the same as one painted at once. */
typedef struct {
  guint32 *pixels;       /* of the column */
  gssize   step;         /* across it */
  gssize   along;        /* to the next */
  int      first, limit; /* across, of the clip */
  gint64   low, width;   /* across */
  gint64   slope;        /* from one column to the next */
  guint32  colour;
} Sweep;

/* @share: 65536 for all of the pixel */
static inline void
blend_share (guint32 *pixel,
             guint32  colour,
             guint    alpha,
             guint    share)
{
  bary_blend (pixel, colour, alpha * share >> 16);
}

static inline guint
share_of (gint64 part)
{
  return (guint) (part >> (BITS - 16));
}

/* What lies between the bounds, where none of it is outside of the clip. */
static inline void
cover (const Sweep *self,
       gint64       low,
       gint64       high,
       guint        alpha)
{
  int from = (int) (low >> BITS), to = (int) ((high - 1) >> BITS);
  guint32 *pixel = self->pixels + from * self->step;

  if (from == to)
    {
      blend_share (pixel, self->colour, alpha, share_of (high) - share_of (low));
      return;
    }
  blend_share (pixel, self->colour, alpha, (1 << 16) - share_of (low & (ONE - 1)));
  for (int i = from + 1; i < to; i++)
    {
      pixel += self->step;
      bary_blend (pixel, self->colour, alpha);
    }
  blend_share (pixel + self->step, self->colour, alpha, share_of (high - to * ONE));
}

/* A column, or the share of it that the line begins or ends with. */
static inline void
step (Sweep *self,
      guint  alpha)
{
  gint64 low = MAX (self->low, self->first * ONE), high = MIN (self->low + self->width, self->limit * ONE);

  if (low < high)
    cover (self, low, high, alpha);
  self->pixels += self->along;
  self->low += self->slope;
}

/* Columns of a line thinner than a pixel: it touches one or two of each. */
static inline void
sweep_thin (Sweep    *self,
            int       n,
            gboolean  inside,
            guint     alpha)
{
  guint32 width = share_of (self->width), whole = alpha * width >> 16;
  gint64 low = self->low;
  guint32 *pixels = self->pixels;

  for (; n > 0; n--, pixels += self->along, low += self->slope)
    {
      int at = (int) (low >> BITS);
      guint32 *pixel = pixels + at * self->step, beyond = share_of (low & (ONE - 1)) + width;
      guint32 second = beyond > 1 << 16 ? alpha * (beyond - (1 << 16)) >> 16 : 0;

      if (inside || (at >= self->first && at < self->limit))
        bary_blend (pixel, self->colour, whole - second);
      if (second > 0 && (inside || (at + 1 >= self->first && at + 1 < self->limit)))
        bary_blend (pixel + self->step, self->colour, second);
    }
  self->pixels = pixels;
  self->low = low;
}

static inline void
sweep_wide (Sweep *self,
            int    n,
            guint  alpha)
{
  for (; n > 0; n--, self->pixels += self->along, self->low += self->slope)
    cover (self, self->low, self->low + self->width, alpha);
}

/* Columns that the line runs through from side to side. */
static inline void
sweep_whole (Sweep    *self,
             int       n,
             gboolean  inside,
             guint     alpha)
{
  if (self->width < ONE && inside)
    sweep_thin (self, n, TRUE, alpha);
  else if (self->width < ONE)
    sweep_thin (self, n, FALSE, alpha);
  else if (inside)
    sweep_wide (self, n, alpha);
  else
    for (; n > 0; n--)
      step (self, alpha);
}

/* A line from a0, b0 to a1, b1, in 256ths of a pixel, where a is the longer axis and b the other. */
typedef struct {
  gint64 a0, b0, a1, b1;
} Run;

static Sweep
begin_sweep (const BaryLinePainter *self,
             const Run             *run,
             gboolean               upright,
             double                 slope,
             double                 half)
{
  double low = slope * (double) (128 - (run->a0 & 255)) / 256 - half;

  return (Sweep) {
    self->pixels, upright ? 1 : self->stride, upright ? self->stride : 1, upright ? self->left : self->top,
    upright ? self->right : self->bottom, run->b0 * (ONE / 256) + (gint64) (low * (double) ONE),
    (gint64) (2 * half * (double) ONE), (gint64) (slope * (double) ONE), 0
  };
}

/* Columns from @start to @end, shares of the length, may be seen. */
static void
sweep (const BaryLinePainter *self,
       const Run             *run,
       gboolean               upright,
       double                 start,
       double                 end,
       double                 width,
       const BaryInk         *ink)
{
  double length = (double) (run->a1 - run->a0) / 256, slope = length > 0 ? (double) (run->b1 - run->b0) / 256 / length : 0;
  double half = width / 2 * sqrt (1 + slope * slope);
  int begin = (int) (run->a0 >> 8), last = (int) ((run->a1 + 255) >> 8) - 1;
  int column = MAX (begin + (int) (length * start) - 1, MAX (begin, upright ? self->top : self->left));
  int limit = MIN (begin + (int) (length * end) + 2, MIN (last, (upright ? self->bottom : self->right) - 1));
  Sweep at = begin_sweep (self, run, upright, slope, half);
  gint64 from = at.low + (column - begin) * at.slope, to = at.low + (limit - begin) * at.slope;
  gboolean inside = MIN (from, to) > (at.first + 1) * ONE && MAX (from, to) + at.width < (at.limit - 1) * ONE;

  if (column > limit || at.width <= 0)
    return;
  at.colour = bary_pack (ink->colour);
  at.pixels += column * at.along;
  at.low = from;
  if (column == begin)
    {
      step (&at, (guint) (ink->alpha * (double) (MIN (run->a1, (begin + 1) * 256) - run->a0) * (255 / 256.0) + 0.5));
      column++;
    }
  sweep_whole (&at, MIN (limit, last - 1) - column + 1, inside, (guint) (ink->alpha * 255 + 0.5));
  if (limit == last && last > begin)
    step (&at, (guint) (ink->alpha * (double) (run->a1 - last * 256) * (255 / 256.0) + 0.5));
}

void
bary_line_painter_line (const BaryLinePainter *self,
                        BaryPoint              from,
                        BaryPoint              to,
                        double                 width,
                        const BaryInk         *ink)
{
  gint64 x0 = bary_snap (from.x), y0 = bary_snap (from.y), x1 = bary_snap (to.x), y1 = bary_snap (to.y);
  gboolean upright = ABS (y1 - y0) > ABS (x1 - x0), back = upright ? y1 < y0 : x1 < x0;
  Run run = upright ? (Run) { y0, x0, y1, x1 } : (Run) { x0, y0, x1, y1 };
  double start, end;

  if (!bary_line_painter_clip (self, from, to, width + 1, &start, &end))
    return;
  if (back)
    run = (Run) { run.a1, run.b1, run.a0, run.b0 };
  sweep (self, &run, upright, back ? 1 - end : start, back ? 1 - start : end, width, ink);
}
