#include "bary-disc-layout.h"

#include "bary-turns.h"

#include <math.h>

#define RING_FILL 0.45     /* of a ring by boxes and the gaps between them */
#define MEMBERS_FILL 3.6   /* alone there is room for ties to pass each other and labels by: divided by the members */
#define ROOM_ALONE 0.04    /* and that much less */
#define LEAST_FILL 0.08
#define LARGEST_FILL 0.2
#define SLENDER 6.0        /* boxes that are wider to their height, flattened, are wide */
#define LEAST_SHARE 0.06   /* of the circle for a group */
#define EMPTY_SHARE 0.7    /* of what a small group has alone */
#define LARGEST_SEARCHED 300 /* members; more are spread evenly at once */
#define FULL_CIRCLE (2 * G_PI)
#define SLACK 1e-9

static double
area_of (const BaryLayoutWork *work,
         double                half_width,
         double                half_height)
{
  return (2 * half_width + work->spacing.gap_x) * (2 * half_height + work->spacing.gap_y);
}

static double
area_of_zone (const BaryLayoutWork  *work,
              const BaryWorkCluster *cluster,
              guint                  zone)
{
  const BaryBox *heading = &cluster->zones[zone].heading;
  double area = heading->width > 0 ? area_of (work, heading->width / 2, heading->height / 2) : 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (work->nodes[i].zone == (int) zone)
      area += area_of (work, work->nodes[i].box.half_width, work->nodes[i].box.half_height);
  return area;
}

/* How much of a disc that is alone is full: less if boxes are wide, which need room to pass each other. */
static double
fill_alone (const BaryLayoutWork  *work,
            const BaryWorkCluster *cluster)
{
  double width = 0, height = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      width += work->nodes[i].box.half_width;
      height += work->nodes[i].box.half_height;
    }
  return CLAMP (MEMBERS_FILL / MAX (cluster->n, 1) - ROOM_ALONE, LEAST_FILL, LARGEST_FILL) * MIN (SLENDER * height / MAX (width, SLACK), 1);
}

void
bary_disc_layout_measure (BaryLayoutWork  *work,
                          BaryWorkCluster *cluster)
{
  double area = 0, least = 0, fill = work->spacing.fill;

  if (work->alone && !cluster->levels)
    fill = fill_alone (work, cluster);
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      const BaryFlatBox *box = &work->nodes[i].box;

      area += area_of (work, box->half_width, box->half_height);
      least = MAX (least, bary_turns_length (box->half_width, box->half_height));
    }
  for (guint i = 0; i < cluster->n_zones; i++)
    if (cluster->zones[i].heading.width > 0)
      area += area_of (work, cluster->zones[i].heading.width / 2, cluster->zones[i].heading.height / 2);
  cluster->radius = MAX (sqrt (area / (G_PI * fill)), least) + work->spacing.gap_y;
}

/* Twice the span for a group of more than eight, three times for more than 32 and so on: the borders between
 * sectors seldom move. A group of nobody has room for its name. */
static double
coarse_share (guint n_members)
{
  double share = n_members > 0 ? 1 : EMPTY_SHARE;

  for (guint limit = 8; n_members > limit && share < 6; limit *= 4)
    share++;
  return share;
}

/* No sector spans more than half of the circle, but that of the only group that has members. */
static void
limit_shares (const BaryWorkCluster *cluster,
              double                *shares,
              double                *total)
{
  guint n_filled = 0;

  for (guint i = 0; i < cluster->n_zones; i++)
    n_filled += cluster->zones[i].n_members > 0;
  for (guint i = 0; i < cluster->n_zones && n_filled > 1; i++)
    if (shares[i] * 2 > *total)
      {
        *total = 2 * (*total - shares[i]);
        shares[i] = *total / 2;
      }
}

static void
share_circle (const BaryLayoutWork  *work,
              const BaryWorkCluster *cluster,
              double                *shares)
{
  double total = 0;

  for (guint i = 0; i < cluster->n_zones; i++)
    total += shares[i] = work->alone ? coarse_share (cluster->zones[i].n_members) : area_of_zone (work, cluster, i);
  for (guint i = 0; i < cluster->n_zones && !work->alone; i++)
    shares[i] = MAX (shares[i], LEAST_SHARE * total) + SLACK;
  total = 0;
  for (guint i = 0; i < cluster->n_zones; i++)
    total += shares[i];
  limit_shares (cluster, shares, &total);
  for (guint i = 0; i < cluster->n_zones; i++)
    shares[i] /= total;
}

