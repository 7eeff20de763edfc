#include "bary-scene-view.h"

#include <math.h>

/* Of fonts, in units of the camera. */
#define LEAST_TITLE 11.0
#define LEAST_SMALL_TITLE 8.5
#define LEAST_COUNT 8.5

#define TITLE_GAP 3.0   /* from a disc, in units of the camera */
#define LEAN 5.0        /* a title beside the middle lies by this part of the disc's width from it */
#define CENTRE_MARK 4.0 /* half the height of what stands for a barycenter that is not chosen yet */
#define CENTRE_ROOM 0.4 /* of the mark's radius: what a title leaves free beside the mark */
#define CENTRE_GAP 4.1  /* at least: a square of the placer, which would find both in one */
#define TINY_DISC 10.0  /* beyond which names of districts may lie on discs */
#define MOST_MISSES 200 /* titles without room, after which the paper is held to be full */

typedef enum {
  IN_PLACE, /* that the picture keeps for it; what has grown stands on its foot */
  IN_THE_MIDDLE,
  LEFT_OF_THE_MIDDLE, /* away from what a neighbour's name takes */
  RIGHT_OF_THE_MIDDLE,
  OVER_THE_MIDDLE, /* of a disc: the barycenter stays free */
  UNDER_THE_MIDDLE,
  OVER_THE_EDGE, /* from the middle out over the edge of the disc: better than a disc without a name */
  OVER_OTHERS,   /* the same in a presentation, even where that covers some of a neighbour */
  UNDER_OTHERS,
  ABOVE,
  BELOW,
  BESIDE_LEFT,
  BESIDE_RIGHT,
  ON_THE_DISCS, /* in the middle as well, whatever stands there */
} Where;

/* A title that looks for room. */
typedef struct {
  SceneView       *view;
  int              cluster; /* -1: of a district */
  const BaryLabel *names[3]; /* wide, narrow, and its first words */
  const BaryLabel *count;
  BaryBox          place;   /* points of the picture */
  BaryBox          all;     /* round its disc or ground */
  BaryColour       colour;
  double           strength;
} Title;

typedef struct {
  Where  where;
  guint  name;  /* of those of the title */
  guint  small; /* as small as can be read: 1 */
  guint  count; /* with it: 1 */
} Try;

typedef struct {
  const BaryLabel *name;
  const BaryLabel *count;
  double           name_scale, count_scale;
  BaryBox          box;
  gboolean         grown; /* larger than its place, or pushed out of it */
} Attempt;

static gboolean
is_within (Where where)
{
  return where >= IN_THE_MIDDLE && where <= UNDER_THE_MIDDLE;
}

/* In the middle of a small disc: not much wider than the disc, if it can be read then. */
static double
least_size (const Title     *self,
            const BaryLabel *name,
            const Try       *try)
{
  if (try->small)
    return LEAST_SMALL_TITLE;
  if (self->cluster >= 0 && is_within (try->where))
    return CLAMP (self->all.width * self->view->scale * 1.05 / MAX (name->width, 1) * bary_text_size (name->style),
                  LEAST_SMALL_TITLE, LEAST_TITLE);
  return LEAST_TITLE;
}

static gboolean
is_over_others (Where where)
{
  return where == OVER_OTHERS || where == UNDER_OTHERS;
}

static Attempt
measure (const Title *self,
         const Try   *try)
{
  const BaryLabel *name = self->names[try->name], *count = try->count ? self->count : NULL;
  double scale = self->view->scale;
  Attempt attempt = { name, count, MAX (scale, least_size (self, name, try) / bary_text_size (name->style)) };

  attempt.box.width = name->width * attempt.name_scale;
  attempt.box.height = name->height * attempt.name_scale;
  if (count != NULL)
    {
      attempt.count_scale = MAX (scale, LEAST_COUNT / bary_text_size (count->style));
      attempt.box.width = MAX (attempt.box.width, count->width * attempt.count_scale);
      attempt.box.height += count->height * attempt.count_scale;
    }
  attempt.grown = attempt.box.height > self->place.height * scale + 1 || attempt.box.width > self->place.width * scale + 1;
  return attempt;
}

/* What has grown leaves the paper only with what it stands by. */
static void
push_inside (const Title *self,
             BaryBox     *box)
{
  const BaryCamera *camera = self->view->camera;
  BaryPoint middle = scene_view_point (self->view, self->all.x, self->all.y);

  if (middle.x >= 0 && middle.x <= camera->width && box->width < camera->width)
    box->x = CLAMP (box->x, box->width / 2, camera->width - box->width / 2);
  if (middle.y >= 0 && middle.y <= camera->height && box->height < camera->height)
    box->y = CLAMP (box->y, box->height / 2, camera->height - box->height / 2);
}

