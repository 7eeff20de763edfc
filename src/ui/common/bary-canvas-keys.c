#include "bary-canvas-private.h"

#define STEP_FACTOR 1.2
#define NUDGE 8.0      /* pixels */
#define NUDGE_MS 800   /* after the last one it is said that the node was moved */

static gboolean
go (BaryCanvas *self,
    int         node)
{
  GtkWidget *child = bary_canvas_ensure_child (self, node);

  if (child != NULL)
    gtk_widget_grab_focus (child);
  return TRUE;
}

static gboolean
step (BaryCanvas    *self,
      BarySceneStep  way)
{
  BaryFrame frame = bary_canvas_get_frame (self);

  if (!bary_canvas_has_node (self, self->selected))
    return go (self, bary_canvas_find_start (self));
  return go (self, bary_scene_step (self->scene, &frame, self->selected, way));
}

/* Alt and the arrows move a node; when they rest it is done, and one undo takes all of it back. */

static void
finish_nudge (BaryCanvas *self)
{
  int node = self->nudged;
  BaryBox box;

  g_clear_handle_id (&self->nudge_source, g_source_remove);
  if (node == BARY_NODE_NONE || self->scene == NULL)
    return;
  self->nudged = BARY_NODE_NONE;
  box = *bary_scene_get_box (self->scene, node);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_NODE_MOVED], 0, node, box.x, box.y);
}

static gboolean
nudge_timeout_cb (gpointer data)
{
  BaryCanvas *self = data;

  self->nudge_source = 0;
  finish_nudge (self);
  return G_SOURCE_REMOVE;
}

static gboolean
nudge (BaryCanvas *self,
       double      x,
       double      y)
{
  BaryBox box;

  if (!bary_canvas_can_place (self, self->selected))
    return FALSE;
  if (self->nudged != self->selected)
    finish_nudge (self);
  box = *bary_scene_get_box (self->scene, self->selected);
  bary_scene_drag (self->scene, self->selected, box.x + x * NUDGE / self->camera.scale, box.y + y * NUDGE / self->camera.scale);
  self->nudged = self->selected;
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->nudge_source = g_timeout_add (NUDGE_MS, nudge_timeout_cb, self);
  bary_canvas_reveal_node (self, self->selected);
  bary_canvas_unsettle (self);
  bary_canvas_redraw (self);
  return TRUE;
}

static gboolean
key_with_alt (BaryCanvas *self,
              guint       key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return nudge (self, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return nudge (self, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return nudge (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return nudge (self, 0, 1);
    case GDK_KEY_Page_Down:
      return bary_canvas_step_tie (self, TRUE);
    case GDK_KEY_Page_Up:
      return bary_canvas_step_tie (self, FALSE);
    default:
      return FALSE;
    }
}

static gboolean
escape (BaryCanvas *self)
{
  if (self->dragging || self->nudged != BARY_NODE_NONE)
    {
      bary_canvas_cancel_drag (self);
      bary_canvas_redraw (self);
      return TRUE;
    }
  if (bary_canvas_leave_tie (self))
    return TRUE;
  if (self->chosen == NULL)
    return FALSE;
  bary_canvas_choose (self, NULL);
  return TRUE;
}

static gboolean
key_zoom (BaryCanvas *self,
          guint       key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      bary_canvas_zoom (self, STEP_FACTOR);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      bary_canvas_zoom (self, 1 / STEP_FACTOR);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      bary_canvas_fit (self);
      return TRUE;
    case GDK_KEY_Escape:
      return escape (self);
    default:
      return FALSE;
    }
}

static gboolean
ask_for_menu (BaryCanvas *self)
{
  const BaryBox *box;

  if (!bary_canvas_has_node (self, self->selected))
    {
      g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_MENU], 0, BARY_NODE_NONE, self->camera.width / 2, self->camera.height / 2);
      return TRUE;
    }
  box = bary_scene_get_box (self->scene, self->selected);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_MENU], 0, self->selected,
                 box->x * self->camera.scale + self->camera.offset_x,
                 (box->y + box->height / 2) * self->camera.scale + self->camera.offset_y);
  return TRUE;
}

static gboolean
key_act (BaryCanvas *self,
         guint       key)
{
  gboolean there = bary_canvas_has_node (self, self->selected);

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (bary_canvas_choose_tie (self))
        return TRUE;
      if (there)
        g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_ACTIVATE_NODE], 0, self->selected);
      return there;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (there)
        g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_REMOVE_NODE], 0, self->selected);
      return there;
    case GDK_KEY_Menu:
      return ask_for_menu (self);
    case GDK_KEY_space:
      self->space_held = TRUE;
      return TRUE;
    default:
      return key_zoom (self, key);
    }
}

static gboolean
key_walk (BaryCanvas *self,
          guint       key,
          gboolean    shift)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, BARY_GO_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, BARY_GO_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, BARY_GO_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, BARY_GO_DOWN);
    case GDK_KEY_Page_Down:
      return step (self, shift ? BARY_GO_NEXT_CLUSTER : BARY_GO_NEXT_GROUP);
    case GDK_KEY_Page_Up:
      return step (self, shift ? BARY_GO_PREVIOUS_CLUSTER : BARY_GO_PREVIOUS_GROUP);
    case GDK_KEY_Home:
      return step (self, BARY_GO_CENTRE);
    default:
      return key_act (self, key);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                BaryCanvas            *self)
{
  if (self->scene == NULL)
    return FALSE;
  if (modifiers & GDK_ALT_MASK)
    return key_with_alt (self, key);
  if (modifiers & GDK_CONTROL_MASK)
    {
      if (key != GDK_KEY_space || !bary_canvas_has_node (self, self->selected))
        return FALSE;
      bary_canvas_toggle_chosen (self, self->selected, BARY_NODE_NONE);
      return TRUE;
    }
  if (key == GDK_KEY_F10 && modifiers & GDK_SHIFT_MASK)
    return ask_for_menu (self);
  return key_walk (self, key, (modifiers & GDK_SHIFT_MASK) != 0);
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        modifiers,
                 BaryCanvas            *self)
{
  if (key == GDK_KEY_space)
    self->space_held = FALSE;
}

void
bary_canvas_add_keys (BaryCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