/* @turn: of the first group's middle */
static void
put_sectors (BaryWorkCluster *cluster,
             const double    *shares,
             double           turn,
             int              sense)
{
  double angle = turn - sense * shares[0] * G_PI;

  for (guint i = 0; i < cluster->n_zones; i++)
    {
      double next = angle + sense * shares[i] * FULL_CIRCLE;

      cluster->zones[i].start = MIN (angle, next);
      cluster->zones[i].end = MAX (angle, next);
      cluster->zones[i].inner = 0;
      cluster->zones[i].outer = cluster->radius;
      angle = next;
    }
}

/* The sum over the ties that leave the disc, if the sectors lie as they do or mirrored. */
static void
sum_outward (const BaryLayoutWork  *work,
             const BaryWorkCluster *cluster,
             int                    sense,
             double                *x,
             double                *y)
{
  double first = (cluster->zones[0].start + cluster->zones[0].end) / 2;

  *x = *y = 0;
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    for (guint j = work->first_tie[i]; j < work->first_tie[i + 1] && work->nodes[i].zone >= 0; j++)
      {
        const BaryWorkNode *other = &work->nodes[work->ties[j]];
        const BaryLayoutZone *zone = &cluster->zones[work->nodes[i].zone];
        double dx = other->box.x - cluster->x, dy = other->box.y - cluster->y, cosine, sine;
        double length = bary_turns_length (dx, dy);

        if (work->ties[j] - cluster->first < cluster->n || length < SLACK)
          continue;
        bary_turns_point (-sense * ((zone->start + zone->end) / 2 - first), &cosine, &sine);
        *x += (dx * cosine - dy * sine) / length;
        *y += (dx * sine + dy * cosine) / length;
      }
}

/* The first group stands on the left, the others follow clockwise; of two the first stands above, because boxes are
 * wide and pile up well. */
static void
divide_circle (BaryLayoutWork  *work,
               BaryWorkCluster *cluster)
{
  g_autofree double *shares = g_new0 (double, cluster->n_zones + 1);
  double first = cluster->n_zones == 2 ? -G_PI / 2 : G_PI;
  double x, y, mirrored_x, mirrored_y;

  share_circle (work, cluster, shares);
  put_sectors (cluster, shares, first, 1);
  if (work->alone)
    return;
  sum_outward (work, cluster, 1, &x, &y);
  sum_outward (work, cluster, -1, &mirrored_x, &mirrored_y);
  if (x * x + y * y < SLACK && mirrored_x * mirrored_x + mirrored_y * mirrored_y < SLACK)
    return;
  if (mirrored_x * mirrored_x + mirrored_y * mirrored_y > x * x + y * y + SLACK)
    put_sectors (cluster, shares, bary_turns_angle (mirrored_x, mirrored_y), -1);
  else
    put_sectors (cluster, shares, bary_turns_angle (x, y), 1);
}

static void
divide_radius (BaryLayoutWork  *work,
               BaryWorkCluster *cluster)
{
  const BaryFlatBox *centre = cluster->centre >= 0 ? &work->nodes[cluster->centre].box : NULL;
  double inner = centre != NULL ? bary_turns_length (centre->half_width, centre->half_height) + work->spacing.gap_y : 0;

  for (guint i = 0; i < cluster->n_zones; i++)
    {
      BaryLayoutZone *zone = &cluster->zones[i];

      zone->start = -G_PI / 2 - G_PI;
      zone->end = -G_PI / 2 + G_PI;
      zone->inner = inner;
      inner = sqrt (inner * inner + area_of_zone (work, cluster, i) / (G_PI * RING_FILL));
      zone->outer = inner;
    }
  cluster->radius = MAX (cluster->radius, inner);
}

void
bary_disc_layout_divide (BaryLayoutWork  *work,
                         BaryWorkCluster *cluster)
{
  if (cluster->levels || cluster->n_zones == 1)
    divide_radius (work, cluster);
  else if (cluster->n_zones > 1)
    divide_circle (work, cluster);
}

/* The neighbour that a member hangs on: the nearest to the barycenter. */
static int
find_host (const BaryLayoutWork  *work,
           const BaryWorkCluster *cluster,
           guint                  node)
{
  int host = -1;

  for (guint j = work->first_tie[node]; j < work->first_tie[node + 1]; j++)
    {
      guint other = work->ties[j];

      if (other - cluster->first < cluster->n && (int) other != cluster->centre &&
          work->nodes[other].level < work->nodes[node].level &&
          (host < 0 || work->nodes[other].level < work->nodes[host].level))
        host = (int) other;
    }
  return host;
}

