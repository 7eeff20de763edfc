#include "bary-line-painter.h"

#include <math.h>

static void
dot (const BaryLinePainter *self,
     BaryPoint              at,
     double                 radius,
     const BaryInk         *ink)
{
  BaryPoint middle = bary_snap_point (at);
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

/* Dashes are whole wherever the clip begins. */
static void
dashed_line (const BaryLinePainter *self,
             Dash                  *dash,
             BaryPoint              from,
             BaryPoint              to)
{
  double length = hypot (to.x - from.x, to.y - from.y), start, end, at, before;

  if (length <= 0)
    return;
  if (!bary_line_painter_clip (self, from, to, dash->stroke->width + 1, &start, &end))
    {
      skip (dash, length);
      return;
    }
  at = start * length;
  skip (dash, at);
  before = MIN (dash->stroke->dashes[dash->index] - dash->left, at);
  dash->left += before;
  for (at -= before; at < end * length;)
    {
      double next = MIN (at + dash->left, length);

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
  skip (dash, length - at);
}

void
bary_line_painter_stroke (const BaryLinePainter *self,
                          const BaryPoint       *points,
                          guint                  n_points,
                          const BaryStroke      *stroke)
{
  Dash dash = { 0 };

  if (stroke->n_dashes > 0)
    begin_dashes (&dash, stroke);
  for (guint i = 0; i + 1 < n_points; i++)
    if (stroke->n_dashes > 0 && dash.total > 0.5)
      dashed_line (self, &dash, points[i], points[i + 1]);
    else
      bary_line_painter_line (self, points[i], points[i + 1], stroke->width, &stroke->ink);
}
