#include "bary-line-painter.h"

#include <math.h>

/* Cards. */
typedef struct {
  const BaryLinePainter *painter;
  double                 x, y, half_width, half_height, corner;
  guint32                fill, line;
  double                 fill_alpha, line_alpha;
  double                 half_line;
} Card;

/* How far a point is outside of the edge; negative inside. */
static inline double
distance (const Card *card,
          double      x,
          double      y)
{
  double dx = fabs (x - card->x) - card->half_width + card->corner, dy = fabs (y - card->y) - card->half_height + card->corner;

  if (dx <= 0 || dy <= 0)
    return MAX (dx, dy) - card->corner;
  return sqrt (dx * dx + dy * dy) - card->corner;
}

static inline void
paint_at (const Card *card,
          guint32    *pixels,
          int         n,
          double      outside)
{
  double filled = CLAMP (0.5 - outside, 0, 1) * card->fill_alpha;
  double lined = CLAMP (card->half_line + 0.5 - fabs (outside), 0, MIN (1, 2 * card->half_line)) * card->line_alpha;

  if (filled > 0)
    bary_blend_span (pixels, n, card->fill, (guint) (filled * 255 + 0.5));
  if (lined > 0)
    bary_blend_span (pixels, n, card->line, (guint) (lined * 255 + 0.5));
}

/* At both ends pixel by pixel, between them all at once. */
static void
paint_row (const Card *card,
           int         row)
{
  const BaryLinePainter *p = card->painter;
  guint32 *pixels = p->pixels + (gssize) row * p->stride;
  double reach = card->half_line + 1;
  gboolean round = fabs (row + 0.5 - card->y) > card->half_height - card->corner - 1;
  double ends = (round ? MAX (card->corner, reach) : reach) + 1;
  int left = MAX ((int) floor (card->x - card->half_width - reach), p->left);
  int right = MIN ((int) ceil (card->x + card->half_width + reach), p->right);
  int from = CLAMP ((int) ceil (card->x - card->half_width + ends), left, MAX (right, left));
  int to = CLAMP ((int) floor (card->x + card->half_width - ends), from, MAX (right, from));

  for (int x = left; x < MIN (from, right); x++)
    paint_at (card, &pixels[x], 1, distance (card, x + 0.5, row + 0.5));
  if (to > from)
    paint_at (card, &pixels[from], to - from, distance (card, card->x, row + 0.5));
  for (int x = to; x < right; x++)
    paint_at (card, &pixels[x], 1, distance (card, x + 0.5, row + 0.5));
}

/* How far a round corner comes in at a row. */
static double
inset_at (const Card *card,
          double      y)
{
  double down = fabs (y - card->y) - card->half_height + card->corner;

  return down > 0 ? card->corner - sqrt (MAX (card->corner * card->corner - down * down, 0)) : 0;
}

static void
fill_end (const BaryLinePainter *p,
          guint32               *pixels,
          int                    x,
          double                 share,
          const Card            *card)
{
  if (x >= p->left && x < p->right && share > 0)
    bary_blend (&pixels[x], card->fill, (guint) (share * card->fill_alpha * 255 + 0.5));
}

/* Without an outline: of each row the ends by the share that is covered, and all between. */
static void
fill_rows (const Card *card)
{
  const BaryLinePainter *p = card->painter;
  double top = card->y - card->half_height, bottom = card->y + card->half_height;

  for (int row = MAX ((int) floor (top), p->top); row < MIN ((int) ceil (bottom), p->bottom); row++)
    {
      double inset = inset_at (card, CLAMP (row + 0.5, top, bottom)), whole = MIN (row + 1.0, bottom) - MAX ((double) row, top);
      double left = card->x - card->half_width + inset, right = card->x + card->half_width - inset;
      int first = (int) ceil (left), last = (int) floor (right), from = CLAMP (first, p->left, p->right);
      int to = CLAMP (last, from, MAX (p->right, from));
      guint32 *pixels = p->pixels + (gssize) row * p->stride;

      if (last < first)
        continue;
      fill_end (p, pixels, first - 1, (first - left) * whole, card);
      bary_blend_span (pixels + from, to - from, card->fill, (guint) (whole * card->fill_alpha * 255 + 0.5));
      fill_end (p, pixels, last, (right - last) * whole, card);
    }
}

