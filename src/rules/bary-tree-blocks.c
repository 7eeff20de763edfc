#include "bary-tree-items.h"

#define INDENT 26.0 /* points that an outline goes out with each layer */

/* Blocks */

/* As wide as the widest box of each column, as high as the highest of each row.
 * @x, @y: (nullable): if given, the boxes are put there */
static void
walk_block (BaryTreeItems *self,
            BaryTreeItem  *item,
            guint          n_rows,
            const double  *x,
            double         y)
{
  guint n_columns = (item->n + n_rows - 1) / n_rows;
  g_autofree double *widths = g_new0 (double, n_columns + 1);
  double left, height;

  for (guint i = 0; i < item->n; i++)
    {
      double width = 2 * self->work->nodes[self->part->nodes[self->members[item->first + i]]].box.half_width;

      widths[i % n_columns] = MAX (widths[i % n_columns], width);
    }
  item->width = -BARY_LAYOUT_GAP_X;
  for (guint i = 0; i < n_columns; i++)
    item->width += widths[i] + BARY_LAYOUT_GAP_X;
  item->height = -BARY_LAYOUT_GAP_Y;
  for (guint i = 0; i < item->n; i += n_columns)
    {
      height = 0;
      left = x != NULL ? *x - item->width / 2 : 0;
      for (guint j = i; j < MIN (i + n_columns, item->n); j++)
        {
          BaryFlatBox *box = &self->work->nodes[self->part->nodes[self->members[item->first + j]]].box;

          height = MAX (height, 2 * box->half_height);
          if (x != NULL)
            {
              box->x = left + widths[j - i] / 2;
              box->y = y + item->height + BARY_LAYOUT_GAP_Y + box->half_height;
            }
          left += widths[j - i] + BARY_LAYOUT_GAP_X;
        }
      item->height += height + BARY_LAYOUT_GAP_Y;
    }
}

/* Outlines */

typedef struct {
  double side;    /* 1 for the right column, -1 for the left one */
  double inner;   /* from the axis to the middle of the block */
  double outer;   /* from the axis outwards */
  double y;       /* where the next box begins */
} Column;

/* A node and, below and farther out, what hangs on it.
 * @axis: (nullable): if given, the boxes are put there */
static void
write_outline (BaryTreeItems *self,
               guint          number,
               double         indent,
               const double  *axis,
               Column        *column)
{
  BaryFlatBox *box = &self->work->nodes[self->part->nodes[number]].box;

  column->inner = MAX (column->inner, box->half_width - indent);
  column->outer = MAX (column->outer, box->half_width + indent);
  if (axis != NULL)
    {
      box->x = *axis + column->side * indent;
      box->y = column->y + box->half_height;
    }
  column->y += 2 * box->half_height + BARY_LAYOUT_GAP_Y;
  BARY_TREE_FOR_EACH_TIE (self, number, other)
    if (self->depth[other] > self->depth[number])
      write_outline (self, other, indent + INDENT, axis, column);
}

/* Each tree goes to the column that is shorter. */
static void
write_columns (BaryTreeItems      *self,
               const BaryTreeItem *item,
               const double       *axes, /* (nullable): left and right */
               double              y,
               Column             *columns)
{
  columns[0] = (Column) { -1, 0, 0, y };
  columns[1] = (Column) { 1, 0, 0, y };
  for (guint i = 0; i < item->n; i++)
    {
      guint side = columns[0].y < columns[1].y ? 0 : 1;

      write_outline (self, self->members[item->first + i], 0, axes != NULL ? &axes[side] : NULL, &columns[side]);
    }
}

static void
walk_outline (BaryTreeItems *self,
              BaryTreeItem  *item,
              const double  *x,
              double         y)
{
  Column columns[2];
  double inner, outer;

  write_columns (self, item, NULL, 0, columns);
  inner = MAX (columns[0].inner, columns[1].inner) + BARY_LAYOUT_GAP_X / 2;
  outer = MAX (columns[0].outer, columns[1].outer);
  if (item->n == 1)
    inner = 0;
  item->width = 2 * MAX (inner + outer, outer);
  item->height = MAX (columns[0].y, columns[1].y) - BARY_LAYOUT_GAP_Y;
  if (x != NULL)
    {
      double axes[] = { *x - inner, *x + inner };

      write_columns (self, item, axes, y, columns);
    }
}

void
bary_tree_items_fold (BaryTreeItems *self,
                      guint          n_rows)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      BaryTreeItem *item = &g_array_index (self->items, BaryTreeItem, i);

      if (item->deep && item->height <= 0) /* an outline is the same for any number of rows */
        walk_outline (self, item, NULL, 0);
      else if (!item->deep && item->n > 0)
        walk_block (self, item, n_rows, NULL, 0);
    }
}

void
bary_tree_items_put (BaryTreeItems *self,
                     guint          item,
                     guint          n_rows,
                     double         x,
                     double         y)
{
  BaryTreeItem *it = &g_array_index (self->items, BaryTreeItem, item);

  if (it->deep)
    walk_outline (self, it, &x, y);
  else if (it->n > 0)
    walk_block (self, it, n_rows, &x, y);
}
