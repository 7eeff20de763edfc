#include "bary-canvas-private.h"

#include <math.h>

#define STEP_FACTOR 1.2
#define WHEEL_MOVE 40.0

/* Hover and click */

static void
motion_cb (BaryCanvas *self,
           double      x,
           double      y)
{
  int node;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->dragging)
    return;
  node = bary_canvas_pick (self, x, y);
  bary_canvas_set_tie (self, node == BARY_NODE_NONE ? bary_canvas_pick_tie (self, x, y) : -1);
  if (node == self->hovered)
    return;
  bary_canvas_set_hovered (self, node);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node != BARY_NODE_NONE ? "pointer" : NULL);
}

static void
leave_cb (BaryCanvas *self)
{
  bary_canvas_set_hovered (self, BARY_NODE_NONE);
  bary_canvas_set_tie (self, -1);
}

/* What is clicked is in sight, and must not move. */
void
bary_canvas_point_at (BaryCanvas *self,
                      int         node)
{
  GtkWidget *child;

  self->pointing = TRUE;
  child = bary_canvas_ensure_child (self, node);
  if (child != NULL)
    gtk_widget_grab_focus (child);
  bary_canvas_select (self, node);
  self->pointing = FALSE;
}

void
bary_canvas_take_focus (BaryCanvas *self)
{
  g_return_if_fail (BARY_IS_CANVAS (self));

  if (bary_canvas_has_node (self, self->selected) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    bary_canvas_point_at (self, self->selected);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            BaryCanvas      *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int node = bary_canvas_pick (self, x, y), before = self->selected;

  if (node == BARY_NODE_NONE || modifiers & GDK_SHIFT_MASK)
    return;
  bary_canvas_point_at (self, node);
  if (modifiers & GDK_CONTROL_MASK)
    {
      bary_canvas_toggle_chosen (self, node, before);
      return;
    }
  if (n_press == 2)
    {
      bary_canvas_cancel_drag (self);
      g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_ACTIVATE_NODE], 0, node);
    }
}

static void
ask_for_menu (BaryCanvas *self,
              double      x,
              double      y)
{
  int node = bary_canvas_pick (self, x, y);

  if (self->scene == NULL)
    return;
  bary_canvas_cancel_drag (self);
  bary_canvas_point_at (self, node);
  g_signal_emit (self, bary_canvas_signals[BARY_CANVAS_MENU], 0, node, x, y);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 BaryCanvas      *self)
{
  ask_for_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 BaryCanvas          *self)
{
  ask_for_menu (self, x, y);
}

/* Wheel and pinch */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    x,
           double                    y,
           BaryCanvas               *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if (touchpad && !(modifiers & GDK_CONTROL_MASK))
    {
      bary_canvas_move_to (self, self->camera.offset_x - x, self->camera.offset_y - y);
      return TRUE;
    }
  if (modifiers & GDK_SHIFT_MASK)
    {
      bary_canvas_move_to (self, self->camera.offset_x - (x + y) * WHEEL_MOVE, self->camera.offset_y);
      return TRUE;
    }

  /* An event of the wheel does not know where it happened. */
  bary_canvas_zoom_at (self, pow (STEP_FACTOR, touchpad ? -y / 40 : -y), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
pinch_begin_cb (BaryCanvas *self)
{
  bary_canvas_cancel_drag (self);
  self->pinch_scale = self->camera.scale;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          BaryCanvas     *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    bary_canvas_zoom_at (self, self->pinch_scale * scale / self->camera.scale, x, y);
}

static void
add_menu (BaryCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}

void
bary_canvas_add_pointer (BaryCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  add_menu (self);
}
