#include "bary-scene-view.h"

#include <math.h>

#define RIM 6.0          /* the band along a sector's edge with colour and hatch, in points of the picture */
#define SMALL_DISC 24.0  /* in units of the camera: without a band */

/* Of fonts, in units of the camera. */
#define LEAST_TITLE 11.0
#define LEAST_SMALL_TITLE 8.5
#define LEAST_COUNT 8.5

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

  /* Those that the layout has found by itself are not in the network. */
  if (!scene_view_sees (self, &box) ||
      (i < self->scene->network->districts->len && !scene_view_is_disc_seen (self, self->scene->network->clusters->len + i)))
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
  BaryColour colour = scene_view_faint (self, scene_view_colour (self, cluster, i), scene_view_zone_strength (self, cluster, i));
  BarySector sector = sector_of (self, disc, &disc->zones[i]), rim = sector;
  double tint = target ? 0.26 : self->theme->dark ? 0.11 : print ? 0.01 : 0.055;
  BaryInk fill = { bary_colour_mix (self->theme->background, colour, tint), 1 };
  BaryInk band = { bary_colour_mix (self->theme->background, colour, self->theme->dark ? 0.26 : print ? 0.04 : 0.14), 1 };
  BaryInk hatch = { colour, print ? 0.75 : 0.3 };
  BaryStroke edge = { { target ? colour : print ? self->theme->line : self->theme->background, print ? 0.6 : 1 },
                      target ? 2 : print ? 0.7 : CLAMP (3 * self->scale, 0.7, 4) };

  bary_pen_sector (self->pen, &sector, &fill, BARY_HATCH_NONE, &hatch, NULL);
  rim.inner = MAX (sector.outer - CLAMP (RIM * self->scale, 2.5, 14), sector.inner);
  if (sector.outer > SMALL_DISC)
    bary_pen_sector (self->pen, &rim, &band, known && self->detail != BARY_DETAIL_DISCS ? bary_palette_get_hatch (i) : BARY_HATCH_NONE,
                     &hatch, NULL);
  if (sector.outer > SMALL_DISC || target)
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

  if (!scene_view_sees (self, &box) || !scene_view_is_disc_seen (self, i))
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

  if (!bary_scene_has_discs (self->scene))
    return;
  for (guint i = 0; i < layout->n_districts && self->scene->network->picture != BARY_PICTURE_CLUSTER; i++)
    walk_district (self, i);
  /* Ties run under the discs: seen between those that they join. */
  if (!self->frame->no_lines)
    scene_view_walk_ties (self);
  for (guint i = 0; i < layout->n_clusters; i++)
    walk_cluster (self, i);
}

/* What stands over a district or a cluster: a title with a count under it. */
typedef struct {
  BaryBox          place; /* that the layout has kept; of no size: the middle of the disc */
  const BaryLabel *name;
  const BaryLabel *count; /* nullable */
  double           least; /* size of the font */
  BaryColour       colour;
  double           strength;
} Caption;

/* A caption as large as it is drawn. */
typedef struct {
  const BaryLabel *title;
  const BaryLabel *count;
  double           title_scale, count_scale;
  BaryColour       colour, count_colour;
} Title;

static Title
make_title (const SceneView *self,
            const Caption   *caption,
            const BaryLabel *count,
            double           least)
{
  return (Title) { caption->name, count, MAX (self->scale, least / bary_text_size (caption->name->style)),
                   count != NULL ? MAX (self->scale, LEAST_COUNT / bary_text_size (count->style)) : 0,
                   scene_view_faint (self, caption->colour, caption->strength),
                   scene_view_faint (self, self->theme->dim_text, caption->strength) };
}

static BaryBox
measure_title (const Title *title,
               BaryPoint    middle)
{
  double width = title->title->width * title->title_scale, height = title->title->height * title->title_scale;

  if (title->count != NULL)
    {
      width = MAX (width, title->count->width * title->count_scale);
      height += title->count->height * title->count_scale;
    }
  return (BaryBox) { middle.x, middle.y, width, height };
}

static void
draw_title (SceneView     *self,
            const Title   *title,
            const BaryBox *box)
{
  BaryInk ink = { title->colour, 1 }, dim = { title->count_colour, 1 };
  double top = box->y - box->height / 2;

  bary_label_placer_block (self->placer, box);
  bary_pen_label (self->pen, self->scene->book, title->title, box->x - title->title->width * title->title_scale / 2, top,
                  title->title_scale, TRUE, ink);
  if (title->count != NULL)
    bary_pen_label (self->pen, self->scene->book, title->count, box->x - title->count->width * title->count_scale / 2,
                    top + title->title->height * title->title_scale, title->count_scale, TRUE, dim);
}

/* In the middle of a small disc: not much wider than the disc, if it can be read then. */
static double
least_in_disc (const SceneView *self,
               const BaryLabel *name,
               double           width)
{
  return CLAMP (width * self->scale * 1.05 / MAX (name->width, 1) * bary_text_size (name->style), LEAST_SMALL_TITLE, LEAST_TITLE);
}

/* Returns: whether the box is larger than the place kept for it. */
static gboolean
is_grown (const SceneView *self,
          const Caption   *caption,
          const BaryBox   *box)
{
  return box->height > caption->place.height * self->scale + 1 || box->width > caption->place.width * self->scale + 1;
}

