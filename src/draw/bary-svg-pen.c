#include "bary-svg-private.h"

#include <math.h>
#include <string.h>

#define MOST_SEGMENTS 64 /* of a path: one with thousands is slow to draw */
#define HATCH_CELL 8

/* A part is a line of the file. */
static void
end_line (BarySvg *self)
{
  if (!self->open)
    g_string_append_c (self->body, '\n');
}

static void
flush_strand (BarySvg *self,
              BarySvgStrand  *strand)
{
  if (strand->n_segments == 0)
    return;

  g_string_append_printf (self->body, "<path class=\"%s\" d=\"", strand->class);
  g_string_append_len (self->body, strand->data->str, strand->data->len);
  g_string_append (self->body, "\"/>");
  end_line (self);
  g_string_truncate (strand->data, 0);
  strand->n_segments = 0;
}

static void
end_text (BarySvg *self)
{
  if (self->text_class != NULL)
    {
      g_string_append (self->body, "</text>");
      end_line (self);
    }
  self->text_class = NULL;
}

static void
append_tenths (GString    *out,
               const char *name,
               gint32      tenths)
{
  bary_svg_append_attribute (out, name, tenths / 10.0);
}

static void
append_rectangle (GString           *out,
                  const BarySvgCard *box)
{
  append_tenths (out, "width", box->width);
  append_tenths (out, "height", box->height);
  if (box->corner > 0)
    append_tenths (out, "rx", box->corner);
  g_string_append (out, "/>");
}

/* Without one if it is empty. */
static void
begin_class (GString    *out,
             const char *name,
             const char *class)
{
  g_string_append_c (out, '<');
  g_string_append (out, name);
  if (class[0] == '\0')
    return;
  g_string_append (out, " class=\"");
  g_string_append (out, class);
  g_string_append_c (out, '"');
}

static void
flush_box (BarySvg *self)
{
  if (self->box.class == NULL)
    return;

  begin_class (self->body, "rect", self->box.class);
  bary_svg_append_attribute (self->body, "x", self->box_left);
  bary_svg_append_attribute (self->body, "y", self->box_top);
  append_rectangle (self->body, &self->box);
  end_line (self);
  self->box.class = NULL;
}

