#include "bary-hulls.h"

#include <math.h>

#define MARGIN 26.0    /* of ground round what stands on it */
#define NEAR 110.0      /* gap over which parts of a district are joined, whether or not they are in another way */
#define BRIDGE_SHARE 0.75 /* how wide, beside the parts themselves */
#define BRIDGE 8.0     /* half the width at least */
#define BORDER 4.0     /* half of what is left between two districts */
#define ROUND 90.0     /* of the corners between parts of one ground */
#define FINEST 14.0    /* side of a square of the grid */
#define SQUARES 20000.0 /* of them at most, and more for each part */
#define SQUARES_PER_PART 60.0
#define NOWHERE 1e6f
#define LEAST_GAP 30000.0 /* area of a hole in the ground that is left: none has room for a cluster of somebody else's */
#define LEAST_ISLE 300.0
#define FLATNESS 0.35  /* how far a corner may lie off the line without it */

/* At each corner of the grid: the two districts that are nearest. */
typedef struct {
  float distance[2];
  int   district[2];
} Corner;

typedef struct {
  const BaryHullPart *parts; /* flat: as if nothing were stretched */
  guint               n_parts;
  double              x, y, cell;
  int                 columns, rows;
  Corner             *corners;
  int                *next;   /* of each side of a square that a line crosses: the side it crosses then; -1 */
  GArray             *starts; /* of int: sides that have a next one */
} Ground;

/* The distance from two parts with the corner between them rounded: the quadratic smooth minimum of I. Quílez, «Smooth
 * minimum», 2013. As a bridge does, what is rounded off stays away from what stands there. */
static float
join_smoothly (float a,
               float b)
{
  float near = MAX ((float) ROUND - fabsf (a - b), 0);

  return MIN (MIN (a, b), MAX (MIN (a, b) - near * near / (4 * (float) ROUND), (float) (MARGIN - 2 * BORDER)));
}

static void
stand (Corner *corner,
       int     district,
       float   distance)
{
  if (corner->district[0] == district)
    corner->distance[0] = join_smoothly (corner->distance[0], distance);
  else if (distance < corner->distance[0])
    {
      corner->distance[1] = corner->distance[0];
      corner->district[1] = corner->district[0];
      corner->distance[0] = distance;
      corner->district[0] = district;
    }
  else if (distance < corner->distance[1])
    {
      corner->distance[1] = distance;
      corner->district[1] = district;
    }
}

/* Squares that may be near a box. */
typedef struct {
  int left, right, top, bottom;
} Squares;

static Squares
squares_near (const Ground *self,
              double        left,
              double        right,
              double        top,
              double        bottom)
{
  double reach = MARGIN + ROUND;

  return (Squares) {
    MAX ((int) floor ((left - reach - self->x) / self->cell), 0), MIN ((int) ceil ((right + reach - self->x) / self->cell), self->columns - 1),
    MAX ((int) floor ((top - reach - self->y) / self->cell), 0), MIN ((int) ceil ((bottom + reach - self->y) / self->cell), self->rows - 1)
  };
}

static void
stamp_part (Ground             *self,
            const BaryHullPart *part)
{
  double radius = MAX (part->radius, BORDER), across = part->half_width + radius, down = part->half_height + radius;
  Squares near = squares_near (self, part->x - across, part->x + across, part->y - down, part->y + down);

  for (int row = near.top; row <= near.bottom; row++)
    for (int column = near.left; column <= near.right; column++)
      {
        double dx = MAX (fabs (self->x + column * self->cell - part->x) - part->half_width, 0);
        double dy = MAX (fabs (self->y + row * self->cell - part->y) - part->half_height, 0);

        stand (&self->corners[row * self->columns + column], part->district, (float) (sqrt (dx * dx + dy * dy) - radius));
      }
}