/* Returns: the angle towards what a node is tied to outside, or inside if there is nothing outside. */
static gboolean
find_pull (const BaryLayoutWork  *work,
           const BaryWorkCluster *cluster,
           guint                  node,
           double                *angle)
{
  double x = 0, y = 0;

  for (guint j = work->first_tie[node]; j < work->first_tie[node + 1]; j++)
    {
      const BaryFlatBox *other = &work->nodes[work->ties[j]].box;
      double dx = other->x - cluster->x, dy = other->y - cluster->y, length = bary_turns_length (dx, dy);

      if (work->ties[j] - cluster->first >= cluster->n && length > SLACK)
        {
          x += dx / length;
          y += dy / length;
        }
    }
  *angle = bary_turns_angle (x, y);
  return x != 0 || y != 0;
}

/* The same by ties to other sectors. Where they go right across, such members had better stand far out, above the
 * heads of the others. */
static gboolean
find_inner_pull (const BaryLayoutWork  *work,
                 const BaryWorkCluster *cluster,
                 guint                  node,
                 double                *angle,
                 gboolean              *across)
{
  int zone = work->nodes[node].zone, n = (int) cluster->n_zones;
  double x = 0, y = 0;

  for (guint j = work->first_tie[node]; j < work->first_tie[node + 1]; j++)
    {
      const BaryWorkNode *other = &work->nodes[work->ties[j]];
      double dx = other->box.x - cluster->x, dy = other->box.y - cluster->y, length = bary_turns_length (dx, dy);

      if (work->ties[j] - cluster->first >= cluster->n || other->zone < 0 || zone < 0 || other->zone == zone || length < SLACK)
        continue;
      x += dx / length;
      y += dy / length;
      *across = *across || ((other->zone - zone + n) % n != 1 && (zone - other->zone + n) % n != 1);
    }
  *angle = bary_turns_angle (x, y);
  return x != 0 || y != 0;
}

void
bary_disc_layout_seed_node (BaryLayoutWork        *work,
                            const BaryWorkCluster *cluster,
                            guint                  i)
{
  BaryWorkNode *node = &work->nodes[i];
  const BaryLayoutZone *zone = node->zone >= 0 ? &cluster->zones[node->zone] : NULL;
  guint64 random = bary_turns_seed (node->source->id);
  double share = bary_turns_share (&random), angle, radius, x, y;
  int host = node->level > 2 ? find_host (work, cluster, i) : -1;
  gboolean across = FALSE;

  radius = cluster->radius * (node->level > 2 ? 0.75 : node->level > 0 ? 0.45 : 0.6) * (0.85 + 0.3 * bary_turns_share (&random));
  if (host >= 0 && work->nodes[host].zone == node->zone)
    angle = bary_turns_angle (work->nodes[host].box.x - cluster->x, work->nodes[host].box.y - cluster->y) + 0.3 * (share - 0.5);
  else if (!find_pull (work, cluster, i, &angle) && !find_inner_pull (work, cluster, i, &angle, &across))
    angle = zone != NULL ? zone->start + bary_turns_share (&random) * (zone->end - zone->start) : -G_PI / 2;
  if (across)
    radius = cluster->radius * 0.75;
  if (cluster->n > LARGEST_SEARCHED)
    radius = cluster->radius * sqrt (bary_turns_share (&random));
  if (zone != NULL && zone->inner > 0)
    radius = sqrt (zone->inner * zone->inner + share * (zone->outer * zone->outer - zone->inner * zone->inner));
  else if (zone != NULL)
    {
      double axis = (zone->start + zone->end) / 2, half = 0.9 * (zone->end - zone->start) / 2;

      angle = axis + CLAMP (bary_turns_wrap (angle - axis), -half, half);
    }
  bary_turns_point (angle, &x, &y);
  node->box.x = cluster->x + radius * x;
  node->box.y = cluster->y + radius * y;
}

void
bary_disc_layout_seed (BaryLayoutWork  *work,
                       BaryWorkCluster *cluster)
{
  guint end = cluster->first + cluster->n;

  for (int pass = 0; pass < 3; pass++)
    for (guint i = cluster->first; i < end; i++)
      if ((int) i != cluster->centre && !work->nodes[i].settled && (work->nodes[i].level > 2) == (pass == 2))
        bary_disc_layout_seed_node (work, cluster, i);
}

void
bary_disc_layout_carry (BaryLayoutWork  *work,
                        BaryWorkCluster *cluster,
                        double           x,
                        double           y)
{
  double dx = x - cluster->x, dy = y - cluster->y;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      work->nodes[i].box.x += dx;
      work->nodes[i].box.y += dy;
    }
  cluster->x = x;
  cluster->y = y;
}