/* Whatever comes next lies above the lines. */
void
bary_svg_settle (BarySvg *self)
{
  end_text (self);
  flush_box (self);
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

/* Looks */

static void
look_fill (BarySvgLook   *look,
           const BaryInk *fill)
{
  memset (look, 0, sizeof *look);
  look->fill = bary_svg_colour (fill);
}

static void
look_stroke (BarySvgLook      *look,
             const BaryStroke *stroke)
{
  if (stroke == NULL || stroke->ink.alpha <= 0)
    return;

  look->stroke = bary_svg_colour (&stroke->ink);
  look->width = (gint32) lround (stroke->width * 100);
  look->n_dashes = MIN (stroke->n_dashes, BARY_SVG_DASHES);
  for (int i = 0; i < look->n_dashes; i++)
    look->dashes[i] = (gint32) lround (stroke->dashes[i] * 100);
  look->round = stroke->round;
}

static void
begin_element (BarySvg    *self,
               const char *name,
               const char *class)
{
  bary_svg_settle (self);
  begin_class (self->body, name, class);
}

/* Parts */

void
bary_svg_append_id (BarySvg    *self,
                    const char *id)
{
  GString *name = g_string_new (NULL);
  gsize plain;

  for (const char *p = id; *p != '\0'; p++)
    g_string_append_c (name, g_ascii_isalnum (*p) || strchr ("-_.", *p) != NULL ? *p : '_');
  plain = name->len;
  for (guint i = 2; g_hash_table_contains (self->ids, name->str); i++)
    {
      g_string_truncate (name, plain);
      g_string_append_printf (name, "-%u", i);
    }
  g_string_append (self->body, " id=\"");
  g_string_append (self->body, name->str);
  g_string_append_c (self->body, '"');
  g_hash_table_add (self->ids, g_string_free (name, FALSE));
}

static void
svg_begin (BaryPen  *pen,
           BaryPart  part,
           guint     index)
{
  BarySvg *self = (BarySvg *) pen;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;

  self->part = part;
  self->in_part = TRUE;
  self->on_card = FALSE;
  if (part == BARY_PART_LINE || part == BARY_PART_TIES)
    return;

  end_text (self);
  id = self->names.id != NULL ? self->names.id (part, index, self->names.user_data) : NULL;
  if (id == NULL)
    return;

  bary_svg_settle (self);
  words = self->names.describe != NULL ? self->names.describe (part, index, self->names.user_data) : NULL;
  g_string_append (self->body, "<g");
  bary_svg_append_id (self, id);
  g_string_append_c (self->body, '>');
  if (words != NULL)
    {
      g_string_append (self->body, "<title>");
      bary_svg_append_text (self->body, words, -1);
      g_string_append (self->body, "</title>");
    }
  self->open = TRUE;
}

static void
svg_end (BaryPen *pen)
{
  BarySvg *self = (BarySvg *) pen;

  self->in_part = FALSE;
  if (!self->open)
    return;

  bary_svg_settle (self);
  g_string_append (self->body, "</g>\n");
  self->open = FALSE;
}

/* Lines */

static double
tenths (double value)
{
  return round (value * 10) / 10;
}

/* From where the last one began its path only has to go back, without a dash: a line drawn there and back is one line. */
static GString *
begin_segment (BarySvg          *self,
               const BaryPoint  *from,
               const BaryStroke *stroke)
{
  BarySvgLook look;
  BarySvgStrand *strand;
  BaryPoint start = { tenths (from->x), tenths (from->y) };

  end_text (self);
  flush_box (self);
  look_fill (&look, NULL);
  look_stroke (&look, stroke);
  strand = find_strand (self, bary_svg_styles_name (self->styles, &look));
  if (strand->n_segments >= MOST_SEGMENTS)
    flush_strand (self, strand);
  if (strand->n_segments++ > 0 && look.n_dashes == 0 && strand->start.x == start.x && strand->start.y == start.y)
    {
      g_string_append_c (strand->data, 'z');
      return strand->data;
    }
  g_string_append_c (strand->data, 'M');
  bary_svg_append_number (strand->data, start.x, 1);
  bary_svg_append_next (strand->data, start.y, 1);
  strand->start = start;
  return strand->data;
}

static void
svg_line (BaryPen          *pen,
          const BaryPoint  *from,
          const BaryPoint  *to,
          const BaryStroke *stroke)
{
  GString *out = begin_segment ((BarySvg *) pen, from, stroke);

  g_string_append_c (out, 'l');
  bary_svg_append_number (out, to->x - tenths (from->x), 1);
  bary_svg_append_next (out, to->y - tenths (from->y), 1);
}

static void
svg_curve (BaryPen          *pen,
           const BaryPoint   points[4],
           const BaryStroke *stroke)
{
  GString *out = begin_segment ((BarySvg *) pen, &points[0], stroke);

  g_string_append_c (out, 'c');
  for (guint i = 1; i < 4; i++)
    {
      bary_svg_append_next (out, points[i].x - tenths (points[0].x), 1);
      bary_svg_append_next (out, points[i].y - tenths (points[0].y), 1);
    }
}

/* Areas */

static void
svg_ellipse (BaryPen          *pen,
             const BaryBox    *box,
             const BaryInk    *fill,
             const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  gboolean circle = fabs (box->width - box->height) < 0.05;
  BarySvgLook look;

  look_fill (&look, fill);
  look_stroke (&look, outline);
  begin_element (self, circle ? "circle" : "ellipse", bary_svg_styles_name (self->styles, &look));
  bary_svg_append_attribute (self->body, "cx", box->x);
  bary_svg_append_attribute (self->body, "cy", box->y);
  bary_svg_append_attribute (self->body, circle ? "r" : "rx", box->width / 2);
  if (!circle)
    bary_svg_append_attribute (self->body, "ry", box->height / 2);
  g_string_append (self->body, "/>");
  end_line (self);
}

static gint32
to_tenths (double value)
{
  return (gint32) lround (value * 10);
}

static void
svg_box (BaryPen          *pen,
         const BaryBox    *box,
         double            corner,
         const BaryInk    *fill,
         const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  look_fill (&look, fill);
  look_stroke (&look, outline);
  bary_svg_settle (self);
  memset (&self->box, 0, sizeof self->box);
  self->box.class = bary_svg_styles_name (self->styles, &look);
  self->box.width = to_tenths (box->width);
  self->box.height = to_tenths (box->height);
  self->box.corner = to_tenths (MIN (corner, MIN (box->width, box->height) / 2));
  self->box_left = box->x - box->width / 2;
  self->box_top = box->y - box->height / 2;
}

static guint
find_mark (BarySvg   *self,
           BaryShape  shape,
           double     radius)
{
  BarySvgMark made = { self->marks->len + 1, shape, (gint32) lround (radius * 100) };

  for (guint i = 0; i < self->marks->len; i++)
    {
      const BarySvgMark *mark = &g_array_index (self->marks, BarySvgMark, i);

      if (mark->shape == made.shape && mark->radius == made.radius)
        return mark->number;
    }
  g_array_append_val (self->marks, made);
  g_string_append_printf (self->defs, "<path id=\"S%u\" d=\"", made.number);
  bary_svg_append_shape (self->defs, shape, radius);
  g_string_append (self->defs, "\"/>\n");
  return made.number;
}

static guint
find_card (BarySvg           *self,
           const BarySvgCard *card)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->cards, card));

  if (number > 0)
    return number;

  number = g_hash_table_size (self->cards) + 1;
  g_hash_table_insert (self->cards, g_memdup2 (card, sizeof *card), GUINT_TO_POINTER (number));
  g_string_append_printf (self->defs, "<g id=\"C%u\">", number);
  begin_class (self->defs, "rect", card->class);
  append_rectangle (self->defs, card);
  begin_class (self->defs, "use", card->mark_class);
  g_string_append_printf (self->defs, " xlink:href=\"#S%d\"", card->mark);
  append_tenths (self->defs, "x", card->mark_x);
  append_tenths (self->defs, "y", card->mark_y);
  g_string_append (self->defs, "/></g>\n");
  return number;
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
  g_string_append_printf (self->body, "<use xlink:href=\"#C%u\"", find_card (self, &card));
  bary_svg_append_attribute (self->body, "x", self->box_left);
  bary_svg_append_attribute (self->body, "y", self->box_top);
}

