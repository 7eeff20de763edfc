#include "bary-scene-view.h"

#include <math.h>

#define RIM 6.0          /* the band along a sector's edge with colour and hatch, in points of the picture */
#define SMALL_DISC 24.0  /* in units of the camera: without a band */
#define LEAST_STEP 1.2   /* along the edge of a district, in units of the camera */
#define LARGE_DISC 90.0  /* its sectors have a line all round */

BaryBox
scene_view_disc_box (const SceneView      *self,
                     const BaryLayoutDisc *disc)
{
  BaryBox box = { disc->x, disc->y, 2 * disc->radius_x, 2 * disc->radius_y };

  return scene_view_box (self, &box);
}

/* The hull in units of the camera, without the points that fall together at this scale. Returns: how many lines are left. */
static guint
trace_hull (const SceneView *self,
            const BaryHull  *hull,
            BaryPoint       *points,
            guint           *ends)
{
  guint n = 0, n_ends = 0;

  for (guint line = 0, next = 0; line < hull->n_ends; line++)
    {
      guint first = n;

      for (; next < hull->ends[line]; next++)
        {
          points[n] = scene_view_point (self, hull->points[next].x, hull->points[next].y);
          if (n == first || fabs (points[n].x - points[n - 1].x) + fabs (points[n].y - points[n - 1].y) >= LEAST_STEP)
            n++;
        }
      if (n - first < 3)
        n = first;
      else
        ends[n_ends++] = n;
    }
  return n_ends;
}

static void
walk_district (SceneView *self,
               guint      i)
{
  const BaryHull *hull = &self->scene->hulls[i];
  BaryBox box = scene_view_box (self, &hull->bounds);
  BaryInk fill = { bary_colour_mix (self->theme->background, self->theme->line, self->theme->dark ? 0.07 : 0.05), 1 };
  BaryStroke outline = { { self->theme->line, 0.35 }, 1 };
  g_autofree BaryPoint *points = NULL;
  g_autofree guint *ends = NULL;

  if (!scene_view_sees (self, &box) || !scene_view_is_disc_seen (self, self->scene->network->clusters->len + i))
    return;
  points = g_new (BaryPoint, hull->n_points + 1);
  ends = g_new (guint, hull->n_ends + 1);
  bary_pen_begin (self->pen, BARY_PART_DISTRICT, i);
  bary_pen_area (self->pen, points, ends, trace_hull (self, hull, points, ends), &fill, &outline);
  bary_pen_end (self->pen);
}

static BarySector
sector_of (const SceneView      *self,
           const BaryLayoutDisc *disc,
           const BaryLayoutZone *zone)
{
  BaryPoint middle = scene_view_point (self, disc->x, disc->y);

  return (BarySector) { middle.x, middle.y, self->scene->layout->stretch, zone->start, zone->end,
                        zone->inner * self->scale, zone->outer * self->scale };
}

/* The smaller a disc is seen, the more its groups are told by their colours. */
static double
zone_tint (const SceneView *self)
{
  static const double tints[][3] = {
    [BARY_THEME_LIGHT] = { 0.2, 0.1, 0.07 },
    [BARY_THEME_DARK] = { 0.3, 0.16, 0.11 },
    [BARY_THEME_PRINT] = { 0.12, 0.03, 0.01 },
  };

  return tints[self->theme->kind][MIN (self->detail, BARY_DETAIL_ALL)];
}

/* Between a sector and the one before it. */
static void
walk_side (SceneView        *self,
           const BarySector *sector,
           const BaryStroke *edge)
{
  double across = cos (sector->start) * sector->stretch, down = sin (sector->start);
  BaryPoint from = { sector->x + sector->inner * across, sector->y + sector->inner * down };
  BaryPoint to = { sector->x + sector->outer * across, sector->y + sector->outer * down };

  bary_pen_line (self->pen, &from, &to, edge);
}

static BaryStroke
zone_edge (const SceneView *self)
{
  gboolean print = self->theme->kind == BARY_THEME_PRINT;

  return (BaryStroke) { { print ? self->theme->line : self->theme->background, print ? 0.6 : 1 },
                        print ? 0.7 : CLAMP (3 * self->scale, 0.7, 4) };
}

