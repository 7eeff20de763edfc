#include "bary-scene-view.h"

#include <math.h>
#include <string.h>

#define BADGE 6.0

static gboolean
is_ghost (BaryPresence presence)
{
  return presence == BARY_PRESENCE_JOINED || presence == BARY_PRESENCE_MOVED_IN;
}

static BaryInk
ink_of (const SceneCard *card,
        BaryColour  colour,
        double      alpha)
{
  return (BaryInk) { scene_view_faint (card->view, colour, card->strength), alpha };
}

/* +: joined since the day shown; −: left since; an arrow: moved to or from another group. */
static void
draw_badge (const SceneCard *card)
{
  SceneView *view = card->view;
  double scale = view->scale, r = BADGE * 0.55 * scale;
  double x = card->box.x + card->box.width / 2 - 2 * scale, y = card->box.y - card->box.height / 2 + 2 * scale;
  BaryBox round = { x, y, 2 * BADGE * scale, 2 * BADGE * scale };
  BaryInk fill = ink_of (card, card->colour, 1);
  BaryStroke stroke = { ink_of (card, view->theme->card, 1), 1.6 * scale };
  BaryPoint left = { x - r, y }, right = { x + r, y }, top = { x, y - r }, bottom = { x, y + r };

  bary_pen_ellipse (view->pen, &round, &fill, NULL);
  bary_pen_line (view->pen, &left, &right, &stroke);
  if (card->node->presence == BARY_PRESENCE_JOINED)
    bary_pen_line (view->pen, &top, &bottom, &stroke);
  else if (card->node->presence != BARY_PRESENCE_LEFT)
    {
      bary_pen_line (view->pen, &top, &right, &stroke);
      bary_pen_line (view->pen, &bottom, &right, &stroke);
    }
}

/* Selected, chosen, hovered. */
static void
draw_frame (const SceneCard *card,
            guint       i)
{
  const BaryFrame *frame = card->view->frame;
  gboolean selected = frame->selected == (int) i, chosen = frame->chosen != NULL && frame->chosen[i];
  BaryStroke outline = { { card->view->theme->accent, selected || chosen ? 1 : 0.6 }, selected ? 2.4 : chosen ? 1.8 : 1.5 };
  BaryBox box = card->box;

  if (!selected && !chosen && frame->hovered != (int) i)
    return;
  box.width += 5;
  box.height += 5;
  bary_pen_box (card->view->pen, &box, BARY_SCENE_CORNER * card->view->scale + 2.5, NULL, &outline);
}

/* In how many clusters. */
static void
draw_ring (const SceneCard *card)
{
  SceneView *view = card->view;
  double scale = view->scale, radius = BARY_SCENE_RING * scale;
  double x = card->box.x + card->box.width / 2 - (BARY_SCENE_PADDING - 1) * scale - radius;
  BaryBox round = { x, card->box.y, 2 * radius, 2 * radius };
  BaryStroke outline = { ink_of (card, view->theme->text, 0.8), 1.2 * scale };
  g_autofree char *words = g_strdup_printf ("%u", card->node->n_clusters);
  double size = 8, width = bary_text_book_measure (view->scene->book, BARY_TEXT_CAPTION, words, -1);
  BaryText text = { words, (int) strlen (words), bary_text_book_get_family (view->scene->book), size * scale, FALSE,
                    x - width * scale / 2, card->box.y + 0.36 * size * scale, width * scale, ink_of (card, view->theme->text, 1) };

  if (card->node->n_clusters < 2 || card->look->look == SCENE_CENTRE)
    return;
  bary_pen_ellipse (view->pen, &round, NULL, &outline);
  bary_pen_text (view->pen, &text);
}

static void
draw_ground (const SceneCard *card)
{
  static const double dashes[] = { 4, 3 };
  SceneView *view = card->view;
  gboolean ghost = is_ghost (card->node->presence);
  BaryColour ground = ghost ? view->theme->background : bary_colour_mix (view->theme->card, card->colour, view->theme->dark ? 0.14 : 0.06);
  BaryInk fill = ink_of (card, ground, 1);
  BaryStroke outline = { ink_of (card, card->colour, ghost ? 0.6 : 0.9), (card->node->base_site ? 2.2 : 1.1) * MIN (view->scale, 2) };

  if (card->look->look == SCENE_BODY)
    {
      fill = ink_of (card, bary_colour_mix (view->theme->card, view->theme->text, 0.06), 1);
      outline = (BaryStroke) { ink_of (card, view->theme->text, 0.85), (card->node->role == BARY_ROLE_TEAM ? 1.1 : 1.8) * MIN (view->scale, 2) };
    }
  if (card->look->look == SCENE_CENTRE)
    {
      fill = ink_of (card, view->theme->text, 1);
      outline = (BaryStroke) { fill, 1.2 * view->scale };
    }
  if (card->node->presence != BARY_PRESENCE_STAYS)
    {
      outline.dashes = dashes;
      outline.n_dashes = 2;
    }
  bary_pen_box (view->pen, &card->box, BARY_SCENE_CORNER * view->scale, &fill, &outline);
}

