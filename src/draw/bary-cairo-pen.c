#include "bary-scene-private.h"

#include <math.h>

/* On an image most is painted straight into the pixels; elsewhere, and what is seldom, by cairo. */
typedef struct {
  BaryPen          parent;
  cairo_t         *cr;
  BaryTextBook    *book;
  BarySprites     *sprites;
  gboolean         direct;
  BaryLinePainter  painter;
} CairoPen;

static BaryPoint
pixel_of (const CairoPen *self,
          double          x,
          double          y)
{
  return (BaryPoint) { x * self->painter.scale + self->painter.x, y * self->painter.scale + self->painter.y };
}

#define MOST_PIECES 24

static void
stroke_direct (CairoPen         *self,
               const BaryPoint  *points,
               guint             n_points,
               const BaryStroke *stroke)
{
  BaryPoint pixels[MOST_PIECES + 1];
  double dashes[8];
  BaryStroke scaled = *stroke;

  for (guint i = 0; i < n_points; i++)
    pixels[i] = pixel_of (self, points[i].x, points[i].y);
  scaled.width *= self->painter.scale;
  for (guint i = 0; i < stroke->n_dashes; i++)
    dashes[i] = stroke->dashes[i] * self->painter.scale;
  scaled.dashes = dashes;
  bary_line_painter_stroke (&self->painter, pixels, n_points, &scaled);
}

static void
set_stroke (CairoPen         *self,
            const BaryStroke *stroke)
{
  bary_draw_set_colour (self->cr, stroke->ink.colour, stroke->ink.alpha);
  cairo_set_line_width (self->cr, stroke->width);
  cairo_set_dash (self->cr, stroke->dashes, (int) stroke->n_dashes, 0);
  cairo_set_line_cap (self->cr, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

static void
line (BaryPen          *pen,
      const BaryPoint  *from,
      const BaryPoint  *to,
      const BaryStroke *stroke)
{
  CairoPen *self = (CairoPen *) pen;
  BaryPoint points[2] = { *from, *to };

  if (self->direct)
    {
      stroke_direct (self, points, 2, stroke);
      return;
    }
  set_stroke (self, stroke);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, from->x, from->y);
  cairo_line_to (self->cr, to->x, to->y);
  cairo_stroke (self->cr);
}

static double
distance (BaryPoint a,
          BaryPoint b)
{
  double x = a.x - b.x, y = a.y - b.y;

  return sqrt (x * x + y * y);
}

static guint
flatten (const CairoPen  *self,
         const BaryPoint  points[4],
         BaryPoint        pieces[MOST_PIECES + 1])
{
  double length = distance (points[0], points[1]) + distance (points[1], points[2]) + distance (points[2], points[3]);
  guint n = (guint) CLAMP (sqrt (length * self->painter.scale) * 0.8, 3, MOST_PIECES);

  for (guint i = 0; i <= n; i++)
    {
      double t = (double) i / n, u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

      pieces[i] = (BaryPoint) { a * points[0].x + b * points[1].x + c * points[2].x + d * points[3].x,
                                a * points[0].y + b * points[1].y + c * points[2].y + d * points[3].y };
    }
  return n + 1;
}

static void
curve (BaryPen          *pen,
       const BaryPoint   points[4],
       const BaryStroke *stroke)
{
  CairoPen *self = (CairoPen *) pen;
  BaryPoint pieces[MOST_PIECES + 1];

  if (self->direct)
    {
      stroke_direct (self, pieces, flatten (self, points, pieces), stroke);
      return;
    }
  set_stroke (self, stroke);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, points[0].x, points[0].y);
  cairo_curve_to (self->cr, points[1].x, points[1].y, points[2].x, points[2].y, points[3].x, points[3].y);
  cairo_stroke (self->cr);
}

static void
finish (CairoPen         *self,
        const BaryInk    *fill,
        const BaryStroke *outline)
{
  if (fill != NULL && fill->alpha > 0)
    {
      bary_draw_set_colour (self->cr, fill->colour, fill->alpha);
      cairo_fill_preserve (self->cr);
    }
  if (outline != NULL && outline->ink.alpha > 0)
    {
      set_stroke (self, outline);
      cairo_stroke_preserve (self->cr);
    }
  cairo_new_path (self->cr);
}

