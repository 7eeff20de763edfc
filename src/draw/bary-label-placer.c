#include "bary-label-placer.h"

#include <math.h>

#define CELL 4.0
#define FARTHER 12.0 /* from a mark, where there is no room beside it */

struct _BaryLabelPlacer {
  int      columns, rows;
  int      words;  /* of a row */
  guint64 *taken;
  guint64 *shunned;
};

BaryLabelPlacer *
bary_label_placer_new (double width,
                       double height)
{
  BaryLabelPlacer *self = g_new0 (BaryLabelPlacer, 1);

  self->columns = (int) CLAMP (floor (width / CELL), 1, 1 << 14);
  self->rows = (int) CLAMP (floor (height / CELL), 1, 1 << 14);
  self->words = (self->columns + 63) / 64;
  self->taken = g_new0 (guint64, (gsize) self->words * self->rows);
  self->shunned = g_new0 (guint64, (gsize) self->words * self->rows);
  return self;
}

void
bary_label_placer_free (BaryLabelPlacer *self)
{
  g_free (self->taken);
  g_free (self->shunned);
  g_free (self);
}

typedef struct {
  int left, right, top, bottom;
} Cells;

/* Every cell that the box touches. */
static Cells
cells_of (const BaryBox *box)
{
  return (Cells) {
    (int) floor (CLAMP ((box->x - box->width / 2) / CELL, -1, 1 << 15)),
    (int) floor (CLAMP ((box->x + box->width / 2) / CELL, -1, 1 << 15)),
    (int) floor (CLAMP ((box->y - box->height / 2) / CELL, -1, 1 << 15)),
    (int) floor (CLAMP ((box->y + box->height / 2) / CELL, -1, 1 << 15))
  };
}

/* Bits of a word of a row that lie from column left to right. */
static guint64
mask_of (int word,
         int left,
         int right)
{
  int from = MAX (left - word * 64, 0), to = MIN (right - word * 64, 63);

  return (to == 63 ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << (to + 1)) - 1) &
         (~G_GUINT64_CONSTANT (0) << from);
}

static void
mark (BaryLabelPlacer *self,
      guint64         *bits,
      const BaryBox   *box)
{
  Cells cells = cells_of (box);

  cells.left = MAX (cells.left, 0);
  cells.right = MIN (cells.right, self->columns - 1);
  if (cells.left > cells.right)
    return;
  for (int row = MAX (cells.top, 0); row <= MIN (cells.bottom, self->rows - 1); row++)
    for (int word = cells.left / 64; word <= cells.right / 64; word++)
      bits[(gsize) row * self->words + word] |= mask_of (word, cells.left, cells.right);
}

static gboolean
is_inside (BaryLabelPlacer *self,
           const BaryBox   *box)
{
  Cells cells = cells_of (box);

  return cells.left >= 0 && cells.top >= 0 && cells.right < self->columns && cells.bottom < self->rows;
}

static gboolean
is_unmarked (BaryLabelPlacer *self,
             const guint64   *bits,
             const BaryBox   *box)
{
  Cells cells = cells_of (box);

  cells.left = MAX (cells.left, 0);
  cells.right = MIN (cells.right, self->columns - 1);
  for (int row = MAX (cells.top, 0); row <= MIN (cells.bottom, self->rows - 1); row++)
    for (int word = cells.left / 64; word <= cells.right / 64; word++)
      if (bits[(gsize) row * self->words + word] & mask_of (word, cells.left, cells.right))
        return FALSE;
  return TRUE;
}

void
bary_label_placer_block (BaryLabelPlacer *self,
                         const BaryBox   *box)
{
  mark (self, self->taken, box);
}

void
bary_label_placer_shun (BaryLabelPlacer *self,
                        const BaryBox   *box)
{
  mark (self, self->shunned, box);
}

gboolean
bary_label_placer_is_free (BaryLabelPlacer *self,
                           const BaryBox   *box)
{
  return is_unmarked (self, self->taken, box);
}

gboolean
bary_label_placer_is_shunned (BaryLabelPlacer *self,
                              const BaryBox   *box)
{
  return !is_unmarked (self, self->shunned, box);
}

/* Above and below its mark a label may stand farther to one side, where the paper ends at the other. */
static void
push_inside (const BaryLabelPlacer *self,
             double                 mark,
             BaryBox               *box)
{
  double half = box->width / 2, inside = CLAMP (box->x, half, MAX (self->columns * CELL - half - 1, half));

  if (fabs (inside - mark) < half)
    box->x = inside;
}

gboolean
bary_label_placer_place (BaryLabelPlacer *self,
                         double           x,
                         double           y,
                         double           radius,
                         gboolean         firm,
                         BaryBox         *box)
{
  static const struct {
    double x, y;
  } places[] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 0.8, 1 }, { -0.8, 1 }, { 0.8, -1 }, { -0.8, -1 } };

  for (guint round = 0; round <= (firm ? 2u : 1u); round++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        gboolean over = round == 2;
        double away = round == 1 ? FARTHER : CELL;

        box->x = x + places[i].x * (radius + away + box->width / 2);
        box->y = y + places[i].y * (radius + away + box->height / 2);
        if (ABS (places[i].y) == 1)
          push_inside (self, x, box);
        if (!is_inside (self, box) || !is_unmarked (self, self->taken, box) || (!over && !is_unmarked (self, self->shunned, box)))
          continue;
        bary_label_placer_block (self, box);
        return TRUE;
      }
  return FALSE;
}
