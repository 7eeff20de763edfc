#include "bary-scene-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BOW 0.08
#define RIM 0.97       /* of a disc: the ends of a bundle are under its edge */
#define STEPS 16       /* along a bundle, in which a point is looked for */
#define MOST_NAMES 8   /* of those that two clusters share */

/* From a disc's middle towards a point, where its edge is. */
static BaryPoint
edge_of (const BaryLayoutDisc *disc,
         double                x,
         double                y)
{
  double dx = x - disc->x, dy = y - disc->y;
  double share = 1 / MAX (hypot (dx / MAX (disc->radius_x, 1), dy / MAX (disc->radius_y, 1)), 1);

  return (BaryPoint) { disc->x + dx * share * RIM, disc->y + dy * share * RIM };
}

void
bary_scene_trace_tie (const BaryLayoutDisc *a,
                      const BaryLayoutDisc *b,
                      BaryPoint             points[4])
{
  BaryPoint from = edge_of (a, b->x, b->y), to = edge_of (b, a->x, a->y);
  double dx = to.x - from.x, dy = to.y - from.y;

  points[0] = from;
  points[1] = (BaryPoint) { from.x + dx * 0.33 - BOW * dy, from.y + dy * 0.33 + BOW * dx };
  points[2] = (BaryPoint) { from.x + dx * 0.67 - BOW * dy, from.y + dy * 0.67 + BOW * dx };
  points[3] = to;
}

gboolean
bary_scene_is_of_tie (BaryScene *self,
                      guint      tie,
                      guint      line)
{
  const BaryTie *it = &g_array_index (self->ties, BaryTie, tie);
  int a = bary_network_node (self->network, self->edges[line].a)->cluster;
  int b = bary_network_node (self->network, self->edges[line].b)->cluster;

  return MIN (a, b) == (int) it->a && MAX (a, b) == (int) it->b;
}

/* On a curve of P. Bézier. */
static BaryPoint
point_at (const BaryPoint points[4],
          double          t)
{
  double s = 1 - t, w[4] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };

  return (BaryPoint) { w[0] * points[0].x + w[1] * points[1].x + w[2] * points[2].x + w[3] * points[3].x,
                       w[0] * points[0].y + w[1] * points[1].y + w[2] * points[2].y + w[3] * points[3].y };
}

static double
distance_to_side (BaryPoint a,
                  BaryPoint b,
                  double    x,
                  double    y)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = MAX (dx * dx + dy * dy, 1e-9);
  double share = CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1);

  return hypot (x - a.x - share * dx, y - a.y - share * dy);
}

static double
distance_to_tie (BaryScene     *self,
                 const BaryTie *tie,
                 double         x,
                 double         y,
                 double         reach)
{
  const BaryLayoutDisc *a = &self->layout->clusters[tie->a], *b = &self->layout->clusters[tie->b];
  double length = hypot (a->x - b->x, a->y - b->y), least = G_MAXDOUBLE;
  BaryPoint points[4], last;

  if (hypot (x - (a->x + b->x) / 2, y - (a->y + b->y) / 2) > length / 2 + reach)
    return G_MAXDOUBLE;
  bary_scene_trace_tie (a, b, points);
  last = points[0];
  for (guint i = 1; i <= STEPS; i++)
    {
      BaryPoint next = point_at (points, i / (double) STEPS);

      least = MIN (least, distance_to_side (last, next, x, y));
      last = next;
    }
  return least;
}

static gboolean
is_on_disc (BaryScene *self,
            double     x,
            double     y)
{
  guint n;
  const guint *near = bary_scene_index_at (bary_scene_get_discs (self), x, y, &n);

  for (guint i = 0; i < n; i++)
    {
      const BaryLayoutDisc *disc = &self->layout->clusters[near[i]];

      if (hypot ((x - disc->x) / MAX (disc->radius_x, 1), (y - disc->y) / MAX (disc->radius_y, 1)) < 1)
        return TRUE;
    }
  return FALSE;
}

