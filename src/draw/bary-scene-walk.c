#include "bary-scene-view.h"

#include <string.h>

#define LEGIBLE 7.0 /* height of letters' boxes that can be read, in units of the camera */
#define MARK_REACH 10.0 /* of what stands out of the boxes of nodes and the ways of lines: marks, rings */
#define CARD_REACH 6.0  /* the same, in points of the picture: badges */

/* Lines ask for the same nodes again and again. An opened bundle shows all its ends. */
static void
find_nodes (SceneView *self)
{
  const guint8 *hidden = self->frame->hidden;
  guint n = self->scene->n_nodes;

  self->drawn = g_malloc (n + 1);
  self->middles = g_new (BaryPoint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      BaryBox box = scene_view_node (self, i);

      self->drawn[i] = bary_scene_can_find (self->scene, self->frame, self->detail, (int) i) ||
                       (self->frame->opened > 0 && self->near[i] && bary_scene_is_shown (self->scene, (int) i) &&
                        (hidden == NULL || !hidden[i]));
      self->middles[i] = scene_view_point (self, box.x, box.y);
    }
}

static void
mark_ends (SceneView *self,
           guint      tie)
{
  self->near = g_malloc0 (self->scene->n_nodes + 1);
  bary_scene_mark_tie (self->scene, tie, self->near);
}

static void
mark_near (SceneView *self)
{
  int hovered = self->frame->hovered;
  const guint *neighbours;
  guint n;

  if (self->frame->opened > 0)
    mark_ends (self, self->frame->opened - 1);
  if (self->frame->opened > 0 || !bary_scene_is_shown (self->scene, hovered))
    return;

  self->near = g_malloc0 (self->scene->n_nodes + 1);
  self->near[hovered] = 1;
  neighbours = bary_scene_get_neighbours (self->scene, hovered, &n);
  for (guint i = 0; i < n; i++)
    self->near[neighbours[i]] = 1;
  /* To a barycenter belongs all of its cluster. */
  if (bary_network_node (self->scene->network, hovered)->role == BARY_ROLE_BARYCENTER)
    for (guint i = 0; i < self->scene->n_nodes; i++)
      if (bary_network_node (self->scene->network, i)->cluster == bary_network_node (self->scene->network, hovered)->cluster)
        self->near[i] = 1;
}

static void
clear_summary (SceneSummary *self)
{
  g_free (self->discs);
  g_free (self->zones);
}

/* Which clusters, districts and zones have all their nodes in a set. */
static void
summarise (SceneView    *self,
           const guint8 *set,
           SceneSummary *summary)
{
  BaryNetwork *network = self->scene->network;
  guint n_clusters = network->clusters->len, n_discs = n_clusters + network->districts->len;

  if (set == NULL)
    return;
  summary->discs = g_malloc (n_discs + 1);
  memset (summary->discs, 1, n_discs);
  summary->zones = g_malloc (n_clusters * SCENE_ZONES + 1);
  memset (summary->zones, 1, n_clusters * SCENE_ZONES);
  for (guint i = 0; i < self->scene->n_nodes; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if (set[i] || !bary_scene_is_shown (self->scene, (int) i))
        continue;
      if (node->cluster >= 0)
        summary->discs[node->cluster] = 0;
      if (node->district >= 0 && node->district < (int) network->districts->len)
        summary->discs[n_clusters + node->district] = 0;
      if (node->cluster >= 0 && node->role == BARY_ROLE_MEMBER)
        summary->zones[node->cluster * SCENE_ZONES + MIN (bary_scene_zone_of (self->scene, node), SCENE_ZONES - 1)] = 0;
    }
}

/* A zone, a cluster, a district is seen once something in it is; what is empty, when nothing of its cluster is hidden. */
static void
mark_unseen (SceneView *self)
{
  guint n_clusters = self->scene->network->clusters->len;
  g_autofree guint8 *some_hidden = g_malloc0 (n_clusters + 1);

  summarise (self, self->frame->hidden, &self->unseen);
  if (self->frame->hidden == NULL)
    return;
  for (guint i = 0; i < self->scene->n_nodes; i++)
    {
      int cluster = bary_network_node (self->scene->network, i)->cluster;

      if (cluster >= 0 && self->frame->hidden[i] && bary_scene_is_shown (self->scene, (int) i))
        some_hidden[cluster] = 1;
    }
  for (guint i = 0; i < n_clusters; i++)
    if (!some_hidden[i])
      {
        memset (self->unseen.zones + i * SCENE_ZONES, 0, SCENE_ZONES);
        self->unseen.discs[i] = 0;
      }
}

