#include "bary-scene-private.h"

#include <math.h>

#define TITLE_GAP 14.0
#define NEIGHBOURHOOD 200.0 /* of a district's discs: what stands farther off is not on its ground */

/* What is in the way of a district's title. */
typedef struct {
  BaryScene    *scene;
  GArray       *parts;  /* of BaryHullPart */
  GArray       *boxes;  /* of BaryBox: round each part */
} Ground;

static void
add_part (Ground       *self,
          BaryHullPart  part)
{
  double stretch = self->scene->layout->stretch;
  BaryBox box = { part.x, part.y, 2 * (part.half_width + part.radius * stretch), 2 * (part.half_height + part.radius) };

  g_array_append_val (self->parts, part);
  g_array_append_val (self->boxes, box);
}

static void
add_box (Ground        *self,
         const BaryBox *box,
         int            district)
{
  add_part (self, (BaryHullPart) { box->x, box->y, box->width / 2, box->height / 2, 0, district });
}

static void
add_clusters (Ground *self)
{
  const BaryGraphLayout *layout = self->scene->layout;

  for (guint i = 0; i < layout->n_clusters; i++)
    {
      const BaryLayoutDisc *disc = &layout->clusters[i];
      int district = self->scene->graph_clusters[i].district;

      add_part (self, (BaryHullPart) { disc->x, disc->y, 0, 0, disc->radius_y, district });
      if (disc->title.width > 0)
        add_box (self, &disc->title, district);
    }
}

static gboolean
is_near (const Ground  *self,
         guint          n_parts,
         const BaryBox *box,
         int            district)
{
  for (guint i = 0; i < n_parts; i++)
    {
      const BaryHullPart *part = &g_array_index (self->parts, BaryHullPart, i);
      double dx = fabs (box->x - part->x) / self->scene->layout->stretch, dy = fabs (box->y - part->y);

      if (part->district == district && hypot (dx, dy) - part->radius < NEIGHBOURHOOD)
        return TRUE;
    }
  return FALSE;
}

/* Councils and others of no cluster. */
static void
add_singles (Ground *self)
{
  guint n_parts = self->parts->len;

  for (guint i = 0; i < self->scene->n_nodes; i++)
    {
      const BaryGraphNode *node = &self->scene->graph_nodes[i];
      const BaryBox *box = &self->scene->layout->nodes[i];

      if (node->cluster < 0 && bary_scene_is_shown (self->scene, (int) i))
        add_box (self, box, is_near (self, n_parts, box, node->district) ? node->district : -1);
    }
}

/* Discs have no corners. */
static gboolean
is_in_the_way (const Ground *self,
               guint         i,
               const BaryBox *box)
{
  const BaryHullPart *part = &g_array_index (self->parts, BaryHullPart, i);
  double stretch = self->scene->layout->stretch;
  double dx = MAX (fabs (box->x - part->x) - box->width / 2 - part->half_width, 0) / stretch;
  double dy = MAX (fabs (box->y - part->y) - box->height / 2 - part->half_height, 0);

  return hypot (dx, dy) - part->radius < TITLE_GAP / 2;
}

static gboolean
is_free (const Ground  *self,
         const BaryBox *box)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (is_in_the_way (self, i, box))
      return FALSE;
  return TRUE;
}

/* Over the district's highest part where there is room, else over another, else below one. */
static gboolean
find_title (const Ground *self,
            int           district,
            BaryBox      *title)
{
  double best = G_MAXDOUBLE;
  BaryBox found = *title;

  for (guint side = 0; side < 2 && best == G_MAXDOUBLE; side++)
    for (guint i = 0; i < self->parts->len; i++)
      {
        const BaryBox *part = &g_array_index (self->boxes, BaryBox, i);
        double away = (part->height + title->height) / 2 + TITLE_GAP;
        BaryBox box = { part->x, side == 0 ? part->y - away : part->y + away, title->width, title->height };
        double cost = side == 0 ? box.y : -box.y;

        if (g_array_index (self->parts, BaryHullPart, i).district != district || cost >= best || !is_free (self, &box))
          continue;
        best = cost;
        found = box;
      }
  *title = found;
  return best < G_MAXDOUBLE;
}

static gboolean
has_parts (const Ground *self,
           int           district)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, BaryHullPart, i).district == district)
      return TRUE;
  return FALSE;
}

/* Each gets a place in its own district, and becomes a part of it. */
static void
place_titles (Ground *self)
{
  BaryGraphLayout *layout = self->scene->layout;

  for (guint i = 0; i < layout->n_districts; i++)
    {
      BaryBox *title = &layout->districts[i].title;

      if (title->width <= 0)
        continue;
      if (!has_parts (self, (int) i))
        title->width = 0;
      else if (find_title (self, (int) i, title))
        add_box (self, title, (int) i);
    }
}

/* A district is where its ground is. */
static void
measure (Ground *self)
{
  BaryScene *scene = self->scene;
  double bounds[4] = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < scene->n_nodes; i++)
    bary_box_extend (bounds, &scene->layout->nodes[i]);
  for (guint i = 0; i < self->boxes->len; i++)
    bary_box_extend (bounds, &g_array_index (self->boxes, BaryBox, i));
  for (guint i = 0; i < scene->layout->n_districts; i++)
    {
      const BaryHull *hull = &scene->hulls[i];
      BaryLayoutDisc *disc = &scene->layout->districts[i];

      if (hull->n_ends == 0)
        continue;
      bary_box_extend (bounds, &hull->bounds);
      disc->x = hull->bounds.x;
      disc->y = hull->bounds.y;
      disc->radius_x = hull->bounds.width / 2;
      disc->radius_y = hull->bounds.height / 2;
    }
  if (bounds[0] <= bounds[1])
    scene->layout->bounds = (BaryBox) { (bounds[0] + bounds[1]) / 2, (bounds[2] + bounds[3]) / 2, bounds[1] - bounds[0], bounds[3] - bounds[2] };
}

void
bary_scene_lay_ground (BaryScene *self)
{
  Ground ground = { self };

  if (!bary_scene_has_discs (self) || self->network->picture == BARY_PICTURE_CLUSTER)
    return;

  /* What the layout has found by itself has no name to show. */
  self->layout->n_districts = MIN (self->layout->n_districts, self->network->districts->len);

  ground.parts = g_array_new (FALSE, FALSE, sizeof (BaryHullPart));
  ground.boxes = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  add_clusters (&ground);
  add_singles (&ground);
  place_titles (&ground);
  self->hulls = bary_hulls_new ((const BaryHullPart *) (const void *) ground.parts->data, ground.parts->len,
                                self->network->districts->len, self->layout->stretch);
  measure (&ground);
  g_array_unref (ground.parts);
  g_array_unref (ground.boxes);
}

void
bary_scene_trace_district (BaryScene        *self,
                           guint             district,
                           cairo_t          *cr,
                           const BaryCamera *camera)
{
  const BaryHull *hull;

  g_return_if_fail (self->layout != NULL && district < self->layout->n_districts);

  cairo_new_path (cr);
  if (self->hulls == NULL)
    return;
  hull = &self->hulls[district];
  for (guint line = 0, i = 0; line < hull->n_ends; line++)
    {
      cairo_new_sub_path (cr);
      for (; i < hull->ends[line]; i++)
        cairo_line_to (cr, hull->points[i].x * camera->scale + camera->offset_x, hull->points[i].y * camera->scale + camera->offset_y);
      cairo_close_path (cr);
    }
}