/* How far from the middle of a disc a title must stay, for the mark there. */
static double
centre_room (const Title *self)
{
  int centre = self->cluster >= 0 ? bary_network_cluster (self->view->scene->network, self->cluster)->barycenter : BARY_NODE_NONE;
  SceneCard card;
  double radius;

  if (centre < 0)
    return CENTRE_MARK;
  card = scene_view_card (self->view, (guint) centre);
  radius = scene_card_radius (&card);
  return radius + MAX (radius * CENTRE_ROOM, CENTRE_GAP);
}

static void
put (const Title *self,
     Where        where,
     Attempt     *attempt)
{
  const BaryBox *place = &self->place, *all = &self->all;
  double half = attempt->box.height / 2;
  BaryPoint at;

  switch (where)
    {
    case IN_PLACE:
      at = scene_view_point (self->view, place->x, attempt->grown ? place->y + place->height / 2 : place->y);
      at.y -= attempt->grown ? half : 0;
      break;
    case OVER_THE_MIDDLE:
    case OVER_THE_EDGE:
    case OVER_OTHERS:
      at = scene_view_point (self->view, all->x, all->y);
      at.y -= MAX (all->height / 4 * self->view->scale, half + centre_room (self));
      break;
    case UNDER_THE_MIDDLE:
    case UNDER_OTHERS:
      at = scene_view_point (self->view, all->x, all->y);
      at.y += MAX (all->height / 4 * self->view->scale, half + centre_room (self));
      break;
    case ABOVE:
      at = scene_view_point (self->view, all->x, all->y - all->height / 2);
      at.y -= half + TITLE_GAP;
      break;
    case BELOW:
      at = scene_view_point (self->view, all->x, all->y + all->height / 2);
      at.y += half + TITLE_GAP;
      break;
    case LEFT_OF_THE_MIDDLE:
    case RIGHT_OF_THE_MIDDLE:
      at = scene_view_point (self->view, all->x + (where == RIGHT_OF_THE_MIDDLE ? 1 : -1) * all->width / LEAN, all->y);
      break;
    case BESIDE_LEFT:
      at = scene_view_point (self->view, all->x - all->width / 2, all->y);
      at.x -= attempt->box.width / 2 + TITLE_GAP;
      break;
    case BESIDE_RIGHT:
      at = scene_view_point (self->view, all->x + all->width / 2, all->y);
      at.x += attempt->box.width / 2 + TITLE_GAP;
      break;
    case IN_THE_MIDDLE:
    case ON_THE_DISCS:
    default:
      at = scene_view_point (self->view, all->x, all->y);
      break;
    }
  attempt->box.x = at.x;
  attempt->box.y = at.y;
  if (attempt->grown || (!self->view->cards && scene_view_cuts (self->view, &attempt->box)))
    push_inside (self, &attempt->box);
  attempt->grown |= attempt->box.x != at.x || attempt->box.y != at.y;
}

typedef struct {
  const Title   *title;
  const BaryBox *box;
} Touch;

/* Where nodes are cards, its own as well. */
static gboolean
touches_disc (guint    cluster,
              gpointer user_data)
{
  const Touch *touch = user_data;
  BaryLayoutDisc disc = scene_view_disc (touch->title->view, cluster);
  BaryBox round = scene_view_disc_box (touch->title->view, &disc);
  double dx = MAX (fabs (touch->box->x - round.x) - touch->box->width / 2, 0), dy = MAX (fabs (touch->box->y - round.y) - touch->box->height / 2, 0);

  return ((int) cluster != touch->title->cluster || touch->title->view->cards) && scene_view_is_disc_seen (touch->title->view, cluster) &&
         hypot (dx / MAX (round.width, 1), dy / MAX (round.height, 1)) < 0.5;
}

/* Over the edge of its disc. */
static gboolean
sticks_out (const Title   *self,
            const BaryBox *box)
{
  BaryPoint middle = scene_view_point (self->view, self->all.x, self->all.y);

  return fabs (box->y - middle.y) + box->height / 2 > self->all.height / 2 * self->view->scale + TITLE_GAP;
}