/* @try: first as large as the picture has it but no smaller than can be read, then smaller, then without the count.
 * Returns: whether the title is larger than the place kept for it; then it stands at the foot of it. */
static gboolean
fit_title (const SceneView *self,
           const Caption   *caption,
           guint            try,
           Title           *title,
           BaryBox         *box)
{
  const BaryBox *place = &caption->place;
  gboolean grown;

  *title = make_title (self, caption, try < 2 ? caption->count : NULL, try == 0 ? caption->least : LEAST_SMALL_TITLE);
  *box = measure_title (title, scene_view_point (self, place->x, place->y));
  grown = is_grown (self, caption, box);
  if (place->height > 0 && grown)
    box->y = scene_view_point (self, place->x, place->y + place->height / 2).y - box->height / 2;
  return grown;
}

static void
keep_title (SceneView     *self,
            const Caption *caption)
{
  Title title;
  BaryBox box;

  if (!fit_title (self, caption, 0, &title, &box))
    bary_label_placer_block (self->placer, &box);
}

/* A title too large for its place must find room. */
static void
walk_title (SceneView     *self,
            const Caption *caption)
{
  for (guint try = 0; try < 3; try++)
    {
      Title title;
      BaryBox box;
      gboolean grown = fit_title (self, caption, try, &title, &box);

      if (!scene_view_sees (self, &box))
        return;
      if ((grown || try > 0) && !bary_label_placer_is_free (self->placer, &box))
        continue;
      draw_title (self, &title, &box);
      return;
    }
}

/* Returns: FALSE if it has none. */
static gboolean
district_caption (const SceneView *self,
                  guint            i,
                  Caption         *caption)
{
  const SceneDistrict *district = &self->scene->districts[i];
  guint disc = self->scene->network->clusters->len + i;

  *caption = (Caption) { self->scene->layout->districts[i].title, district->title, district->count, LEAST_TITLE,
                         self->theme->dim_text, scene_view_disc_strength (self, disc) };
  return caption->place.width > 0 && scene_view_is_disc_seen (self, disc);
}

static gboolean
cluster_caption (const SceneView *self,
                 guint            i,
                 Caption         *caption)
{
  const SceneCluster *cluster = &self->scene->clusters[i];
  BaryLayoutDisc disc = scene_view_disc (self, i);

  if (cluster->title == NULL || !scene_view_is_disc_seen (self, i))
    return FALSE;
  *caption = (Caption) { disc.title, cluster->title, cluster->count, LEAST_TITLE, self->theme->text,
                         scene_view_disc_strength (self, i) };
  if (self->detail != BARY_DETAIL_DISCS)
    return disc.title.width > 0;
  caption->place = (BaryBox) { disc.x, disc.y, 0, 0 };
  caption->name = cluster->narrow;
  caption->least = least_in_disc (self, cluster->narrow, 2 * disc.radius_x);
  return TRUE;
}

static guint
n_district_captions (const SceneView *self)
{
  return MIN (self->scene->layout->n_districts, self->scene->network->districts->len);
}

void
scene_view_keep_titles (SceneView *self)
{
  Caption caption;

  if (!bary_scene_has_discs (self->scene))
    return;
  for (guint i = 0; i < n_district_captions (self); i++)
    if (district_caption (self, i, &caption))
      keep_title (self, &caption);
  for (guint i = 0; i < self->scene->layout->n_clusters; i++)
    if (cluster_caption (self, i, &caption))
      keep_title (self, &caption);
}

static void
walk_heading (SceneView            *self,
              guint                 cluster,
              const BaryLayoutDisc *disc,
              guint                 i)
{
  const BaryLabel *label = g_array_index (self->scene->groups, SceneGroup, self->scene->clusters[cluster].first_group + i).label;
  BaryBox place = disc->zones[i].heading, box;
  double strength = scene_view_zone_strength (self, cluster, i);
  BaryColour colour = scene_view_faint (self, scene_view_colour (self, cluster, i), strength);
  BaryInk fill = { bary_colour_mix (self->theme->background, colour, self->theme->dark ? 0.22 : 0.12), 0.92 };
  BaryInk ink = { bary_colour_mix (colour, scene_view_faint (self, self->theme->text, strength), 0.35), 1 }, mark = { colour, 1 };
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
  BaryLayoutDisc disc = scene_view_disc (self, i);
  Caption caption;

  if (!scene_view_is_disc_seen (self, i))
    return;
  bary_pen_begin (self->pen, BARY_PART_HEADING, i);
  if (cluster_caption (self, i, &caption))
    walk_title (self, &caption);
  for (guint j = 0; j < disc.n_zones && j < self->scene->clusters[i].n_groups && self->cards; j++)
    if (scene_view_is_zone_seen (self, i, j))
      walk_heading (self, i, &disc, j);
  bary_pen_end (self->pen);
}

void
scene_view_walk_titles (SceneView *self)
{
  Caption caption;

  if (!bary_scene_has_discs (self->scene))
    return;
  for (guint i = 0; i < n_district_captions (self); i++)
    if (district_caption (self, i, &caption))
      {
        bary_pen_begin (self->pen, BARY_PART_TITLE, i);
        walk_title (self, &caption);
        bary_pen_end (self->pen);
      }
  for (guint i = 0; i < self->scene->layout->n_clusters; i++)
    walk_cluster_titles (self, i);
}
