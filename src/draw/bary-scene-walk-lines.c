#include "bary-scene-view.h"

#include <math.h>

#define SHORT_LINE 14.0 /* in units of the camera: straight */
#define TURN 14.0       /* from the way down beside a column to its side, in points of the picture */
#define LEAST_LINE 5.0  /* shorter ones lie under the marks that they join */

static gboolean
touches (const BaryNetworkLine *line,
         int                    node)
{
  return node >= 0 && (line->a == (guint) node || line->b == (guint) node);
}

static gboolean
can_be_seen (const SceneView *self,
             BaryPoint        a,
             BaryPoint        b)
{
  BaryBox box = { (a.x + b.x) / 2, (a.y + b.y) / 2, fabs (a.x - b.x), fabs (a.y - b.y) };

  return scene_view_sees (self, &box);
}

/* A curve lies among its four points. */
static gboolean
can_see_curve (const SceneView *self,
               const BaryPoint  points[4])
{
  BaryPoint low = points[0], high = points[0];

  for (guint i = 1; i < 4; i++)
    {
      low = (BaryPoint) { MIN (low.x, points[i].x), MIN (low.y, points[i].y) };
      high = (BaryPoint) { MAX (high.x, points[i].x), MAX (high.y, points[i].y) };
    }
  return can_be_seen (self, low, high);
}

