#include "bary-scene-view.h"

#define SMALLEST 9.5    /* of a label's font, in units of the camera */
#define MOST_MISSES 500 /* labels without room, after which the paper is held to be full */

/* Returns: FALSE if there is no room. */
static gboolean
place_label (SceneView *self,
             guint      i)
{
  const BaryLabel *name = self->scene->nodes[i].name;
  SceneCard card = scene_view_card (self, i);
  double scale = MAX (self->scale, SMALLEST / bary_text_size (BARY_TEXT_NAME));
  BaryBox box = { 0, 0, name->width * scale + 6, name->height * scale + 2 };
  BaryInk ground = { self->theme->background, 0.8 }, ink = { scene_view_faint (self, self->theme->text, card.strength), 1 };

  if (!scene_view_sees (self, &card.box))
    return TRUE;
  if (!bary_label_placer_place (self->placer, card.box.x, card.box.y, scene_card_radius (&card) + 2, &box))
    return FALSE;

  bary_pen_begin (self->pen, BARY_PART_LABEL, i);
  bary_pen_box (self->pen, &box, 3, &ground, NULL);
  bary_pen_label (self->pen, self->scene->book, name, box.x - name->width * scale / 2, box.y - box.height / 2 + 1, scale, TRUE, ink);
  bary_pen_end (self->pen);
  return TRUE;
}

static gboolean
is_first (const SceneView *self,
          guint            i)
{
  return self->frame->selected == (int) i || self->frame->hovered == (int) i;
}

/* The marks of those whose labels matter most stay free of other labels. */
static void
block_marks (SceneView *self)
{
  for (guint i = 0; i < self->in_sight->len; i++)
    {
      guint node = g_array_index (self->in_sight, guint, i);
      SceneCard card;
      double radius;

      if ((self->scene->nodes[node].look == SCENE_MEMBER && !is_first (self, node)) || !scene_view_has (self, node))
        continue;
      card = scene_view_card (self, node);
      radius = scene_card_radius (&card);
      bary_label_placer_block (self->placer, &(BaryBox) { card.box.x, card.box.y, 2 * radius, 2 * radius });
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

void
scene_view_walk_labels (SceneView *self)
{
  g_autofree guint8 *seen = NULL;
  const int firsts[2] = { self->frame->hovered, self->frame->selected };
  guint misses = 0;

  if (self->cards)
    return;

  seen = g_malloc0 (self->scene->n_nodes + 1);
  for (guint i = 0; i < self->in_sight->len; i++)
    seen[g_array_index (self->in_sight, guint, i)] = 1;
  block_marks (self);
  for (guint i = 0; i < 2; i++)
    if (firsts[i] >= 0 && firsts[i] < (int) self->scene->n_nodes && (i == 0 || firsts[1] != firsts[0]) &&
        scene_view_has (self, (guint) firsts[i]))
      place_label (self, (guint) firsts[i]);
  /* What is pointed at and chosen, then the others by importance; those that are faded have to wait. */
  for (guint group = 0; group < 2; group++)
    for (guint i = 0; i < self->scene->n_nodes && misses < MOST_MISSES; i++)
      {
        guint node = self->scene->order[i];

        if (seen[node] && !is_first (self, node) && group_of (self, node) == group && scene_view_has (self, node))
          misses += !place_label (self, node);
      }
}
