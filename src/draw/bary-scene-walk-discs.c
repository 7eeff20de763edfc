#include "bary-scene-view.h"

#include <math.h>

#define RIM 6.0          /* the band along a sector's edge with colour and hatch, in points of the picture */
#define LEAST_TITLE 11.0 /* of a font, in units of the camera */

static gboolean
is_unseen (const SceneView *self,
           guint            i)
{
  return self->unseen != NULL && self->unseen[i];
}

static BaryBox
disc_box (const SceneView      *self,
          const BaryLayoutDisc *disc)
{
  BaryBox box = { disc->x, disc->y, 2 * disc->radius_x, 2 * disc->radius_y };

  return scene_view_box (self, &box);
}

static void
walk_district (SceneView *self,
               guint      i)
{
  const BaryLayoutDisc *disc = &self->scene->layout->districts[i];
  BaryBox box = disc_box (self, disc);
  BaryInk fill = { bary_colour_mix (self->theme->background, self->theme->line, self->theme->dark ? 0.07 : 0.04), 1 };
  BaryStroke outline = { { self->theme->line, 0.35 }, 1 };

  if (!scene_view_sees (self, &box) || is_unseen (self, self->scene->network->clusters->len + i))
    return;
  bary_pen_begin (self->pen, BARY_PART_DISTRICT, i);
  bary_pen_ellipse (self->pen, &box, &fill, &outline);
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

static void
walk_zone (SceneView            *self,
           guint                 cluster,
           const BaryLayoutDisc *disc,
           guint                 i)
{
  gboolean target = self->frame->drop_cluster == (int) cluster && self->frame->drop_zone == (int) i;
  gboolean print = self->theme->kind == BARY_THEME_PRINT, known = i < self->scene->clusters[cluster].n_groups;
  BaryColour colour = scene_view_colour (self, cluster, i);
  BarySector sector = sector_of (self, disc, &disc->zones[i]), rim = sector;
  double tint = target ? 0.26 : self->theme->dark ? 0.11 : print ? 0.01 : 0.055;
  BaryInk fill = { bary_colour_mix (self->theme->background, colour, tint), 1 };
  BaryInk band = { bary_colour_mix (self->theme->background, colour, self->theme->dark ? 0.26 : print ? 0.04 : 0.14), 1 };
  BaryInk hatch = { colour, print ? 0.75 : 0.3 };
  BaryStroke edge = { { target ? colour : self->theme->background, 1 }, target ? 2 : CLAMP (3 * self->scale, 0.7, 4) };

  bary_pen_sector (self->pen, &sector, &fill, BARY_HATCH_NONE, &hatch, NULL);
  rim.inner = MAX (sector.outer - CLAMP (RIM * self->scale, 2.5, 14), sector.inner);
  if (sector.outer > 12)
    bary_pen_sector (self->pen, &rim, &band, known && self->detail != BARY_DETAIL_DISCS ? bary_palette_get_hatch (i) : BARY_HATCH_NONE,
                     &hatch, NULL);
  bary_pen_sector (self->pen, &sector, NULL, BARY_HATCH_NONE, &hatch, &edge);
}

static void
walk_cluster (SceneView *self,
              guint      i)
{
  BaryLayoutDisc disc = scene_view_disc (self, i);
  BaryBox box = disc_box (self, &disc);
  BaryInk ground = { self->theme->card, 1 };
  BaryStroke outline = { { self->theme->line, 0.5 }, 1 };

  if (!scene_view_sees (self, &box) || is_unseen (self, i))
    return;
  bary_pen_begin (self->pen, BARY_PART_CLUSTER, i);
  if (disc.n_zones == 0)
    bary_pen_ellipse (self->pen, &box, &ground, &outline);
  for (guint j = disc.n_zones; j > 0; j--)
    if (scene_view_is_zone_seen (self, i, j - 1))
      walk_zone (self, i, &disc, j - 1);
  bary_pen_end (self->pen);
}

void
scene_view_walk_discs (SceneView *self)
{
  const BaryGraphLayout *layout = self->scene->layout;

  for (guint i = 0; i < layout->n_districts && i < self->scene->network->districts->len; i++)
    walk_district (self, i);
  /* Ties run under the discs: seen between those that they join. */
  if (!self->frame->no_lines)
    scene_view_walk_ties (self);
  for (guint i = 0; i < layout->n_clusters; i++)
    walk_cluster (self, i);
}

/* A title with a count under it, as large as the picture has it but no smaller than can be read; where that is larger
 * than its place, it must find room. */
static void
walk_title (SceneView       *self,
            const BaryBox   *place,
            const BaryLabel *title,
            const BaryLabel *count,
            BaryColour       colour)
{
  double scale = MAX (self->scale, LEAST_TITLE / bary_text_size (title->style));
  double width = MAX (title->width, count != NULL ? count->width : 0) * scale;
  double height = (title->height + (count != NULL ? count->height : 0)) * scale;
  BaryPoint middle = scene_view_point (self, place->x, place->y);
  BaryBox box = { middle.x, middle.y, width, height };
  BaryInk ink = { colour, 1 }, dim = { self->theme->dim_text, 1 };

  if (!scene_view_sees (self, &box))
    return;
  if (scale > self->scale && !bary_label_placer_is_free (self->placer, &box) &&
      !bary_label_placer_place (self->placer, middle.x, middle.y, 0, &box))
    return;
  bary_label_placer_block (self->placer, &box);
  bary_pen_label (self->pen, self->scene->book, title, box.x - title->width * scale / 2, box.y - height / 2, scale, TRUE, ink);
  if (count != NULL)
    bary_pen_label (self->pen, self->scene->book, count, box.x - count->width * scale / 2,
                    box.y - height / 2 + title->height * scale, scale, TRUE, dim);
}

static void
walk_heading (SceneView            *self,
              guint                 cluster,
              const BaryLayoutDisc *disc,
              guint                 i)
{
  const BaryLabel *label = g_array_index (self->scene->groups, SceneGroup, self->scene->clusters[cluster].first_group + i).label;
  BaryBox place = disc->zones[i].heading, box;
  BaryColour colour = scene_view_colour (self, cluster, i);
  BaryInk fill = { bary_colour_mix (self->theme->background, colour, self->theme->dark ? 0.22 : 0.12), 0.92 };
  BaryInk ink = { bary_colour_mix (colour, self->theme->text, 0.35), 1 }, mark = { colour, 1 };
  double left;

  place.x += disc->x - self->scene->layout->clusters[cluster].x;
  place.y += disc->y - self->scene->layout->clusters[cluster].y;
  box = scene_view_box (self, &place);
  if (!scene_view_sees (self, &box))
    return;
  left = box.x - box.width / 2;
  bary_label_placer_block (self->placer, &box);
  bary_pen_box (self->pen, &box, BARY_SCENE_CORNER * self->scale, &fill, NULL);
  bary_pen_shape (self->pen, bary_palette_get_shape (i), left + (BARY_SCENE_PADDING + 4) * self->scale, box.y,
                  (BARY_SCENE_MARK + 0.5) * self->scale, &mark);
  bary_pen_label (self->pen, self->scene->book, label, left + (BARY_SCENE_PADDING + BARY_SCENE_MARK_SPACE) * self->scale,
                  box.y - label->height * self->scale / 2, self->scale, FALSE, ink);
}

static void
walk_cluster_titles (SceneView *self,
                     guint      i)
{
  const SceneCluster *cluster = &self->scene->clusters[i];
  BaryLayoutDisc disc = scene_view_disc (self, i);
  BaryBox middle = { disc.x, disc.y, 0, 0 };

  if (is_unseen (self, i))
    return;
  bary_pen_begin (self->pen, BARY_PART_HEADING, i);
  if (cluster->title != NULL && self->detail == BARY_DETAIL_DISCS)
    walk_title (self, &middle, cluster->narrow, cluster->count, self->theme->text);
  else if (cluster->title != NULL && disc.title.width > 0)
    walk_title (self, &disc.title, cluster->title, cluster->count, self->theme->text);
  for (guint j = 0; j < disc.n_zones && j < cluster->n_groups && self->cards; j++)
    if (scene_view_is_zone_seen (self, i, j))
      walk_heading (self, i, &disc, j);
  bary_pen_end (self->pen);
}

void
scene_view_walk_titles (SceneView *self)
{
  BaryNetwork *network = self->scene->network;
  const BaryGraphLayout *layout = self->scene->layout;

  for (guint i = 0; i < layout->n_districts && i < network->districts->len; i++)
    if (layout->districts[i].title.width > 0 && !is_unseen (self, network->clusters->len + i))
      {
        bary_pen_begin (self->pen, BARY_PART_TITLE, i);
        walk_title (self, &layout->districts[i].title, self->scene->districts[i].title, self->scene->districts[i].count,
                    self->theme->dim_text);
        bary_pen_end (self->pen);
      }
  for (guint i = 0; i < layout->n_clusters; i++)
    walk_cluster_titles (self, i);
}