static void
svg_shape (BaryPen       *pen,
           BaryShape      shape,
           double         x,
           double         y,
           double         radius,
           const BaryInk *fill)
{
  BarySvg *self = (BarySvg *) pen;
  guint mark = find_mark (self, shape, radius);
  BarySvgLook look;

  look_fill (&look, fill);
  if (self->box.class != NULL)
    use_card (self, mark, bary_svg_styles_name (self->styles, &look), x, y);
  else
    {
      begin_element (self, "use", bary_svg_styles_name (self->styles, &look));
      g_string_append_printf (self->body, " xlink:href=\"#S%u\"", mark);
      bary_svg_append_attribute (self->body, "x", x);
      bary_svg_append_attribute (self->body, "y", y);
    }
  g_string_append (self->body, "/>");
  end_line (self);
}

static const char *
hatch_data (BaryHatch hatch)
{
  switch (hatch)
    {
    case BARY_HATCH_RISING:
      return "M-1 9L9-1M-1 1L1-1M7 9L9 7";
    case BARY_HATCH_FALLING:
      return "M-1-1L9 9M7-1L9 1M-1 7L1 9";
    case BARY_HATCH_UPRIGHT:
      return "M4 0V8";
    case BARY_HATCH_LEVEL:
      return "M0 4H8";
    case BARY_HATCH_CROSSED:
      return "M-1-1L9 9M-1 9L9-1";
    case BARY_HATCH_DOTS:
      return "M4 4h0";
    case BARY_HATCH_SQUARES:
    case BARY_HATCH_NONE:
    case BARY_N_HATCHES:
      break;
    }
  return "M4 0V8M0 4H8";
}

static void
append_pattern (BarySvg              *self,
                const BarySvgPattern *pattern,
                const BaryInk        *ground,
                const BaryInk        *ink)
{
  BaryStroke stroke = { *ink, pattern->hatch == BARY_HATCH_DOTS ? 2 : 1, NULL, 0, pattern->hatch == BARY_HATCH_DOTS };
  BarySvgLook look;

  g_string_append_printf (self->defs, "<pattern id=\"H%u\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">",
                          pattern->number, HATCH_CELL, HATCH_CELL);
  if (pattern->ground != 0)
    {
      look_fill (&look, ground);
      begin_class (self->defs, "rect", bary_svg_styles_name (self->styles, &look));
      g_string_append_printf (self->defs, " width=\"%d\" height=\"%d\"/>", HATCH_CELL, HATCH_CELL);
    }
  look_fill (&look, NULL);
  look_stroke (&look, &stroke);
  begin_class (self->defs, "path", bary_svg_styles_name (self->styles, &look));
  g_string_append_printf (self->defs, " d=\"%s\"/></pattern>\n", hatch_data (pattern->hatch));
}