static void
draw_texts (const SceneCard *card)
{
  SceneView *view = card->view;
  gboolean member = card->look->look == SCENE_MEMBER, centre = card->look->look == SCENE_CENTRE;
  double scale = view->scale, alpha = is_ghost (card->node->presence) ? 0.65 : 1;
  const BaryLabel *name = card->look->name, *caption = card->look->caption;
  double top = card->box.y - (name->height + (caption != NULL ? caption->height : 0)) * scale / 2;
  double left = card->box.x - card->box.width / 2 + (BARY_SCENE_PADDING + (member ? BARY_SCENE_MARK_SPACE : 0)) * scale;
  double ring = card->node->n_clusters > 1 && !centre ? 2 * BARY_SCENE_RING + 3 : 0;
  double right = card->box.x + card->box.width / 2 - (BARY_SCENE_PADDING + ring) * scale;
  double name_left = member ? left : (left + right - name->width * scale) / 2;
  BaryInk ink = ink_of (card, centre ? view->theme->card : view->theme->text, alpha);
  BaryInk dim = ink_of (card, centre ? view->theme->card : view->theme->dim_text, centre ? 0.85 : alpha);

  bary_pen_label (view->pen, view->scene->book, name, name_left, top, scale, !member, ink);
  if (caption != NULL)
    bary_pen_label (view->pen, view->scene->book, caption, member ? left : (left + right - caption->width * scale) / 2,
                    top + name->height * scale, scale, !member, dim);
}

static void
draw_card (const SceneCard *card,
           guint       i)
{
  SceneView *view = card->view;
  double alpha = is_ghost (card->node->presence) ? 0.65 : 1;

  draw_ground (card);
  if (card->look->look == SCENE_MEMBER)
    {
      BaryInk mark = ink_of (card, card->colour, alpha);

      bary_pen_shape (view->pen, bary_palette_get_shape (card->zone),
                      card->box.x - card->box.width / 2 + (BARY_SCENE_PADDING + 4) * view->scale, card->box.y,
                      BARY_SCENE_MARK * MIN (bary_mark_size (card->node->weight), 1.25) * view->scale, &mark);
    }
  if (!scene_view_cuts (view, &card->box))
    {
      draw_texts (card);
      draw_ring (card);
    }
  if (card->node->presence != BARY_PRESENCE_STAYS && scene_presence_is_shown (card->node->presence))
    draw_badge (card);
  draw_frame (card, i);
}

double
scene_card_radius (const SceneCard *card)
{
  switch (card->look->look)
    {
    case SCENE_CENTRE:
      return CLAMP (card->box.height * 0.62, 3.5, 10);
    case SCENE_BODY:
      return CLAMP (card->box.height * 0.42, 2, 5) + 1;
    case SCENE_MEMBER:
      break;
    }
  return CLAMP (card->box.height * 0.42, 1.6, 5) * bary_mark_size (card->node->weight);
}

static void
draw_mark (const SceneCard *card,
           guint       i)
{
  SceneView *view = card->view;
  double radius = scene_card_radius (card);
  BaryInk ink = ink_of (card, card->look->look == SCENE_MEMBER ? card->colour : view->theme->text, is_ghost (card->node->presence) ? 0.5 : 1);
  const BaryFrame *frame = view->frame;
  BaryBox round = { card->box.x, card->box.y, 2 * radius + 5, 2 * radius + 5 };
  BaryStroke ring = { { view->theme->accent, 1 }, 1.8 };

  if (card->look->look == SCENE_CENTRE)
    {
      BaryInk ground = { view->theme->card, 1 };

      bary_pen_shape (view->pen, BARY_SHAPE_CIRCLE, card->box.x, card->box.y, radius * 1.35, &ground);
    }
  if (card->look->look == SCENE_MEMBER)
    bary_pen_shape (view->pen, bary_palette_get_shape (card->zone), card->box.x, card->box.y, radius, &ink);
  else
    bary_pen_shape (view->pen, card->look->look == SCENE_CENTRE ? BARY_SHAPE_CIRCLE : BARY_SHAPE_SQUARE, card->box.x, card->box.y,
                    radius, &ink);
  if (card->node->n_clusters > 1 && radius >= 3)
    {
      BaryBox many = { card->box.x, card->box.y, 2 * radius + 4, 2 * radius + 4 };
      BaryStroke thin = { ink_of (card, view->theme->text, 0.5), 0.9 };

      bary_pen_ellipse (view->pen, &many, NULL, &thin);
    }
  if (frame->selected == (int) i || frame->hovered == (int) i || (frame->chosen != NULL && frame->chosen[i]))
    bary_pen_ellipse (view->pen, &round, NULL, &ring);
}

