#include "bary-svg-private.h"

#include <math.h>
#include <string.h>

void
bary_svg_flush_box (BarySvg *self)
{
  if (self->box.class == NULL)
    return;

  bary_svg_begin_class (self->body, "rect", self->box.class);
  bary_svg_append_attribute (self->body, "x", self->box_left);
  bary_svg_append_attribute (self->body, "y", self->box_top);
  bary_svg_append_rectangle (self->body, &self->box);
  bary_svg_end_line (self);
  self->box.class = NULL;
}

void
bary_svg_ellipse (BaryPen          *pen,
                  const BaryBox    *box,
                  const BaryInk    *fill,
                  const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  gboolean circle = fabs (box->width - box->height) < 0.05;
  BarySvgLook look;

  bary_svg_look_fill (&look, fill);
  bary_svg_look_stroke (&look, outline);
  bary_svg_begin_element (self, circle ? "circle" : "ellipse", bary_svg_styles_name (self->styles, &look));
  bary_svg_append_attribute (self->body, "cx", box->x + self->shift.x);
  bary_svg_append_attribute (self->body, "cy", box->y + self->shift.y);
  bary_svg_append_attribute (self->body, circle ? "r" : "rx", box->width / 2);
  if (!circle)
    bary_svg_append_attribute (self->body, "ry", box->height / 2);
  g_string_append (self->body, "/>");
  bary_svg_end_line (self);
}

static gint32
to_tenths (double value)
{
  return (gint32) lround (value * 10);
}

/* Numbers of a part are shorter if it stands at whole points, and it is not seen: all of it moves. */
static void
shift_to_whole (BarySvg *self,
                double   left,
                double   top)
{
  if (!bary_svg_is_large (self) || self->shifted)
    return;

  self->shift = (BaryPoint) { round (left) - left, round (top) - top };
  self->shifted = TRUE;
}

void
bary_svg_box (BaryPen          *pen,
              const BaryBox    *box,
              double            corner,
              const BaryInk    *fill,
              const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  bary_svg_look_fill (&look, fill);
  bary_svg_look_stroke (&look, outline);
  bary_svg_settle (self);
  memset (&self->box, 0, sizeof self->box);
  self->box.class = bary_svg_styles_name (self->styles, &look);
  self->box.width = to_tenths (box->width);
  self->box.height = to_tenths (box->height);
  self->box.corner = to_tenths (MIN (corner, MIN (box->width, box->height) / 2));
  shift_to_whole (self, box->x - box->width / 2, box->y - box->height / 2);
  self->box_left = box->x - box->width / 2 + self->shift.x;
  self->box_top = box->y - box->height / 2 + self->shift.y;
}

static void
use_card (BarySvg    *self,
          guint       mark,
          const char *class,
          double      x,
          double      y)
{
  BarySvgCard card = self->box;

  card.mark_class = class;
  card.mark = (gint32) mark;
  card.mark_x = to_tenths (x - self->box_left);
  card.mark_y = to_tenths (y - self->box_top);
  self->box.class = NULL;
  self->on_card = TRUE;
  bary_svg_settle (self);
  g_string_append_printf (self->body, "<use xlink:href=\"#C%u\"", bary_svg_find_card (self, &card));
  bary_svg_append_attribute (self->body, "x", self->box_left);
  bary_svg_append_attribute (self->body, "y", self->box_top);
}

void
bary_svg_shape (BaryPen       *pen,
                BaryShape      shape,
                double         x,
                double         y,
                double         radius,
                const BaryInk *fill)
{
  BarySvg *self = (BarySvg *) pen;
  guint mark = bary_svg_find_mark (self, shape, radius);
  BarySvgLook look;

  x += self->shift.x;
  y += self->shift.y;
  bary_svg_look_fill (&look, fill);
  if (self->box.class != NULL)
    use_card (self, mark, bary_svg_styles_name (self->styles, &look), x, y);
  else
    {
      bary_svg_begin_element (self, "use", bary_svg_styles_name (self->styles, &look));
      g_string_append_printf (self->body, " xlink:href=\"#S%u\"", mark);
      bary_svg_append_attribute (self->body, "x", x);
      bary_svg_append_attribute (self->body, "y", y);
    }
  g_string_append (self->body, "/>");
  bary_svg_end_line (self);
}

void
bary_svg_sector (BaryPen          *pen,
                 const BarySector *sector,
                 const BaryInk    *fill,
                 BaryHatch         hatch,
                 const BaryInk    *hatch_ink,
                 const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  bary_svg_look_fill (&look, fill);
  bary_svg_look_stroke (&look, outline);
  if (hatch != BARY_HATCH_NONE && hatch_ink != NULL && hatch_ink->alpha > 0)
    {
      look.fill = 0;
      look.hatch = (gint32) bary_svg_find_pattern (self, hatch, fill, hatch_ink);
    }
  bary_svg_begin_element (self, "path", bary_svg_styles_name (self->styles, &look));
  g_string_append (self->body, " d=\"");
  bary_svg_append_sector (self->body, sector);
  g_string_append (self->body, "\"/>");
  bary_svg_end_line (self);
}

void
bary_svg_area (BaryPen          *pen,
               const BaryPoint  *points,
               const guint      *ends,
               guint             n_ends,
               const BaryInk    *fill,
               const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  bary_svg_look_fill (&look, fill);
  bary_svg_look_stroke (&look, outline);
  bary_svg_begin_element (self, "path", bary_svg_styles_name (self->styles, &look));
  g_string_append (self->body, " fill-rule=\"evenodd\" d=\"");
  for (guint line = 0, first = 0; line < n_ends; first = ends[line++])
    {
      g_string_append_printf (self->body, "M%.0f %.0fl", points[first].x, points[first].y);
      for (guint i = first + 1; i < ends[line]; i++)
        {
          bary_svg_append_next (self->body, round (points[i].x) - round (points[i - 1].x), 0);
          bary_svg_append_next (self->body, round (points[i].y) - round (points[i - 1].y), 0);
        }
      g_string_append_c (self->body, 'z');
    }
  g_string_append (self->body, "\"/>\n");
}
