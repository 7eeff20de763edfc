#include "bary-svg-private.h"

#include <math.h>
#include <string.h>

struct _BarySvgStyles {
  GHashTable *names; /* BarySvgLook → name */
  GPtrArray  *looks; /* in order */
  BarySvgLook last;
  const char *last_name;
  BarySvgLook plain; /* of texts without a class; of nothing until there is one */
};

static guint
hash_bytes (gconstpointer key,
            gsize         length)
{
  const guint32 *words = key;
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length / sizeof *words; i++)
    hash = (hash ^ words[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static guint
look_hash (gconstpointer key)
{
  return hash_bytes (key, sizeof (BarySvgLook));
}

static gboolean
look_equal (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, sizeof (BarySvgLook)) == 0;
}

guint
bary_svg_card_hash (gconstpointer key)
{
  return hash_bytes (key, sizeof (BarySvgCard));
}

gboolean
bary_svg_card_equal (gconstpointer a,
                     gconstpointer b)
{
  return memcmp (a, b, sizeof (BarySvgCard)) == 0;
}

void
bary_svg_look_fill (BarySvgLook   *look,
                    const BaryInk *fill)
{
  memset (look, 0, sizeof *look);
  look->fill = bary_svg_colour (fill);
}

void
bary_svg_look_stroke (BarySvgLook      *look,
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

BarySvgStyles *
bary_svg_styles_new (void)
{
  BarySvgStyles *self = g_new0 (BarySvgStyles, 1);

  self->names = g_hash_table_new_full (look_hash, look_equal, NULL, g_free);
  self->looks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bary_svg_styles_free (BarySvgStyles *self)
{
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->looks);
  g_free (self);
}

/* a, b … z, aa, ab … */
static char *
make_name (guint number)
{
  char name[8];
  guint at = sizeof name - 1;

  name[at] = '\0';
  for (number++; number > 0; number = (number - 1) / 26)
    name[--at] = 'a' + (number - 1) % 26;
  return g_strdup (name + at);
}

const char *
bary_svg_styles_name (BarySvgStyles     *self,
                      const BarySvgLook *look)
{
  const char *name;

  if (self->last_name != NULL && look_equal (look, &self->last))
    return self->last_name;

  name = g_hash_table_lookup (self->names, look);
  if (name == NULL)
    {
      BarySvgLook *copy = g_memdup2 (look, sizeof *look);

      name = make_name (self->looks->len);
      g_hash_table_insert (self->names, copy, (char *) name);
      g_ptr_array_add (self->looks, copy);
    }
  self->last = *look;
  self->last_name = name;
  return name;
}

static void
append_paint (GString    *out,
              const char *property,
              guint32     colour)
{
  g_string_append (out, property);
  g_string_append_c (out, ':');
  if (colour == 0)
    {
      g_string_append (out, "none;");
      return;
    }
  bary_svg_append_colour (out, colour);
  g_string_append_c (out, ';');
  if ((colour & 0xff) == 0xff)
    return;
  g_string_append (out, property);
  g_string_append (out, "-opacity:");
  bary_svg_append_number (out, (colour & 0xff) / 255.0, 2);
  g_string_append_c (out, ';');
}

static void
append_stroke (GString           *out,
               const BarySvgLook *look)
{
  append_paint (out, "stroke", look->stroke);
  g_string_append (out, "stroke-width:");
  bary_svg_append_number (out, look->width / 100.0, 2);
  g_string_append_c (out, ';');
  if (look->n_dashes > 0)
    g_string_append (out, "stroke-dasharray:");
  for (int i = 0; i < look->n_dashes; i++)
    {
      bary_svg_append_number (out, look->dashes[i] / 100.0, 2);
      g_string_append_c (out, i + 1 < look->n_dashes ? ' ' : ';');
    }
  if (look->round)
    g_string_append (out, "stroke-linecap:round;");
}

static void
append_look (GString           *out,
             const BarySvgLook *look)
{
  if (look->hatch > 0)
    g_string_append_printf (out, "fill:url(#H%d);", look->hatch);
  else
    append_paint (out, "fill", look->fill);
  if (look->text)
    {
      g_string_append (out, "font-size:");
      bary_svg_append_number (out, look->width / 100.0, 2);
      g_string_append (out, "px;");
    }
  if (look->bold)
    g_string_append (out, "font-weight:bold;");
  if (look->middle)
    g_string_append (out, "text-anchor:middle;");
  if (look->stroke != 0)
    append_stroke (out, look);
}

void
bary_svg_styles_offer_plain (BarySvgStyles     *self,
                             const BarySvgLook *look)
{
  if (!self->plain.text && !look->bold && !look->middle && (look->fill & 0xff) == 0xff)
    self->plain = *look;
}

gboolean
bary_svg_styles_is_plain (const BarySvgStyles *self,
                          const BarySvgLook   *look)
{
  return look_equal (&self->plain, look);
}

void
bary_svg_styles_append (BarySvgStyles *self,
                        GString       *out,
                        const char    *family)
{
  g_string_append (out, "<style>text{font-family:'");
  bary_svg_append_text (out, family, -1);
  /* Others as narrow: the boxes are made for it. */
  g_string_append (out, "',Arial,'Liberation Sans',sans-serif;");
  if (self->plain.text)
    append_look (out, &self->plain);
  out->str[out->len - 1] = '}';
  for (guint i = 0; i < self->looks->len; i++)
    {
      const BarySvgLook *look = self->looks->pdata[i];

      g_string_append_c (out, '.');
      g_string_append (out, g_hash_table_lookup (self->names, look));
      g_string_append_c (out, '{');
      append_look (out, look);
      out->str[out->len - 1] = '}';
    }
  g_string_append (out, "</style>\n");
}

guint32
bary_svg_colour (const BaryInk *ink)
{
  if (ink == NULL || ink->alpha <= 0)
    return 0;
  return (guint32) lround (ink->colour.red * 255) << 24 | (guint32) lround (ink->colour.green * 255) << 16 |
         (guint32) lround (ink->colour.blue * 255) << 8 | (guint32) MAX (lround (MIN (ink->alpha, 1) * 255), 1);
}

void
bary_svg_append_colour (GString *out,
                        guint32  colour)
{
  static const char digits[] = "0123456789abcdef";
  gboolean doubled = ((colour >> 28 ^ colour >> 24) & 15) == 0 && ((colour >> 20 ^ colour >> 16) & 15) == 0 &&
                     ((colour >> 12 ^ colour >> 8) & 15) == 0;

  g_string_append_c (out, '#');
  for (int shift = 28; shift >= 8; shift -= doubled ? 8 : 4)
    g_string_append_c (out, digits[colour >> shift & 15]);
}

void
bary_svg_append_number (GString *out,
                        double   value,
                        guint    decimals)
{
  static const int powers[] = { 1, 10, 100, 1000 };
  char text[32];
  guint at = sizeof text;
  gint64 number = isfinite (value) ? llround (CLAMP (value, -1e9, 1e9) * powers[decimals]) : 0;
  guint64 rest = ABS (number);

  while (decimals > 0 && rest % 10 == 0)
    {
      rest /= 10;
      decimals--;
    }
  for (guint i = 0; i < decimals; i++, rest /= 10)
    text[--at] = '0' + rest % 10;
  if (decimals > 0)
    text[--at] = '.';
  for (; rest > 0; rest /= 10)
    text[--at] = '0' + rest % 10;
  if (at == sizeof text)
    text[--at] = '0';
  if (number < 0)
    text[--at] = '-';
  g_string_append_len (out, text + at, sizeof text - at);
}

void
bary_svg_append_next (GString *out,
                      double   value,
                      guint    decimals)
{
  gsize before = out->len;
  char last = out->str[before - 1];

  bary_svg_append_number (out, value, decimals);
  if (out->str[before] != '-' && (g_ascii_isdigit (last) || last == '.'))
    g_string_insert_c (out, before, ' ');
}

void
bary_svg_append_attribute (GString    *out,
                           const char *name,
                           double      value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  bary_svg_append_number (out, value, 1);
  g_string_append_c (out, '"');
}

/* What XML 1.0 has no way to say is left out. */
void
bary_svg_append_text (GString    *out,
                      const char *text,
                      gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (; text < end; text++)
    switch (*text)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\n':
        g_string_append_c (out, ' ');
        break;
      default:
        if ((guchar) *text >= ' ')
          g_string_append_c (out, *text);
      }
}
