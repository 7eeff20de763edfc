#include "bary-tape.h"

#include <math.h>
#include <string.h>

#define MOST_DASHES 6

typedef enum {
  TAPE_LINE,
  TAPE_CURVE,
  TAPE_ELLIPSE,
  TAPE_BOX,
  TAPE_SHAPE,
  TAPE_AREA,
  TAPE_SECTOR,
  TAPE_TEXT,
} TapeKind;

typedef struct {
  TapeKind   kind;
  gboolean   filled, outlined;
  BaryHatch  hatch;
  BaryInk    fill, hatch_ink;
  BaryStroke outline;
  double     dashes[MOST_DASHES];
  BaryBox    bounds; /* of what may be touched */
  union {
    BaryPoint points[4];
    struct {
      BaryBox box;
      double  corner;
    };
    struct {
      BaryShape shape;
      double    x, y, radius;
    };
    struct {
      guint first_point, first_end, n_ends; /* ends count from the first point */
    };
    BarySector sector;
    BaryText   text;
  };
} Entry;

struct _BaryTape {
  BaryPen       parent;
  GArray       *entries;
  GArray       *points;
  GArray       *ends;
  GStringChunk *strings;
};

static Entry *
add (BaryPen          *pen,
     TapeKind          kind,
     const BaryInk    *fill,
     const BaryStroke *outline)
{
  BaryTape *self = (BaryTape *) pen;
  Entry entry = { kind, fill != NULL, outline != NULL };

  if (fill != NULL)
    entry.fill = *fill;
  if (outline != NULL)
    {
      entry.outline = *outline;
      entry.outline.n_dashes = MIN (outline->n_dashes, MOST_DASHES);
      for (guint i = 0; i < entry.outline.n_dashes; i++)
        entry.dashes[i] = outline->dashes[i];
    }
  g_array_append_val (self->entries, entry);
  return &g_array_index (self->entries, Entry, self->entries->len - 1);
}

static void
bound (Entry           *entry,
       const BaryPoint *points,
       guint            n)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, more = entry->outlined ? entry->outline.width : 0;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  entry->bounds = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left + more, bottom - top + more };
}

static void
tape_line (BaryPen          *pen,
           const BaryPoint  *from,
           const BaryPoint  *to,
           const BaryStroke *stroke)
{
  Entry *entry = add (pen, TAPE_LINE, NULL, stroke);

  entry->points[0] = *from;
  entry->points[1] = *to;
  bound (entry, entry->points, 2);
}

static void
tape_curve (BaryPen          *pen,
            const BaryPoint   points[4],
            const BaryStroke *stroke)
{
  Entry *entry = add (pen, TAPE_CURVE, NULL, stroke);

  memcpy (entry->points, points, sizeof entry->points);
  bound (entry, points, 4);
}

static void
bound_box (Entry *entry)
{
  double more = entry->outlined ? entry->outline.width : 0;

  entry->bounds = (BaryBox) { entry->box.x, entry->box.y, entry->box.width + more, entry->box.height + more };
}

static void
tape_ellipse (BaryPen          *pen,
              const BaryBox    *box,
              const BaryInk    *fill,
              const BaryStroke *outline)
{
  Entry *entry = add (pen, TAPE_ELLIPSE, fill, outline);

  entry->box = *box;
  bound_box (entry);
}

static void
tape_box (BaryPen          *pen,
          const BaryBox    *box,
          double            corner,
          const BaryInk    *fill,
          const BaryStroke *outline)
{
  Entry *entry = add (pen, TAPE_BOX, fill, outline);

  entry->box = *box;
  entry->corner = corner;
  bound_box (entry);
}

static void
tape_shape (BaryPen       *pen,
            BaryShape      shape,
            double         x,
            double         y,
            double         radius,
            const BaryInk *fill)
{
  Entry *entry = add (pen, TAPE_SHAPE, fill, NULL);

  entry->shape = shape;
  entry->x = x;
  entry->y = y;
  entry->radius = radius;
  entry->bounds = (BaryBox) { x, y, 3 * radius, 3 * radius };
}