static void
box (BaryPen          *pen,
     const BaryBox    *it,
     double            corner,
     const BaryInk    *fill,
     const BaryStroke *outline)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->direct && (outline == NULL || outline->n_dashes == 0))
    {
      BaryPoint middle = pixel_of (self, it->x, it->y);
      BaryBox pixels = { middle.x, middle.y, it->width * self->painter.scale, it->height * self->painter.scale };

      bary_line_painter_box (&self->painter, &pixels, corner * self->painter.scale, fill, outline != NULL ? &outline->ink : NULL,
                             outline != NULL ? outline->width * self->painter.scale : 0);
      return;
    }
  cairo_new_path (self->cr);
  bary_draw_rounded (self->cr, it->x - it->width / 2, it->y - it->height / 2, it->width, it->height, corner);
  finish (self, fill, outline);
}

static void
shape (BaryPen       *pen,
       BaryShape      it,
       double         x,
       double         y,
       double         radius,
       const BaryInk *fill)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->direct && self->sprites != NULL && radius * self->painter.scale <= BARY_SPRITE_LARGEST)
    {
      BaryPoint middle = pixel_of (self, x, y);

      bary_sprites_paint (self->sprites, &self->painter, it, middle.x, middle.y, radius * self->painter.scale, fill);
      return;
    }
  cairo_new_path (self->cr);
  bary_draw_shape (self->cr, it, x, y, radius);
  finish (self, fill, NULL);
}

static void
area_direct (CairoPen         *self,
             const BaryPoint  *points,
             const guint      *ends,
             guint             n_ends,
             const BaryInk    *fill,
             const BaryStroke *outline)
{
  guint n = ends[n_ends - 1];
  g_autofree BaryPoint *pixels = g_new (BaryPoint, n);

  for (guint i = 0; i < n; i++)
    pixels[i] = pixel_of (self, points[i].x, points[i].y);
  if (fill != NULL)
    bary_line_painter_area (&self->painter, pixels, ends, n_ends, fill);
  for (guint line = 0, first = 0; line < n_ends && outline != NULL; first = ends[line++])
    {
      BaryPoint last[2] = { points[ends[line] - 1], points[first] };

      for (guint i = first; i + 1 < ends[line]; i += MOST_PIECES)
        stroke_direct (self, points + i, MIN (MOST_PIECES + 1, ends[line] - i), outline);
      stroke_direct (self, last, 2, outline);
    }
}

static void
area (BaryPen          *pen,
      const BaryPoint  *points,
      const guint      *ends,
      guint             n_ends,
      const BaryInk    *fill,
      const BaryStroke *outline)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->direct && (outline == NULL || outline->n_dashes == 0))
    {
      area_direct (self, points, ends, n_ends, fill, outline);
      return;
    }
  cairo_new_path (self->cr);
  for (guint line = 0, first = 0; line < n_ends; first = ends[line++])
    {
      cairo_new_sub_path (self->cr);
      for (guint i = first; i < ends[line]; i++)
        cairo_line_to (self->cr, points[i].x, points[i].y);
      cairo_close_path (self->cr);
    }
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  finish (self, fill, outline);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_WINDING);
}

static void
trace_sector (cairo_t          *cr,
              const BarySector *it)
{
  gboolean whole = it->end - it->start > 2 * G_PI - 0.001;

  cairo_save (cr);
  cairo_translate (cr, it->x, it->y);
  cairo_scale (cr, it->stretch, 1);
  cairo_new_path (cr);
  if (whole)
    {
      cairo_arc (cr, 0, 0, it->outer, 0, 2 * G_PI);
      cairo_close_path (cr);
      if (it->inner > 0)
        {
          cairo_new_sub_path (cr);
          cairo_arc_negative (cr, 0, 0, it->inner, 2 * G_PI, 0);
          cairo_close_path (cr);
        }
    }
  else
    {
      if (it->inner > 0)
        cairo_arc_negative (cr, 0, 0, it->inner, it->end, it->start);
      else
        cairo_move_to (cr, 0, 0);
      cairo_arc (cr, 0, 0, it->outer, it->start, it->end);
      cairo_close_path (cr);
    }
  cairo_restore (cr);
}

#define HATCH_CELL 8