static guint
find_pattern (BarySvg       *self,
              BaryHatch      hatch,
              const BaryInk *ground,
              const BaryInk *ink)
{
  BarySvgPattern made = { self->patterns->len + 1, hatch, bary_svg_colour (ink), bary_svg_colour (ground) };

  for (guint i = 0; i < self->patterns->len; i++)
    {
      const BarySvgPattern *pattern = &g_array_index (self->patterns, BarySvgPattern, i);

      if (pattern->hatch == made.hatch && pattern->ink == made.ink && pattern->ground == made.ground)
        return pattern->number;
    }
  g_array_append_val (self->patterns, made);
  append_pattern (self, &made, ground, ink);
  return made.number;
}

static void
svg_sector (BaryPen          *pen,
            const BarySector *sector,
            const BaryInk    *fill,
            BaryHatch         hatch,
            const BaryInk    *hatch_ink,
            const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  look_fill (&look, fill);
  look_stroke (&look, outline);
  if (hatch != BARY_HATCH_NONE && hatch_ink != NULL && hatch_ink->alpha > 0)
    {
      look.fill = 0;
      look.hatch = (gint32) find_pattern (self, hatch, fill, hatch_ink);
    }
  begin_element (self, "path", bary_svg_styles_name (self->styles, &look));
  g_string_append (self->body, " d=\"");
  bary_svg_append_sector (self->body, sector);
  g_string_append (self->body, "\"/>");
  end_line (self);
}

static void
svg_area (BaryPen          *pen,
          const BaryPoint  *points,
          const guint      *ends,
          guint             n_ends,
          const BaryInk    *fill,
          const BaryStroke *outline)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;

  look_fill (&look, fill);
  look_stroke (&look, outline);
  begin_element (self, "path", bary_svg_styles_name (self->styles, &look));
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

/* Texts */

static gboolean
goes_on (BarySvg        *self,
         const BaryText *text,
         const char     *class)
{
  double step = text->baseline - self->text_base;

  return self->text_class == class && self->in_part && step > 0.5 * text->size && step < 2 * text->size &&
         text->x < self->text_right && text->x + text->width > self->text_left;
}

static void
svg_text (BaryPen        *pen,
          const BaryText *text)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;
  const char *class;
  gboolean on;

  look_fill (&look, &text->ink);
  look.text = TRUE;
  look.width = (gint32) lround (text->size * 100);
  look.bold = text->bold != 0;
  /* What stands in the middle of something stays there in other fonts. */
  look.middle = self->in_part && (self->part == BARY_PART_TITLE || self->part == BARY_PART_DISTRICT || self->part == BARY_PART_CLUSTER);
  if (self->on_card)
    bary_svg_styles_offer_plain (self->styles, &look);
  class = bary_svg_styles_is_plain (self->styles, &look) ? "" : bary_svg_styles_name (self->styles, &look);
  on = goes_on (self, text, class);
  if (on)
    g_string_append (self->body, " <tspan");
  else
    begin_element (self, "text", class);
  bary_svg_append_attribute (self->body, "x", look.middle ? text->x + text->width / 2 : text->x);
  bary_svg_append_attribute (self->body, "y", text->baseline);
  /* The next entry of a legend begins where this one ends. */
  if (self->in_part && self->part == BARY_PART_LEGEND)
    bary_svg_append_attribute (self->body, "textLength", text->width);
  g_string_append_c (self->body, '>');
  bary_svg_append_text (self->body, text->string, text->length);
  if (on)
    g_string_append (self->body, "</tspan>");
  self->text_class = class;
  self->text_left = text->x;
  self->text_right = text->x + text->width;
  self->text_base = text->baseline;
}

const BaryPenClass bary_svg_class = {
  .begin = svg_begin,
  .end = svg_end,
  .line = svg_line,
  .curve = svg_curve,
  .ellipse = svg_ellipse,
  .box = svg_box,
  .shape = svg_shape,
  .area = svg_area,
  .sector = svg_sector,
  .text = svg_text,
};
