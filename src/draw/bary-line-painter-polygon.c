#include "bary-line-painter.h"

#include <math.h>

/* Where lines cross the rows of the clip, row by row. */
typedef struct {
  const BaryLinePainter *painter;
  guint                 *first; /* of each row, and one more */
  guint                 *next;  /* NULL: they are only counted */
  int                   *places;
} Crossings;

static void
cross (Crossings *self,
       BaryPoint  a,
       BaryPoint  b)
{
  double slope = a.y == b.y ? 0 : (b.x - a.x) / (b.y - a.y);
  int from = (int) (MAX (MIN (a.y, b.y), self->painter->top) + 0.5), to = (int) (MIN (MAX (a.y, b.y), self->painter->bottom) + 0.5);

  for (int row = from; row < to; row++)
    if (self->next == NULL)
      self->first[row - self->painter->top + 1]++;
    else
      self->places[self->next[row - self->painter->top]++] =
        (int) (CLAMP (a.x + slope * (row + 0.5 - a.y), self->painter->left, self->painter->right) + 0.5);
}

static void
cross_all (Crossings       *self,
           const BaryPoint *points,
           const guint     *ends,
           guint            n_ends)
{
  for (guint line = 0, first = 0; line < n_ends; first = ends[line++])
    for (guint i = first, last = ends[line] - 1; i < ends[line]; last = i++)
      cross (self, points[last], points[i]);
}

/* There are few in a row. */
static void
sort_places (int   *places,
             guint  n)
{
  for (guint i = 1; i < n; i++)
    {
      int place = places[i];
      guint j = i;

      for (; j > 0 && places[j - 1] > place; j--)
        places[j] = places[j - 1];
      places[j] = place;
    }
}

static void
fill_rows (const Crossings *self,
           const BaryInk   *fill)
{
  guint32 colour = bary_pack (fill->colour);
  guint alpha = (guint) (fill->alpha * 255 + 0.5);

  for (int row = self->painter->top; row < self->painter->bottom; row++)
    {
      guint first = self->first[row - self->painter->top], end = self->first[row - self->painter->top + 1];
      guint32 *pixels = self->painter->pixels + (gssize) row * self->painter->stride;

      sort_places (self->places + first, end - first);
      for (guint i = first; i + 1 < end; i += 2)
        bary_blend_span (pixels + self->places[i], self->places[i + 1] - self->places[i], colour, alpha);
    }
}

void
bary_line_painter_area (const BaryLinePainter *self,
                        const BaryPoint       *points,
                        const guint           *ends,
                        guint                  n_ends,
                        const BaryInk         *fill)
{
  guint n_rows = (guint) MAX (self->bottom - self->top, 0);
  g_autofree guint *first = g_new0 (guint, n_rows + 1);
  Crossings crossings = { self, first };

  cross_all (&crossings, points, ends, n_ends);
  for (guint i = 0; i < n_rows; i++)
    first[i + 1] += first[i];
  crossings.next = g_memdup2 (first, (n_rows + 1) * sizeof (guint));
  crossings.places = g_new (int, first[n_rows] + 1);
  cross_all (&crossings, points, ends, n_ends);
  fill_rows (&crossings, fill);
  g_free (crossings.next);
  g_free (crossings.places);
}