void
bary_line_painter_box (const BaryLinePainter *self,
                       const BaryBox         *box,
                       double                 corner,
                       const BaryInk         *fill,
                       const BaryInk         *outline,
                       double                 width)
{
  BaryPoint middle = bary_snap_point ((BaryPoint) { box->x, box->y });
  Card card = { self, middle.x, middle.y, box->width / 2, box->height / 2, MIN (corner, MIN (box->width, box->height) / 2) };

  if (fill != NULL)
    {
      card.fill = bary_pack (fill->colour);
      card.fill_alpha = fill->alpha;
    }
  if (outline != NULL && width > 0)
    {
      card.line = bary_pack (outline->colour);
      card.line_alpha = outline->alpha;
      card.half_line = width / 2;
    }
  if (card.line_alpha <= 0)
    {
      fill_rows (&card);
      return;
    }
  for (int row = MAX ((int) floor (middle.y - card.half_height - card.half_line - 1), self->top);
       row < MIN ((int) ceil (middle.y + card.half_height + card.half_line + 1), self->bottom); row++)
    paint_row (&card, row);
}

/* Sectors: what of a row is inside. */
typedef struct {
  double from, to;
} Span;

static Span
chord (const BarySector *sector,
       double            radius,
       double            dy)
{
  double half = fabs (dy) < radius ? sqrt (radius * radius - dy * dy) * sector->stretch : -1;

  return half < 0 ? (Span) { 1, 0 } : (Span) { sector->x - half, sector->x + half };
}

/* The part of a row on the inner side of a ray; `side` is 1 for the ray that a sector starts from, -1 for its end. */
typedef struct {
  double x;
  double slope; /* how far the ray goes across in a row */
  int    keeps; /* -1: what is left of it, 1: right of it; 0: the ray is level */
  double level; /* then: rows of this sign are inside */
} Ray;

static Ray
make_ray (const BarySector *sector,
          double            angle,
          int               side)
{
  double across = cos (angle) * side, down = sin (angle) * side;

  if (fabs (down) < 1e-9)
    return (Ray) { sector->x, 0, 0, across };
  return (Ray) { sector->x, across / down * sector->stretch, down > 0 ? -1 : 1, 0 };
}

static inline void
cut (const Ray *ray,
     double     dy,
     Span      *span)
{
  double x = ray->x + ray->slope * dy;

  if (ray->keeps < 0)
    span->to = MIN (span->to, x);
  else if (ray->keeps > 0)
    span->from = MAX (span->from, x);
  else if (ray->level * dy < 0)
    span->to = span->from - 1;
}

typedef struct {
  const BaryLinePainter *painter;
  guint32                fill, line;
  guint                  fill_alpha, line_alpha;
  BaryHatch              hatch;
  int                    x, y; /* where the hatch begins: it moves with what it is on */
} Area;

#define CELL 8 /* of a hatch */

/* Every eighth pixel of a row, from the first that is `phase` into its cell. */
static void
dot_row (const Area *area,
         guint32    *pixels,
         int         from,
         int         to,
         int         phase)
{
  for (int x = from + ((area->x + phase - from) & (CELL - 1)); x < to; x += CELL)
    bary_blend (&pixels[x], area->line, area->line_alpha);
}

static void
hatch_row (const Area *area,
           guint32    *pixels,
           int         row,
           int         from,
           int         to)
{
  gboolean level = (row & (CELL - 1)) == CELL / 2;

  switch (area->hatch)
    {
    case BARY_HATCH_RISING:
    case BARY_HATCH_CROSSED:
      dot_row (area, pixels, from, to, -row);
      if (area->hatch == BARY_HATCH_CROSSED)
        dot_row (area, pixels, from, to, row);
      break;
    case BARY_HATCH_FALLING:
      dot_row (area, pixels, from, to, row);
      break;
    case BARY_HATCH_LEVEL:
    case BARY_HATCH_SQUARES:
      if (level)
        bary_blend_span (pixels + from, to - from, area->line, area->line_alpha);
      else if (area->hatch == BARY_HATCH_SQUARES)
        dot_row (area, pixels, from, to, CELL / 2);
      break;
    case BARY_HATCH_UPRIGHT:
      dot_row (area, pixels, from, to, CELL / 2);
      break;
    case BARY_HATCH_DOTS:
      if ((row & (CELL - 1)) / 2 == 1)
        for (int i = 2; i < 4; i++)
          dot_row (area, pixels, from, to, i);
      break;
    case BARY_HATCH_NONE:
    case BARY_N_HATCHES:
      break;
    }
}