int
bary_scene_pick_tie (BaryScene       *self,
                     const BaryFrame *frame,
                     double           x,
                     double           y,
                     double           reach)
{
  const guint *loads;
  double best = reach;
  int found = -1;

  g_return_val_if_fail (self->layout != NULL, -1);

  if (!bary_scene_has_discs (self) || frame->no_lines || is_on_disc (self, x, y))
    return -1;
  loads = bary_scene_get_loads (self);
  for (guint i = 0; i < self->ties->len; i++)
    {
      double distance = loads[i] > 0 ? distance_to_tie (self, &g_array_index (self->ties, BaryTie, i), x, y, reach) : G_MAXDOUBLE;

      if (distance <= best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

int
bary_scene_step_tie (BaryScene       *self,
                     const BaryFrame *frame,
                     int              node,
                     int              tie,
                     gboolean         forward)
{
  int n = (int) self->ties->len, cluster = node != BARY_NODE_NONE ? bary_network_node (self->network, node)->cluster : -1;
  int from = tie >= 0 ? tie : forward ? -1 : n;

  g_return_val_if_fail (self->layout != NULL, -1);

  if (!bary_scene_has_discs (self) || frame->no_lines)
    return -1;
  for (int i = 1; i <= n; i++)
    {
      int found = (from + (forward ? i : n + n - i)) % n;
      const BaryTie *it = &g_array_index (self->ties, BaryTie, found);

      if (cluster < 0 || (int) it->a == cluster || (int) it->b == cluster)
        return found;
    }
  return -1;
}

void
bary_scene_find_tie (BaryScene *self,
                     guint      tie,
                     double    *x,
                     double    *y)
{
  const BaryTie *it = &g_array_index (self->ties, BaryTie, tie);
  const BaryLayoutDisc *a = &self->layout->clusters[it->a], *b = &self->layout->clusters[it->b];

  *x = (a->x + b->x) / 2;
  *y = (a->y + b->y) / 2;
}

void
bary_scene_mark_tie (BaryScene *self,
                     guint      tie,
                     guint8    *set)
{
  for (guint i = 0; i < self->network->lines->len; i++)
    if (bary_scene_is_of_tie (self, tie, i))
      set[self->edges[i].a] = set[self->edges[i].b] = TRUE;
}

/* Names of those that the lines of a tie lead to, except barycenters. */
static void
add_names (BaryScene *self,
           guint      tie,
           GString   *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->network->lines->len; i++)
    for (guint end = 0; end < 2 && bary_scene_is_of_tie (self, tie, i); end++)
      {
        const BaryNetworkNode *node = bary_network_node (self->network, end == 0 ? self->edges[i].a : self->edges[i].b);

        if (node->role == BARY_ROLE_BARYCENTER || !g_hash_table_add (seen, node->short_name))
          continue;
        if (g_hash_table_size (seen) <= MOST_NAMES)
          g_string_append_printf (words, "%s%s", g_hash_table_size (seen) == 1 ? "\n" : ", ", node->short_name);
      }
  if (g_hash_table_size (seen) > MOST_NAMES)
    g_string_append (words, " …");
}

char *
bary_scene_describe_tie (BaryScene *self,
                         guint      tie)
{
  const BaryTie *it;
  GString *words;

  g_return_val_if_fail (tie < self->ties->len, NULL);

  it = &g_array_index (self->ties, BaryTie, tie);
  words = g_string_new (NULL);
  /* Translators: what joins two clusters: 1, 2: their names, 3: how many links */
  g_string_append_printf (words, ngettext ("%1$s – %2$s: %3$u link", "%1$s – %2$s: %3$u links", it->n),
                          bary_network_cluster (self->network, it->a)->name, bary_network_cluster (self->network, it->b)->name, it->n);
  add_names (self, tie, words);
  return g_string_free (words, FALSE);
}
