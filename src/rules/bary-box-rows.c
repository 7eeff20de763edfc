#include "bary-box-rows.h"

#include "bary-turns.h"

#include <math.h>

#define SLACK 1e-7
#define LARGEST_ROWS 4096
#define LARGEST_JUMPS 64

typedef struct {
  BaryFlatBox *boxes;
  guint        n, room;
} Row;

struct _BaryBoxRows {
  double row, top;
  double gap_x, gap_y;
  Row   *rows;
  int    n_rows;
};

BaryBoxRows *
bary_box_rows_new (double row,
                   double top,
                   double bottom,
                   double gap_x,
                   double gap_y)
{
  BaryBoxRows *self = g_new0 (BaryBoxRows, 1);

  self->row = MAX (row, (bottom - top) / LARGEST_ROWS);
  self->top = top;
  self->gap_x = gap_x;
  self->gap_y = gap_y;
  self->n_rows = 1 + (int) ((bottom - top) / self->row);
  self->rows = g_new0 (Row, self->n_rows);
  return self;
}

void
bary_box_rows_free (BaryBoxRows *self)
{
  for (int i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].boxes);
  g_free (self->rows);
  g_free (self);
}

static int
row_of (const BaryBoxRows *self,
        double             y)
{
  double row = floor ((y - self->top) / self->row);

  return row <= 0 ? 0 : row >= self->n_rows - 1 ? self->n_rows - 1 : (int) row;
}

void
bary_box_rows_add (BaryBoxRows       *self,
                   const BaryFlatBox *box)
{
  int last = row_of (self, box->y + box->half_height);

  for (int i = row_of (self, box->y - box->half_height); i <= last; i++)
    {
      Row *row = &self->rows[i];

      if (row->n == row->room)
        {
          row->room = MAX (4, row->room * 2);
          row->boxes = g_renew (BaryFlatBox, row->boxes, row->room);
        }
      row->boxes[row->n++] = *box;
    }
}

const BaryFlatBox *
bary_box_rows_find (BaryBoxRows       *self,
                    const BaryFlatBox *box,
                    double             share_of_gap)
{
  double width = box->half_width + self->gap_x * share_of_gap - SLACK;
  double height = box->half_height + self->gap_y * share_of_gap - SLACK;
  int last = row_of (self, box->y + height);

  for (int i = row_of (self, box->y - height); i <= last; i++)
    for (guint j = 0; j < self->rows[i].n; j++)
      {
        const BaryFlatBox *other = &self->rows[i].boxes[j];

        if (fabs (other->x - box->x) < other->half_width + width &&
            fabs (other->y - box->y) < other->half_height + height)
          return other;
      }
  return NULL;
}

/* From one box in the way to the next, up (-1) or down (1). Returns: how far the free place is, or @best. */
static double
search_column (BaryBoxRows      *self,
               BaryFlatBox       box,
               double            aside,
               int               direction,
               double            best,
               BaryPlaceAllowed  allowed,
               gpointer          user_data,
               BaryFlatBox      *found)
{
  double start = box.y;

  for (guint i = 0; i < LARGEST_JUMPS; i++)
    {
      const BaryFlatBox *other;
      double distance = bary_turns_length (aside, box.y - start);

      if (distance >= best)
        break;
      other = bary_box_rows_find (self, &box, 1);
      if (other == NULL && (allowed == NULL || allowed (&box, user_data)))
        {
          *found = box;
          return distance;
        }
      if (other != NULL)
        box.y = other->y + direction * (other->half_height + box.half_height + self->gap_y);
      else
        box.y += direction * (box.half_height + self->gap_y);
    }
  return best;
}

gboolean
bary_box_rows_fit (BaryBoxRows      *self,
                   BaryFlatBox      *box,
                   double            reach,
                   BaryPlaceAllowed  allowed,
                   gpointer          user_data)
{
  double step = MAX (box->half_width / 4, reach / 24), best = reach;
  BaryFlatBox found = *box;

  for (guint i = 0; i * step < best; i++)
    for (int side = -1; side <= (i > 0 ? 1 : -1); side += 2)
      {
        BaryFlatBox column = *box;

        column.x += side * (double) i * step;
        best = search_column (self, column, i * step, -1, best, allowed, user_data, &found);
        best = search_column (self, column, i * step, 1, best, allowed, user_data, &found);
      }
  *box = found;
  return best < reach;
}

void
bary_box_rows_fit_on_ray (BaryBoxRows      *self,
                          BaryFlatBox      *box,
                          double            from_x,
                          double            from_y,
                          double            from_radius,
                          double            angle,
                          BaryPlaceAllowed  allowed,
                          gpointer          user_data)
{
  double x, y, radius = from_radius, step = box->half_height + self->gap_y;

  bary_turns_point (angle, &x, &y);
  for (;; radius += step, step *= 1.05)
    {
      box->x = from_x + radius * x;
      box->y = from_y + radius * y;
      if (bary_box_rows_find (self, box, 1) == NULL && (allowed == NULL || allowed (box, user_data)))
        return;
    }
}
