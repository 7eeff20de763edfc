#include "bary-cluster-layout.h"

#include "bary-box-grid.h"

#include <math.h>
#include <string.h>

#define STRETCH 1.35
#define GAP 8.0           /* between boxes */
#define FINE_STEP 12.0    /* between rings of a level, which are filled as near to the middle as they go */
#define NUDGE 6.0         /* how finely places on a ring are tried */
#define ROUNDING 20.0     /* sizes that many places depend on grow in these steps, so that they seldom change */
#define LARGEST_BOX 20000.0
#define FULL_CIRCLE (2 * G_PI)
#define SLACK 1e-6

typedef struct {
  BaryLayoutZone *zone;
  double          axis, half;  /* the middle of the zone's angles, and half their span */
  double          base, step;  /* radii of its rings */
  double          median_area;
  guint           first_open;  /* earlier rings are full for ordinary boxes */
  guint           n_placed;
} Filler;

typedef struct {
  BaryClusterLayout *layout;
  BaryBoxGrid       *grid;
} Placer;

gboolean
bary_box_overlaps (const BaryBox *a,
                   const BaryBox *b)
{
  return fabs (a->x - b->x) * 2 < a->width + b->width - SLACK &&
         fabs (a->y - b->y) * 2 < a->height + b->height - SLACK;
}

gboolean
bary_box_contains (const BaryBox *box,
                   double         x,
                   double         y)
{
  return fabs (x - box->x) * 2 <= box->width && fabs (y - box->y) * 2 <= box->height;
}

static double
sane_size (double size)
{
  return isfinite (size) ? CLAMP (size, 0, LARGEST_BOX) : 0;
}

static double
round_up (double size)
{
  return ceil (size / ROUNDING) * ROUNDING;
}

static double
wrap (double angle)
{
  return remainder (angle, FULL_CIRCLE);
}

static double
radius_of (double x,
           double y)
{
  return hypot (x / STRETCH, y);
}

static void
get_corners (const BaryBox *box,
             double         corners[4][2])
{
  for (guint i = 0; i < 4; i++)
    {
      corners[i][0] = box->x + (i & 1 ? 0.5 : -0.5) * box->width;
      corners[i][1] = box->y + (i & 2 ? 0.5 : -0.5) * box->height;
    }
}

static double
farthest_radius (const BaryBox *box)
{
  return radius_of (fabs (box->x) + box->width / 2, fabs (box->y) + box->height / 2);
}

static double
nearest_radius (const BaryBox *box)
{
  return radius_of (MAX (fabs (box->x) - box->width / 2, 0), MAX (fabs (box->y) - box->height / 2, 0));
}

/* A sector of less than a circle spans half of it at most, so it is convex and the corners decide. */
static gboolean
lies_between (const BaryLayoutZone *zone,
              const BaryBox        *box)
{
  double half = (zone->end - zone->start) / 2, axis = (zone->end + zone->start) / 2;
  double corners[4][2];

  if (half > G_PI - SLACK)
    return TRUE;

  get_corners (box, corners);
  for (guint i = 0; i < 4; i++)
    if (fabs (wrap (atan2 (corners[i][1], corners[i][0] / STRETCH) - axis)) > half + SLACK)
      return FALSE;
  return TRUE;
}

gboolean
bary_cluster_layout_zone_holds (const BaryClusterLayout *layout,
                                guint                    zone,
                                const BaryBox           *box)
{
  const BaryLayoutZone *it;

  g_return_val_if_fail (zone < layout->n_zones, FALSE);

  it = &layout->zones[zone];
  return lies_between (it, box) && farthest_radius (box) <= it->outer + SLACK &&
         nearest_radius (box) >= it->inner - SLACK;
}

/* The fraction whose binary digits are those of i backwards (van der Corput, 1935): any number of them
 * in a row is spread evenly, and one more does not move the others. */
static double
spread (guint i)
{
  double result = 0, digit = 0.5;

  for (; i > 0; i >>= 1, digit /= 2)
    if (i & 1)
      result += digit;
  return result;
}

