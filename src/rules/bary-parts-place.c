#include "bary-parts.h"

#include "bary-turns.h"

#include <math.h>
#include <stdlib.h>

#define PART_GAP 30.0
#define SHAPE 1.6 /* width to height of rows of parts and of columns */

/* Separating */

typedef struct {
  guint  node;
  int    rank;
  guint  n_ties;
  double distance;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  if (one->n_ties != other->n_ties)
    return one->n_ties > other->n_ties ? -1 : 1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return (one->node > other->node) - (one->node < other->node);
}

typedef struct {
  double x, y;        /* the mean of all */
  double top, bottom;
  double row;         /* a mean height */
} Field;

static Field
survey (BaryLayoutWork *work,
        const guint    *nodes,
        guint           n)
{
  Field field = { 0, 0, G_MAXDOUBLE, -G_MAXDOUBLE, 0 };

  for (guint i = 0; i < n; i++)
    {
      const BaryFlatBox *box = &work->nodes[nodes[i]].box;

      field.x += box->x / n;
      field.y += box->y / n;
      field.row += 2 * box->half_height / n;
      field.top = MIN (field.top, box->y - box->half_height);
      field.bottom = MAX (field.bottom, box->y + box->half_height);
    }
  return field;
}

/* Rank 2 comes from the middle outwards among those with as many ties. */
static Turn *
give_turns (BaryLayoutWork *work,
            const guint    *nodes,
            guint           n,
            const Field    *field)
{
  Turn *turns = g_new (Turn, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const BaryWorkNode *node = &work->nodes[nodes[i]];
      guint n_ties = work->first_tie[nodes[i] + 1] - work->first_tie[nodes[i]];

      turns[i] = (Turn) { nodes[i], bary_part_is_pinned (node) ? 0 : node->known ? 1 : 2, n_ties,
                          bary_turns_length (node->box.x - field->x, node->box.y - field->y) };
    }
  qsort (turns, n, sizeof (Turn), compare_turns);
  return turns;
}

static void
place_freely (BaryBoxRows *rows,
              BaryFlatBox *box,
              const Field *field)
{
  double angle, from_x = box->x, from_y = box->y;

  if (bary_box_rows_find (rows, box, 1) == NULL)
    return;
  for (double reach = 4 * (box->half_height + BARY_LAYOUT_GAP_Y) + 2 * box->half_width; reach < 20000; reach *= 2.5)
    if (bary_box_rows_fit (rows, box, reach, NULL, NULL))
      return;

  angle = bary_turns_angle (from_x - field->x, from_y - field->y);
  bary_box_rows_fit_on_ray (rows, box, from_x, from_y, 0, angle, NULL, NULL);
}

void
bary_nodes_separate (BaryLayoutWork *work,
                     const guint    *nodes,
                     guint           n)
{
  Field field = survey (work, nodes, n);
  g_autofree Turn *turns = NULL;
  g_autoptr (BaryBoxRows) rows = NULL;

  if (n == 0)
    return;
  turns = give_turns (work, nodes, n, &field);
  rows = bary_box_rows_new (field.row + BARY_LAYOUT_GAP_Y, field.top, field.bottom, BARY_LAYOUT_GAP_X, BARY_LAYOUT_GAP_Y);
  for (guint i = 0; i < n; i++)
    {
      BaryFlatBox *box = &work->nodes[turns[i].node].box;

      if (turns[i].rank > 0)
        place_freely (rows, box, &field);
      bary_box_rows_add (rows, box);
    }
}

/* Lining up */

typedef struct {
  double x, y;
  guint  node;
} Point;

static int
compare_across (gconstpointer a,
                gconstpointer b)
{
  const Point *one = a, *other = b;

  return one->x != other->x ? (one->x < other->x ? -1 : 1) : (one->node > other->node) - (one->node < other->node);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const Point *one = a, *other = b;

  return one->y != other->y ? (one->y < other->y ? -1 : 1) : (one->node > other->node) - (one->node < other->node);
}

/* Returns: where the next column begins */
static double
fill_column (BaryLayoutWork *work,
             Point          *points,
             guint           n,
             double          left)
{
  double width = 0, y = 0;

  qsort (points, n, sizeof (Point), compare_down);
  for (guint i = 0; i < n; i++)
    width = MAX (width, 2 * work->nodes[points[i].node].box.half_width);
  for (guint i = 0; i < n; i++)
    {
      BaryFlatBox *box = &work->nodes[points[i].node].box;

      box->x = left + width / 2;
      box->y = y + box->half_height;
      y += 2 * box->half_height + BARY_LAYOUT_GAP_Y;
    }
  return left + width + BARY_LAYOUT_GAP_X;
}