static BaryPoint
towards (BaryPoint from,
         BaryPoint to,
         double    share)
{
  return (BaryPoint) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

static gboolean
is_straight (const SceneView       *self,
             const BaryNetworkNode *a,
             const BaryNetworkNode *b,
             BaryPoint              from,
             BaryPoint              to)
{
  if (fabs (from.x - to.x) + fabs (from.y - to.y) < SHORT_LINE)
    return TRUE;
  if (self->scene->layout->scheme == BARY_SCHEME_TREE)
    return FALSE;
  return a->cluster < 0 || a->cluster != b->cluster || a->role == BARY_ROLE_BARYCENTER || b->role == BARY_ROLE_BARYCENTER ||
         self->scene->layout->clusters[a->cluster].n_zones == 0;
}

/* In a tree from layer to layer; in a disc members are joined by a bow that leans to their barycenter. */
static void
bend (const SceneView *self,
      int              cluster,
      BaryPoint        points[4])
{
  BaryPoint middle = towards (points[0], points[3], 0.5), bow;
  BaryLayoutDisc disc;

  if (self->scene->layout->scheme == BARY_SCHEME_TREE)
    {
      points[1] = (BaryPoint) { points[0].x, middle.y };
      points[2] = (BaryPoint) { points[3].x, middle.y };
      return;
    }
  disc = scene_view_disc (self, (guint) cluster);
  bow = towards (middle, scene_view_point (self, disc.x, disc.y), 0.36);
  points[1] = towards (points[0], bow, 0.67);
  points[2] = towards (points[3], bow, 0.67);
}

/* Down beside a column, and to the side of what stands in it. */
static void
draw_round (SceneView        *self,
            guint             i,
            BaryPoint         turn,
            const BaryStroke *stroke)
{
  const BaryNetworkLine *line = bary_network_line (self->scene->network, i);
  BaryPoint a = self->middles[line->a], b = self->middles[line->b];
  BaryPoint from = a.y < b.y ? a : b, to = a.y < b.y ? b : a, corner = scene_view_point (self, turn.x, turn.y);
  BaryPoint low = { corner.x, MAX (corner.y, to.y - TURN * self->scale) }, angle = { corner.x, to.y };
  BaryPoint upper[4] = { from, { from.x, (from.y + corner.y) / 2 }, { corner.x, (from.y + corner.y) / 2 }, corner };
  BaryPoint lower[4] = { low, angle, angle, to };

  if (!can_see_curve (self, (BaryPoint[4]) { from, corner, corner, to }))
    return;
  bary_pen_curve (self->pen, upper, stroke);
  bary_pen_line (self->pen, &corner, &low, stroke);
  bary_pen_curve (self->pen, lower, stroke);
}

static gboolean
has_turn (SceneView *self,
          guint      i,
          BaryPoint *turn)
{
  if (self->scene->layout->scheme != BARY_SCHEME_TREE || self->progress < 1)
    return FALSE;
  *turn = bary_scene_get_turns (self->scene)[i];
  return !isnan (turn->x);
}

static void
draw_line (SceneView             *self,
           guint                  i,
           const BaryStroke      *stroke)
{
  const BaryNetworkLine *line = bary_network_line (self->scene->network, i);
  const BaryNetworkNode *a = bary_network_node (self->scene->network, line->a);
  const BaryNetworkNode *b = bary_network_node (self->scene->network, line->b);
  BaryPoint from = self->middles[line->a], to = self->middles[line->b];
  BaryPoint points[4] = { from, from, to, to }, turn;

  if (has_turn (self, i, &turn))
    {
      draw_round (self, i, turn, stroke);
      return;
    }
  if (is_straight (self, a, b, from, to))
    {
      if (can_be_seen (self, from, to))
        bary_pen_line (self->pen, &from, &to, stroke);
      return;
    }
  bend (self, a->cluster, points);
  if (can_see_curve (self, points))
    bary_pen_curve (self->pen, points, stroke);
}

static gboolean
is_tie (const SceneView       *self,
        const BaryNetworkLine *line)
{
  int a = bary_network_node (self->scene->network, line->a)->cluster;
  int b = bary_network_node (self->scene->network, line->b)->cluster;

  return a >= 0 && b >= 0 && a != b && bary_scene_has_discs (self->scene);
}

static double
line_alpha (const SceneView       *self,
            const BaryNetworkLine *line)
{
  double alpha = line->line == BARY_LINE_MEMBERSHIP ? 0.32 : 0.55;
  double strength = MIN (scene_view_strength (self, line->a), scene_view_strength (self, line->b));

  if (self->near != NULL && !touches (line, self->frame->hovered) &&
      (self->frame->opened > 0 || bary_network_node (self->scene->network, self->frame->hovered)->role != BARY_ROLE_BARYCENTER))
    strength = MIN (strength, 0.25);
  if (line->presence == BARY_PRESENCE_JOINED || line->presence == BARY_PRESENCE_LEFT)
    alpha *= 0.6;
  return alpha * strength;
}

/* Loops as well. */
static gboolean
is_too_short (const SceneView       *self,
              const BaryNetworkLine *line)
{
  const BaryPoint *a = &self->middles[line->a], *b = &self->middles[line->b];

  return fabs (a->x - b->x) + fabs (a->y - b->y) < LEAST_LINE;
}

/* By what is pointed at or selected. */
static gboolean
is_touched (const SceneView *self,
            guint            i)
{
  const BaryNetworkLine *line = bary_network_line (self->scene->network, i);

  return touches (line, self->frame->hovered) || touches (line, self->frame->selected) ||
         (self->frame->opened > 0 && bary_scene_is_of_tie (self->scene, self->frame->opened - 1, i));
}

static void
walk_line (SceneView *self,
           guint      i,
           gboolean   touched)
{
  const BaryNetworkLine *line = bary_network_line (self->scene->network, i);
  double alpha;
  BaryStroke stroke;

  if (!scene_view_has (self, line->a) || !scene_view_has (self, line->b) || line->presence == BARY_PRESENCE_ABSENT ||
      is_too_short (self, line) || (!touched && is_tie (self, line)) || touched != is_touched (self, i))
    return;
  alpha = touched ? (line->line == BARY_LINE_MEMBERSHIP ? 0.75 : 1) : line_alpha (self, line);
  stroke = bary_line_stroke (line->line, touched ? self->theme->accent : self->theme->line, alpha, self->scale);
  if (self->scale < 0.45)
    stroke.n_dashes = 0;
  bary_pen_begin (self->pen, BARY_PART_LINE, i);
  draw_line (self, i, &stroke);
  bary_pen_end (self->pen);
}

/* Lines of the hovered and the selected node, and of an opened bundle, come last, over the others. */
void
scene_view_walk_lines (SceneView *self)
{
  const int tops[2] = { self->frame->selected, self->frame->hovered };

  if (self->detail != BARY_DETAIL_DISCS)
    for (guint i = 0; i < self->scene->network->lines->len; i++)
      walk_line (self, i, FALSE);
  for (guint top = 0; top < 2; top++)
    if (tops[top] >= 0 && tops[top] < (int) self->scene->n_nodes && (top == 0 || tops[1] != tops[0]))
      for (guint i = self->scene->first_line[tops[top]]; i < self->scene->first_line[tops[top] + 1]; i++)
        walk_line (self, self->scene->lines[i], TRUE);
  for (guint i = 0; i < self->scene->network->lines->len && self->frame->opened > 0; i++)
    if (bary_scene_is_of_tie (self->scene, self->frame->opened - 1, i))
      walk_line (self, i, TRUE);
}

/* How thick: by the number of ties, and thinner where all is small. */
static double
bundle_width (const SceneView *self,
              guint            load)
{
  double room = CLAMP (self->scene->disc_size * self->scale / 60, 0.25, 1);

  return MIN (0.7 + log2 (1 + load), 9) * room;
}

static void
walk_bundle (SceneView *self,
             guint      i,
             guint      load)
{
  const BaryTie *tie = &g_array_index (self->scene->ties, BaryTie, i);
  BaryLayoutDisc a = scene_view_disc (self, tie->a), b = scene_view_disc (self, tie->b);
  gboolean opened = self->frame->opened == i + 1;
  BaryStroke stroke = { { opened ? self->theme->accent : self->theme->line, opened ? 0.8 : self->near != NULL ? 0.14 : 0.34 },
                        bundle_width (self, load), NULL, 0, TRUE };
  BaryPoint points[4];

  bary_scene_trace_tie (&a, &b, points);
  for (guint j = 0; j < 4; j++)
    points[j] = scene_view_point (self, points[j].x, points[j].y);
  stroke.ink.alpha *= MIN (scene_view_disc_strength (self, tie->a), scene_view_disc_strength (self, tie->b));
  if (load == 0 || !scene_view_is_disc_seen (self, tie->a) || !scene_view_is_disc_seen (self, tie->b) ||
      !can_see_curve (self, points))
    return;
  bary_pen_begin (self->pen, BARY_PART_TIES, i);
  bary_pen_curve (self->pen, points, &stroke);
  bary_pen_end (self->pen);
}

void
scene_view_walk_ties (SceneView *self)
{
  const guint *loads = bary_scene_get_loads (self->scene);

  for (guint i = 0; i < self->scene->ties->len; i++)
    walk_bundle (self, i, loads[i]);
}
