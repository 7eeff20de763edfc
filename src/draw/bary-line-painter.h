#pragma once

#include "bary-mask.h"
#include "bary-pen.h"

#include <cairo.h>
#include <wchar.h>

G_BEGIN_DECLS

/* Paints straight into the pixels of an image surface: thin lines, small shapes, cards and sectors, of which a picture has
 * thousands, in a tenth of the time that cairo needs. Lines after X. Wu, «An efficient antialiasing technique», 1991, but
 * with the share of each pixel that a line of any width covers.
 *
 * All lengths are pixels of the surface. */
typedef struct {
  guint32 *pixels; /* premultiplied, as CAIRO_FORMAT_ARGB32 and RGB24 */
  int      stride; /* in pixels */
  int      left, top, right, bottom; /* the clip; right and bottom are outside */
  double   scale, x, y; /* from the units of the cairo_t: p * scale + x */
} BaryLinePainter;

/* Returns: FALSE where there is no image, or the transformation or the clip is not a plain one: then cairo must do it. */
gboolean bary_line_painter_begin  (BaryLinePainter       *self,
                                   cairo_t               *cr);
void     bary_line_painter_end    (BaryLinePainter       *self,
                                   cairo_t               *cr);

/* What of a line lies in the clip or so near to it, as shares of its length; after Y. Liang and B. Barsky, 1984.
 * Returns: FALSE if nothing does. */
gboolean bary_line_painter_clip   (const BaryLinePainter *self,
                                   BaryPoint              from,
                                   BaryPoint              to,
                                   double                 margin,
                                   double                *start,
                                   double                *end);
void     bary_line_painter_line   (const BaryLinePainter *self,
                                   BaryPoint              from,
                                   BaryPoint              to,
                                   double                 width,
                                   const BaryInk         *ink);
/* With dashes and round ends, in units of pixels. @dashes: (nullable). */
void     bary_line_painter_stroke (const BaryLinePainter *self,
                                   const BaryPoint       *points,
                                   guint                  n_points,
                                   const BaryStroke      *stroke);
void     bary_line_painter_mask   (const BaryLinePainter *self,
                                   const BaryMask        *mask,
                                   int                    x,
                                   int                    y,
                                   const BaryInk         *ink);
/* A card with round corners; @fill: (nullable); an outline of no width is left out. */
void     bary_line_painter_box    (const BaryLinePainter *self,
                                   const BaryBox         *box,
                                   double                 corner,
                                   const BaryInk         *fill,
                                   const BaryInk         *outline,
                                   double                 width);
/* Closed lines, each up to its end, of which the inside is what lies in an odd number of them. Its edge is not smoothed. */
void     bary_line_painter_area   (const BaryLinePainter *self,
                                   const BaryPoint       *points,
                                   const guint           *ends,
                                   guint                  n_ends,
                                   const BaryInk         *fill);
/* Its edge is not smoothed: for faint colours, with a line along it. Sectors are no wider than half a circle, or whole. */
void     bary_line_painter_sector (const BaryLinePainter *self,
                                   const BarySector      *sector,
                                   const BaryInk         *fill,
                                   BaryHatch              hatch,
                                   const BaryInk         *hatch_ink);

/* Lays ink of some alpha, 0 to 255, over a pixel. */
static inline void
bary_blend (guint32 *pixel,
            guint32  colour,
            guint    alpha)
{
  guint32 share = alpha + (alpha >> 7), rb = *pixel & 0xff00ff, ag = *pixel >> 8 & 0xff00ff;

  /* Two channels at a time: what one borrows from the other comes back with the sum. */
  rb += (((colour & 0xff00ff) - rb) * share) >> 8;
  ag += (((colour >> 8 & 0xff00ff) - ag) * share) >> 8;
  *pixel = (rb & 0xff00ff) | (ag & 0xff00ff) << 8;
}

/* In 256ths of a pixel: what is as far from the next pixel is painted with the same numbers, wherever that is. */
static inline gint64
bary_snap (double x)
{
  const gint64 far = G_GINT64_CONSTANT (1) << 40; /* keeps what is cut off positive */

  return (gint64) (x * 256 + (double) far + 0.5) - far;
}

static inline BaryPoint
bary_snap_point (BaryPoint point)
{
  return (BaryPoint) { (double) bary_snap (point.x) / 256, (double) bary_snap (point.y) / 256 };
}

static inline guint32
bary_pack (BaryColour colour)
{
  return 0xff000000u | (guint32) (colour.red * 255 + 0.5) << 16 | (guint32) (colour.green * 255 + 0.5) << 8 |
         (guint32) (colour.blue * 255 + 0.5);
}

/* As bary_blend for each of a row. */
void bary_blend_row (guint32 *pixels,
                     int      n,
                     guint32  colour,
                     guint    alpha);

#define BARY_SHORT_SPAN 4

static inline void
bary_blend_span (guint32 *pixels,
                 int      n,
                 guint32  colour,
                 guint    alpha)
{
  if (n <= BARY_SHORT_SPAN)
    for (int i = 0; i < n; i++)
      bary_blend (&pixels[i], colour, alpha);
  else if (alpha < 255)
    bary_blend_row (pixels, n, colour, alpha);
  else if (sizeof (wchar_t) == sizeof (guint32))
    wmemset ((wchar_t *) pixels, (wchar_t) colour, (gsize) n);
  else
    for (int i = 0; i < n; i++)
      pixels[i] = colour;
}

G_END_DECLS