/* Never nearer than the edge of what stands there: a bridge gives way to everything. */
static void
stamp_bridge (Ground             *self,
              const BaryHullPart *a,
              const BaryHullPart *b)
{
  double wide = MAX (a->radius, b->radius);
  Squares near = squares_near (self, MIN (a->x, b->x) - wide, MAX (a->x, b->x) + wide, MIN (a->y, b->y) - wide, MAX (a->y, b->y) + wide);
  double dx = b->x - a->x, dy = b->y - a->y, length = MAX (dx * dx + dy * dy, 1e-9);
  double from = MAX (BRIDGE_SHARE * a->radius, BRIDGE), to = MAX (BRIDGE_SHARE * b->radius, BRIDGE);

  for (int row = near.top; row <= near.bottom; row++)
    for (int column = near.left; column <= near.right; column++)
      {
        double x = self->x + column * self->cell - a->x, y = self->y + row * self->cell - a->y;
        double share = CLAMP ((x * dx + y * dy) / length, 0, 1), across = x - share * dx, down = y - share * dy;

        stand (&self->corners[row * self->columns + column], a->district,
               (float) MAX (sqrt (across * across + down * down) - from - (to - from) * share, MARGIN - 2 * BORDER));
      }
}

static double
gap_between (const BaryHullPart *a,
             const BaryHullPart *b)
{
  double dx = MAX (fabs (a->x - b->x) - a->half_width - b->half_width, 0);
  double dy = MAX (fabs (a->y - b->y) - a->half_height - b->half_height, 0);

  return hypot (dx, dy) - a->radius - b->radius;
}

/* Discs side by side: the ground has no clefts between them. */
static void
join_near (Ground      *self,
           const guint *members,
           guint        n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        const BaryHullPart *a = &self->parts[members[i]], *b = &self->parts[members[j]];

        if (a->radius > 0 && b->radius > 0 && gap_between (a, b) < NEAR)
          stamp_bridge (self, a, b);
      }
}

/* Joins the parts of a district by the shortest tree; after R. Prim, 1957. */
static void
join (Ground      *self,
      const guint *members,
      guint        n)
{
  g_autofree double *gaps = g_new (double, n + 1);
  g_autofree guint *from = g_new0 (guint, n + 1);
  g_autofree guint8 *joined = g_malloc0 (n + 1);
  guint last = 0;

  for (guint i = 0; i < n; i++)
    gaps[i] = G_MAXDOUBLE;
  for (guint count = 1; count < n; count++)
    {
      guint nearest = n;

      joined[last] = 1;
      for (guint i = 0; i < n; i++)
        {
          double gap = joined[i] ? 0 : gap_between (&self->parts[members[last]], &self->parts[members[i]]);

          if (joined[i])
            continue;
          if (gap < gaps[i])
            {
              gaps[i] = gap;
              from[i] = last;
            }
          if (nearest == n || gaps[i] < gaps[nearest])
            nearest = i;
        }
      stamp_bridge (self, &self->parts[members[from[nearest]]], &self->parts[members[nearest]]);
      last = nearest;
    }
}

static void
lay_grid (Ground *self)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, frame;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const BaryHullPart *part = &self->parts[i];

      left = MIN (left, part->x - part->half_width - part->radius);
      right = MAX (right, part->x + part->half_width + part->radius);
      top = MIN (top, part->y - part->half_height - part->radius);
      bottom = MAX (bottom, part->y + part->half_height + part->radius);
    }
  self->cell = MAX (FINEST, sqrt ((right - left + 4 * MARGIN) * (bottom - top + 4 * MARGIN) /
                                  (SQUARES + SQUARES_PER_PART * self->n_parts)));
  frame = MARGIN + ROUND + 2 * self->cell;
  self->x = left - frame;
  self->y = top - frame;
  self->columns = (int) ceil ((right + frame - self->x) / self->cell) + 1;
  self->rows = (int) ceil ((bottom + frame - self->y) / self->cell) + 1;
  self->corners = g_new (Corner, (gsize) self->columns * self->rows);
  self->next = g_new (int, (gsize) 2 * self->columns * self->rows);
  for (int i = 0; i < self->columns * self->rows; i++)
    self->corners[i] = (Corner) { { NOWHERE, NOWHERE }, { -2, -2 } };
  for (int i = 0; i < 2 * self->columns * self->rows; i++)
    self->next[i] = -1;
}