static gboolean
try_place (Placer  *self,
           Filler  *filler,
           double   radius,
           double   offset,
           BaryBox *box)
{
  BaryBox spaced;

  if (fabs (offset) > filler->half + SLACK)
    return FALSE;

  box->x = radius * STRETCH * cos (filler->axis + offset);
  box->y = radius * sin (filler->axis + offset);
  if (!lies_between (filler->zone, box) || nearest_radius (box) < filler->zone->inner)
    return FALSE;

  spaced = (BaryBox) { box->x, box->y, box->width + GAP, box->height + GAP };
  return !bary_box_grid_collides (self->grid, &spaced);
}

/* The free place of a ring that is nearest to the preferred one. */
static gboolean
place_on_ring (Placer  *self,
               Filler  *filler,
               double   radius,
               double   preferred,
               BaryBox *box)
{
  gboolean whole = filler->half > G_PI - SLACK;
  double nudge = NUDGE / (radius * STRETCH);
  guint n = (guint) (filler->half / nudge);

  for (guint i = 0; i <= n; i++)
    {
      double right = preferred + i * nudge, left = preferred - i * nudge;

      if (try_place (self, filler, radius, whole ? wrap (right) : right, box) ||
          (i > 0 && try_place (self, filler, radius, whole ? wrap (left) : left, box)))
        return TRUE;
    }
  return FALSE;
}

/* Ends: on a ring that lies beyond everything placed and on which the zone is wider than the box, the
 * preferred place is free, and the rings reach any radius. */
static void
place (Placer  *self,
       Filler  *filler,
       BaryBox *box)
{
  double preferred = filler->half > G_PI - SLACK ? wrap (FULL_CIRCLE * spread (filler->n_placed)) : 0;
  gboolean ordinary = box->width * box->height <= filler->median_area + SLACK;
  guint failed = 0;

  for (guint ring = filler->first_open;; ring += 1 + failed / 16, failed++)
    {
      if (place_on_ring (self, filler, filler->base + ring * filler->step, preferred, box))
        break;
      if (ordinary && failed == 0)
        filler->first_open = ring + 1;
    }
  filler->n_placed++;
  bary_box_grid_add (self->grid, box);
  filler->zone->outer = MAX (filler->zone->outer, farthest_radius (box));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return n > 0 ? values[n / 2] : 0;
}

/* The least radius on the axis that clears a distance in x or one in y. */
static double
clearing_radius (double axis,
                 double in_x,
                 double in_y)
{
  double by_x = fabs (cos (axis)) > 0.1 ? in_x / (STRETCH * fabs (cos (axis))) : G_MAXDOUBLE;
  double by_y = fabs (sin (axis)) > 0.1 ? in_y / fabs (sin (axis)) : G_MAXDOUBLE;

  return MIN (by_x, by_y);
}

static void
measure_rings (Placer        *self,
               Filler        *filler,
               const BaryBox *boxes,
               guint          n)
{
  const BaryBox *centre = &self->layout->centre;
  g_autofree double *widths = g_new (double, n + 1);
  g_autofree double *heights = g_new (double, n + 1);
  double width, height;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = boxes[i].width;
      heights[i] = boxes[i].height;
    }
  width = round_up (median (widths, n));
  height = round_up (median (heights, n));
  filler->median_area = width * height;

  if (filler->half > G_PI - SLACK)
    {
      filler->base = filler->zone->inner + height / 2 + GAP;
      filler->step = FINE_STEP;
      return;
    }
  filler->base = clearing_radius (filler->axis, (centre->width + MAX (width, filler->zone->heading.width)) / 2 + 3 * GAP,
                                  (centre->height + MAX (height, filler->zone->heading.height)) / 2 + 3 * GAP);
  filler->step = clearing_radius (filler->axis, width + 2 * GAP, height + 2 * GAP);
}

/* @boxes: in the order of their keys */
static void
fill_zone (Placer         *self,
           BaryLayoutZone *zone,
           BaryBox        *boxes,
           guint           n)
{
  Filler filler = { zone, (zone->start + zone->end) / 2, (zone->end - zone->start) / 2 };

  measure_rings (self, &filler, boxes, n);
  zone->outer = zone->inner;
  zone->n_members = n;
  if (zone->heading.width > 0)
    place (self, &filler, &zone->heading);
  for (guint i = 0; i < n; i++)
    place (self, &filler, &boxes[i]);
  zone->outer = round_up (zone->outer + GAP);
}

