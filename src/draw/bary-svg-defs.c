#include "bary-svg-private.h"

#include <math.h>

#define HATCH_CELL 8

static void
append_tenths (GString    *out,
               const char *name,
               gint32      tenths)
{
  bary_svg_append_attribute (out, name, tenths / 10.0);
}

void
bary_svg_append_rectangle (GString           *out,
                           const BarySvgCard *box)
{
  append_tenths (out, "width", box->width);
  append_tenths (out, "height", box->height);
  if (box->corner > 0)
    append_tenths (out, "rx", box->corner);
  g_string_append (out, "/>");
}

guint
bary_svg_find_mark (BarySvg  *self,
                    BaryShape shape,
                    double    radius)
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

guint
bary_svg_find_card (BarySvg           *self,
                    const BarySvgCard *card)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->cards, card));

  if (number > 0)
    return number;

  number = g_hash_table_size (self->cards) + 1;
  g_hash_table_insert (self->cards, g_memdup2 (card, sizeof *card), GUINT_TO_POINTER (number));
  g_string_append_printf (self->defs, "<g id=\"C%u\">", number);
  bary_svg_begin_class (self->defs, "rect", card->class);
  bary_svg_append_rectangle (self->defs, card);
  bary_svg_begin_class (self->defs, "use", card->mark_class);
  g_string_append_printf (self->defs, " xlink:href=\"#S%d\"", card->mark);
  append_tenths (self->defs, "x", card->mark_x);
  append_tenths (self->defs, "y", card->mark_y);
  g_string_append (self->defs, "/></g>\n");
  return number;
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
      bary_svg_look_fill (&look, ground);
      bary_svg_begin_class (self->defs, "rect", bary_svg_styles_name (self->styles, &look));
      g_string_append_printf (self->defs, " width=\"%d\" height=\"%d\"/>", HATCH_CELL, HATCH_CELL);
    }
  bary_svg_look_fill (&look, NULL);
  bary_svg_look_stroke (&look, &stroke);
  bary_svg_begin_class (self->defs, "path", bary_svg_styles_name (self->styles, &look));
  g_string_append_printf (self->defs, " d=\"%s\"/></pattern>\n", hatch_data (pattern->hatch));
}

guint
bary_svg_find_pattern (BarySvg       *self,
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