/* Below 0 on the ground of a district: nearer than the margin, and nearer than anyone else. */
static float
height_at (const Ground *self,
           int           corner,
           int           district)
{
  const Corner *it = &self->corners[corner];
  guint own = it->district[0] == district ? 0 : 1;

  if (it->district[own] != district)
    return (float) (2 * self->cell);
  return MIN (MAX (it->distance[own] - (float) MARGIN, (it->distance[own] - it->distance[!own]) / 2 + (float) BORDER),
              (float) (2 * self->cell));
}

/* The lines that bound a district, square by square, with the ground on the same hand; after W. Lorensen and H. Cline,
 * «Marching cubes», 1987, in the plane. Sides are numbered by the corner left or above of them: even ones go across. */
static void
trace_square (Ground *self,
              int     corner,
              int     district)
{
  const int corners[5] = { corner, corner + 1, corner + self->columns + 1, corner + self->columns, corner };
  const int sides[4] = { 2 * corner, 2 * (corner + 1) + 1, 2 * (corner + self->columns), 2 * corner + 1 };
  gboolean inside[5];

  for (guint i = 0; i < 4; i++)
    inside[i] = height_at (self, corners[i], district) < 0;
  inside[4] = inside[0];
  for (guint i = 0; i < 4; i++)
    if (inside[i] && !inside[i + 1])
      for (guint j = (i + 1) % 4; j != i; j = (j + 1) % 4)
        if (!inside[j] && inside[j + 1])
          {
            self->next[sides[i]] = sides[j];
            g_array_append_val (self->starts, sides[i]);
            break;
          }
}

static BaryPoint
crossing (const Ground *self,
          int           side,
          int           district)
{
  int from = side / 2, to = side % 2 == 0 ? from + 1 : from + self->columns;
  float a = height_at (self, from, district), b = height_at (self, to, district);
  double share = a == b ? 0.5 : CLAMP (a / (a - b), 0.02, 0.98);
  double x = self->x + from % self->columns * self->cell, y = self->y + from / self->columns * self->cell;

  return (BaryPoint) { side % 2 == 0 ? x + share * self->cell : x, side % 2 == 0 ? y : y + share * self->cell };
}

/* How far a point lies from the line between two others. */
static double
bulge (BaryPoint a,
       BaryPoint it,
       BaryPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;

  return fabs ((it.x - a.x) * dy - (it.y - a.y) * dx) / MAX (hypot (dx, dy), 1e-9);
}

static void
add_point (GArray    *points,
           guint      start,
           BaryPoint  point)
{
  guint n = points->len;

  if (n >= start + 2 && bulge (g_array_index (points, BaryPoint, n - 2), g_array_index (points, BaryPoint, n - 1), point) < FLATNESS)
    g_array_index (points, BaryPoint, n - 1) = point;
  else
    g_array_append_val (points, point);
}

/* The ground lies on the right hand: lines round a hole have a negative area. */
static gboolean
is_kept (const BaryPoint *points,
         guint            n)
{
  double area = 0;

  for (guint i = 0, last = n - 1; i < n; last = i++)
    area += (points[last].x * points[i].y - points[i].x * points[last].y) / 2;
  return n > 2 && (area < -LEAST_GAP || area > LEAST_ISLE);
}

static void
follow (Ground *self,
        int     district,
        GArray *points,
        GArray *ends)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      guint start = points->len;

      for (int side = g_array_index (self->starts, int, i); self->next[side] >= 0;)
        {
          int next = self->next[side];

          add_point (points, start, crossing (self, side, district));
          self->next[side] = -1;
          side = next;
        }
      if (is_kept (&g_array_index (points, BaryPoint, start), points->len - start))
        g_array_append_val (ends, points->len);
      else
        g_array_set_size (points, start);
    }
  g_array_set_size (self->starts, 0);
}