static void
trace_hatch (cairo_t   *cr,
             BaryHatch  hatch)
{
  const double c = HATCH_CELL;

  if (hatch == BARY_HATCH_RISING || hatch == BARY_HATCH_CROSSED)
    for (int i = -1; i <= 1; i++)
      {
        cairo_move_to (cr, i * c - 1, c + 1);
        cairo_line_to (cr, i * c + c + 1, -1);
      }
  if (hatch == BARY_HATCH_FALLING || hatch == BARY_HATCH_CROSSED)
    for (int i = -1; i <= 1; i++)
      {
        cairo_move_to (cr, i * c - 1, -1);
        cairo_line_to (cr, i * c + c + 1, c + 1);
      }
  if (hatch == BARY_HATCH_UPRIGHT || hatch == BARY_HATCH_SQUARES)
    {
      cairo_move_to (cr, c / 2, 0);
      cairo_line_to (cr, c / 2, c);
    }
  if (hatch == BARY_HATCH_LEVEL || hatch == BARY_HATCH_SQUARES)
    {
      cairo_move_to (cr, 0, c / 2);
      cairo_line_to (cr, c, c / 2);
    }
  if (hatch == BARY_HATCH_DOTS)
    {
      cairo_move_to (cr, c / 2, c / 2);
      cairo_line_to (cr, c / 2, c / 2);
    }
}

/* Of the one that the point is in, in units of the cairo_t. */
static BaryPoint
begin_of_pixel (const CairoPen *self,
                double          x,
                double          y)
{
  BaryPoint pixel = pixel_of (self, x, y);

  return (BaryPoint) { (floor (pixel.x) - self->painter.x) / self->painter.scale,
                       (floor (pixel.y) - self->painter.y) / self->painter.scale };
}

