#include "bary-known-zones.h"

#include "bary-turns.h"

#include <math.h>

#define FULL_CIRCLE (2 * G_PI)
#define LEAST_SPAN 0.2
#define AGREEMENT 0.9

gboolean
bary_known_zones_hold (const BaryLayoutWork  *work,
                       const BaryWorkCluster *cluster,
                       guint                  node,
                       double                 tolerance)
{
  const BaryWorkNode *it = &work->nodes[node];
  const BaryLayoutZone *zone = it->zone >= 0 ? &cluster->zones[it->zone] : NULL;
  double x = it->box.x - cluster->x, y = it->box.y - cluster->y, radius = bary_turns_length (x, y);
  double half;

  if (zone == NULL)
    return TRUE;
  half = (zone->end - zone->start) / 2;
  if (radius < zone->inner - tolerance * cluster->radius || (zone->inner > 0 && radius > zone->outer + tolerance * cluster->radius))
    return FALSE;
  return half > G_PI - 1e-6 ||
         fabs (bary_turns_wrap (bary_turns_angle (x, y) - (zone->start + zone->end) / 2)) <= half + tolerance;
}

/* Of 0 to below a full turn. */
static double
turn_of (double angle)
{
  return angle - FULL_CIRCLE * floor (angle / FULL_CIRCLE);
}

typedef struct {
  double angle;
  int    side; /* -1 belongs before the border, 1 after it */
} Mark;

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *x = a, *y = b;

  if (x->angle != y->angle)
    return x->angle < y->angle ? -1 : 1;
  return x->side - y->side;
}

static double
angle_of (const BaryLayoutWork  *work,
          const BaryWorkCluster *cluster,
          guint                  node)
{
  return bary_turns_angle (work->nodes[node].box.x - cluster->x, work->nodes[node].box.y - cluster->y);
}

static gboolean
counts (const BaryLayoutWork *work,
        guint                 node,
        int                   zone)
{
  return work->nodes[node].settled && work->nodes[node].zone == zone;
}

static gboolean
find_axis (const BaryLayoutWork  *work,
           const BaryWorkCluster *cluster,
           int                    zone,
           double                *axis)
{
  double x = 0, y = 0;
  gboolean any = FALSE;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (counts (work, i, zone))
      {
        double cosine, sine;

        bary_turns_point (angle_of (work, cluster, i), &cosine, &sine);
        x += cosine;
        y += sine;
        any = TRUE;
      }
  *axis = bary_turns_angle (x, y);
  return any;
}

/* Angles grow in the sense of @sense from the axis of one zone to that of the other, which is @way farther.
 * Returns: how far the border is. */
static double
find_border (const BaryLayoutWork  *work,
             const BaryWorkCluster *cluster,
             int                    one,
             int                    other,
             double                 axis,
             double                 way,
             int                    sense)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  double border = way / 2, widest = -1;
  int right = 0, most = G_MININT;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (counts (work, i, one) || counts (work, i, other))
      {
        Mark mark = { turn_of (sense * (angle_of (work, cluster, i) - axis)), counts (work, i, one) ? -1 : 1 };

        /* What lies behind the middle of either zone says nothing about the border between them. */
        if (mark.angle <= way)
          g_array_append_val (marks, mark);
      }
  qsort (marks->data, marks->len, sizeof (Mark), compare_marks);
  for (guint i = 0; i <= marks->len; i++)
    {
      double low = i > 0 ? g_array_index (marks, Mark, i - 1).angle : 0;
      double high = i < marks->len ? g_array_index (marks, Mark, i).angle : way;

      right -= i > 0 ? g_array_index (marks, Mark, i - 1).side : 0;
      if (right > most || (right == most && high - low > widest))
        {
          most = right;
          widest = high - low;
          border = (low + high) / 2;
        }
    }
  return border;
}

/* The zones with members, in the order of the scheme, and the sense in which they go once round. */
static int
find_sense (const double *axes,
            guint         n)
{
  double clockwise = 0, back = 0;

  for (guint i = 0; i < n; i++)
    {
      clockwise += turn_of (axes[(i + 1) % n] - axes[i]);
      back += turn_of (axes[i] - axes[(i + 1) % n]);
    }
  return back < clockwise - 1e-6 ? -1 : 1;
}

/* A zone without members lies as a narrow sector on the border where it belongs. */
static void
lay_between (BaryWorkCluster *cluster,
             int              from,
             int              to,
             double           border,
             int              sense)
{
  guint n = cluster->n_zones, between = ((guint) to + n - (guint) from - 1) % n;
  double half = LEAST_SPAN * between / 2;

  for (guint i = 0; i < between; i++)
    {
      BaryLayoutZone *zone = &cluster->zones[((guint) from + 1 + i) % n];
      double low = border + sense * (i * LEAST_SPAN - half), high = low + sense * LEAST_SPAN;

      zone->start = MIN (low, high);
      zone->end = MAX (low, high);
      zone->outer = cluster->radius;
    }
}