static gboolean
has_room (const Title   *self,
          const Attempt *attempt,
          Where          where)
{
  SceneView *view = self->view;
  BaryBox area = { (attempt->box.x - view->camera->offset_x) / view->scale, (attempt->box.y - view->camera->offset_y) / view->scale,
                   attempt->box.width / view->scale, attempt->box.height / view->scale };
  Touch touch = { self, &attempt->box };

  if (view->cards && where == IN_PLACE && !attempt->grown)
    return TRUE;
  if ((where == OVER_THE_MIDDLE || where == UNDER_THE_MIDDLE) &&
      (sticks_out (self, &attempt->box) || bary_label_placer_is_shunned (view->placer, &attempt->box)))
    return FALSE;
  return bary_label_placer_is_free (view->placer, &attempt->box) &&
         (where == ON_THE_DISCS || is_over_others (where) || !bary_scene_index_any (bary_scene_get_discs (view->scene), &area, touches_disc, &touch));
}

static void
draw (const Title   *self,
      const Attempt *attempt)
{
  SceneView *view = self->view;
  const BaryBox *box = &attempt->box;
  BaryInk ink = { scene_view_faint (view, self->colour, self->strength), 1 };
  BaryInk dim = { scene_view_faint (view, view->theme->dim_text, self->strength), 1 };
  double top = box->y - box->height / 2;

  bary_label_placer_block (view->placer, box);
  bary_pen_label (view->pen, view->scene->book, attempt->name, box->x - attempt->name->width * attempt->name_scale / 2, top,
                  attempt->name_scale, TRUE, ink);
  if (attempt->count != NULL)
    bary_pen_label (view->pen, view->scene->book, attempt->count, box->x - attempt->count->width * attempt->count_scale / 2,
                    top + attempt->name->height * attempt->name_scale, attempt->count_scale, TRUE, dim);
}

/* Returns: FALSE if there is no room. */
static gboolean
seek (const Title *self,
      const Try   *tries,
      guint        n_tries)
{
  for (guint i = 0; i < n_tries; i++)
    {
      Attempt attempt = measure (self, &tries[i]);

      if (is_over_others (tries[i].where) && !self->view->frame->whole_texts)
        continue;
      put (self, tries[i].where, &attempt);
      if (!scene_view_sees (self->view, &attempt.box))
        return TRUE;
      if (scene_view_cuts (self->view, &attempt.box) || !has_room (self, &attempt, tries[i].where))
        continue;
      draw (self, &attempt);
      return TRUE;
    }
  return FALSE;
}

static gboolean
walk_cluster_title (SceneView *self,
                    guint      i)
{
  static const Try small[] = {
    { IN_THE_MIDDLE, 1, 0, 1 }, { IN_THE_MIDDLE, 1, 0, 0 }, { IN_THE_MIDDLE, 1, 1, 0 }, { ABOVE, 1, 1, 0 }, { BELOW, 1, 1, 0 },
    { LEFT_OF_THE_MIDDLE, 1, 1, 0 }, { RIGHT_OF_THE_MIDDLE, 1, 1, 0 }, { BESIDE_LEFT, 1, 1, 0 }, { BESIDE_RIGHT, 1, 1, 0 },
    { IN_THE_MIDDLE, 2, 1, 0 }, { LEFT_OF_THE_MIDDLE, 2, 1, 0 }, { RIGHT_OF_THE_MIDDLE, 2, 1, 0 }, { ABOVE, 2, 1, 0 }, { BELOW, 2, 1, 0 },
    { BESIDE_LEFT, 2, 1, 0 }, { BESIDE_RIGHT, 2, 1, 0 },
  };
  static const Try middle[] = {
    { IN_PLACE, 0, 0, 1 }, { OVER_THE_MIDDLE, 1, 0, 1 }, { OVER_THE_MIDDLE, 1, 0, 0 }, { UNDER_THE_MIDDLE, 1, 0, 1 },
    { UNDER_THE_MIDDLE, 1, 0, 0 }, { IN_PLACE, 0, 1, 1 }, { OVER_THE_MIDDLE, 1, 1, 0 }, { UNDER_THE_MIDDLE, 1, 1, 0 },
    { IN_PLACE, 0, 1, 0 }, { BELOW, 0, 1, 0 }, { BELOW, 1, 1, 0 }, { ABOVE, 1, 1, 0 },
    { OVER_THE_EDGE, 1, 1, 0 }, { BESIDE_LEFT, 1, 1, 0 }, { BESIDE_RIGHT, 1, 1, 0 }, { OVER_OTHERS, 1, 1, 0 }, { UNDER_OTHERS, 1, 1, 0 },
    { OVER_THE_MIDDLE, 2, 1, 0 }, { UNDER_THE_MIDDLE, 2, 1, 0 }, { BELOW, 2, 1, 0 }, { ABOVE, 2, 1, 0 }, { OVER_THE_EDGE, 2, 1, 0 },
    { BESIDE_LEFT, 2, 1, 0 }, { BESIDE_RIGHT, 2, 1, 0 }, { OVER_OTHERS, 2, 1, 0 }, { UNDER_OTHERS, 2, 1, 0 },
  };
  static const Try large[] = {
    { IN_PLACE, 0, 0, 1 }, { IN_PLACE, 0, 1, 1 }, { IN_PLACE, 0, 1, 0 }, { IN_PLACE, 1, 1, 0 }, { BELOW, 0, 0, 0 }, { BELOW, 1, 1, 0 },
  };
  const SceneCluster *cluster = &self->scene->clusters[i];
  BaryLayoutDisc disc = scene_view_disc (self, i);
  Title title = { self, (int) i, { cluster->title, cluster->narrow, cluster->brief }, cluster->count, disc.title,
                  { disc.x, disc.y, 2 * disc.radius_x, 2 * disc.radius_y }, self->theme->text, scene_view_disc_strength (self, i) };
  gboolean found;

  if (cluster->title == NULL || !scene_view_is_disc_seen (self, i) || (self->detail != BARY_DETAIL_DISCS && disc.title.width <= 0))
    return TRUE;
  bary_pen_begin (self->pen, BARY_PART_HEADING, i);
  if (self->detail == BARY_DETAIL_DISCS)
    found = seek (&title, small, G_N_ELEMENTS (small));
  else if (self->detail == BARY_DETAIL_CENTRES)
    found = seek (&title, middle, G_N_ELEMENTS (middle));
  else
    found = seek (&title, large, G_N_ELEMENTS (large)) || (!self->cards && seek (&title, middle, G_N_ELEMENTS (middle)));
  bary_pen_end (self->pen);
  return found;
}