/* An empty zone is dimmed with its cluster. */
static void
mark_dim (SceneView *self)
{
  guint n_clusters = self->scene->network->clusters->len;
  g_autofree guint *counts = g_new0 (guint, n_clusters * SCENE_ZONES + 1);

  summarise (self, self->frame->dimmed, &self->dim);
  if (self->frame->dimmed == NULL)
    return;
  for (guint i = 0; i < self->scene->n_nodes; i++)
    {
      const BaryNetworkNode *node = bary_network_node (self->scene->network, i);

      if (node->cluster >= 0 && node->role == BARY_ROLE_MEMBER && bary_scene_is_shown (self->scene, (int) i))
        counts[node->cluster * SCENE_ZONES + MIN (bary_scene_zone_of (self->scene, node), SCENE_ZONES - 1)]++;
    }
  for (guint i = 0; i < n_clusters * SCENE_ZONES; i++)
    if (counts[i] == 0)
      self->dim.zones[i] = self->dim.discs[i / SCENE_ZONES];
}

/* While nodes move, any may be seen. */
static GArray *
find_in_sight (SceneView *self)
{
  const BaryBox *sight = &self->sight;
  BaryBox area = { (sight->x - self->camera->offset_x) / self->scale, (sight->y - self->camera->offset_y) / self->scale,
                   (sight->width + 2 * self->reach) / self->scale, (sight->height + 2 * self->reach) / self->scale };
  GArray *all;

  if (self->progress >= 1)
    return bary_scene_index_find (bary_scene_get_index (self->scene), &area);
  all = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->scene->n_nodes);
  for (guint i = 0; i < self->scene->n_nodes; i++)
    g_array_append_val (all, i);
  return all;
}

static void
init_view (SceneView        *self,
           BaryScene        *scene,
           BaryPen          *pen,
           const BaryCamera *camera,
           const BaryFrame  *frame)
{
  *self = (SceneView) { scene, pen, camera, frame, frame->theme };
  self->scale = camera->scale;
  self->sight = (BaryBox) { camera->width / 2, camera->height / 2, camera->width, camera->height };
  self->reach = MARK_REACH + CARD_REACH * camera->scale;
  self->detail = frame->detail == BARY_DETAIL_BY_SCALE ? bary_scene_detail_at (scene, camera->scale) : frame->detail;
  self->progress = scene->earlier != NULL && scene->earlier->layout != NULL ? CLAMP (frame->progress, 0, 1) : 1;
  self->cards = bary_text_size (BARY_TEXT_NAME) * camera->scale >= LEGIBLE;
}

static void
look (SceneView *self)
{
  self->in_sight = find_in_sight (self);
  mark_near (self);
  find_nodes (self);
  mark_unseen (self);
  mark_dim (self);
}

static void
clear_view (SceneView *self)
{
  g_array_unref (self->in_sight);
  g_free (self->drawn);
  g_free (self->middles);
  g_free (self->near);
  clear_summary (&self->unseen);
  clear_summary (&self->dim);
}

static void
walk_ground (SceneView *self)
{
  scene_view_walk_discs (self);
  if (!self->frame->no_lines)
    scene_view_walk_lines (self);
  scene_view_walk_nodes (self);
}

static void
walk_words (SceneView *self)
{
  self->reach = 0; /* beyond what is seen nothing keeps room for words */
  self->placer = bary_label_placer_new (self->camera->width, self->camera->height);
  if (!self->cards)
    scene_view_block_marks (self);
  scene_view_keep_firsts (self);
  scene_view_walk_titles (self);
  scene_view_walk_labels (self);
  bary_label_placer_free (self->placer);
}

static void
walk_all (SceneView *self)
{
  walk_ground (self);
  walk_words (self);
}

/* @sight: (nullable): NULL: all that the camera sees */
static void
walk (BaryScene        *scene,
      BaryPen          *pen,
      const BaryCamera *camera,
      const BaryFrame  *frame,
      const BaryBox    *sight,
      void             (*paint) (SceneView *view))
{
  SceneView view;

  g_return_if_fail (scene->layout != NULL && frame->theme != NULL);

  init_view (&view, scene, pen, camera, frame);
  if (sight != NULL)
    view.sight = *sight;
  look (&view);
  paint (&view);
  clear_view (&view);
}

void
bary_scene_walk_ground (BaryScene        *self,
                        BaryPen          *pen,
                        const BaryCamera *camera,
                        const BaryFrame  *frame,
                        const BaryBox    *sight)
{
  walk (self, pen, camera, frame, sight, walk_ground);
}

void
bary_scene_walk_words (BaryScene        *self,
                       BaryPen          *pen,
                       const BaryCamera *camera,
                       const BaryFrame  *frame)
{
  walk (self, pen, camera, frame, NULL, walk_words);
}

void
bary_scene_walk (BaryScene        *self,
                 BaryPen          *pen,
                 const BaryCamera *camera,
                 const BaryFrame  *frame)
{
  walk (self, pen, camera, frame, NULL, walk_all);
}

void
bary_scene_draw (BaryScene        *self,
                 cairo_t          *cr,
                 const BaryCamera *camera,
                 const BaryFrame  *frame)
{
  BaryPen *pen;

  cairo_save (cr);
  pen = bary_cairo_pen_new (cr, self->book, self->sprites);
  bary_scene_walk (self, pen, camera, frame);
  bary_cairo_pen_free (pen);
  cairo_restore (cr);
}
