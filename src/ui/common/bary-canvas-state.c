#include "bary-canvas-private.h"

void
bary_canvas_set_mode (BaryCanvas     *self,
                      BaryCanvasMode  mode)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  if (self->mode == mode)
    return;
  bary_canvas_cancel_drag (self);
  self->mode = mode;
  g_object_notify (G_OBJECT (self), "mode");
}

int
bary_canvas_get_selected (BaryCanvas *self)
{
  g_return_val_if_fail (BARY_IS_CANVAS (self), BARY_NODE_NONE);

  return self->selected;
}

void
bary_canvas_select (BaryCanvas *self,
                    int         node)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  if (self->selected == node || self->scene == NULL || (node != BARY_NODE_NONE && !bary_canvas_has_node (self, node)))
    return;

  self->selected = node;
  bary_canvas_ensure_child (self, node);
  bary_canvas_mark_children (self);
  if (node != BARY_NODE_NONE && !self->pointing)
    bary_canvas_reveal_node (self, node);
  bary_canvas_unsettle (self);
  bary_canvas_redraw (self);
  g_object_notify (G_OBJECT (self), "selected");
}

void
bary_canvas_set_hovered (BaryCanvas *self,
                         int         node)
{
  if (self->hovered == node)
    return;
  self->hovered = node;
  bary_canvas_redraw (self);
  g_object_notify (G_OBJECT (self), "hovered");
}

void
bary_canvas_set_tie (BaryCanvas *self,
                     int         tie)
{
  if (self->tie == tie)
    return;
  self->tie = tie;
  bary_canvas_redraw (self);
}

static void
put_set (BaryCanvas    *self,
         guint8       **place,
         const guint8  *set)
{
  guint n_nodes = self->scene != NULL ? bary_scene_get_network (self->scene)->nodes->len : 0;
  guint8 *copy = set != NULL && n_nodes > 0 ? g_memdup2 (set, n_nodes) : NULL;

  g_free (*place);
  *place = copy;
  bary_canvas_redraw (self);
}

void
bary_canvas_set_dimmed (BaryCanvas   *self,
                        const guint8 *set)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  put_set (self, &self->dimmed, set);
}

void
bary_canvas_set_hidden (BaryCanvas   *self,
                        const guint8 *set)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  put_set (self, &self->hidden, set);
  if (self->selected != BARY_NODE_NONE && !bary_canvas_has_node (self, self->selected))
    bary_canvas_select (self, BARY_NODE_NONE);
  bary_canvas_unsettle (self);
}

void
bary_canvas_set_chosen (BaryCanvas   *self,
                        const guint8 *set)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  put_set (self, &self->chosen, set);
  bary_canvas_mark_children (self);
}

const guint8 *
bary_canvas_get_chosen (BaryCanvas *self)
{
  g_return_val_if_fail (BARY_IS_CANVAS (self), NULL);

  return self->chosen;
}

void
bary_canvas_choose (BaryCanvas   *self,
                    const guint8 *set)
{
  if (set == NULL && self->chosen == NULL)
    return;
  bary_canvas_set_chosen (self, set);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_AREA_CHOSEN], 0);
}

void
bary_canvas_toggle_chosen (BaryCanvas *self,
                           int         node,
                           int         beside)
{
  guint n_nodes = bary_scene_get_network (self->scene)->nodes->len;
  g_autofree guint8 *set = self->chosen != NULL ? g_memdup2 (self->chosen, n_nodes) : g_new0 (guint8, n_nodes);

  if (self->chosen == NULL && beside != node && bary_canvas_has_node (self, beside))
    set[beside] = TRUE;
  set[node] = !set[node];
  bary_canvas_choose (self, memchr (set, TRUE, n_nodes) != NULL ? set : NULL);
}

void
bary_canvas_set_lines_shown (BaryCanvas *self,
                             gboolean    shown)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  self->no_lines = !shown;
  bary_canvas_redraw (self);
}

void
bary_canvas_set_detail (BaryCanvas *self,
                        BaryDetail  detail)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  self->detail = detail;
  bary_canvas_unsettle (self);
  bary_canvas_redraw (self);
}

void
bary_canvas_set_magnification (BaryCanvas *self,
                               double      magnification)
{
  g_return_if_fail (BARY_IS_CANVAS (self) && magnification > 0);

  if (self->magnification == magnification)
    return;
  self->magnification = magnification;
  bary_canvas_redraw (self);
}

void
bary_canvas_set_page (BaryCanvas *self,
                      double      foot)
{
  g_return_if_fail (BARY_IS_CANVAS (self) && foot >= 0);

  if (self->whole_texts && self->foot == foot)
    return;
  self->whole_texts = TRUE;
  self->foot = foot;
  bary_canvas_redraw (self);
}

void
bary_canvas_set_theme (BaryCanvas      *self,
                       const BaryTheme *theme)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  self->theme = theme;
  bary_canvas_redraw (self);
}

void
bary_canvas_set_hint (BaryCanvas *self,
                      const char *hint)
{
  if (g_strcmp0 (self->hint, hint) == 0)
    return;

  g_free (self->hint);
  self->hint = g_strdup (hint);
  g_object_notify (G_OBJECT (self), "hint");
}
