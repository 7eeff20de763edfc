#include "bary-disc-layout.h"

#include "bary-disc-zones.h"
#include "bary-turns.h"

#include <math.h>

#define SLACK 1e-6
#define WIDE 0.25 /* wide boxes are placed before others that are as near */
#define PASSES 12
#define GROWTH 1.06
#define START 1.15 /* of the radius that was reckoned with, where ties are to pass between labels */

typedef struct {
  const BaryWorkCluster *cluster;
  const BaryLayoutZone  *zone;  /* (nullable) */
  BaryDiscSector         sector;
  gboolean               whole; /* the whole box lies in the sector, not its middle alone */
  double                 limit; /* the whole box lies this near the middle */
} Rule;

static Rule
make_rule (const BaryWorkCluster *cluster,
           int                    zone, /* -1 for everywhere */
           gboolean               whole,
           double                 limit)
{
  Rule rule = { cluster, zone >= 0 ? &cluster->zones[zone] : NULL, .whole = whole, .limit = limit };

  bary_disc_sector_init (&rule.sector, rule.zone);
  return rule;
}

static gboolean
has_rings (const BaryWorkCluster *cluster)
{
  return cluster->levels || cluster->n_zones == 1;
}

static gboolean
is_allowed (const BaryFlatBox *box,
            gpointer           user_data)
{
  const Rule *rule = user_data;
  BaryFlatBox there = { box->x - rule->cluster->x, box->y - rule->cluster->y, box->half_width, box->half_height };

  return bary_flat_box_reach (&there, 0, 0) <= rule->limit &&
         (rule->zone == NULL || bary_disc_sector_holds (&rule->sector, &there, rule->whole));
}

static gboolean
try_box (BaryBoxRows *rows,
         Rule        *rule,
         BaryFlatBox *box)
{
  gboolean found = bary_box_rows_fit (rows, box, 2 * rule->cluster->radius, is_allowed, rule);

  if (found)
    bary_box_rows_add (rows, box);
  return found;
}

/* The nearest free place, else the first on the way out: on the axis of the sector, or straight on in a ring. */
static void
put_box (BaryBoxRows *rows,
         Rule        *rule,
         BaryFlatBox *box)
{
  const BaryWorkCluster *cluster = rule->cluster;
  double x = box->x - cluster->x, y = box->y - cluster->y;
  double angle = bary_turns_angle (x, y);

  rule->limit = G_MAXDOUBLE;
  if (rule->zone != NULL && rule->zone->end - rule->zone->start < 2 * G_PI - SLACK)
    angle = (rule->zone->start + rule->zone->end) / 2;
  if (try_box (rows, rule, box))
    return;
  bary_box_rows_fit_on_ray (rows, box, cluster->x, cluster->y, bary_turns_length (x, y), angle, is_allowed, rule);
  bary_box_rows_add (rows, box);
}

static void
put_heading (BaryLayoutWork        *work,
             const BaryWorkCluster *cluster,
             BaryBoxRows           *rows,
             BaryLayoutZone        *zone)
{
  Rule rule = make_rule (cluster, (int) (zone - cluster->zones), work->alone, G_MAXDOUBLE);
  BaryFlatBox box = { 0, 0, zone->heading.width / 2, zone->heading.height / 2 };
  gboolean round = zone->end - zone->start > 2 * G_PI - SLACK;
  double radius = round ? zone->inner + box.half_height : cluster->radius * 0.8, x, y;

  if (zone->heading.width <= 0)
    return;
  bary_turns_point (round ? -G_PI / 2 : (zone->start + zone->end) / 2, &x, &y);
  box.x = cluster->x + radius * x;
  box.y = cluster->y + radius * y;
  put_box (rows, &rule, &box);
  zone->heading.x = box.x - cluster->x;
  zone->heading.y = box.y - cluster->y;
  if (round)
    zone->outer = MAX (zone->outer, bary_flat_box_reach (&box, cluster->x, cluster->y));
}

typedef struct {
  guint  node;
  int    ring;
  double radius;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *x = a, *y = b;

  if (x->ring != y->ring)
    return x->ring - y->ring;
  if (x->radius != y->radius)
    return x->radius < y->radius ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

static GArray *
list_turns (const BaryLayoutWork  *work,
            const BaryWorkCluster *cluster,
            gboolean               rings)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      const BaryWorkNode *node = &work->nodes[i];
      Turn turn = { i, rings && node->zone >= 0 ? node->zone : rings ? G_MAXINT : 0,
                    bary_turns_length (node->box.x - cluster->x, node->box.y - cluster->y) - WIDE * node->box.half_width };

      if ((int) i != cluster->centre && !node->settled)
        g_array_append_val (turns, turn);
    }
  if (turns->len > 1)
    qsort (turns->data, turns->len, sizeof (Turn), compare_turns);
  return turns;
}

/* The next ring begins where this one ends. */
static void
close_ring (const BaryLayoutWork *work,
            BaryWorkCluster      *cluster,
            int                   ring)
{
  BaryLayoutZone *zone = &cluster->zones[ring];

  zone->outer = MAX (zone->outer, zone->inner);
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (work->nodes[i].zone == ring && work->nodes[i].settled)
      zone->outer = MAX (zone->outer, bary_flat_box_reach (&work->nodes[i].box, cluster->x, cluster->y));
  zone->outer += work->spacing.gap_y;
  if (ring + 1 < (int) cluster->n_zones)
    cluster->zones[ring + 1].inner = zone->outer;
}

