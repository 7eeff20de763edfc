#include "bary-svg-private.h"

static void
strand_clear (BarySvgStrand *strand)
{
  g_string_free (strand->data, TRUE);
}

BarySvg *
bary_svg_new (const BarySvgNames *names)
{
  BarySvg *self = g_new0 (BarySvg, 1);

  self->parent.class = &bary_svg_class;
  self->names = *names;
  self->styles = bary_svg_styles_new ();
  self->body = g_string_sized_new (256 * 1024);
  self->defs = g_string_new (NULL);
  self->strands = g_array_new (FALSE, FALSE, sizeof (BarySvgStrand));
  g_array_set_clear_func (self->strands, (GDestroyNotify) strand_clear);
  self->patterns = g_array_new (FALSE, FALSE, sizeof (BarySvgPattern));
  self->marks = g_array_new (FALSE, FALSE, sizeof (BarySvgMark));
  self->cards = g_hash_table_new_full (bary_svg_card_hash, bary_svg_card_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
bary_svg_free (BarySvg *self)
{
  bary_svg_styles_free (self->styles);
  g_string_free (self->body, TRUE);
  g_string_free (self->defs, TRUE);
  g_array_unref (self->strands);
  g_array_unref (self->patterns);
  g_array_unref (self->marks);
  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->ids);
  g_free (self->family);
  g_free (self);
}

static void
end_place (BarySvg *self)
{
  bary_svg_settle (self);
  if (self->placed)
    g_string_append (self->body, "</g>\n");
  self->placed = FALSE;
}

static void
append_clip (BarySvg       *self,
             const BaryBox *clip)
{
  g_string_append_printf (self->defs, "<clipPath id=\"P%u\"><rect", ++self->n_clips);
  bary_svg_append_attribute (self->defs, "x", clip->x - clip->width / 2);
  bary_svg_append_attribute (self->defs, "y", clip->y - clip->height / 2);
  bary_svg_append_attribute (self->defs, "width", clip->width);
  bary_svg_append_attribute (self->defs, "height", clip->height);
  g_string_append (self->defs, "/></clipPath>\n");
  g_string_append_printf (self->body, " clip-path=\"url(#P%u)\"", self->n_clips);
}

void
bary_svg_set_family (BarySvg    *self,
                     const char *family)
{
  g_free (self->family);
  self->family = g_strdup (family);
}

void
bary_svg_place (BarySvg       *self,
                const char    *id,
                double         x,
                double         y,
                double         scale,
                const BaryBox *clip)
{
  end_place (self);
  g_string_append (self->body, "<g");
  bary_svg_append_id (self, id);
  if (x != 0 || y != 0 || scale != 1)
    {
      g_string_append (self->body, " transform=\"translate(");
      bary_svg_append_number (self->body, x, 2);
      bary_svg_append_next (self->body, y, 2);
      g_string_append_c (self->body, ')');
      if (scale != 1)
        {
          g_string_append (self->body, " scale(");
          bary_svg_append_number (self->body, scale, 3);
          g_string_append_c (self->body, ')');
        }
      g_string_append_c (self->body, '"');
    }
  if (clip != NULL)
    append_clip (self, clip);
  g_string_append (self->body, ">\n");
  self->placed = TRUE;
}

BaryPen *
bary_svg_get_pen (BarySvg *self)
{
  return &self->parent;
}

static void
append_head (GString           *out,
             const BarySvgHead *head)
{
  const char *unit = head->pixels > 0 ? "px" : "pt";

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xml:space=\"preserve\" role=\"img\" "
                   "aria-labelledby=\"title description\" width=\"");
  bary_svg_append_number (out, head->pixels > 0 ? head->pixels : head->width, 2);
  g_string_append_printf (out, "%s\" height=\"", unit);
  bary_svg_append_number (out, head->pixels > 0 ? head->pixels * head->height / head->width : head->height, 2);
  g_string_append_printf (out, "%s\" viewBox=\"0 0 ", unit);
  bary_svg_append_number (out, head->width, 2);
  bary_svg_append_next (out, head->height, 2);
  g_string_append (out, "\">\n<title id=\"title\">");
  bary_svg_append_text (out, head->title, -1);
  g_string_append (out, "</title>\n<desc id=\"description\">");
  bary_svg_append_text (out, head->description != NULL ? head->description : "", -1);
  g_string_append (out, "</desc>\n");
}

GString *
bary_svg_finish (BarySvg           *self,
                 const BarySvgHead *head)
{
  GString *out = g_string_sized_new (self->body->len + self->defs->len + 8192);
  BaryInk background = { head->background, 1 };

  end_place (self);
  append_head (out, head);
  bary_svg_styles_append (self->styles, out, self->family != NULL ? self->family : "sans-serif");
  if (self->defs->len > 0)
    g_string_append_printf (out, "<defs>\n%s</defs>\n", self->defs->str);
  g_string_append (out, "<rect width=\"100%\" height=\"100%\" fill=\"");
  bary_svg_append_colour (out, bary_svg_colour (&background));
  g_string_append (out, "\"/>\n");
  g_string_append_len (out, self->body->str, self->body->len);
  g_string_append (out, "</svg>\n");
  return out;
}
