#include "bary-svg-private.h"

#include <math.h>

#define MOST_SEGMENTS 64 /* of a path: one with thousands is slow to draw */

static void
flush_strand (BarySvg       *self,
              BarySvgStrand *strand)
{
  if (strand->n_segments == 0)
    return;

  g_string_append_printf (self->body, "<path class=\"%s\" d=\"", strand->class);
  g_string_append_len (self->body, strand->data->str, strand->data->len);
  g_string_append (self->body, "\"/>");
  bary_svg_end_line (self);
  g_string_truncate (strand->data, 0);
  strand->n_segments = 0;
}

void
bary_svg_flush_lines (BarySvg *self)
{
  for (guint i = 0; i < self->strands->len; i++)
    flush_strand (self, &g_array_index (self->strands, BarySvgStrand, i));
  g_array_set_size (self->strands, 0);
}

static BarySvgStrand *
find_strand (BarySvg    *self,
             const char *class)
{
  BarySvgStrand made = { class };

  for (guint i = 0; i < self->strands->len; i++)
    if (g_array_index (self->strands, BarySvgStrand, i).class == class)
      return &g_array_index (self->strands, BarySvgStrand, i);

  made.data = g_string_new (NULL);
  g_array_append_val (self->strands, made);
  return &g_array_index (self->strands, BarySvgStrand, self->strands->len - 1);
}

static BaryPoint
round_point (const BaryPoint *point,
             guint            decimals)
{
  double unit = decimals > 0 ? 10 : 1;

  return (BaryPoint) { round (point->x * unit) / unit, round (point->y * unit) / unit };
}

/* From where the last one began its path only has to go back, without a dash: a line drawn there and back is one line. */
static BarySvgStrand *
begin_segment (BarySvg          *self,
               const BaryPoint  *from,
               const BaryStroke *stroke)
{
  guint decimals = bary_svg_is_large (self) ? 0 : 1;
  BaryPoint start = round_point (from, decimals);
  BarySvgLook look;
  BarySvgStrand *strand;

  bary_svg_end_text (self);
  bary_svg_flush_box (self);
  bary_svg_look_fill (&look, NULL);
  bary_svg_look_stroke (&look, stroke);
  strand = find_strand (self, bary_svg_styles_name (self->styles, &look));
  if (strand->n_segments >= MOST_SEGMENTS)
    flush_strand (self, strand);
  if (strand->n_segments++ > 0 && look.n_dashes == 0 && strand->start.x == start.x && strand->start.y == start.y)
    {
      g_string_append_c (strand->data, 'z');
      return strand;
    }
  g_string_append_c (strand->data, 'M');
  bary_svg_append_number (strand->data, start.x, decimals);
  bary_svg_append_next (strand->data, start.y, decimals);
  strand->start = start;
  return strand;
}

static void
go_to (BarySvg         *self,
       BarySvgStrand   *strand,
       const BaryPoint *point)
{
  guint decimals = bary_svg_is_large (self) ? 0 : 1;

  bary_svg_append_next (strand->data, point->x - strand->start.x, decimals);
  bary_svg_append_next (strand->data, point->y - strand->start.y, decimals);
}

void
bary_svg_line (BaryPen          *pen,
               const BaryPoint  *from,
               const BaryPoint  *to,
               const BaryStroke *stroke)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgStrand *strand = begin_segment (self, from, stroke);

  g_string_append_c (strand->data, 'l');
  go_to (self, strand, to);
}

void
bary_svg_curve (BaryPen          *pen,
                const BaryPoint   points[4],
                const BaryStroke *stroke)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgStrand *strand = begin_segment (self, &points[0], stroke);

  g_string_append_c (strand->data, 'c');
  for (guint i = 1; i < 4; i++)
    go_to (self, strand, &points[i]);
}