static void
tape_area (BaryPen          *pen,
           const BaryPoint  *points,
           const guint      *ends,
           guint             n_ends,
           const BaryInk    *fill,
           const BaryStroke *outline)
{
  BaryTape *self = (BaryTape *) pen;
  Entry *entry = add (pen, TAPE_AREA, fill, outline);

  entry->first_point = self->points->len;
  entry->first_end = self->ends->len;
  entry->n_ends = n_ends;
  g_array_append_vals (self->points, points, ends[n_ends - 1]);
  g_array_append_vals (self->ends, ends, n_ends);
  bound (entry, points, ends[n_ends - 1]);
}

static void
tape_sector (BaryPen          *pen,
             const BarySector *sector,
             const BaryInk    *fill,
             BaryHatch         hatch,
             const BaryInk    *hatch_ink,
             const BaryStroke *outline)
{
  Entry *entry = add (pen, TAPE_SECTOR, fill, outline);
  double more = outline != NULL ? outline->width : 0;

  entry->sector = *sector;
  entry->hatch = hatch;
  if (hatch_ink != NULL)
    entry->hatch_ink = *hatch_ink;
  entry->bounds = (BaryBox) { sector->x, sector->y, 2 * sector->outer * sector->stretch + more, 2 * sector->outer + more };
}

static void
tape_text (BaryPen        *pen,
           const BaryText *text)
{
  BaryTape *self = (BaryTape *) pen;
  Entry *entry = add (pen, TAPE_TEXT, NULL, NULL);

  entry->text = *text;
  entry->text.string = g_string_chunk_insert_len (self->strings, text->string, text->length);
  entry->text.family = g_string_chunk_insert_const (self->strings, text->family);
  entry->bounds = (BaryBox) { text->x + text->width / 2, text->baseline, text->width + text->size, 2.4 * text->size };
}

static const BaryPenClass tape_class = {
  .line = tape_line,
  .curve = tape_curve,
  .ellipse = tape_ellipse,
  .box = tape_box,
  .shape = tape_shape,
  .area = tape_area,
  .sector = tape_sector,
  .text = tape_text,
};

BaryTape *
bary_tape_new (void)
{
  BaryTape *self = g_new0 (BaryTape, 1);

  self->parent.class = &tape_class;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->points = g_array_new (FALSE, FALSE, sizeof (BaryPoint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
bary_tape_free (BaryTape *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->points);
  g_array_unref (self->ends);
  g_string_chunk_free (self->strings);
  g_free (self);
}

BaryPen *
bary_tape_get_pen (BaryTape *self)
{
  return &self->parent;
}

static void
tell (const BaryTape *self,
      const Entry    *entry,
      BaryPen        *pen)
{
  const BaryInk *fill = entry->filled ? &entry->fill : NULL;
  BaryStroke stroke = entry->outline;
  const BaryStroke *outline = entry->outlined ? &stroke : NULL;

  stroke.dashes = entry->dashes;
  switch (entry->kind)
    {
    case TAPE_LINE:
      bary_pen_line (pen, &entry->points[0], &entry->points[1], outline);
      break;
    case TAPE_CURVE:
      bary_pen_curve (pen, entry->points, outline);
      break;
    case TAPE_ELLIPSE:
      bary_pen_ellipse (pen, &entry->box, fill, outline);
      break;
    case TAPE_BOX:
      bary_pen_box (pen, &entry->box, entry->corner, fill, outline);
      break;
    case TAPE_SHAPE:
      bary_pen_shape (pen, entry->shape, entry->x, entry->y, entry->radius, fill);
      break;
    case TAPE_AREA:
      bary_pen_area (pen, &g_array_index (self->points, BaryPoint, entry->first_point),
                     &g_array_index (self->ends, guint, entry->first_end), entry->n_ends, fill, outline);
      break;
    case TAPE_SECTOR:
      bary_pen_sector (pen, &entry->sector, fill, entry->hatch, &entry->hatch_ink, outline);
      break;
    case TAPE_TEXT:
      bary_pen_text (pen, &entry->text);
      break;
    }
}

void
bary_tape_play (const BaryTape *self,
                BaryPen        *pen,
                const BaryBox  *area)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (fabs (entry->bounds.x - area->x) * 2 <= entry->bounds.width + area->width &&
          fabs (entry->bounds.y - area->y) * 2 <= entry->bounds.height + area->height)
        tell (self, entry, pen);
    }
}