void
bary_nodes_line_up (BaryLayoutWork *work,
                    const guint    *nodes,
                    guint           n)
{
  g_autofree Point *points = g_new (Point, n + 1);
  double area = 0, left = 0;

  for (guint i = 0; i < n; i++)
    {
      const BaryFlatBox *box = &work->nodes[nodes[i]].box;

      points[i] = (Point) { box->x, box->y, nodes[i] };
      area += (2 * box->half_width + BARY_LAYOUT_GAP_X) * (2 * box->half_height + BARY_LAYOUT_GAP_Y);
    }
  qsort (points, n, sizeof (Point), compare_across);
  for (guint i = 0, end; i < n; i = end)
    {
      double height = 0;

      for (end = i; end < n && (end == i || height < sqrt (area / SHAPE)); end++)
        height += 2 * work->nodes[points[end].node].box.half_height + BARY_LAYOUT_GAP_Y;
      left = fill_column (work, points + i, end - i, left);
    }
}

/* Packing */

typedef struct {
  double left, right, top, bottom;
} Area;

static Area
measure_part (BaryLayoutWork *work,
              const BaryPart *part)
{
  Area area = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < part->n; i++)
    {
      const BaryFlatBox *box = &work->nodes[part->nodes[i]].box;

      area.left = MIN (area.left, box->x - box->half_width);
      area.right = MAX (area.right, box->x + box->half_width);
      area.top = MIN (area.top, box->y - box->half_height);
      area.bottom = MAX (area.bottom, box->y + box->half_height);
    }
  return area;
}

typedef struct {
  guint part;
  Area  area;
} Rectangle;

/* High ones first, so that the rows are even. */
static int
compare_rectangles (gconstpointer a,
                    gconstpointer b)
{
  const Rectangle *one = a, *other = b;
  double height = one->area.bottom - one->area.top, height2 = other->area.bottom - other->area.top;

  if (height != height2)
    return height > height2 ? -1 : 1;
  return (one->part > other->part) - (one->part < other->part);
}

static void
move_part (BaryLayoutWork *work,
           const BaryPart *part,
           double          x,
           double          y)
{
  for (guint i = 0; i < part->n; i++)
    {
      work->nodes[part->nodes[i]].box.x += x;
      work->nodes[part->nodes[i]].box.y += y;
    }
}

static void
pack_in_rows (BaryLayoutWork  *work,
              GArray          *parts,
              const Rectangle *rectangles,
              guint            n,
              double           left,
              double           top)
{
  double area = 0, widest = 0, x = left, y = top, height = 0, width;

  for (guint i = 0; i < n; i++)
    {
      const Area *it = &rectangles[i].area;

      area += (it->right - it->left + PART_GAP) * (it->bottom - it->top + PART_GAP);
      widest = MAX (widest, it->right - it->left);
    }
  width = MAX (widest, sqrt (area * SHAPE));
  for (guint i = 0; i < n; i++)
    {
      const Area *it = &rectangles[i].area;

      if (x > left && x + it->right - it->left > left + width)
        {
          x = left;
          y += height + PART_GAP;
          height = 0;
        }
      move_part (work, &g_array_index (parts, BaryPart, rectangles[i].part), x - it->left, y - it->top);
      x += it->right - it->left + PART_GAP;
      height = MAX (height, it->bottom - it->top);
    }
}

/* Overlaps of different parts, and of pinned nodes with anything. */
static void
separate_anchored (BaryLayoutWork *work,
                   GArray         *parts)
{
  g_autofree guint *nodes = g_new (guint, work->n_nodes + 1);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const BaryPart *part = &g_array_index (parts, BaryPart, i);

      for (guint j = 0; bary_part_is_anchored (part) && j < part->n; j++)
        nodes[n++] = part->nodes[j];
    }
  bary_nodes_separate (work, nodes, n);
}

void
bary_parts_pack (BaryLayoutWork *work,
                 GArray         *parts)
{
  g_autofree Rectangle *rectangles = g_new (Rectangle, parts->len + 1);
  double left = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint n = 0;

  separate_anchored (work, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const BaryPart *part = &g_array_index (parts, BaryPart, i);
      Area area = measure_part (work, part);

      if (bary_part_is_anchored (part))
        {
          left = MIN (left, area.left);
          bottom = MAX (bottom, area.bottom);
        }
      else
        rectangles[n++] = (Rectangle) { i, area };
    }
  qsort (rectangles, n, sizeof (Rectangle), compare_rectangles);
  if (left == G_MAXDOUBLE)
    pack_in_rows (work, parts, rectangles, n, 0, 0);
  else
    pack_in_rows (work, parts, rectangles, n, left, bottom + PART_GAP);
}