/* The first pixel whose middle is at x or beyond it. */
static inline int
pixel_at (const BaryLinePainter *self,
          double                 x)
{
  return (int) (CLAMP (x, self->left, self->right) + 0.5);
}

static void
paint_span (const Area *area,
            int         row,
            Span        span)
{
  const BaryLinePainter *p = area->painter;
  int from = pixel_at (p, span.from), to = pixel_at (p, span.to);
  guint32 *pixels = p->pixels + (gssize) row * p->stride;

  if (to <= from)
    return;
  if (area->fill_alpha > 0)
    bary_blend_span (pixels + from, to - from, area->fill, area->fill_alpha);
  if (area->line_alpha > 0)
    hatch_row (area, pixels, row - area->y, from, to);
}

static gboolean
goes_through (const BarySector *sector,
              double            angle)
{
  double off = remainder (angle - (sector->start + sector->end) / 2, 2 * G_PI);

  return fabs (off) <= (sector->end - sector->start) / 2;
}

static void
find_rows (const BaryLinePainter *self,
           const BarySector      *sector,
           gboolean               whole,
           int                   *top,
           int                   *bottom)
{
  const double downs[4] = { sector->inner * sin (sector->start), sector->outer * sin (sector->start),
                            sector->inner * sin (sector->end), sector->outer * sin (sector->end) };
  double high = MIN (MIN (downs[0], downs[1]), MIN (downs[2], downs[3])), low = MAX (MAX (downs[0], downs[1]), MAX (downs[2], downs[3]));

  if (whole || goes_through (sector, -G_PI / 2))
    high = -sector->outer;
  if (whole || goes_through (sector, G_PI / 2))
    low = sector->outer;
  *top = (int) CLAMP (floor (sector->y + high), self->top, self->bottom);
  *bottom = (int) CLAMP (ceil (sector->y + low), self->top, self->bottom);
}

void
bary_line_painter_sector (const BaryLinePainter *self,
                          const BarySector      *it,
                          const BaryInk         *fill,
                          BaryHatch              hatch,
                          const BaryInk         *hatch_ink)
{
  gboolean whole = it->end - it->start > 2 * G_PI - 0.001;
  BaryPoint middle = bary_snap_point ((BaryPoint) { it->x, it->y });
  BarySector sector = { middle.x, middle.y, it->stretch, it->start, it->end, it->inner, it->outer };
  Area area = { self, .x = (int) floor (middle.x), .y = (int) floor (middle.y) };
  Ray start = make_ray (&sector, it->start, 1), end = make_ray (&sector, it->end, -1);
  int top, bottom;

  if (fill != NULL)
    {
      area.fill = bary_pack (fill->colour);
      area.fill_alpha = (guint) (fill->alpha * 255 + 0.5);
    }
  if (hatch != BARY_HATCH_NONE)
    {
      area.line = bary_pack (hatch_ink->colour);
      area.line_alpha = (guint) (hatch_ink->alpha * 255 + 0.5);
      area.hatch = hatch;
    }
  find_rows (self, &sector, whole, &top, &bottom);
  for (int row = top; row < bottom; row++)
    {
      double dy = row + 0.5 - sector.y;
      Span outer = chord (&sector, sector.outer, dy), inner = chord (&sector, sector.inner, dy);

      if (!whole)
        {
          cut (&start, dy, &outer);
          cut (&end, dy, &outer);
        }
      if (inner.from > inner.to)
        paint_span (&area, row, outer);
      else
        {
          paint_span (&area, row, (Span) { outer.from, MIN (outer.to, inner.from) });
          paint_span (&area, row, (Span) { MAX (outer.from, inner.to), outer.to });
        }
    }
}
