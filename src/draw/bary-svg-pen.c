#include "bary-svg-private.h"

#include <string.h>

void
bary_svg_end_line (BarySvg *self)
{
  if (!self->open)
    g_string_append_c (self->body, '\n');
}

void
bary_svg_begin_class (GString    *out,
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

void
bary_svg_begin_element (BarySvg    *self,
                        const char *name,
                        const char *class)
{
  bary_svg_settle (self);
  bary_svg_begin_class (self->body, name, class);
}

void
bary_svg_settle (BarySvg *self)
{
  bary_svg_end_text (self);
  bary_svg_flush_box (self);
  bary_svg_flush_lines (self);
}

gboolean
bary_svg_is_large (const BarySvg *self)
{
  return self->in_part && self->part != BARY_PART_LEGEND;
}

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
svg_begin (BaryPen *pen,
           BaryPart part,
           guint    index)
{
  BarySvg *self = (BarySvg *) pen;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;

  self->part = part;
  self->in_part = TRUE;
  self->on_card = FALSE;
  self->shifted = FALSE;
  self->shift = (BaryPoint) { 0, 0 };
  if (part == BARY_PART_LINE || part == BARY_PART_TIES)
    return;

  bary_svg_end_text (self);
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
  self->shift = (BaryPoint) { 0, 0 };
  if (!self->open)
    return;

  bary_svg_settle (self);
  g_string_append (self->body, "</g>\n");
  self->open = FALSE;
}

const BaryPenClass bary_svg_class = {
  .begin = svg_begin,
  .end = svg_end,
  .line = bary_svg_line,
  .curve = bary_svg_curve,
  .ellipse = bary_svg_ellipse,
  .box = bary_svg_box,
  .shape = bary_svg_shape,
  .area = bary_svg_area,
  .sector = bary_svg_sector,
  .text = bary_svg_text,
};