/* Sectors that make a whole disc have their edges drawn once for two of them. */
static gboolean
has_common_edges (const SceneView      *self,
                  guint                 cluster,
                  const BaryLayoutDisc *disc)
{
  for (guint i = 0; i < disc->n_zones; i++)
    if (!scene_view_is_zone_seen (self, cluster, i))
      return FALSE;
  return disc->n_zones > 1 && self->frame->hidden == NULL && disc->zones[0].inner <= 0 && disc->zones[1].inner <= 0;
}

static void
walk_zone (SceneView            *self,
           guint                 cluster,
           const BaryLayoutDisc *disc,
           guint                 i)
{
  gboolean target = self->frame->drop_cluster == (int) cluster && self->frame->drop_zone == (int) i;
  gboolean print = self->theme->kind == BARY_THEME_PRINT, known = i < self->scene->clusters[cluster].n_groups;
  BaryColour colour = scene_view_faint (self, scene_view_colour (self, cluster, i), scene_view_zone_strength (self, cluster, i));
  BarySector sector = sector_of (self, disc, &disc->zones[i]), rim = sector, ground = sector;
  double tint = target ? 0.26 : zone_tint (self);
  BaryInk fill = { bary_colour_mix (self->theme->background, colour, tint), 1 };
  BaryInk band = { bary_colour_mix (self->theme->background, colour, self->theme->dark ? 0.26 : print ? 0.04 : 0.14), 1 };
  BaryInk hatch = { colour, print ? 0.75 : 0.3 };
  BaryStroke edge = zone_edge (self), aim = { { colour, 1 }, 2 };

  rim.inner = MAX (sector.outer - CLAMP (RIM * self->scale, 2.5, 14), sector.inner);
  ground.outer = sector.outer > SMALL_DISC ? MIN (rim.inner + 1, sector.outer) : sector.outer;
  bary_pen_sector (self->pen, &ground, &fill, BARY_HATCH_NONE, &hatch, NULL);
  if (sector.outer > SMALL_DISC)
    bary_pen_sector (self->pen, &rim, &band, known && self->detail != BARY_DETAIL_DISCS ? bary_palette_get_hatch (i) : BARY_HATCH_NONE,
                     &hatch, NULL);
  if (target || (sector.outer > LARGE_DISC && !has_common_edges (self, cluster, disc)))
    bary_pen_sector (self->pen, &sector, NULL, BARY_HATCH_NONE, &hatch, target ? &aim : &edge);
}

static void
walk_edges (SceneView            *self,
            const BaryLayoutDisc *disc)
{
  BaryStroke edge = zone_edge (self);
  BarySector last = { 0 };
  BaryBox round;

  for (guint i = 0; i < disc->n_zones; i++)
    {
      last = sector_of (self, disc, &disc->zones[i]);
      if (last.outer > SMALL_DISC)
        walk_side (self, &last, &edge);
    }
  round = (BaryBox) { last.x, last.y, 2 * last.outer * last.stretch, 2 * last.outer };
  if (last.outer > LARGE_DISC)
    bary_pen_ellipse (self->pen, &round, NULL, &edge);
}

static void
walk_cluster (SceneView *self,
              guint      i)
{
  BaryLayoutDisc disc = scene_view_disc (self, i);
  BaryBox box = scene_view_disc_box (self, &disc);
  BaryInk ground = { self->theme->card, 1 };
  BaryStroke outline = { { self->theme->line, 0.5 }, 1 };

  if (!scene_view_sees (self, &box) || !scene_view_is_disc_seen (self, i))
    return;
  bary_pen_begin (self->pen, BARY_PART_CLUSTER, i);
  if (disc.n_zones == 0)
    bary_pen_ellipse (self->pen, &box, &ground, &outline);
  for (guint j = disc.n_zones; j > 0; j--)
    if (scene_view_is_zone_seen (self, i, j - 1))
      walk_zone (self, i, &disc, j - 1);
  if (has_common_edges (self, i, &disc))
    walk_edges (self, &disc);
  bary_pen_end (self->pen);
}

void
scene_view_walk_discs (SceneView *self)
{
  const BaryGraphLayout *layout = self->scene->layout;

  if (!bary_scene_has_discs (self->scene))
    return;
  for (guint i = 0; i < layout->n_districts && self->scene->hulls != NULL; i++)
    walk_district (self, i);
  /* Ties run under the discs: seen between those that they join. */
  if (!self->frame->no_lines)
    scene_view_walk_ties (self);
  for (guint i = 0; i < layout->n_clusters; i++)
    walk_cluster (self, i);
}