static void
walk_district_title (SceneView *self,
                     guint      i)
{
  static const Try tries[] = {
    { IN_PLACE, 0, 0, 1 }, { IN_PLACE, 0, 0, 0 }, { ABOVE, 0, 0, 1 }, { ABOVE, 0, 0, 0 }, { BELOW, 0, 0, 0 }, { IN_PLACE, 0, 1, 0 },
    { IN_THE_MIDDLE, 0, 1, 0 }, { ABOVE, 0, 1, 0 }, { BELOW, 0, 1, 0 }, { ON_THE_DISCS, 0, 1, 0 },
  };
  const BaryLayoutDisc *disc = &self->scene->layout->districts[i];
  const SceneDistrict *district = &self->scene->districts[i];
  guint number = self->scene->network->clusters->len + i;
  Title title = { self, -1, { district->title, district->title, district->title }, district->count, disc->title,
                  { disc->x, disc->y, 2 * disc->radius_x, 2 * disc->radius_y }, self->theme->dim_text,
                  scene_view_disc_strength (self, number) };
  gboolean tiny = self->scene->disc_size * self->scale < TINY_DISC;

  if (disc->title.width <= 0 || !scene_view_is_disc_seen (self, number))
    return;
  bary_pen_begin (self->pen, BARY_PART_TITLE, i);
  seek (&title, tries, tiny ? G_N_ELEMENTS (tries) : G_N_ELEMENTS (tries) - 1);
  bary_pen_end (self->pen);
}

/* What stands by itself keeps its place free of titles. */
static void
block_singles (SceneView *self)
{
  for (guint i = 0; i < self->in_sight->len; i++)
    {
      guint node = g_array_index (self->in_sight, guint, i);
      BaryBox box;

      if (self->scene->graph_nodes[node].cluster >= 0 || !scene_view_has (self, node))
        continue;
      box = scene_view_node (self, node);
      box = scene_view_box (self, &box);
      bary_label_placer_block (self->placer, &box);
    }
}

/* Names of districts look for room before those of clusters, and large clusters before small ones. */
void
scene_view_walk_titles (SceneView *self)
{
  const BaryGraphLayout *layout = self->scene->layout;
  guint misses = 0;

  if (!bary_scene_has_discs (self->scene))
    return;
  if (self->cards)
    block_singles (self);
  for (guint i = 0; i < layout->n_clusters && self->cards; i++)
    if (scene_view_is_disc_seen (self, i))
      scene_view_walk_headings (self, i);
  for (guint i = 0; i < layout->n_districts && self->scene->hulls != NULL; i++)
    walk_district_title (self, i);
  for (guint i = 0; i < layout->n_clusters && misses < MOST_MISSES; i++)
    misses += !walk_cluster_title (self, self->scene->by_size[i]);
}