SceneCard
scene_view_card (SceneView *self,
                 guint      i)
{
  const BaryNetworkNode *node = bary_network_node (self->scene->network, i);
  BaryBox box = scene_view_node (self, i);
  SceneCard card = { self, node, &self->scene->nodes[i], scene_view_box (self, &box), self->theme->dim_text, 0, 1 };

  card.zone = bary_scene_zone_of (self->scene, node);
  if (node->cluster >= 0)
    card.colour = scene_view_colour (self, (guint) node->cluster, card.zone);
  card.strength = scene_view_strength (self, i);
  return card;
}

static void
walk_node (SceneView *self,
           guint      i)
{
  SceneCard card;

  if (!scene_view_has (self, i))
    return;
  card = scene_view_card (self, i);
  if (!scene_view_sees (self, &card.box))
    return;
  bary_pen_begin (self->pen, BARY_PART_NODE, i);
  if (self->cards)
    draw_card (&card, i);
  else
    draw_mark (&card, i);
  bary_pen_end (self->pen);
}

/* Those that are no more fade where they were. */
static void
walk_gone (SceneView *self)
{
  BaryScene *earlier = self->scene->earlier;
  SceneView then = *self;
  BaryFrame frame = *self->frame;

  frame.selected = frame.hovered = BARY_NODE_NONE;
  frame.chosen = frame.dimmed = frame.hidden = NULL;
  then.scene = earlier;
  then.frame = &frame;
  then.near = NULL;
  then.progress = 1;
  for (guint i = 0; i < self->scene->gone->len; i++)
    {
      guint node = g_array_index (self->scene->gone, guint, i);
      SceneCard card = scene_view_card (&then, node);

      card.strength = 1 - self->progress;
      if (!bary_scene_has_node (earlier, self->detail, node) || !scene_view_sees (&then, &card.box))
        continue;
      if (self->cards)
        draw_card (&card, node);
      else
        draw_mark (&card, node);
    }
}

/* Where a barycenter is still to be chosen. */
static void
walk_phantom (SceneView *self,
              guint      cluster)
{
  static const double dashes[] = { 4, 3 };
  const BaryBox *place = &self->scene->phantoms[self->scene->clusters[cluster].phantom];
  BaryBox box = scene_view_box (self, place);
  BaryInk fill = { self->theme->background, 1 }, ink = { self->theme->dim_text, 1 };
  BaryStroke outline = { ink, 1.2 * self->scale, dashes, 2 };
  const BaryLabel *sign = bary_text_book_fold (self->scene->book, BARY_TEXT_CENTRE, "?", 100);

  if (!scene_view_sees (self, &box) || scene_view_cuts (self, &box) || !scene_view_is_disc_seen (self, cluster))
    return;
  bary_pen_begin (self->pen, BARY_PART_CLUSTER, cluster);
  bary_pen_box (self->pen, &box, BARY_SCENE_CORNER * self->scale, &fill, &outline);
  bary_pen_label (self->pen, self->scene->book, sign, box.x - sign->width * self->scale / 2, box.y - sign->height * self->scale / 2,
                  self->scale, TRUE, ink);
  bary_pen_end (self->pen);
}

void
scene_view_walk_nodes (SceneView *self)
{
  if (self->progress < 1)
    walk_gone (self);
  for (guint i = 0; i < self->scene->network->clusters->len; i++)
    if (self->scene->clusters[i].phantom >= 0 && self->detail != BARY_DETAIL_DISCS)
      walk_phantom (self, i);
  for (guint i = 0; i < self->in_sight->len; i++)
    walk_node (self, g_array_index (self->in_sight, guint, i));
}