/* Twice the span for a group of more than eight, three times for more than 32 and so on: the borders
 * between sectors seldom move. */
static guint
sector_share (guint n_members)
{
  guint share = 1;

  for (guint limit = 8; n_members > limit && share < 6; limit *= 4)
    share++;
  return share;
}

static void
divide_circle (BaryClusterLayout *layout,
               const guint       *counts)
{
  g_autofree guint *shares = g_new (guint, layout->n_zones);
  guint total = 0;
  double angle;

  for (guint i = 0; i < layout->n_zones; i++)
    total += shares[i] = sector_share (counts[i]);
  for (guint i = 0; i < layout->n_zones && layout->n_zones > 1; i++)
    if (shares[i] * 2 > total)
      {
        total = 2 * (total - shares[i]);
        shares[i] = total / 2;
      }

  /* The first group stands on the left, the others follow clockwise; of two the first stands above, because
   * boxes are wide and pile up well. */
  angle = (layout->n_zones == 2 ? -G_PI / 2 : G_PI) - G_PI * shares[0] / total;
  for (guint i = 0; i < layout->n_zones; i++)
    {
      layout->zones[i].start = angle;
      angle += FULL_CIRCLE * shares[i] / total;
      layout->zones[i].end = angle;
    }
}

static void
surround (BaryLayoutZone *zone)
{
  zone->start = -G_PI / 2 - G_PI;
  zone->end = -G_PI / 2 + G_PI;
}

typedef struct {
  const BaryLayoutMember *member;
  guint                   index;
} Sorted;

static guint
zone_of (const BaryLayoutMember *member,
         guint                   n_groups)
{
  return member->group >= 0 && (guint) member->group < n_groups ? (guint) member->group : n_groups;
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const BaryLayoutMember *x = ((const Sorted *) a)->member, *y = ((const Sorted *) b)->member;
  guint n_groups = GPOINTER_TO_UINT (user_data);
  int by_zone = (int) zone_of (x, n_groups) - (int) zone_of (y, n_groups);
  int by_key = g_strcmp0 (x->key, y->key);

  if (by_zone != 0)
    return by_zone;
  if (by_key != 0)
    return by_key;
  return compare_doubles (&x->width, &y->width) != 0 ? compare_doubles (&x->width, &y->width)
                                                     : compare_doubles (&x->height, &y->height);
}

static void
extend (BaryBox       *bounds,
        const BaryBox *box)
{
  double left = MIN (bounds->x - bounds->width / 2, box->x - box->width / 2);
  double right = MAX (bounds->x + bounds->width / 2, box->x + box->width / 2);
  double top = MIN (bounds->y - bounds->height / 2, box->y - box->height / 2);
  double bottom = MAX (bounds->y + bounds->height / 2, box->y + box->height / 2);

  *bounds = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
}

static void
extend_by_arc (BaryClusterLayout *layout,
               const BaryLayoutZone *zone)
{
  for (guint i = 0; i <= 64; i++)
    {
      double angle = zone->start + (zone->end - zone->start) * i / 64;
      BaryBox point = { zone->outer * STRETCH * cos (angle), zone->outer * sin (angle), 0, 0 };

      extend (&layout->bounds, &point);
    }
}

static void
measure_bounds (BaryClusterLayout *layout)
{
  layout->bounds = layout->centre;
  for (guint i = 0; i < layout->n_zones; i++)
    {
      extend (&layout->bounds, &layout->zones[i].heading);
      extend_by_arc (layout, &layout->zones[i]);
    }
  for (guint i = 0; i < layout->n_members; i++)
    extend (&layout->bounds, &layout->members[i]);
}

