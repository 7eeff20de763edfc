#include "bary-view-slot.h"

struct _BaryViewSlot {
  AdwBin       parent_instance;

  GType        view_type;
  BarySession *session;
};

G_DEFINE_FINAL_TYPE (BaryViewSlot, bary_view_slot, ADW_TYPE_BIN)

enum {
  PROP_VIEW_TYPE = 1,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bary_view_slot_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BaryViewSlot *self = BARY_VIEW_SLOT (object);

  switch (prop_id)
    {
    case PROP_VIEW_TYPE:
      self->view_type = g_value_get_gtype (value);
      break;
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
after_paint_cb (BaryViewSlot  *self,
                GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  bary_view_slot_get_view (self);
}

/* A new window shows its frame at once, and fills it right after. */
static void
bary_view_slot_map (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (gdk_frame_clock_get_frame_counter (clock) >= 0)
    bary_view_slot_get_view (BARY_VIEW_SLOT (widget));
  else
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), widget, G_CONNECT_SWAPPED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);

  GTK_WIDGET_CLASS (bary_view_slot_parent_class)->map (widget);
}

/* GTK 4.8 tells screen readers of hidden widgets, not of those that a stack does not show. */
static void
bary_view_slot_unmap (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  GTK_WIDGET_CLASS (bary_view_slot_parent_class)->unmap (widget);
}

static void
bary_view_slot_dispose (GObject *object)
{
  g_clear_object (&BARY_VIEW_SLOT (object)->session);

  G_OBJECT_CLASS (bary_view_slot_parent_class)->dispose (object);
}

static void
bary_view_slot_class_init (BaryViewSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = bary_view_slot_set_property;
  object_class->dispose = bary_view_slot_dispose;
  GTK_WIDGET_CLASS (klass)->map = bary_view_slot_map;
  GTK_WIDGET_CLASS (klass)->unmap = bary_view_slot_unmap;

  properties[PROP_VIEW_TYPE] = g_param_spec_gtype ("view-type", NULL, NULL, BARY_TYPE_VIEW, flags);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_view_slot_init (BaryViewSlot *self)
{
}

BaryView *
bary_view_slot_get_view (BaryViewSlot *self)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (self));

  if (view == NULL)
    {
      view = g_object_new (self->view_type, "session", self->session, NULL);
      adw_bin_set_child (ADW_BIN (self), view);
    }
  return BARY_VIEW (view);
}