static void
finish (BaryHull *hull,
        GArray   *points,
        GArray   *ends,
        double    stretch)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  hull->n_points = points->len;
  hull->n_ends = ends->len;
  hull->points = (BaryPoint *) (void *) g_array_free (points, FALSE);
  hull->ends = (guint *) (void *) g_array_free (ends, FALSE);
  for (guint i = 0; i < hull->n_points; i++)
    {
      hull->points[i].x *= stretch;
      left = MIN (left, hull->points[i].x);
      right = MAX (right, hull->points[i].x);
      top = MIN (top, hull->points[i].y);
      bottom = MAX (bottom, hull->points[i].y);
    }
  if (hull->n_points > 0)
    hull->bounds = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
}

static void
enclose (Ground      *self,
         int          district,
         const guint *members,
         guint        n,
         double       stretch,
         BaryHull    *hull)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BaryPoint)), *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  Squares all = { self->columns, 0, self->rows, 0 };

  for (guint i = 0; i < n; i++)
    {
      const BaryHullPart *part = &self->parts[members[i]];
      double across = part->half_width + part->radius, down = part->half_height + part->radius;
      Squares near = squares_near (self, part->x - across, part->x + across, part->y - down, part->y + down);

      all = (Squares) { MIN (all.left, near.left), MAX (all.right, near.right), MIN (all.top, near.top), MAX (all.bottom, near.bottom) };
    }
  for (int row = all.top; row < all.bottom; row++)
    for (int column = all.left; column < all.right; column++)
      trace_square (self, row * self->columns + column, district);
  follow (self, district, points, ends);
  finish (hull, points, ends, stretch);
}

/* The numbers of the parts of each district, one after the other. */
static guint *
sort_members (const BaryHullPart *parts,
              guint               n_parts,
              guint               n_districts,
              guint             **first)
{
  guint *members = g_new (guint, n_parts + 1);

  *first = g_new0 (guint, n_districts + 2);
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].district >= 0)
      (*first)[parts[i].district + 2]++;
  for (guint i = 2; i < n_districts + 2; i++)
    (*first)[i] += (*first)[i - 1];
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].district >= 0)
      members[(*first)[parts[i].district + 1]++] = i;
  return members;
}

BaryHull *
bary_hulls_new (const BaryHullPart *parts,
                guint               n_parts,
                guint               n_districts,
                double              stretch)
{
  g_autofree BaryHullPart *flat = g_memdup2 (parts, n_parts * sizeof (BaryHullPart));
  BaryHull *hulls = g_new0 (BaryHull, n_districts + 1);
  g_autofree guint *first = NULL;
  g_autofree guint *members = sort_members (parts, n_parts, n_districts, &first);
  Ground ground = { flat, n_parts };

  if (n_parts == 0)
    return hulls;

  for (guint i = 0; i < n_parts; i++)
    {
      flat[i].x /= stretch;
      flat[i].half_width /= stretch;
    }
  lay_grid (&ground);
  ground.starts = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n_parts; i++)
    stamp_part (&ground, &flat[i]);
  for (guint i = 0; i < n_districts; i++)
    {
      join (&ground, members + first[i], first[i + 1] - first[i]);
      join_near (&ground, members + first[i], first[i + 1] - first[i]);
    }
  for (guint i = 0; i < n_districts; i++)
    enclose (&ground, (int) i, members + first[i], first[i + 1] - first[i], stretch, &hulls[i]);
  g_array_unref (ground.starts);
  g_free (ground.corners);
  g_free (ground.next);
  return hulls;
}

void
bary_hulls_free (BaryHull *hulls,
                 guint     n_districts)
{
  for (guint i = 0; hulls != NULL && i < n_districts; i++)
    {
      g_free (hulls[i].points);
      g_free (hulls[i].ends);
    }
  g_free (hulls);
}

gboolean
bary_hull_contains (const BaryHull *self,
                    double          x,
                    double          y)
{
  gboolean inside = FALSE;

  for (guint line = 0, first = 0; line < self->n_ends; first = self->ends[line++])
    for (guint i = first, last = self->ends[line] - 1; i < self->ends[line]; last = i++)
      {
        BaryPoint a = self->points[last], b = self->points[i];

        if ((a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
          inside = !inside;
      }
  return inside;
}
