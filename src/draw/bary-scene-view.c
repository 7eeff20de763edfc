#include "bary-scene-view.h"

#include <math.h>

/* Where */

BaryPoint
scene_view_point (const SceneView *self,
                  double           x,
                  double           y)
{
  return (BaryPoint) { x * self->scale + self->camera->offset_x, y * self->scale + self->camera->offset_y };
}

BaryBox
scene_view_box (const SceneView *self,
                const BaryBox   *box)
{
  BaryPoint middle = scene_view_point (self, box->x, box->y);

  return (BaryBox) { middle.x, middle.y, box->width * self->scale, box->height * self->scale };
}

gboolean
scene_view_sees (const SceneView *self,
                 const BaryBox   *seen)
{
  const BaryBox *sight = &self->sight;

  return fabs (seen->x - sight->x) <= (seen->width + sight->width) / 2 + self->reach &&
         fabs (seen->y - sight->y) <= (seen->height + sight->height) / 2 + self->reach;
}

gboolean
scene_view_cuts (const SceneView *self,
                 const BaryBox   *seen)
{
  return self->frame->whole_texts &&
         (seen->x - seen->width / 2 < 0 || seen->x + seen->width / 2 > self->camera->width ||
          seen->y - seen->height / 2 < 0 || seen->y + seen->height / 2 > self->camera->height);
}

static double
between (double from,
         double to,
         double progress)
{
  return from + (to - from) * progress;
}

/* Where one that was not there begins: beside its barycenter. */
static BaryBox
birth_of (const SceneView *self,
          guint            node)
{
  const BaryBox *box = &self->scene->layout->nodes[node];
  int cluster = bary_network_node (self->scene->network, node)->cluster;
  const BaryLayoutDisc *disc = cluster >= 0 ? &self->scene->layout->clusters[cluster] : NULL;
  BaryBox birth = *box;

  if (disc != NULL)
    {
      birth.x = between (disc->x, box->x, 0.25);
      birth.y = between (disc->y, box->y, 0.25);
    }
  return birth;
}

BaryBox
scene_view_node (const SceneView *self,
                 guint            node)
{
  const BaryBox *now = &self->scene->layout->nodes[node];
  int was = self->progress < 1 ? self->scene->earlier_node[node] : -1;
  BaryBox from;

  if (self->progress >= 1)
    return *now;
  from = was >= 0 ? self->scene->earlier->layout->nodes[was] : birth_of (self, node);
  return (BaryBox) {
    between (from.x, now->x, self->progress), between (from.y, now->y, self->progress), now->width, now->height
  };
}

/* Borrows the zones. */
BaryLayoutDisc
scene_view_disc (const SceneView *self,
                 guint            cluster)
{
  BaryLayoutDisc disc = self->scene->layout->clusters[cluster];
  int was = self->progress < 1 ? self->scene->earlier_cluster[cluster] : -1;
  const BaryLayoutDisc *from;

  if (was < 0)
    return disc;
  from = &self->scene->earlier->layout->clusters[was];
  disc.x = between (from->x, disc.x, self->progress);
  disc.y = between (from->y, disc.y, self->progress);
  disc.radius_x = between (from->radius_x, disc.radius_x, self->progress);
  disc.radius_y = between (from->radius_y, disc.radius_y, self->progress);
  disc.title.x = between (from->title.x, disc.title.x, self->progress);
  disc.title.y = between (from->title.y, disc.title.y, self->progress);
  return disc;
}

/* How */

double
scene_view_strength (const SceneView *self,
                     guint            node)
{
  double strength = 1;

  if (self->frame->dimmed != NULL && self->frame->dimmed[node])
    strength = SCENE_DIMMED;
  if (self->near != NULL && !self->near[node])
    strength = MIN (strength, SCENE_FADED);
  if (self->progress < 1 && self->scene->earlier_node[node] < 0)
    strength *= self->progress;
  return strength;
}

BaryColour
scene_view_colour (const SceneView *self,
                   guint            cluster,
                   guint            zone)
{
  if (zone < self->scene->clusters[cluster].n_groups)
    return bary_palette_get_colour (zone, self->theme->kind);
  return self->theme->dim_text;
}

BaryColour
scene_view_faint (const SceneView *self,
                  BaryColour       colour,
                  double           strength)
{
  return strength >= 1 ? colour : bary_colour_mix (self->theme->background, colour, strength);
}

gboolean
scene_view_is_zone_seen (const SceneView *self,
                         guint            cluster,
                         guint            zone)
{
  return !bary_network_is_group_hidden (self->scene->network, cluster, zone) &&
         (self->unseen.zones == NULL || !self->unseen.zones[cluster * SCENE_ZONES + MIN (zone, SCENE_ZONES - 1)]);
}

gboolean
scene_view_is_disc_seen (const SceneView *self,
                         guint            disc)
{
  return self->unseen.discs == NULL || !self->unseen.discs[disc];
}

double
scene_view_zone_strength (const SceneView *self,
                          guint            cluster,
                          guint            zone)
{
  return self->dim.zones != NULL && self->dim.zones[cluster * SCENE_ZONES + MIN (zone, SCENE_ZONES - 1)] ? SCENE_DIMMED : 1;
}

double
scene_view_disc_strength (const SceneView *self,
                          guint            disc)
{
  return self->dim.discs != NULL && self->dim.discs[disc] ? SCENE_DIMMED : 1;
}