static cairo_pattern_t *
make_hatch (CairoPen         *self,
            const BarySector *on,
            BaryHatch         hatch,
            const BaryInk    *ink)
{
  cairo_rectangle_t cell = { 0, 0, HATCH_CELL, HATCH_CELL };
  BaryPoint begin = { on->x, on->y };
  cairo_matrix_t matrix;
  cairo_surface_t *surface;
  cairo_pattern_t *pattern;
  cairo_t *cr;

  if (self->direct)
    begin = begin_of_pixel (self, on->x, on->y);
  cairo_matrix_init_translate (&matrix, -begin.x, -begin.y);
  if (cairo_surface_get_type (cairo_get_target (self->cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, HATCH_CELL, HATCH_CELL);
  else
    surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &cell);
  cr = cairo_create (surface);
  bary_draw_set_colour (cr, ink->colour, ink->alpha);
  cairo_set_line_width (cr, hatch == BARY_HATCH_DOTS ? 2 : 1);
  cairo_set_line_cap (cr, hatch == BARY_HATCH_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  trace_hatch (cr, hatch);
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_surface_destroy (surface);
  return pattern;
}

/* The outline: along the arcs and both sides. */
static void
outline_direct (CairoPen         *self,
                const BarySector *it,
                const BaryStroke *outline)
{
  double width = it->end - it->start;
  guint n = (guint) CLAMP (width * sqrt (it->outer * self->painter.scale) * 0.8, 4, 96);
  BaryPoint last = { it->x + it->inner * cos (it->start) * it->stretch, it->y + it->inner * sin (it->start) };
  gboolean whole = width > 2 * G_PI - 0.001;

  for (guint i = 0; i <= n; i++)
    {
      double angle = it->start + width * i / n;
      BaryPoint next = { it->x + it->outer * cos (angle) * it->stretch, it->y + it->outer * sin (angle) };
      BaryPoint piece[2] = { last, next };

      if (i > 0 || !whole)
        stroke_direct (self, piece, 2, outline);
      last = next;
    }
  if (!whole)
    {
      BaryPoint piece[2] = { last, { it->x + it->inner * cos (it->end) * it->stretch, it->y + it->inner * sin (it->end) } };

      stroke_direct (self, piece, 2, outline);
    }
}

static void
sector_direct (CairoPen         *self,
               const BarySector *it,
               const BaryInk    *fill,
               BaryHatch         hatch,
               const BaryInk    *hatch_ink,
               const BaryStroke *outline)
{
  BaryPoint middle = pixel_of (self, it->x, it->y);
  BarySector pixels = { middle.x, middle.y, it->stretch, it->start, it->end, it->inner * self->painter.scale,
                        it->outer * self->painter.scale };

  if (fill != NULL || hatch != BARY_HATCH_NONE)
    bary_line_painter_sector (&self->painter, &pixels, fill, hatch, hatch_ink);
  if (outline != NULL)
    outline_direct (self, it, outline);
}

static void
sector (BaryPen          *pen,
        const BarySector *it,
        const BaryInk    *fill,
        BaryHatch         hatch,
        const BaryInk    *hatch_ink,
        const BaryStroke *outline)
{
  CairoPen *self = (CairoPen *) pen;
  double width = it->end - it->start;

  if (self->direct && (width <= G_PI || width > 2 * G_PI - 0.001))
    {
      sector_direct (self, it, fill, hatch, hatch_ink, outline);
      return;
    }
  trace_sector (self->cr, it);
  if (fill != NULL && fill->alpha > 0)
    {
      bary_draw_set_colour (self->cr, fill->colour, fill->alpha);
      cairo_fill_preserve (self->cr);
    }
  if (hatch != BARY_HATCH_NONE && hatch_ink->alpha > 0)
    {
      cairo_pattern_t *pattern = make_hatch (self, it, hatch, hatch_ink);

      cairo_set_source (self->cr, pattern);
      cairo_fill_preserve (self->cr);
      cairo_pattern_destroy (pattern);
    }
  finish (self, NULL, outline);
}

static void
ellipse (BaryPen          *pen,
         const BaryBox    *it,
         const BaryInk    *fill,
         const BaryStroke *outline)
{
  CairoPen *self = (CairoPen *) pen;

  /* A circle is a card whose corners meet. */
  if (self->direct && it->width == it->height && (outline == NULL || outline->n_dashes == 0))
    {
      box (pen, it, it->width / 2, fill, outline);
      return;
    }
  if (self->direct)
    {
      BarySector all = { it->x, it->y, it->width / MAX (it->height, 1e-3), 0, 2 * G_PI, 0, it->height / 2 };

      sector_direct (self, &all, fill, BARY_HATCH_NONE, NULL, outline);
      return;
    }
  cairo_new_path (self->cr);
  cairo_save (self->cr);
  cairo_translate (self->cr, it->x, it->y);
  cairo_scale (self->cr, MAX (it->width, 1e-3) / 2, MAX (it->height, 1e-3) / 2);
  cairo_arc (self->cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (self->cr);
  cairo_restore (self->cr);
  finish (self, fill, outline);
}

static void
text_direct (CairoPen       *self,
             const BaryText *it,
             GSList         *items)
{
  double step = it->size / BARY_SHAPED_SIZE * self->painter.scale / PANGO_SCALE, size = it->size * self->painter.scale;
  BaryPoint at = pixel_of (self, it->x, it->baseline);

  for (GSList *l = items; l != NULL; l = l->next)
    {
      const PangoGlyphItem *item = l->data;
      cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));
      cairo_font_face_t *face = cairo_scaled_font_get_font_face (font);

      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          const PangoGlyphInfo *glyph = &item->glyphs->glyphs[i];

          if (glyph->glyph != PANGO_GLYPH_EMPTY && !(glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            bary_glyphs_paint (bary_text_book_get_glyphs (self->book), &self->painter, face, glyph->glyph, size,
                               at.x + glyph->geometry.x_offset * step, at.y + glyph->geometry.y_offset * step, &it->ink);
          at.x += glyph->geometry.width * step;
        }
    }
}

static void
text (BaryPen        *pen,
      const BaryText *it)
{
  CairoPen *self = (CairoPen *) pen;
  GSList *items = bary_text_book_shape (self->book, it->bold, it->string, it->length);
  g_autofree char *words = NULL;
  double scale = it->size / BARY_SHAPED_SIZE, x = 0;

  if (self->direct && it->size * self->painter.scale <= BARY_GLYPH_LARGEST)
    {
      text_direct (self, it, items);
      return;
    }
  words = g_strndup (it->string, (gsize) it->length);
  cairo_save (self->cr);
  bary_draw_set_colour (self->cr, it->ink.colour, it->ink.alpha);
  cairo_translate (self->cr, it->x, it->baseline);
  cairo_scale (self->cr, scale, scale);
  for (GSList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;

      cairo_move_to (self->cr, x, 0);
      pango_cairo_show_glyph_item (self->cr, words, item);
      x += (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
    }
  cairo_restore (self->cr);
}

static const BaryPenClass class = {
  .line = line,
  .curve = curve,
  .ellipse = ellipse,
  .box = box,
  .shape = shape,
  .area = area,
  .sector = sector,
  .text = text,
};

BaryPen *
bary_cairo_pen_new (cairo_t      *cr,
                    BaryTextBook *book,
                    BarySprites  *sprites)
{
  CairoPen *self = g_new0 (CairoPen, 1);

  self->parent.class = &class;
  self->cr = cairo_reference (cr);
  self->book = book;
  self->sprites = sprites;
  self->direct = bary_line_painter_begin (&self->painter, cr);
  return &self->parent;
}

void
bary_cairo_pen_free (BaryPen *pen)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->direct)
    bary_line_painter_end (&self->painter, self->cr);
  cairo_destroy (self->cr);
  g_free (self);
}