/* Ring after ring, each with its heading first. */
static void
settle_rings (BaryLayoutWork  *work,
              BaryWorkCluster *cluster,
              BaryBoxRows     *rows)
{
  g_autoptr (GArray) turns = list_turns (work, cluster, TRUE);
  guint next = 0;

  for (guint ring = 0; ring <= cluster->n_zones; ring++)
    {
      BaryLayoutZone *zone = ring < cluster->n_zones ? &cluster->zones[ring] : NULL;
      Rule rule = make_rule (cluster, zone != NULL ? (int) ring : -1, FALSE, G_MAXDOUBLE);

      if (zone != NULL)
        {
          zone->outer = zone->inner;
          put_heading (work, cluster, rows, zone);
        }
      for (; next < turns->len; next++)
        {
          const Turn *turn = &g_array_index (turns, Turn, next);

          if (zone != NULL && turn->ring != (int) ring)
            break;
          put_box (rows, &rule, &work->nodes[turn->node].box);
          work->nodes[turn->node].settled = TRUE;
        }
      if (zone != NULL)
        close_ring (work, cluster, (int) ring);
    }
}

/* Of each zone, and of what has none, the smallest box for which there was no room. */
typedef struct {
  double half_width, half_height;
} Refused;

/* The disc grows only when there is no room left in it. Where a box found none, no larger one need be tried. */
static void
settle_sectors (BaryLayoutWork  *work,
                BaryWorkCluster *cluster,
                BaryBoxRows     *rows)
{
  g_autoptr (GArray) turns = list_turns (work, cluster, FALSE);
  g_autofree Refused *refused = g_new (Refused, cluster->n_zones + 1);
  double limit = cluster->radius * (work->n_nodes <= BARY_LAYOUT_FEW ? START : 1);
  guint left = turns->len;

  for (guint pass = 0; pass <= PASSES && left > 0; pass++, limit *= GROWTH)
    {
      for (guint i = 0; i <= cluster->n_zones; i++)
        refused[i] = (Refused) { G_MAXDOUBLE, G_MAXDOUBLE };
      for (guint i = 0; i < turns->len; i++)
        {
          BaryWorkNode *node = &work->nodes[g_array_index (turns, Turn, i).node];
          Refused *least = &refused[node->zone >= 0 ? (guint) node->zone : cluster->n_zones];
          Rule rule = make_rule (cluster, node->zone, work->alone, limit);

          if (node->settled)
            continue;
          if (pass == PASSES)
            put_box (rows, &rule, &node->box);
          else if (node->box.half_width >= least->half_width && node->box.half_height >= least->half_height)
            continue;
          else if (!try_box (rows, &rule, &node->box))
            {
              *least = (Refused) { node->box.half_width, node->box.half_height };
              continue;
            }
          node->settled = TRUE;
          left--;
        }
    }
}

void
bary_disc_layout_surround (BaryLayoutWork  *work,
                           BaryWorkCluster *cluster)
{
  gboolean rings = has_rings (cluster);
  double radius = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    radius = MAX (radius, bary_flat_box_reach (&work->nodes[i].box, cluster->x, cluster->y));
  for (guint i = 0; i < cluster->n_zones; i++)
    {
      const BaryBox *heading = &cluster->zones[i].heading;
      BaryFlatBox box = { heading->x, heading->y, heading->width / 2, heading->height / 2 };

      if (heading->width > 0)
        radius = MAX (radius, bary_flat_box_reach (&box, 0, 0));
      if (rings)
        radius = MAX (radius, cluster->zones[i].outer);
    }
  cluster->radius = radius + work->spacing.gap_y;
  for (guint i = 0; i < cluster->n_zones && !rings; i++)
    cluster->zones[i].outer = cluster->radius;
}

void
bary_disc_layout_settle (BaryLayoutWork  *work,
                         BaryWorkCluster *cluster)
{
  gboolean rings = has_rings (cluster);
  g_autoptr (BaryBoxRows) rows = bary_box_rows_new (40, cluster->y - cluster->radius * 1.5, cluster->y + cluster->radius * 1.5,
                                                    work->spacing.gap_x, work->spacing.gap_y);

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (work->nodes[i].settled || (int) i == cluster->centre)
      {
        work->nodes[i].settled = TRUE;
        bary_box_rows_add (rows, &work->nodes[i].box);
      }
  for (guint i = 0; i < cluster->n_zones && !rings; i++)
    put_heading (work, cluster, rows, &cluster->zones[i]);
  if (rings)
    settle_rings (work, cluster, rows);
  else
    settle_sectors (work, cluster, rows);
  bary_disc_layout_surround (work, cluster);
}

void
bary_disc_layout_fit_in (BaryLayoutWork  *work,
                         BaryWorkCluster *cluster,
                         BaryBoxRows     *rows)
{
  gboolean rings = has_rings (cluster);
  g_autoptr (GArray) turns = list_turns (work, cluster, rings);

  for (guint i = 0; i < turns->len; i++)
    {
      BaryWorkNode *node = &work->nodes[g_array_index (turns, Turn, i).node];
      Rule rule = make_rule (cluster, node->zone, work->alone, cluster->radius);

      if (!try_box (rows, &rule, &node->box))
        put_box (rows, &rule, &node->box);
      node->settled = TRUE;
    }
  if (cluster->centre >= 0 && !work->nodes[cluster->centre].settled)
    {
      Rule rule = make_rule (cluster, -1, FALSE, G_MAXDOUBLE);

      put_box (rows, &rule, &work->nodes[cluster->centre].box);
      work->nodes[cluster->centre].settled = TRUE;
    }
  for (guint i = 0; i < cluster->n_zones; i++)
    put_heading (work, cluster, rows, &cluster->zones[i]);
  bary_disc_layout_surround (work, cluster);
}
