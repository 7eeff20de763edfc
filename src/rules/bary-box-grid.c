#include "bary-box-grid.h"

#include <math.h>

#define CELL 128.0
#define LARGEST_SPAN 16 /* cells; boxes beyond are kept apart and compared one by one */

struct _BaryBoxGrid {
  GHashTable *cells; /* place → GArray of BaryBox */
  GArray     *large;
};

typedef struct {
  int left, right, top, bottom;
} Span;

static Span
span_of (const BaryBox *box)
{
  return (Span) {
    (int) floor ((box->x - box->width / 2) / CELL), (int) floor ((box->x + box->width / 2) / CELL),
    (int) floor ((box->y - box->height / 2) / CELL), (int) floor ((box->y + box->height / 2) / CELL)
  };
}

static gboolean
is_large (const Span *span)
{
  return span->right - span->left > LARGEST_SPAN || span->bottom - span->top > LARGEST_SPAN;
}

static gpointer
place_of (int column,
          int row)
{
  return GUINT_TO_POINTER (((guint) (column & 0xffff) << 16 | (guint) (row & 0xffff)));
}

BaryBoxGrid *
bary_box_grid_new (void)
{
  BaryBoxGrid *self = g_new0 (BaryBoxGrid, 1);

  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->large = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  return self;
}

void
bary_box_grid_free (BaryBoxGrid *self)
{
  g_hash_table_unref (self->cells);
  g_array_unref (self->large);
  g_free (self);
}

static void
add_to_cell (BaryBoxGrid   *self,
             gpointer       place,
             const BaryBox *box)
{
  GArray *cell = g_hash_table_lookup (self->cells, place);

  if (cell == NULL)
    {
      cell = g_array_new (FALSE, FALSE, sizeof (BaryBox));
      g_hash_table_insert (self->cells, place, cell);
    }
  g_array_append_val (cell, *box);
}

void
bary_box_grid_add (BaryBoxGrid   *self,
                   const BaryBox *box)
{
  Span span = span_of (box);

  if (is_large (&span))
    {
      g_array_append_val (self->large, *box);
      return;
    }
  for (int column = span.left; column <= span.right; column++)
    for (int row = span.top; row <= span.bottom; row++)
      add_to_cell (self, place_of (column, row), box);
}

static gboolean
collides_with (const GArray  *boxes,
               const BaryBox *box)
{
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    if (bary_box_overlaps (&g_array_index (boxes, BaryBox, i), box))
      return TRUE;
  return FALSE;
}

static gboolean
collides_with_any (BaryBoxGrid   *self,
                   const BaryBox *box)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    if (collides_with (cell, box))
      return TRUE;
  return FALSE;
}

gboolean
bary_box_grid_collides (BaryBoxGrid   *self,
                        const BaryBox *box)
{
  Span span = span_of (box);

  if (collides_with (self->large, box))
    return TRUE;
  if (is_large (&span))
    return collides_with_any (self, box);

  for (int column = span.left; column <= span.right; column++)
    for (int row = span.top; row <= span.bottom; row++)
      if (collides_with (g_hash_table_lookup (self->cells, place_of (column, row)), box))
        return TRUE;
  return FALSE;
}
