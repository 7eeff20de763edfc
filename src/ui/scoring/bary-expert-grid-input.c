#include "bary-expert-grid-private.h"

#define FAR 1000000 /* beyond any table */

/* Keys */

typedef struct {
  guint           key, keypad;
  GdkModifierType modifiers;
  int             rows, columns, pages;
} Step;

static const Step steps[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, 0, -1, 0 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 0, 1, 0 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1, 0, 0 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1, 0, 0 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, 0, 0, -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 0, 0, 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, 0, -FAR, 0 },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, 0, FAR, 0 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, -FAR, -FAR, 0 },
  { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, FAR, FAR, 0 },
};

static guint
step_by (guint number,
         int   by,
         guint n)
{
  return (guint) CLAMP ((int) number + by, 0, (int) n - 1);
}

static void
take_step (BaryExpertGrid *self,
           const Step     *step)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int page = adjustment != NULL ? (int) gtk_adjustment_get_page_size (adjustment) / self->metrics.row_height : 1;

  bary_expert_grid_move (self, step_by (self->row, step->rows + step->pages * MAX (page - 1, 1), self->table->rows->len),
                         step_by (self->column, step->columns, self->table->panel->experts->len));
  bary_expert_grid_focus_cursor (self);
}

static gboolean
is_activation (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter || key == GDK_KEY_space || key == GDK_KEY_KP_Space;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  keycode,
        GdkModifierType        modifiers,
        BaryExpertGrid        *self)
{
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (!bary_expert_grid_has_cells (self))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((key == steps[i].key || key == steps[i].keypad) && held == steps[i].modifiers)
      {
        take_step (self, &steps[i]);
        return GDK_EVENT_STOP;
      }
  if (held == 0 && is_activation (key))
    bary_expert_grid_emit (self, "activated");
  else if ((held == 0 && key == GDK_KEY_Menu) || (held == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    bary_expert_grid_emit (self, "asked");
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The pointer */

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            BaryExpertGrid  *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (!bary_expert_grid_find (self, x, y, &self->pressed_row, &self->pressed_column))
    {
      self->pressed_row = self->pressed_column = -1;
      return;
    }
  bary_expert_grid_move (self, self->pressed_row >= 0 ? (guint) self->pressed_row : self->row,
                         self->pressed_column >= 0 ? (guint) self->pressed_column : self->column);
  bary_expert_grid_focus_cursor (self);
  if (button == GDK_BUTTON_SECONDARY && self->pressed_row >= 0 && self->pressed_column >= 0)
    bary_expert_grid_emit (self, "asked");
}

/* As of a button: let go where it was pressed. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             BaryExpertGrid  *self)
{
  int row, column;

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY && self->pressed_row >= 0 &&
      self->pressed_column >= 0 && bary_expert_grid_find (self, x, y, &row, &column) && row == self->pressed_row &&
      column == self->pressed_column)
    bary_expert_grid_emit (self, "activated");
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           BaryExpertGrid           *self)
{
  int row = -1, column = -1, old_row = -1, old_column = -1;

  bary_expert_grid_find (self, x, y, &row, &column);
  bary_expert_grid_find (self, self->pointer_x, self->pointer_y, &old_row, &old_column);
  self->pointer_x = x;
  self->pointer_y = y;
  if (row != old_row || column != old_column)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          BaryExpertGrid           *self)
{
  self->pointer_x = self->pointer_y = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_cb (GtkEventControllerFocus *controller,
          GParamSpec              *pspec,
          BaryExpertGrid          *self)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_expert_grid_add_input (BaryExpertGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
