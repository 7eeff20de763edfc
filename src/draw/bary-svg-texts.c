#include "bary-svg-private.h"

#include <math.h>

void
bary_svg_end_text (BarySvg *self)
{
  if (self->text_class != NULL)
    {
      g_string_append (self->body, "</text>");
      bary_svg_end_line (self);
    }
  self->text_class = NULL;
}

static gboolean
goes_on (BarySvg        *self,
         const BaryText *text,
         const char     *class)
{
  double step = text->baseline - self->text_base;

  return self->text_class == class && self->in_part && step > 0.5 * text->size && step < 2 * text->size &&
         text->x < self->text_right && text->x + text->width > self->text_left;
}

void
bary_svg_text (BaryPen        *pen,
               const BaryText *text)
{
  BarySvg *self = (BarySvg *) pen;
  BarySvgLook look;
  const char *class;
  gboolean on;

  bary_svg_look_fill (&look, &text->ink);
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
    bary_svg_begin_element (self, "text", class);
  bary_svg_append_attribute (self->body, "x", text->x + (look.middle ? text->width / 2 : 0) + self->shift.x);
  if (on)
    bary_svg_append_attribute (self->body, "dy", text->baseline - self->text_base);
  else
    bary_svg_append_attribute (self->body, "y", text->baseline + self->shift.y);
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
