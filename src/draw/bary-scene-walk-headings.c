#include "bary-scene-view.h"

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
  if (!scene_view_sees (self, &box) || scene_view_cuts (self, &box))
    return;
  left = box.x - box.width / 2;
  bary_label_placer_block (self->placer, &box);
  bary_pen_box (self->pen, &box, BARY_SCENE_CORNER * self->scale, &fill, NULL);
  bary_pen_shape (self->pen, bary_palette_get_shape (i), left + (BARY_SCENE_PADDING + 4) * self->scale, box.y,
                  (BARY_SCENE_MARK + 0.5) * self->scale, &mark);
  bary_pen_label (self->pen, self->scene->book, label, left + (BARY_SCENE_PADDING + BARY_SCENE_MARK_SPACE) * self->scale,
                  box.y - label->height * self->scale / 2, self->scale, FALSE, ink);
}

void
scene_view_walk_headings (SceneView *self,
                          guint      i)
{
  BaryLayoutDisc disc = scene_view_disc (self, i);

  bary_pen_begin (self->pen, BARY_PART_HEADING, i);
  for (guint j = 0; j < disc.n_zones && j < self->scene->clusters[i].n_groups; j++)
    if (scene_view_is_zone_seen (self, i, j))
      walk_heading (self, i, &disc, j);
  bary_pen_end (self->pen);
}
