#include "bary-show-window-private.h"

#include <math.h>

#define POINTER_MS 2000
#define SWIPE 60.0    /* pixels: a finger that went so far sideways turns over */
#define TAP 24.0      /* a mouse or finger that went no farther has clicked */
#define MOST_DIGITS 3

typedef struct {
  guint           keyval;
  BaryShowCommand command;
} Key;

/* Clickers send Page Up and Page Down, F5 or Escape, and B or a full stop. */
static const Key keys[] = {
  { GDK_KEY_Right, BARY_SHOW_NEXT },
  { GDK_KEY_Down, BARY_SHOW_NEXT },
  { GDK_KEY_space, BARY_SHOW_NEXT },
  { GDK_KEY_Page_Down, BARY_SHOW_NEXT },
  { GDK_KEY_Return, BARY_SHOW_NEXT },
  { GDK_KEY_Left, BARY_SHOW_PREVIOUS },
  { GDK_KEY_Up, BARY_SHOW_PREVIOUS },
  { GDK_KEY_BackSpace, BARY_SHOW_PREVIOUS },
  { GDK_KEY_Page_Up, BARY_SHOW_PREVIOUS },
  { GDK_KEY_Home, BARY_SHOW_FIRST },
  { GDK_KEY_End, BARY_SHOW_LAST },
  { GDK_KEY_b, BARY_SHOW_BLACK },
  { GDK_KEY_period, BARY_SHOW_BLACK },
  { GDK_KEY_w, BARY_SHOW_WHITE },
  { GDK_KEY_comma, BARY_SHOW_WHITE },
  { GDK_KEY_s, BARY_SHOW_LIST },
  { GDK_KEY_t, BARY_SHOW_THEME },
  { GDK_KEY_Escape, BARY_SHOW_END },
  { GDK_KEY_F5, BARY_SHOW_END },
};

/* Keys of the number pad, and the letters on the same keys when the keyboard writes Russian. */
static guint
normalise (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_Cyrillic_i:
    case GDK_KEY_Cyrillic_I:
      return GDK_KEY_b;
    case GDK_KEY_Cyrillic_yu:
    case GDK_KEY_Cyrillic_YU:
      return GDK_KEY_period;
    case GDK_KEY_Cyrillic_tse:
    case GDK_KEY_Cyrillic_TSE:
      return GDK_KEY_w;
    case GDK_KEY_Cyrillic_yeru:
    case GDK_KEY_Cyrillic_YERU:
      return GDK_KEY_s;
    case GDK_KEY_Cyrillic_ie:
    case GDK_KEY_Cyrillic_IE:
      return GDK_KEY_t;
    default:
      return gdk_keyval_to_lower (keyval);
    }
}

static BaryShowCommand
find_command (guint keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      return keys[i].command;
  return BARY_SHOW_NOTHING;
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

/* Digits and Enter: to the step of that number. */
static gboolean
take_typed (BaryShowWindow *self,
            guint           keyval)
{
  int digit = digit_of (keyval);
  guint wanted;

  if (digit >= 0 && self->typed->len < MOST_DIGITS)
    g_string_append_c (self->typed, (char) ('0' + digit));
  else if (self->typed->len == 0)
    return digit >= 0;
  else if (keyval == GDK_KEY_BackSpace)
    g_string_truncate (self->typed, self->typed->len - 1);
  else
    {
      wanted = (guint) g_ascii_strtoull (self->typed->str, NULL, 10);
      g_string_truncate (self->typed, 0);
      if (keyval == GDK_KEY_Return && wanted > 0)
        bary_show_window_go (self, wanted - 1);
      else if (keyval != GDK_KEY_Return && keyval != GDK_KEY_Escape)
        {
          bary_show_window_update (self);
          return FALSE;
        }
    }
  bary_show_window_update (self);
  return TRUE;
}

/* The list has the arrows and Enter for itself. */
static gboolean
is_for_list (BaryShowWindow *self,
             guint           keyval)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->steps)) &&
         (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Return || keyval == GDK_KEY_space ||
          keyval == GDK_KEY_Home || keyval == GDK_KEY_End || keyval == GDK_KEY_Tab);
}

static gboolean
key_pressed_cb (BaryShowWindow  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  guint key = normalise (keyval);
  BaryShowCommand command;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (take_typed (self, key))
    return TRUE;
  if (is_for_list (self, key))
    return FALSE;

  command = find_command (key);
  bary_show_window_do (self, command);
  return command != BARY_SHOW_NOTHING;
}

/* Mouse and fingers */

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             BaryShowWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (fabs (x) >= SWIPE && fabs (x) > 1.5 * fabs (y))
    bary_show_window_do (self, x < 0 ? BARY_SHOW_NEXT : BARY_SHOW_PREVIOUS);
  else if (hypot (x, y) <= TAP && button == GDK_BUTTON_PRIMARY)
    bary_show_window_do (self, BARY_SHOW_NEXT);
  else if (hypot (x, y) <= TAP && button == GDK_BUTTON_SECONDARY)
    bary_show_window_do (self, BARY_SHOW_PREVIOUS);
}

static void
listen_to_hands (BaryShowWindow *self,
                 GtkWidget      *widget)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
hide_pointer (gpointer data)
{
  BaryShowWindow *self = data;

  self->hide_source = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

/* Motion is also told when something moves under a pointer that stands. */
static void
motion_cb (BaryShowWindow *self,
           double          x,
           double          y)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add_once (POINTER_MS, hide_pointer, self);
}

void
bary_show_window_listen (BaryShowWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  listen_to_hands (self, GTK_WIDGET (self->stage));
  listen_to_hands (self, self->blank);
  self->hide_source = g_timeout_add_once (POINTER_MS, hide_pointer, self);
}

void
bary_show_window_unlisten (BaryShowWindow *self)
{
  g_clear_handle_id (&self->hide_source, g_source_remove);
}
