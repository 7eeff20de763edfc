#include "bary-scene-view.h"

#define SMALLEST 9.5    /* of a label's font, in units of the camera */
#define MOST_SHUNNED 1500 /* marks, beyond which labels may cover some */
#define MOST_MISSES 300 /* labels without room, after which the paper is held to be full */

static double
label_scale (const SceneView *self,
             const BaryLabel *name)
{
  return MAX (self->scale, SMALLEST / bary_text_size (name->style));
}

static gboolean
find_room (SceneView       *self,
           const SceneCard *card,
           gboolean         firm,
           BaryBox         *box)
{
  double scale = label_scale (self, card->look->name);

  *box = (BaryBox) { 0, 0, card->look->name->width * scale + 6, card->look->name->height * scale + 2 };
  return bary_label_placer_place (self->placer, card->box.x, card->box.y, scene_card_radius (card), firm, box);
}

static void
draw_label (SceneView       *self,
            const SceneCard *card,
            guint            i,
            const BaryBox   *box)
{
  const BaryLabel *name = card->look->name;
  double scale = label_scale (self, name);
  BaryInk ground = { self->theme->background, self->theme->kind == BARY_THEME_PRINT ? 1 : 0.72 }, ink = { scene_view_faint (self, self->theme->text, card->strength), 1 };

  bary_pen_begin (self->pen, BARY_PART_LABEL, i);
  bary_pen_box (self->pen, box, 3, &ground, NULL);
  bary_pen_label (self->pen, self->scene->book, name, box->x - name->width * scale / 2, box->y - box->height / 2 + 1, scale, TRUE, ink);
  bary_pen_end (self->pen);
}

/* Returns: FALSE if there is no room: what nobody points at covers no mark. */
static gboolean
place_label (SceneView *self,
             guint      i)
{
  SceneCard card = scene_view_card (self, i);
  BaryBox box;

  if (!scene_view_sees (self, &card.box))
    return TRUE;
  if (!find_room (self, &card, FALSE, &box))
    return FALSE;
  draw_label (self, &card, i, &box);
  return TRUE;
}

static int
first_of (const SceneView *self,
          guint            i)
{
  int first = i == 0 ? self->frame->hovered : self->frame->selected;

  if (first < 0 || first >= (int) self->scene->n_nodes || (i == 1 && first == self->frame->hovered) ||
      !scene_view_has (self, (guint) first))
    return BARY_NODE_NONE;
  return first;
}

void
scene_view_keep_firsts (SceneView *self)
{
  for (guint i = 0; i < 2; i++)
    {
      int first = self->cards ? BARY_NODE_NONE : first_of (self, i);
      SceneCard card;

      if (first < 0)
        continue;
      card = scene_view_card (self, (guint) first);
      if (!scene_view_sees (self, &card.box) || !find_room (self, &card, TRUE, &self->firsts[i]))
        self->firsts[i].width = 0;
    }
}

static void
draw_firsts (SceneView *self)
{
  for (guint i = 0; i < 2; i++)
    if (self->firsts[i].width > 0)
      {
        guint first = (guint) first_of (self, i);
        SceneCard card = scene_view_card (self, first);

        draw_label (self, &card, first, &self->firsts[i]);
      }
}

static gboolean
is_first (const SceneView *self,
          guint            i)
{
  return self->frame->selected == (int) i || self->frame->hovered == (int) i;
}

/* The marks of those whose labels matter most stay free of other labels; if they are not too many, others as well. */
void
scene_view_block_marks (SceneView *self)
{
  gboolean few = self->in_sight->len <= MOST_SHUNNED;

  for (guint i = 0; i < self->in_sight->len; i++)
    {
      guint node = g_array_index (self->in_sight, guint, i);
      gboolean firm = self->scene->nodes[node].look != SCENE_MEMBER || is_first (self, node);
      SceneCard card;
      BaryBox mark;

      if ((!firm && !few) || !scene_view_has (self, node))
        continue;
      card = scene_view_card (self, node);
      mark = (BaryBox) { card.box.x, card.box.y, 2 * scene_card_radius (&card), 2 * scene_card_radius (&card) };
      if (firm)
        bary_label_placer_block (self->placer, &mark);
      else
        bary_label_placer_shun (self->placer, &mark);
    }
}

static guint
group_of (const SceneView *self,
          guint            i)
{
  if (self->near != NULL && self->near[i])
    return 0;
  if (self->frame->chosen != NULL && self->frame->chosen[i])
    return 0;
  return self->near == NULL && scene_view_strength (self, i) >= 1 ? 1 : 2;
}

/* Of many discs, each is told by its title: the same barycenter's name on each would not. */
static gboolean
is_repeated (const SceneView *self,
             guint            i)
{
  return self->scene->network->picture == BARY_PICTURE_NETWORK && self->scene->nodes[i].look == SCENE_CENTRE &&
         (group_of (self, i) > 0 || self->frame->opened > 0) &&
         bary_network_node (self->scene->network, i)->n_clusters > 1 && bary_scene_has_discs (self->scene);
}

void
scene_view_walk_labels (SceneView *self)
{
  g_autofree guint8 *seen = NULL;
  guint misses = 0;

  if (self->cards)
    return;

  seen = g_malloc0 (self->scene->n_nodes + 1);
  for (guint i = 0; i < self->in_sight->len; i++)
    seen[g_array_index (self->in_sight, guint, i)] = 1;
  draw_firsts (self);
  /* What is pointed at and chosen, then the others by importance; those that are faded have to wait. */
  for (guint group = 0; group < 2; group++)
    for (guint i = 0; i < self->scene->n_nodes && misses < MOST_MISSES; i++)
      {
        guint node = self->scene->order[i];

        if (seen[node] && !is_first (self, node) && group_of (self, node) == group && scene_view_has (self, node) &&
            !is_repeated (self, node))
          misses += !place_label (self, node);
      }
}