static void
fill (BaryClusterLayout *layout,
      BaryBox           *boxes,
      const guint       *counts)
{
  Placer placer = { layout, bary_box_grid_new () };
  gboolean levels = layout->arrangement == BARY_ARRANGEMENT_LEVELS || layout->n_zones <= 1;
  double inner = round_up (farthest_radius (&layout->centre) + GAP);

  bary_box_grid_add (placer.grid, &layout->centre);
  if (!levels)
    divide_circle (layout, counts);
  for (guint i = 0; i < layout->n_zones; i++)
    {
      BaryLayoutZone *zone = &layout->zones[i];

      if (levels)
        surround (zone);
      zone->inner = levels ? inner : 0;
      fill_zone (&placer, zone, boxes, counts[i]);
      boxes += counts[i];
      inner = zone->outer;
    }
  bary_box_grid_free (placer.grid);
}

static BaryClusterLayout *
prepare (const BaryLayoutInput *input)
{
  BaryClusterLayout *layout = g_new0 (BaryClusterLayout, 1);
  gboolean unknown = FALSE;

  for (guint i = 0; i < input->n_members && !unknown; i++)
    unknown = zone_of (&input->members[i], input->n_groups) == input->n_groups;

  layout->arrangement = input->arrangement;
  layout->stretch = STRETCH;
  layout->centre = (BaryBox) { 0, 0, sane_size (input->centre_width), sane_size (input->centre_height) };
  layout->n_members = input->n_members;
  layout->members = g_new0 (BaryBox, MAX (input->n_members, 1));
  layout->n_zones = input->n_groups + (unknown ? 1 : 0);
  layout->zones = g_new0 (BaryLayoutZone, MAX (layout->n_zones, 1));
  for (guint i = 0; i < input->n_groups; i++)
    {
      layout->zones[i].heading.width = sane_size (input->headings[i].width);
      layout->zones[i].heading.height = sane_size (input->headings[i].height);
    }
  return layout;
}

BaryClusterLayout *
bary_cluster_layout_new (const BaryLayoutInput *input)
{
  BaryClusterLayout *layout = prepare (input);
  g_autofree Sorted *sorted = g_new (Sorted, input->n_members + 1);
  g_autofree BaryBox *boxes = g_new0 (BaryBox, input->n_members + 1);
  g_autofree guint *counts = g_new0 (guint, layout->n_zones + 1);

  for (guint i = 0; i < input->n_members; i++)
    sorted[i] = (Sorted) { &input->members[i], i };
  g_qsort_with_data (sorted, input->n_members, sizeof (Sorted), compare_members, GUINT_TO_POINTER (input->n_groups));
  for (guint i = 0; i < input->n_members; i++)
    {
      boxes[i].width = sane_size (sorted[i].member->width);
      boxes[i].height = sane_size (sorted[i].member->height);
      counts[zone_of (sorted[i].member, input->n_groups)]++;
    }

  fill (layout, boxes, counts);
  for (guint i = 0; i < input->n_members; i++)
    layout->members[sorted[i].index] = boxes[i];
  measure_bounds (layout);
  return layout;
}

void
bary_cluster_layout_free (BaryClusterLayout *layout)
{
  g_free (layout->members);
  g_free (layout->zones);
  g_free (layout);
}

static int
find_level (const BaryClusterLayout *layout,
            double                   radius)
{
  for (guint i = 0; i < layout->n_zones; i++)
    if (radius < layout->zones[i].outer)
      return (int) i;
  return (int) layout->n_zones - 1;
}

static int
find_sector (const BaryClusterLayout *layout,
             double                   angle)
{
  for (guint i = 0; i < layout->n_zones; i++)
    {
      const BaryLayoutZone *zone = &layout->zones[i];

      if (fabs (wrap (angle - (zone->start + zone->end) / 2)) <= (zone->end - zone->start) / 2)
        return (int) i;
    }
  return (int) layout->n_zones - 1;
}

int
bary_cluster_layout_find_zone (const BaryClusterLayout *layout,
                               double                   x,
                               double                   y)
{
  if (layout->n_zones == 0 || bary_box_contains (&layout->centre, x, y))
    return -1;
  if (layout->arrangement == BARY_ARRANGEMENT_LEVELS || layout->n_zones == 1)
    return find_level (layout, radius_of (x, y));
  return find_sector (layout, atan2 (y, x / STRETCH));
}
