#include "bary-scene-private.h"

#include <math.h>

#define LONGEST_WAY 1.4 /* of ties that go round by others, against straight ones */

/* A grid of cells, each with the numbers of the boxes that touch it. */
struct _BarySceneIndex {
  double x, y;  /* upper left corner */
  double cell_width, cell_height;
  int    columns, rows;
  guint *first; /* of each cell, and one more */
  guint *items;
  guint  n_boxes;
};

typedef struct {
  int left, right, top, bottom;
} Cells;

static int
column_of (const BarySceneIndex *self,
           double                x)
{
  return (int) CLAMP (floor ((x - self->x) / self->cell_width), 0, self->columns - 1);
}

static int
row_of (const BarySceneIndex *self,
        double                y)
{
  return (int) CLAMP (floor ((y - self->y) / self->cell_height), 0, self->rows - 1);
}

static Cells
cells_of (const BarySceneIndex *self,
          const BaryBox        *box)
{
  return (Cells) {
    column_of (self, box->x - box->width / 2), column_of (self, box->x + box->width / 2),
    row_of (self, box->y - box->height / 2), row_of (self, box->y + box->height / 2)
  };
}

static void
measure (BarySceneIndex *self,
         const BaryBox  *boxes)
{
  double left = 0, top = 0, right = 1, bottom = 1, width = 0, height = 0;

  for (guint i = 0; i < self->n_boxes; i++)
    {
      const BaryBox *box = &boxes[i];

      left = MIN (left, box->x - box->width / 2);
      right = MAX (right, box->x + box->width / 2);
      top = MIN (top, box->y - box->height / 2);
      bottom = MAX (bottom, box->y + box->height / 2);
      width += box->width;
      height += box->height;
    }
  width = MAX (1.5 * width / MAX (self->n_boxes, 1), 1);
  height = MAX (2.5 * height / MAX (self->n_boxes, 1), 1);
  self->x = left;
  self->y = top;
  /* No more cells than a few per box, however wide the picture. */
  self->columns = (int) CLAMP ((right - left) / width, 1, 2 * sqrt (self->n_boxes + 1.0));
  self->rows = (int) CLAMP ((bottom - top) / height, 1, 2 * sqrt (self->n_boxes + 1.0));
  self->cell_width = (right - left) / self->columns;
  self->cell_height = (bottom - top) / self->rows;
}

static void
fill (BarySceneIndex *self,
      const BaryBox  *boxes,
      guint          *next)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      Cells cells = cells_of (self, &boxes[i]);

      for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++)
          if (self->items != NULL)
            self->items[next[row * self->columns + column]++] = i;
          else
            self->first[row * self->columns + column + 1]++;
    }
}

BarySceneIndex *
bary_scene_index_new (const BaryBox *boxes,
                      guint          n_boxes)
{
  BarySceneIndex *self = g_new0 (BarySceneIndex, 1);
  g_autofree guint *next = NULL;
  gsize n_cells;

  self->n_boxes = n_boxes;
  measure (self, boxes);
  n_cells = (gsize) self->columns * self->rows;
  self->first = g_new0 (guint, n_cells + 2);
  fill (self, boxes, NULL);
  for (gsize i = 0; i < n_cells; i++)
    self->first[i + 1] += self->first[i];
  self->items = g_new (guint, self->first[n_cells] + 1);
  next = g_memdup2 (self->first, (n_cells + 1) * sizeof (guint));
  fill (self, boxes, next);
  return self;
}

void
bary_scene_index_free (BarySceneIndex *self)
{
  g_free (self->first);
  g_free (self->items);
  g_free (self);
}

GArray *
bary_scene_index_find (BarySceneIndex *self,
                       const BaryBox  *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *seen = g_malloc0 (self->n_boxes + 1);
  Cells cells = cells_of (self, area);

  for (int row = cells.top; row <= cells.bottom; row++)
    {
      guint start = self->first[row * self->columns + cells.left];
      guint end = self->first[row * self->columns + cells.right + 1];

      for (guint i = start; i < end; i++)
        seen[self->items[i]] = 1;
    }
  for (guint i = 0; i < self->n_boxes; i++)
    if (seen[i])
      g_array_append_val (found, i);
  return found;
}

gboolean
bary_scene_index_any (BarySceneIndex *self,
                      const BaryBox  *area,
                      gboolean      (*is_so) (guint    box,
                                              gpointer user_data),
                      gpointer        user_data)
{
  Cells cells = cells_of (self, area);

  for (int row = cells.top; row <= cells.bottom; row++)
    for (guint i = self->first[row * self->columns + cells.left]; i < self->first[row * self->columns + cells.right + 1]; i++)
      if (is_so (self->items[i], user_data))
        return TRUE;
  return FALSE;
}

const guint *
bary_scene_index_at (BarySceneIndex *self,
                     double          x,
                     double          y,
                     guint          *n)
{
  gsize cell = (gsize) row_of (self, y) * self->columns + column_of (self, x);

  *n = self->first[cell + 1] - self->first[cell];
  return self->items + self->first[cell];
}

BarySceneIndex *
bary_scene_get_index (BaryScene *self)
{
  if (self->index == NULL)
    self->index = bary_scene_index_new (self->layout->nodes, self->n_nodes);
  return self->index;
}

BarySceneIndex *
bary_scene_get_discs (BaryScene *self)
{
  const BaryGraphLayout *layout = self->layout;
  g_autofree BaryBox *boxes = NULL;

  if (self->discs != NULL)
    return self->discs;

  boxes = g_new (BaryBox, layout->n_clusters + 1);
  for (guint i = 0; i < layout->n_clusters; i++)
    boxes[i] = (BaryBox) { layout->clusters[i].x, layout->clusters[i].y, 2 * layout->clusters[i].radius_x, 2 * layout->clusters[i].radius_y };
  self->discs = bary_scene_index_new (boxes, layout->n_clusters);
  return self->discs;
}

/* How wide each bundle of ties is, by where the clusters stand. */
const guint *
bary_scene_get_loads (BaryScene *self)
{
  g_autofree BaryTie *ties = NULL;
  g_autofree double *places = NULL;

  if (self->loads != NULL)
    return self->loads;

  ties = g_memdup2 (self->ties->data, self->ties->len * sizeof (BaryTie));
  places = g_new (double, 2 * self->layout->n_clusters + 1);
  for (guint i = 0; i < self->layout->n_clusters; i++)
    {
      places[2 * i] = self->layout->clusters[i].x;
      places[2 * i + 1] = self->layout->clusters[i].y;
    }
  bary_ties_bundle (ties, self->ties->len, places, self->layout->n_clusters, LONGEST_WAY);
  self->loads = g_new (guint, self->ties->len + 1);
  for (guint i = 0; i < self->ties->len; i++)
    self->loads[i] = ties[i].load;
  return self->loads;
}
