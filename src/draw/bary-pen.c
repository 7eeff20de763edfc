#include "bary-pen.h"

void
bary_pen_begin (BaryPen  *pen,
                BaryPart  part,
                guint     index)
{
  if (pen->class->begin != NULL)
    pen->class->begin (pen, part, index);
}

void
bary_pen_end (BaryPen *pen)
{
  if (pen->class->end != NULL)
    pen->class->end (pen);
}

void
bary_pen_line (BaryPen          *pen,
               const BaryPoint  *from,
               const BaryPoint  *to,
               const BaryStroke *stroke)
{
  if (pen->class->line != NULL && stroke->ink.alpha > 0)
    pen->class->line (pen, from, to, stroke);
}

void
bary_pen_curve (BaryPen          *pen,
                const BaryPoint   points[4],
                const BaryStroke *stroke)
{
  if (pen->class->curve != NULL && stroke->ink.alpha > 0)
    pen->class->curve (pen, points, stroke);
}

void
bary_pen_ellipse (BaryPen          *pen,
                  const BaryBox    *box,
                  const BaryInk    *fill,
                  const BaryStroke *outline)
{
  if (pen->class->ellipse != NULL)
    pen->class->ellipse (pen, box, fill, outline);
}

void
bary_pen_box (BaryPen          *pen,
              const BaryBox    *box,
              double            corner,
              const BaryInk    *fill,
              const BaryStroke *outline)
{
  if (pen->class->box != NULL)
    pen->class->box (pen, box, corner, fill, outline);
}

void
bary_pen_shape (BaryPen       *pen,
                BaryShape      shape,
                double         x,
                double         y,
                double         radius,
                const BaryInk *fill)
{
  if (pen->class->shape != NULL && fill->alpha > 0)
    pen->class->shape (pen, shape, x, y, radius, fill);
}

void
bary_pen_area (BaryPen          *pen,
               const BaryPoint  *points,
               const guint      *ends,
               guint             n_ends,
               const BaryInk    *fill,
               const BaryStroke *outline)
{
  if (pen->class->area != NULL && n_ends > 0)
    pen->class->area (pen, points, ends, n_ends, fill, outline);
}

void
bary_pen_sector (BaryPen          *pen,
                 const BarySector *sector,
                 const BaryInk    *fill,
                 BaryHatch         hatch,
                 const BaryInk    *hatch_ink,
                 const BaryStroke *outline)
{
  if (pen->class->sector != NULL)
    pen->class->sector (pen, sector, fill, hatch, hatch_ink, outline);
}

void
bary_pen_text (BaryPen        *pen,
               const BaryText *text)
{
  if (pen->class->text != NULL && text->ink.alpha > 0 && text->length > 0)
    pen->class->text (pen, text);
}