static gboolean
recover_sectors (BaryLayoutWork  *work,
                 BaryWorkCluster *cluster)
{
  g_autofree int *zones = g_new (int, cluster->n_zones + 1);
  g_autofree double *axes = g_new (double, cluster->n_zones + 1);
  g_autofree double *borders = g_new (double, cluster->n_zones + 1);
  guint n = 0;
  int sense;

  for (guint i = 0; i < cluster->n_zones; i++)
    if (find_axis (work, cluster, (int) i, &axes[n]))
      zones[n++] = (int) i;
  if (n < 2)
    return FALSE;
  sense = find_sense (axes, n);
  for (guint i = 0; i < n; i++)
    {
      guint next = (i + 1) % n;
      double way = turn_of (sense * (axes[next] - axes[i]));

      borders[i] = axes[i] + sense * find_border (work, cluster, zones[i], zones[next], axes[i], way, sense);
    }
  for (guint i = 0; i < n; i++)
    {
      BaryLayoutZone *zone = &cluster->zones[zones[i]];
      double before = borders[(i + n - 1) % n], span = turn_of (sense * (borders[i] - before));

      zone->start = sense > 0 ? before : before - span;
      zone->end = zone->start + MAX (span, LEAST_SPAN);
      zone->inner = 0;
      zone->outer = cluster->radius;
      lay_between (cluster, zones[i], zones[(i + 1) % n], borders[i], sense);
    }
  return TRUE;
}

static double
ring_edge (const BaryLayoutWork  *work,
           const BaryWorkCluster *cluster,
           int                    ring,
           gboolean               outer)
{
  double edge = outer ? 0 : G_MAXDOUBLE;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (counts (work, i, ring))
      {
        const BaryFlatBox *box = &work->nodes[i].box;
        double near = bary_turns_length (MAX (fabs (box->x - cluster->x) - box->half_width, 0),
                                         MAX (fabs (box->y - cluster->y) - box->half_height, 0));

        edge = outer ? MAX (edge, bary_flat_box_reach (box, cluster->x, cluster->y)) : MIN (edge, near);
      }
  return edge;
}

static double
ring_middle (const BaryLayoutWork  *work,
             const BaryWorkCluster *cluster,
             int                    ring)
{
  double sum = 0;
  guint n = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (counts (work, i, ring))
      {
        sum += bary_turns_length (work->nodes[i].box.x - cluster->x, work->nodes[i].box.y - cluster->y);
        n++;
      }
  return n > 0 ? sum / n : -1;
}

/* Where rings are clear of each other, the border is where it is drawn for a new layout; else between their middles. */
static gboolean
recover_rings (BaryLayoutWork  *work,
               BaryWorkCluster *cluster)
{
  const BaryFlatBox *centre = cluster->centre >= 0 ? &work->nodes[cluster->centre].box : NULL;
  double inner = centre != NULL ? bary_turns_length (centre->half_width, centre->half_height) + work->spacing.gap_y : 0;

  for (guint i = 0; i < cluster->n_zones; i++)
    {
      BaryLayoutZone *zone = &cluster->zones[i];
      double edge = ring_edge (work, cluster, (int) i, TRUE) + work->spacing.gap_y, middle = ring_middle (work, cluster, (int) i);
      double next = G_MAXDOUBLE, next_middle = -1;

      for (guint j = i + 1; j < cluster->n_zones && next_middle < 0; j++)
        {
          next = ring_edge (work, cluster, (int) j, FALSE);
          next_middle = ring_middle (work, cluster, (int) j);
        }
      if (middle < 0)
        edge = inner + 2 * work->spacing.gap_y;
      else if (next_middle >= 0 && edge > next + 2 * work->spacing.gap_y)
        edge = (middle + next_middle) / 2;
      zone->start = -G_PI / 2 - G_PI;
      zone->end = -G_PI / 2 + G_PI;
      zone->inner = inner;
      zone->outer = MAX (edge, inner + work->spacing.gap_y);
      inner = zone->outer;
    }
  return TRUE;
}

static gboolean
agrees (const BaryLayoutWork  *work,
        const BaryWorkCluster *cluster)
{
  guint n = 0, held = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (work->nodes[i].settled && work->nodes[i].zone >= 0)
      {
        n++;
        held += bary_known_zones_hold (work, cluster, i, 0.02);
      }
  return held >= AGREEMENT * n;
}

gboolean
bary_known_zones_recover (BaryLayoutWork  *work,
                          BaryWorkCluster *cluster)
{
  if (cluster->n_zones == 0)
    return TRUE;
  if (cluster->levels || cluster->n_zones == 1)
    return recover_rings (work, cluster);
  if (work->alone && agrees (work, cluster))
    return TRUE;
  return recover_sectors (work, cluster);
}
