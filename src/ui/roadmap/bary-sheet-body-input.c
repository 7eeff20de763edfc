#include "bary-sheet-body-private.h"

#include <math.h>

#define LEAST_DRAG 6.0 /* pixels */

BaryDay
bary_sheet_body_get_target (BarySheetBody *self)
{
  const BaryBox *box = bary_year_sheet_get_box (self->sheet, (guint) self->dragged);

  return bary_year_sheet_get_day (self->sheet, self->drag_x - (box->width > 24 ? self->drag_x - box->x + box->width / 2 : 0) +
                                  self->drag_offset);
}

/* The pointer */

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            BarySheetBody   *self)
{
  int event = self->sheet != NULL ? bary_year_sheet_find (self->sheet, x, y) : -1;

  bary_sheet_body_choose (self, event);
  if (event >= 0)
    gtk_widget_grab_focus (bary_sheet_body_ensure_child (self, event));
  if (event >= 0 && n_presses == 2)
    bary_sheet_body_emit (self, "activated");
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               BarySheetBody  *self)
{
  int event = self->sheet != NULL && self->editable ? bary_year_sheet_find (self->sheet, x, y) : -1;

  if (event < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_x = x;
  self->drag_offset = 0;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                BarySheetBody  *self)
{
  if (self->dragged < 0 && fabs (x) < LEAST_DRAG)
    return;
  if (self->dragged < 0)
    {
      self->dragged = self->selected;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->drag_offset = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             BarySheetBody  *self)
{
  if (self->dragged < 0)
    return;
  self->drag_offset = x;
  if (fabs (x) >= LEAST_DRAG)
    bary_sheet_body_emit (self, "dropped");
  self->dragged = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Keys */

static double
distance (BarySheetBody *self,
          int            from,
          guint          to,
          guint          keyval)
{
  const BaryBox *a = bary_year_sheet_get_box (self->sheet, (guint) from), *b = bary_year_sheet_get_box (self->sheet, to);
  double dx = b->x - a->x, dy = b->y - a->y;

  switch (keyval)
    {
    case GDK_KEY_Left:
      return dx < 0 || (dx == 0 && dy < 0) ? -dx + 4 * fabs (dy) : INFINITY;
    case GDK_KEY_Right:
      return dx > 0 || (dx == 0 && dy > 0) ? dx + 4 * fabs (dy) : INFINITY;
    case GDK_KEY_Up:
      return dy < 0 ? -dy + fabs (dx) / 2 : INFINITY;
    default:
      return dy > 0 ? dy + fabs (dx) / 2 : INFINITY;
    }
}

/* Left and right stay in the row. */
static int
find_neighbour (BarySheetBody *self,
                int            from,
                guint          keyval)
{
  gboolean within = keyval == GDK_KEY_Left || keyval == GDK_KEY_Right;
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < bary_year_sheet_get_n_events (self->sheet); i++)
    {
      double length;

      if ((int) i == from || bary_year_sheet_get_box (self->sheet, i)->width <= 0 ||
          (within && bary_year_sheet_get_row_of (self->sheet, i) != bary_year_sheet_get_row_of (self->sheet, (guint) from)))
        continue;
      length = distance (self, from, i, keyval);
      if (length < best)
        {
          best = length;
          found = (int) i;
        }
    }
  return found;
}

static int
find_end (BarySheetBody *self,
          gboolean       last)
{
  int n = (int) bary_year_sheet_get_n_events (self->sheet);

  for (int i = 0; i < n; i++)
    {
      int event = last ? n - 1 - i : i;

      if (bary_year_sheet_get_box (self->sheet, (guint) event)->width > 0)
        return event;
    }
  return -1;
}

static int
find_target (BarySheetBody *self,
             guint          keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Home:
      return find_end (self, FALSE);
    case GDK_KEY_End:
      return find_end (self, TRUE);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return self->selected >= 0 ? find_neighbour (self, self->selected, keyval) : find_end (self, FALSE);
    default:
      return -1;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                BarySheetBody         *self)
{
  int event;

  if (self->sheet == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && self->selected >= 0)
    {
      bary_sheet_body_emit (self, "activated");
      return TRUE;
    }
  event = find_target (self, keyval);
  if (event < 0)
    return FALSE;
  gtk_widget_grab_focus (bary_sheet_body_ensure_child (self, event));
  bary_sheet_body_choose (self, event);
  return TRUE;
}

void
bary_sheet_body_add_input (BarySheetBody *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
